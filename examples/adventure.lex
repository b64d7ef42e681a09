# A text adventure as a state machine: rooms and commands are variants, the world
# is a record, and one turn is a function from world and command to world and text.
# The player's moves come from a script, so that every run tells the same story.
import "std.int" as int
import "std.io" as io
import "std.list" as list
import "std.option" as option
import "std.set" as set
import "std.str" as str

type Room = Cellar | Hall | Garden | Tower
type Direction = North | South | Up | Down
type Command =
  Go(Direction)
  | Take(Str)
  | Use(Str)
  | Look
  | Unknown(Str)
type Outcome = Playing | Won | Lost(Str)

type World = {
  room :: Room,
  bag :: Set[Str],
  gone :: Set[Str],
  gate_open :: Bool,
  # Turns until the candle is burnt down.
  light :: Int,
  outcome :: Outcome,
}
type Turn = { world :: World, text :: Str }

fn describe(room :: Room) -> Str {
  match room {
    Cellar => "A damp cellar. A ladder leads up.",
    Hall => "A dusty hall. A gate bars the north, a ladder leads down.",
    Garden => "A walled garden under the stars. The hall is south, a stair winds up.",
    Tower => "The top of the tower. A great bell hangs here.",
  }
}

fn things(room :: Room) -> List[Str] {
  match room {
    Cellar => ["key", "rope"],
    Hall => ["lamp"],
    Garden => ["rose"],
    Tower => [],
  }
}

# Where a door leads, or why it does not lead there now.
fn door(w :: World, d :: Direction) -> Result[Room, Str] {
  match (w.room, d) {
    (Cellar, Up) => Ok(Hall),
    (Hall, Down) => Ok(Cellar),
    (Hall, North) => if w.gate_open { Ok(Garden) } else { Err("The gate is locked.") },
    (Garden, South) => Ok(Hall),
    (Garden, Up) => if set.has(w.bag, "rope") { Ok(Tower) } else {
      Err("The stair is broken; you need a rope.")
    },
    (Tower, Down) => Ok(Garden),
    _ => Err("There is no way in that direction."),
  }
}

# Records have no update syntax: a changed world is written out in full.
fn with_room(w :: World, room :: Room) -> World {
  { room: room, bag: w.bag, gone: w.gone, gate_open: w.gate_open, light: w.light,
    outcome: w.outcome }
}

fn with_outcome(w :: World, outcome :: Outcome) -> World {
  { room: w.room, bag: w.bag, gone: w.gone, gate_open: w.gate_open, light: w.light,
    outcome: outcome }
}

fn with_gate_open(w :: World) -> World {
  { room: w.room, bag: w.bag, gone: w.gone, gate_open: true, light: w.light,
    outcome: w.outcome }
}

fn taken(w :: World, thing :: Str) -> World {
  { room: w.room, bag: set.add(w.bag, thing), gone: set.add(w.gone, thing),
    gate_open: w.gate_open, light: w.light, outcome: w.outcome }
}

fn aged(w :: World) -> World {
  let left := if set.has(w.bag, "lamp") { w.light } else { w.light - 1 }
  { room: w.room, bag: w.bag, gone: w.gone, gate_open: w.gate_open, light: left,
    outcome: if left == 0 { Lost("Your candle goes out.") } else { w.outcome } }
}

fn visible(w :: World) -> List[Str] {
  list.filter(things(w.room), fn (t :: Str) -> Bool { not set.has(w.gone, t) })
}

fn look(w :: World) -> Str {
  let seen := visible(w)
  let more := if list.is_empty(seen) { "" } else { " You see: " + str.join(seen, ", ") + "." }
  describe(w.room) + more
}

fn turn(w :: World, c :: Command) -> Turn {
  match c {
    Look => ({ world: w, text: look(w) }),
    Unknown(text) => ({ world: w, text: f"I do not understand '{text}'." }),
    Go(d) => match door(w, d) {
      Ok(room) => {
        let moved := with_room(w, room)
        ({ world: moved, text: look(moved) })
      },
      Err(why) => ({ world: w, text: why }),
    },
    Take(thing) => {
      let here := list.filter(visible(w), fn (t :: Str) -> Bool { t == thing })
      match list.head(here) {
        Some(t) => ({ world: taken(w, t), text: f"You take the {t}." }),
        None => ({ world: w, text: f"There is no {thing} here." }),
      }
    },
    # The bell is the one thing that is used without carrying it.
    Use(thing) => if set.has(w.bag, thing) or thing == "bell" {
      match (thing, w.room) {
        ("key", Hall) => ({ world: with_gate_open(w), text: "The gate swings open." }),
        ("bell", Tower) => ({ world: with_outcome(w, Won), text: "The bell rings. You have won!" }),
        _ => ({ world: w, text: "Nothing happens." }),
      }
    } else { ({ world: w, text: f"You have no {thing}." }) },
  }
}

fn direction(word :: Str) -> Option[Direction] {
  match word {
    "north" => Some(North),
    "south" => Some(South),
    "up" => Some(Up),
    "down" => Some(Down),
    _ => None,
  }
}

fn command(line :: Str) -> Command {
  let words := str.split(str.to_lower(str.trim(line)), " ")
  let verb := option.unwrap_or(list.head(words), "")
  let noun := str.join(list.tail(words), " ")
  match verb {
    "look" => Look,
    "take" => Take(noun),
    "use" => Use(noun),
    "go" => match direction(noun) {
      Some(d) => Go(d),
      None => Unknown(line),
    },
    _ => Unknown(line),
  }
}

fn play(w :: World, script :: List[Str], turns :: Int) -> [io] World {
  match (w.outcome, list.head(script)) {
    (Playing, Some(line)) => {
      let t := turn(w, command(line))
      io.print(f"> {line}")
      io.print(t.text)
      play(aged(t.world), list.tail(script), turns + 1)
    },
    (Lost(why), _) => {
      io.print(f"{why} You have lost after {int.to_str(turns)} turns.")
      w
    },
    _ => w,
  }
}

fn start(light :: Int) -> World {
  { room: Cellar, bag: set.new(), gone: set.new(), gate_open: false, light: light,
    outcome: Playing }
}

fn main() -> [io] (Outcome, Outcome, World) {
  io.print("--- first try")
  let lost := play(start(4), ["look", "take sword", "dance", "go up", "go north"], 0)
  io.print("--- second try")
  let won := play(start(9), ["take key", "TAKE ROPE", "go up", "go north", "take lamp",
    "use key", "go north", "take rose", "look", "go down", "go up", "use rose", "use bell",
    "never read"], 0)
  (lost.outcome, won.outcome, won)
}
