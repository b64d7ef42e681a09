type Shape = Circle(Float) | Empty
fn f() -> Shape {
  Circle
}
