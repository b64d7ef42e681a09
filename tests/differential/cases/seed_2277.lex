import "std.float" as float
import "std.int" as int
import "std.io" as io
import "std.json" as json
import "std.list" as list
import "std.map" as map
import "std.option" as option
import "std.result" as result
import "std.str" as str
type R1 = { g :: Int }
fn mkR1(g :: Int) -> R1 { { g: g } }
type U2 = C3 | C4(Int, Bool)
type U5 = C6 | C7 | C8(Bool, Int) | C9
fn f12(a10 :: Int) -> List[U5] {
  let v11 := map.get((if (a10 < a10) { option.unwrap_or_else(None, fn () -> Map[Str, R1] { map.from_list([]) }) } else { map.from_list([]) }), (str.char_at("lex", a10) + float.to_str(0.5)))
  list.map(list.range(0, 50), fn (p13 :: Int) -> U5 { C6 })
}
fn main() -> [io] R1 {
  let v14 := (1 / 97)
  let v21 := json.stringify(f12(map.size(map.from_list([("s", [])]))))
  io.print(v21)
  let v22 := json.stringify(result.unwrap_or_else((if false { result.map((if true { Err("q\"") } else { Ok(v14) }), fn (p15 :: Int) -> Result[R1, Str] { Err("b") }) } else { result.map((match int.abs(v14) { -1 => Ok("12"), -1 => Ok(" pad "), -1 => Ok("zz top"), m16 => Err("q\""), }), fn (p17 :: Str) -> Result[R1, Str] { Ok(mkR1(1)) }) }), fn (p18 :: Str) -> Result[R1, Str] { option.ok_or(option.or_else(Some(mkR1(v14)), fn () -> Option[R1] { Some(mkR1(1)) }), str.slice(" pad ", 3, 6)) }))
  io.print(v22)
  let v23 := json.stringify(str.join(list.sort_by([json.stringify([true]), json.stringify(Some("ab"))], fn (p19 :: Str) -> [io] Int { io.print((match str.trim(p19) { "12" => "12", "Hello" => p19, "x,y" => p19, _ => p19, }))
  result.unwrap_or_else(Ok(v14), fn (p20 :: Str) -> Int { 1 }) }), f"<{int.to_str(v14)}|{int.to_str(v14)}>"))
  io.print(v23)
  mkR1(3)
}
