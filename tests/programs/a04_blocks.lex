fn nothing() -> Unit { }
fn ends_in_let() -> Nil { let x := 1 }
fn rebind() -> Int { let x := 1 let x := x + 1 let x := x * 10 x }
fn discard() -> Int {
  let _ := "thrown away"
  let _ :: Int := 7
  3
}
fn inner() -> Int { { let a := 2
  a * 3 } + 1 }
fn ignored_exprs() -> Int { 1 2
  3 }
fn params(_ :: Int, _ :: Str, _named :: Int) -> Int { 5 }
fn main() -> (Unit, Nil, Int, Int, Int, Int, Int) {
  (nothing(), ends_in_let(), rebind(), discard(), inner(), ignored_exprs(), params(1, "x", 2))
}
