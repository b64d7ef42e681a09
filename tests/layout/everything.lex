# A program with every form of the grammar.

# The imports.
import "std.list" as list
import "std.str" as str   # texts
import "./other" as o

type Shape = Circle(Float) | Rect(Float, Float) | Group((Int, Int), List[Shape]) | Empty
# after a union
type Only = Only()
type Alias = List[Str]
type Point = { x :: Int, y :: Int }
type Wide = { ...Point, z :: Int }
type Positive = Int{n | n > 0 and n < 1_000}
type Pick[T, U] = { first :: T, run :: (T, U) -> [io, net("h"), budget(5) | E] (T) }
type Odd = ((Int) -> [io] Int){f | true}
type Twice = (Int{n | n > 0}){m | m < 9}
type None2 = {}

fn twice(n :: Int, _ :: Int) -> Int
  examples { twice(1, 2) => 2, twice(-1, 2) => (0 - 2), }
{ n + n }

fn area[T](shape :: Shape, scale :: (T, Float)) -> [io, fs | E] Float {
  let _ := 1; let half :: Float := 0.50
  half
  (-half)
  ((-half) + 1.0)
  let point := { x: 1, y: (2) };
  let same := { point, }; let none := {}
  match shape {
    Circle(r) => r * r * 3.14e0, Rect(w, h) => { let a := w * h; a }
    , Group((a, b), _) => { (half) },
    geo.Empty => -(1.0 + 2.0) * -half,
    { x: 1, y } => not (true and false) or not not true,
    -1 => f"text {half + 1.0} {str.concat(\"a\", \"b\")}" ,
    other => "a\n\"b\"
c",
  }
  (fn (n :: Int, m :: Int) -> [io] Int { n })(1, 2)
  let piped := [1, 2, 3] |> list.map(fn (n :: Int) -> Int { n + 1 }) |> list.fold(0, add) |> (a |> b)
  let plain := ((1 + 2) * 3 - (4 - 5)) / (6 / 7) == 8 or (a or b) and c
  let one := (1,)
  let cast := (half :: Float)
  let neg := (-half).abs? + (- - half) + (not ok)?
  if a |> b { () } else { if x { y } else { { z } } }
}
# the end
