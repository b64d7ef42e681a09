# A desk calculator: tokens, a precedence-climbing parser and an evaluator.
# Every stage answers a Result, so that `?` carries the first problem out.
import "std.int" as int
import "std.io" as io
import "std.list" as list
import "std.map" as map
import "std.option" as option
import "std.str" as str

type Token = Num(Int) | Name(Str) | Sign(Str) | End
type Expr =
  Const(Int)
  | Var(Str)
  | Negate(Expr)
  | Binary(Str, Expr, Expr)

type Step = { expr :: Expr, rest :: List[Token] }
type Session = { vars :: Map[Str, Int], shown :: List[Str] }

fn is_digit(c :: Str) -> Bool { c >= "0" and c <= "9" }
fn is_letter(c :: Str) -> Bool { c >= "a" and c <= "z" }

# The end of the run of characters that satisfy `keep`.
fn span(text :: Str, at :: Int, keep :: (Str) -> Bool) -> Int {
  if keep(str.char_at(text, at)) { span(text, at + 1, keep) } else { at }
}

fn tokens(text :: Str, at :: Int, seen :: List[Token]) -> Result[List[Token], Str] {
  let c := str.char_at(text, at)
  if at >= str.len(text) {
    Ok(list.reverse(seen))
  } else { if c == " " {
    tokens(text, at + 1, seen)
  } else { if is_digit(c) {
    let stop := span(text, at, fn (d :: Str) -> Bool { is_digit(d) })
    match str.to_int(str.slice(text, at, stop)) {
      Some(n) => tokens(text, stop, list.cons(Num(n), seen)),
      None => Err("number too large"),
    }
  } else { if is_letter(c) {
    let stop := span(text, at, fn (d :: Str) -> Bool { is_letter(d) })
    tokens(text, stop, list.cons(Name(str.slice(text, at, stop)), seen))
  } else { if str.contains("+-*/%^()=", c) {
    tokens(text, at + 1, list.cons(Sign(c), seen))
  } else {
    Err(f"strange character '{c}'")
  } } } } }
}

fn next(ts :: List[Token]) -> Token { option.unwrap_or(list.head(ts), End) }

fn spelled(t :: Token) -> Str {
  match t {
    Num(n) => int.to_str(n),
    Name(s) => s,
    Sign(s) => f"'{s}'",
    End => "end of line",
  }
}

# How strongly an operator binds; 0 for a token that is no binary operator.
fn strength(t :: Token) -> Int {
  match t {
    Sign("+") => 1,
    Sign("-") => 1,
    Sign("*") => 2,
    Sign("/") => 2,
    Sign("%") => 2,
    Sign("^") => 3,
    _ => 0,
  }
}

fn primary(ts :: List[Token]) -> Result[Step, Str] {
  let rest := list.tail(ts)
  match next(ts) {
    Num(n) => Ok({ expr: Const(n), rest: rest }),
    Name(s) => Ok({ expr: Var(s), rest: rest }),
    Sign("-") => {
      let inner := primary(rest)?
      Ok({ expr: Negate(inner.expr), rest: inner.rest })
    },
    Sign("(") => {
      let inner := binary(rest, 1)?
      match next(inner.rest) {
        Sign(")") => Ok({ expr: inner.expr, rest: list.tail(inner.rest) }),
        other => Err(f"expected ')', got {spelled(other)}"),
      }
    },
    other => Err(f"expected a value, got {spelled(other)}"),
  }
}

fn binary(ts :: List[Token], least :: Int) -> Result[Step, Str] {
  let left := primary(ts)?
  continue(left.expr, left.rest, least)
}

# Extends `left` by all operators that bind at least as strongly as `least`.
fn continue(left :: Expr, ts :: List[Token], least :: Int) -> Result[Step, Str] {
  let own := strength(next(ts))
  match next(ts) {
    Sign(op) => if own >= least and own > 0 {
      # `^` groups to the right, all others to the left.
      let right := binary(list.tail(ts), if op == "^" { own } else { own + 1 })?
      continue(Binary(op, left, right.expr), right.rest, least)
    } else { Ok({ expr: left, rest: ts }) },
    _ => Ok({ expr: left, rest: ts }),
  }
}

fn power(base :: Int, exponent :: Int) -> Int {
  if exponent == 0 { 1 } else {
    let half := power(base, exponent / 2)
    half * half * if exponent % 2 == 1 { base } else { 1 }
  }
}

fn apply(op :: Str, a :: Int, b :: Int) -> Result[Int, Str] {
  match op {
    "+" => Ok(a + b),
    "-" => Ok(a - b),
    "*" => Ok(a * b),
    "/" => if b == 0 { Err("division by zero") } else { Ok(a / b) },
    "%" => if b == 0 { Err("modulo by zero") } else { Ok(a % b) },
    _ => if b < 0 { Err("negative exponent") } else { Ok(power(a, b)) },
  }
}

fn eval(e :: Expr, vars :: Map[Str, Int]) -> Result[Int, Str] {
  match e {
    Const(n) => Ok(n),
    Var(s) => option.ok_or(map.get(vars, s), f"unknown name {s}"),
    Negate(x) => Ok(-eval(x, vars)?),
    Binary(op, x, y) => apply(op, eval(x, vars)?, eval(y, vars)?),
  }
}

fn whole(ts :: List[Token], vars :: Map[Str, Int]) -> Result[Int, Str] {
  let step := binary(ts, 1)?
  match next(step.rest) {
    End => eval(step.expr, vars),
    other => Err(f"unexpected {spelled(other)}"),
  }
}

fn show(shown :: List[Str], line :: Str, answer :: Str) -> List[Str] {
  list.cons(line + "  =>  " + answer, shown)
}

# One line of input: an assignment `name = expression` or an expression.
fn enter(s :: Session, line :: Str) -> Session {
  let failed := fn (why :: Str) -> Session {
    { vars: s.vars, shown: show(s.shown, line, "error: " + why) }
  }
  match tokens(line, 0, []) {
    Err(why) => failed(why),
    Ok(ts) => match (next(ts), next(list.tail(ts))) {
      (Name(n), Sign("=")) => match whole(list.tail(list.tail(ts)), s.vars) {
        Ok(v) => ({ vars: map.set(s.vars, n, v),
          shown: show(s.shown, line, int.to_str(v)) }),
        Err(why) => failed(why),
      },
      _ => match whole(ts, s.vars) {
        Ok(v) => ({ vars: s.vars, shown: show(s.shown, line, int.to_str(v)) }),
        Err(why) => failed(why),
      },
    },
  }
}

fn main() -> [io] Map[Str, Int] {
  let lines := ["1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "-2 ^ 2", "x = 7 - 4 - 2",
    "y = x * -10 + 100 % 7", "x * y", "10 / (x - 1)", "2 * (3 + 4", "z + 1", "3 $ 4",
    "2 ^ (0 - 1)", "1 2", "big = 3 ^ 39"]
  let start :: Session := { vars: map.new(), shown: [] }
  let end := list.fold(lines, start, fn (s :: Session, line :: Str) -> Session {
    enter(s, line)
  })
  io.print(str.join(list.reverse(end.shown), "\n"))
  end.vars
}
