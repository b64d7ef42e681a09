fn i(n :: Int) -> Str { match n { -1 => "m1", 0 => "zero", 1_0 => "ten", _ => "other" } }
fn f(x :: Float) -> Str { match x { - 2.5 => "a", 1e3 => "b", _ => "c" } }
fn s(t :: Str) -> Int { match t { "" => 0, "x\ty" => 1, other => 2 } }
fn b(v :: Bool) -> Int { match v { true => 1, false => 0 } }
fn u(v :: Unit) -> Int { match v { () => 7 } }
fn main() -> List[Str] { [i(-1), i(0), i(10), i(3), f(-2.5), f(1000.0), f(0.0)] }
fn rest() -> List[Int] { [s(""), s("x\ty"), s("q"), b(true), b(false), u(())] }
