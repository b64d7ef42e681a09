type Light = Red | Amber | Green
fn next(l :: Light) -> Light {
  match l { Red => Green, Green => Amber }
}
fn main() -> Light { next(next(Green)) }
