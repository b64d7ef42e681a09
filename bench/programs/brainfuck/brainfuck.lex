# An interpreter for Brainfuck runs a program n times; the code is a tree of variants, the
# tape two lists with a cell between them. The answer is a checksum of the output. The
# functions declare an effect, because all rounds are alike and would come from the memo.
# bench: n=100000 small=600 warm=1000
import "std.list" as list
import "std.str" as str

type Op = Add(Int) | Move(Int) | Out | Loop(List[Op])
type Machine = { left :: List[Int], cell :: Int, right :: List[Int], sum :: Int }

# The operations from position i up to a "]" or the end, and where that is.
fn parse(code :: Str, i :: Int, done :: List[Op]) -> [io] (List[Op], Int) {
  if i >= str.len(code) { (list.reverse(done), i) } else {
    match str.char_at(code, i) {
      "+" => parse(code, i + 1, list.cons(Add(1), done)),
      "-" => parse(code, i + 1, list.cons(Add(255), done)),
      ">" => parse(code, i + 1, list.cons(Move(1), done)),
      "<" => parse(code, i + 1, list.cons(Move(0 - 1), done)),
      "." => parse(code, i + 1, list.cons(Out, done)),
      "[" => match parse(code, i + 1, []) {
        (body, end) => parse(code, end + 1, list.cons(Loop(body), done)),
      },
      _ => (list.reverse(done), i),
    }
  }
}

fn first(cells :: List[Int]) -> [io] Int {
  match list.head(cells) { None => 0, Some(cell) => cell }
}

fn step(m :: Machine, op :: Op) -> [io] Machine {
  match op {
    Add(k) => { left: m.left, cell: (m.cell + k) % 256, right: m.right, sum: m.sum },
    Move(1) => {
      left: list.cons(m.cell, m.left), cell: first(m.right), right: list.tail(m.right),
      sum: m.sum
    },
    Move(_) => {
      left: list.tail(m.left), cell: first(m.left), right: list.cons(m.cell, m.right),
      sum: m.sum
    },
    Out => { left: m.left, cell: m.cell, right: m.right,
             sum: (m.sum * 31 + m.cell) % 1000003 },
    Loop(body) => loop(body, m),
  }
}

fn loop(body :: List[Op], m :: Machine) -> [io] Machine {
  if m.cell == 0 { m } else { loop(body, run(body, m)) }
}

fn run(ops :: List[Op], m :: Machine) -> [io] Machine {
  list.fold(ops, m, fn (before :: Machine, op :: Op) -> [io] Machine { step(before, op) })
}

fn repeat(ops :: List[Op], n :: Int, sum :: Int) -> [io] Int {
  if n == 0 { sum } else {
    let after := run(ops, { left: [], cell: 0, right: [], sum: sum })
    repeat(ops, n - 1, after.sum)
  }
}

fn main(n :: Int) -> [io] Int {
  let hello := "++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>"
  let code := hello + ".<-.<.+++.------.--------.>>+.>++."
  match parse(code, 0, []) { (ops, end) => repeat(ops, n, 0) }
}
