# NaNs of different sign are different arguments to the memo, so the number of steps
# tells the signs that operations give.

fn zero() -> Float { 0.0 }
fn nan() -> Float { zero() / zero() }
fn infinity() -> Float { 1e308 * 10.0 }
fn seen(x :: Float) -> Float { x + 1.0 + 2.0 + 3.0 }

fn main() -> List[Float] {
  let first := seen(nan())
  [first, seen(5.0 % zero()), seen(5.0 % nan()), seen(5.0 % -nan()), seen(-nan() % 5.0),
   seen(-nan() % nan()), seen(-nan() % zero()), seen(infinity() % -nan()),
   seen(infinity() % 2.0), seen(-nan() / zero()), seen(nan() / zero()), seen(-nan())]
}
