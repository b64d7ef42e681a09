# A Brainfuck interpreter. The program becomes a tree of instructions (runs of equal
# ones are merged), the tape is a zipper: the cells left of the head, nearest first,
# the cell under it, and the cells to the right.
import "std.int" as int
import "std.io" as io
import "std.list" as list
import "std.option" as option
import "std.str" as str

type Instruction =
  Change(Int)
  | Move(Int)
  | Emit
  | Read
  | Loop(List[Instruction])

type Machine = {
  left :: List[Int],
  here :: Int,
  right :: List[Int],
  input :: List[Int],
  # Backwards.
  output :: List[Int],
}
type Block = { body :: List[Instruction], rest :: List[Str] }

# Puts an instruction before those already compiled, merging it with the first.
fn joined(i :: Instruction, code :: List[Instruction]) -> List[Instruction] {
  match (i, list.head(code)) {
    (Change(a), Some(Change(b))) => list.cons(Change(a + b), list.tail(code)),
    (Move(a), Some(Move(b))) => list.cons(Move(a + b), list.tail(code)),
    _ => list.cons(i, code),
  }
}

# The instructions up to the matching `]`, or up to the end at nesting depth 0.
fn block(cs :: List[Str], depth :: Int) -> Result[Block, Str] {
  let rest := list.tail(cs)
  match option.unwrap_or(list.head(cs), "") {
    "" => if depth == 0 { Ok({ body: [], rest: [] }) } else { Err("missing ]") },
    "]" => if depth > 0 { Ok({ body: [], rest: rest }) } else { Err("unexpected ]") },
    "[" => {
      let inner := block(rest, depth + 1)?
      let after := block(inner.rest, depth)?
      Ok({ body: list.cons(Loop(inner.body), after.body), rest: after.rest })
    },
    "+" => before(Change(1), rest, depth),
    "-" => before(Change(-1), rest, depth),
    ">" => before(Move(1), rest, depth),
    "<" => before(Move(-1), rest, depth),
    "." => before(Emit, rest, depth),
    "," => before(Read, rest, depth),
    # All other characters are comments.
    _ => block(rest, depth),
  }
}

fn before(i :: Instruction, cs :: List[Str], depth :: Int) -> Result[Block, Str] {
  let after := block(cs, depth)?
  Ok({ body: joined(i, after.body), rest: after.rest })
}

fn at_head(m :: Machine, left :: List[Int], here :: Int, right :: List[Int]) -> Machine {
  { left: left, here: here, right: right, input: m.input, output: m.output }
}

# The tape is endless in both directions: what was never visited is 0.
fn moved(m :: Machine, n :: Int) -> Machine {
  if n > 0 {
    let cell := option.unwrap_or(list.head(m.right), 0)
    moved(at_head(m, list.cons(m.here, m.left), cell, list.tail(m.right)), n - 1)
  } else { if n < 0 {
    let cell := option.unwrap_or(list.head(m.left), 0)
    moved(at_head(m, list.tail(m.left), cell, list.cons(m.here, m.right)), n + 1)
  } else { m } }
}

# Cells hold 0 to 255; `%` has the sign of the dividend, hence the second addition.
fn wrapped(n :: Int) -> Int { (n % 256 + 256) % 256 }

fn step(m :: Machine, i :: Instruction) -> Machine {
  match i {
    Change(n) => at_head(m, m.left, wrapped(m.here + n), m.right),
    Move(n) => moved(m, n),
    Emit => ({ left: m.left, here: m.here, right: m.right, input: m.input,
      output: list.cons(m.here, m.output) }),
    Read => ({ left: m.left, here: option.unwrap_or(list.head(m.input), 0), right: m.right,
      input: list.tail(m.input), output: m.output }),
    # A tail call: the number of rounds is limited by the step limit only.
    Loop(body) => if m.here == 0 { m } else { step(execute(m, body), i) },
  }
}

fn execute(m :: Machine, code :: List[Instruction]) -> Machine {
  list.fold(code, m, fn (now :: Machine, i :: Instruction) -> Machine { step(now, i) })
}

fn letter(code :: Int) -> Str {
  let table := " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    + "[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~"
  if code >= 32 and code < 127 {
    str.char_at(table, code - 32)
  } else {
    "<" + int.to_str(code) + ">"
  }
}

fn run(source :: Str, input :: List[Int]) -> Result[Str, Str] {
  let program := block(str.split(source, ""), 0)?
  let start :: Machine := { left: [], here: 0, right: [], input: input, output: [] }
  let end := execute(start, program.body)
  Ok(str.join(list.map(list.reverse(end.output), fn (c :: Int) -> Str { letter(c) }), ""))
}

fn main() -> [io] List[Result[Str, Str]] {
  let hello := "++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.
    <-.<.+++.------.--------.>>+."
  let reversed := ">,[>,]<[.<]"
  let doubled := ",[->++<]>. prints twice the first input"
  let results := [run(hello, []), run(reversed, [110, 111, 100]), run(doubled, [200]),
    run("+[", []), run("+]", [])]
  list.fold(results, (), fn (_ :: Unit, r :: Result[Str, Str]) -> [io] Unit {
    match r {
      Ok(text) => io.print(text),
      Err(why) => io.print("error: " + why),
    }
  })
  results
}
