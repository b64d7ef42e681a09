import "std.int" as int
import "std.io" as io
import "std.json" as json
import "std.list" as list
import "std.map" as map
import "std.option" as option
import "std.result" as result
import "std.set" as set
import "std.str" as str
fn pair[T, U](a :: T, b :: U) -> (T, U) { (a, b) }
fn pick[T](c :: Bool, a :: T, b :: T) -> T { if c { a } else { b } }
fn rec3(a1 :: Int, a2 :: Float) -> Float {
  if a1 <= 0 { list.fold(list.range(0, 3), a2, fn (p4 :: Float, p5 :: Int) -> Float { a2 }) } else { let v6 := rec3(a1 - 1, a2)
  1e-7 }
}
fn f8() -> Float {
  let v7 := str.starts_with(result.unwrap_or(Err("lex"), str.slice("", 3, 6)), str.to_lower((if true { "3.5" } else { "-7" })))
  0.0
}
fn main() -> [io] Float {
  let v9 := set.add((if (if true { false } else { true }) { set.from_list([]) } else { set.delete(set.from_list(["s"]), "12") }), pick(("3.5" < "ab"), str.concat("12", "€"), ""))
  let v12 := (set.size((match Some(pair(1, "s")) { Some((2, "Hello")) => v9, Some(m10) => v9, None => v9, m11 => v9, })) % 3)
  let v15 :: Option[Int] := option.and_then(Some((match int.abs(v12) { -1 => 2.25, 0 => 0.0, 1 => 0.0, m13 => 123456.789, })), fn (p14 :: Float) -> Option[Int] { str.to_int("12") })
  let v16 := 1e-7
  let v19 := json.stringify(rec3(5, v16))
  io.print(v19)
  let v20 := json.stringify(f8())
  io.print(v20)
  let v21 := json.stringify(set.has((match map.get(map.from_list([("s", v12)]), (if true { "€" } else { "Hello" })) { Some(_) => set.from_list(str.split("€", "lex")), Some(_) => set.from_list(list.sort_by(["tab\t"], fn (p18 :: Str) -> Str { str.slice(p18, 0, 40) })), m17 => v9, }), "-7"))
  io.print(v21)
  let v22 := json.stringify("€")
  io.print(v22)
  1e16
}
