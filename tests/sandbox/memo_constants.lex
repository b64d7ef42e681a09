# tries: to get the remembered result of a closure with another constant
# stopped: the memo compares the bodies of closures
# exit: 0
# stdout: [1,2,1,2]

fn call(f :: () -> Int) -> Int { f() }

fn main() -> List[Int] {
  let one := fn () -> Int { 1 }
  let two := fn () -> Int { 2 }
  [call(one), call(two), call(one), call(two)]
}
