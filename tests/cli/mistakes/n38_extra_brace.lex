fn f(n :: Int) -> Int {
  if n > 0 { 1 } else { 2 } }
}
fn g() -> Int { 1 }
