# option.* and result.* that take closures.
import "std.option" as option
import "std.result" as result

fn inc(n :: Int) -> Int { n + 1 }
fn half(n :: Int) -> Option[Int] {
  match n % 2 {
    0 => Some(n / 2),
    _ => None,
  }
}
fn positive(n :: Int) -> Result[Int, Str] {
  if n > 0 { Ok(n) } else { Err("not positive") }
}

fn option_map_some() -> Option[Int] { option.map(Some(4), inc) }
fn option_map_none() -> Option[Int] { option.map(None, inc) }
fn option_and_then_some() -> Option[Int] { option.and_then(Some(4), half) }
fn option_and_then_odd() -> Option[Int] { option.and_then(Some(5), half) }
fn option_and_then_none() -> Option[Int] { option.and_then(None, half) }
fn option_or_else_some() -> Option[Int] { option.or_else(Some(1), fn () -> Option[Int] { Some(2) }) }
fn option_or_else_none() -> Option[Int] { option.or_else(None, fn () -> Option[Int] { Some(2) }) }
fn option_unwrap_or_else_some() -> Int { option.unwrap_or_else(Some(1), fn () -> Int { 2 }) }
fn option_unwrap_or_else_none() -> Int { option.unwrap_or_else(None, fn () -> Int { 2 }) }
fn option_unwrap_or() -> Int { option.unwrap_or(None, 3) }

fn result_map_ok() -> Result[Int, Str] { result.map(Ok(4), inc) }
fn result_map_err_side() -> Result[Int, Str] { result.map(Err("e"), inc) }
fn result_and_then_ok() -> Result[Int, Str] { result.and_then(Ok(4), positive) }
fn result_and_then_bad() -> Result[Int, Str] { result.and_then(Ok(0 - 4), positive) }
fn result_and_then_err() -> Result[Int, Str] { result.and_then(Err("e"), positive) }
fn result_map_err_ok() -> Result[Int, Int] { result.map_err(Ok(4), inc) }
fn result_map_err_err() -> Result[Int, Int] { result.map_err(Err(4), inc) }
fn result_or_else_ok() -> Result[Int, Str] { result.or_else(Ok(1), fn (e :: Str) -> Result[Int, Str] { Ok(2) }) }
fn result_or_else_err() -> Result[Int, Int] { result.or_else(Err(7), fn (e :: Int) -> Result[Int, Int] { Ok(e) }) }
fn result_unwrap_or_else_ok() -> Int { result.unwrap_or_else(Ok(1), fn (e :: Int) -> Int { e }) }
fn result_unwrap_or_else_err() -> Int { result.unwrap_or_else(Err(7), fn (e :: Int) -> Int { e }) }

fn try_ok() -> Result[Int, Str] {
  let x := positive(3)?
  Ok(x + 1)
}
fn try_err() -> Result[Int, Str] {
  let x := positive(0)?
  Ok(x + 1)
}
fn try_inside_operand() -> Result[Int, Str] { Ok(1 + positive(0)? * 2) }
