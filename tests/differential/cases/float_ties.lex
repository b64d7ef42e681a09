# Between two equally near shortest decimals, float.to_str takes the larger one;
# JSON takes the even one.
import "std.float" as float
import "std.json" as json

fn texts(xs :: List[Float], big :: Float) -> List[Str] {
  [json.stringify(xs), float.to_str(big + 0.25), float.to_str(big + 0.75),
   float.to_str(2000000000000001.25), float.to_str(140737488355328.125),
   float.to_str(140737488355328.375), float.to_str(0.0 - big - 0.25), float.to_str(2.5),
   float.to_str(0.125)]
}

fn main() -> List[Str] {
  texts([1000000000000002.25, 140737488355328.125, 2.5], 1000000000000002.0)
}
