type Shape = Circle(Float) | Square(Float)
fn area(s :: Shape) -> Float {
  match s {
    Circle(r) => r,
    Sqare(a) => a
  }
}
