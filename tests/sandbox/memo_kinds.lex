# tries: to get the remembered result of a value of another kind with the same content
# stopped: the memo compares the kinds of values
# exit: 0
# stdout: ["{\"a\":1}","[1]","{\"$variant\":\"A\",\"args\":[1]}","{\"b\":1}","1","1.0","\"1\"","[1]"]

import "std.json" as json

type V = A(Int) | B(Int)

fn text[T](x :: T) -> Str { json.stringify(x) }

fn main() -> List[Str] {
  [text({ a: 1 }), text([1]), text(A(1)), text({ b: 1 }), text(1), text(1.0), text("1"), text([1])]
}
