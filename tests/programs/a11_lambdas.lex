fn adder(n :: Int) -> (Int) -> Int { fn (x :: Int) -> Int { x + n } }
fn curry() -> (Int) -> (Int) -> Int { fn (a :: Int) -> (Int) -> Int { fn (b :: Int) -> Int { a * 10 + b } } }
fn twice(f :: (Int) -> Int, x :: Int) -> Int { f(f(x)) }
fn thunk(f :: () -> Int) -> Int { f() }
fn main() -> List[Int] {
  let k := 100
  let ops := { bump: fn (x :: Int) -> Int { x + k }, base: 1 }
  [adder(5)(1), curry()(3)(4), twice(adder(10), 1), fn (x :: Int) -> Int { x * x }(6),
   thunk(fn () -> Int { k }), ops.bump(ops.base), (if true { adder(1) } else { adder(2) })(0)]
}
