import "std.int" as int
import "std.io" as io
import "std.json" as json
import "std.list" as list
import "std.result" as result
import "std.set" as set
import "std.str" as str
fn pick[T](c :: Bool, a :: T, b :: T) -> T { if c { a } else { b } }
type U1 = C2 | C3(Int, U1)
type U4 = C5 | C6 | C7 | C8
fn build9(a10 :: Int, a11 :: Int) -> U1 {
  if a10 <= 0 { C2 } else { match (result.unwrap_or_else(result.map(Ok("q\""), fn (p12 :: Str) -> Int { 2 }), fn (p13 :: Str) -> Int { a10 }) % 2) { 0 => C2, _ => C3(100, build9(a10 - 1, a11 * 3 + 2)), } }
}
fn fold14(a15 :: U1) -> Int {
  match a15 { C2 => {
  list.fold(list.map(list.reverse([]), fn (p16 :: List[Int]) -> Bool { true }), 3, fn (p17 :: Int, p18 :: Bool) -> Int { (p17 + p17) })
  }, C3(m19, m20) => {
  let v21 := fold14(m20)
  1000000007
  }, }
}
fn rec24(a22 :: Int, a23 :: Str) -> Int {
  if a22 <= 0 { (match int.abs(2) { 3 => a22, m25 => pick(false, m25, m25), }) } else { let v26 := rec24(a22 - 1, a23)
  let v27 := rec24(a22 - 2, a23)
  7 }
}
fn main() -> [io] Str {
  let v30 := ((list.fold([C2], 0, fn (p28 :: Int, p29 :: U1) -> Int { p28 }) / 2) < ((7 - 2) % 97))
  let v33 := json.stringify(build9(0, set.size(pick(v30, set.from_list([]), set.from_list([])))))
  io.print(v33)
  let v34 := json.stringify(fold14(C3(pick(v30, 2, 100), C3(0, C2))))
  io.print(v34)
  let v35 := json.stringify(rec24((int.abs(list.fold([], 100, fn (p31 :: Int, p32 :: Int) -> Int { p31 })) % 9), (str.join(["a"], "ab") + "none")))
  io.print(v35)
  let v36 := json.stringify(str.char_at(str.join([], pick((v30 and v30), (if v30 { "ab" } else { "tab\t" }), (" pad " + ""))), 1))
  io.print(v36)
  let v37 := json.stringify((pick((str.concat("12", "Hello") != (if v30 { "q\"" } else { "tab\t" })), 0, (rec24(1, "12") / fold14(C2))) % 10))
  io.print(v37)
  "lex"
}
