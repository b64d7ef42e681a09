type Shape = Circle(Float) | Empty
fn f(name :: Str) -> Shape {
  Circle(name)
}
