import "./shapes" as shapes
fn main() -> Float { shapes.area(2.0, 3.0) }
