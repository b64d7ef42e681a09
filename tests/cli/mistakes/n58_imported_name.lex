import "./shapes" as shapes
fn main() -> Float { shapes.aera(2.0) }
