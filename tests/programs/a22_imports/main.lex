import "./shapes" as sh
import "./shapes.lex" as again
import "./util" as util
fn helper(n :: Int) -> Int { n + 1000 }
fn kind(s :: sh.Shape) -> Int { match s { sh.Sq(n) => n, sh.Unit2 => -1 } }
fn local_wins(sh :: { area :: Int }) -> Int { sh.area }
fn main() -> List[Int] {
  let r :: again.Id := { id: 6 }
  [sh.area(sh.Sq(3)), again.area(Sq(2)), sh.area(Unit2), sh.shadowed(4), sh.fnref()(5), helper(1),
   kind(sh.Unit2), local_wins({ area: 77 }), util.one(), r.id, sh.Sq(2) |> sh.area]
}
