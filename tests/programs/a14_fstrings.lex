import "std.str" as str
import "std.int" as int
fn main(name :: Str, n :: Int) -> List[Str] {
  let u := { nick: "Al" }
  [f"", f"plain } text", f"{name}", f"hi {name}!", f"{name}{u.nick}", f"n={int.to_str(n + 1)}\t.",
   f"{if n > 1 { \"many\" } else { \"one\" }} left", f"{ f\"<{name}>\" }"]
}
fn not_a_string(n :: Int) -> Int { f"{n * 2}" }
