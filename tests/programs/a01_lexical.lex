# comment line; anything up to the newline, even "quotes
import "std.str" as str   # trailing comment

fn ints() -> List[Int] { [0, 007, 1_000, 5_, 9223372036854775807] }
fn floats() -> List[Float] { [1.5, 1_0.2_5, 2e3, 2E-1, 1_2e+1, 0.5e1] }
fn text() -> Str { "tab\tq\"b\\ nl\n#not a comment" }
fn spans() -> Str { "line1
line2" }
fn semis() -> Int { let a := 1; let b := 2;; a + b; }
fn main() -> (List[Int], List[Float], Str, Str, Int) {
  (ints(), floats(), text(), spans(), semis())
}
