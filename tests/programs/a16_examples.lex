fn clamp(n :: Int, lo :: Int, hi :: Int) -> Int
  examples {
    clamp(5, 0, 10) => 5,
    clamp(-1, 0, 10) => 0,
    anything_callable(99, 0, 10) => 5 + 5,
  }
{
  if n < lo { lo } else { if n > hi { hi } else { n } }
}
fn examples(examples :: Int) -> Int { examples + 1 }
fn main() -> List[Int] { [clamp(50, 0, 9), examples(1)] }
