import "std.int" as int
import "std.io" as io
import "std.json" as json
import "std.list" as list
import "std.map" as map
import "std.set" as set
import "std.str" as str
fn pick[T](c :: Bool, a :: T, b :: T) -> T { if c { a } else { b } }
fn loop1(a2 :: Int, a3 :: Int) -> Int {
  if a2 <= 0 { a3 } else { loop1((a2 - 1), 1) }
}
fn main() -> [io] Set[Int] {
  io.print((if map.has(map.from_list([]), 100) { (match Some([]) { Some(m4) => "x,y", Some(m5) => "-7", None => "lex", m6 => "€", }) } else { ("€" + "hé") }))
  let v10 := pick((match (if false { Err("q\"") } else { Ok("3.5") }) { Ok("12") => false, Ok(m7) => true, Err(m8) => (m8 < m8), m9 => (if true { true } else { true }), }), str.len(("b" + "")), (loop1(1, 4611686018427387904) - loop1((int.abs(393) % 5), 0)))
  let v12 := list.filter(list.tail([]), fn (p11 :: (Bool, Str, Int)) -> Bool { (true or true) })
  let v16 := json.stringify((4 |> loop1(((v10 % v10) % 2))))
  io.print(v16)
  let v17 := json.stringify(Err((json.stringify(("ab" + "b")) + "ab")))
  io.print(v17)
  let v18 := json.stringify(str.to_int(str.slice(list.fold(list.filter(list.concat([], [Err("s")]), fn (p13 :: Result[Bool, Str]) -> [io] Bool { io.print(int.to_str(v10))
  false }), str.replace(str.join(["ab"], "a"), (if false { "-7" } else { "a" }), ("lex" + "q\"")), fn (p14 :: Str, p15 :: Result[Bool, Str]) -> [io] Str { io.print("a")
  str.slice("€", 0, 40) }), 0, 40)))
  io.print(v18)
  set.from_list(set.to_list(set.union(set.from_list([]), set.from_list([]))))
}
