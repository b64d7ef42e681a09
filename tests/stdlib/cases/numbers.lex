import "std.decimal" as decimal
import "std.math" as math

type D = { coefficient :: Int, exponent :: Int }

fn curves(x :: Float) -> List[Float] {
  [math.exp(x), math.sin(x), math.cos(x), math.tan(x), math.asin(x), math.acos(x),
    math.atan(x), math.log2(x), math.log10(x)]
}

fn shape(a :: List[List[Float]], b :: List[List[Float]]) -> (Int, Int, List[Float]) {
  let d := math.sub(math.from_lists(a), math.from_lists(b))
  (math.rows(d), math.cols(d), math.to_flat(d))
}

fn constants(n :: Int) -> List[D] { [decimal.zero(), decimal.one(), decimal.from_int(n)] }

fn signs(c :: Int, e :: Int) -> List[Bool] {
  let d := decimal.decimal(c, e)
  [decimal.is_zero(d), decimal.is_positive(d), decimal.is_negative(d)]
}

fn changed(c :: Int, e :: Int) -> List[D] {
  let d := decimal.decimal(c, e)
  [decimal.negate(d), decimal.abs(d), decimal.normalize(d)]
}
