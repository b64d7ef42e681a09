import "std.flow" as flow
import "std.parser" as parser
import "std.str" as str

fn pair(s :: Str) -> Result[(Str, Str), { pos :: Int, message :: Str }] {
  parser.run(parser.seq(parser.digit(), parser.alpha()), s)
}

fn spaced(s :: Str) -> Result[(Option[Str], Str), { pos :: Int, message :: Str }] {
  parser.run(parser.seq(parser.optional(parser.whitespace()), parser.digit()), s)
}

fn doubled(s :: Str) -> Result[Str, { pos :: Int, message :: Str }] {
  parser.run(parser.and_then(parser.alpha(), fn (c :: Str) -> Parser[Str] { parser.char(c) }), s)
}

fn retried(tries :: Int) -> [time] Result[Str, Str] {
  let f := flow.retry_with_backoff(fn (s :: Str) -> Result[Str, Str] {
    if str.is_empty(s) { Err("empty") } else { Ok(str.concat(s, "!")) }
  }, tries, 1)
  f("go")
}

fn given_up(tries :: Int) -> [time] Result[Str, Str] {
  let f := flow.retry_with_backoff(fn (s :: Str) -> Result[Str, Str] { Err(s) }, tries, 1)
  f("no")
}
