fn inc(x :: Int) -> Int { x + 1 }
fn add(a :: Int, b :: Int) -> Int { a + b }
fn wrapped() -> Int {
  let a := 10
    + 5
    * 2
  let b := a |> inc
    |> add(100)
  let c := if b > 100
  { b }
  else
  { 0 }
  c
}
fn swallowed() -> Int {
  let x := 9
  -4          # NOT a second statement: this is 9 - 4
  x
}
fn separate() -> Int {
  inc
  (5)         # a new statement: postfix never crosses a newline
}
fn main() -> List[Int] { [wrapped(), swallowed(), separate()] }
