# The five-body solar system, n steps; each step makes five new bodies, and each body
# looks at all others. The answer is the energy in units of 1e-9, cut to an Int.
# bench: n=1000000 small=10000 warm=60000
import "std.float" as float
import "std.list" as list
import "std.math" as math

type Vector = { x :: Float, y :: Float, z :: Float }
type Body = { at :: Vector, speed :: Vector, mass :: Float }

fn body(mass :: Float, at :: Vector, speed :: Vector) -> Body {
  { at: at, speed: speed, mass: mass }
}

fn vector(x :: Float, y :: Float, z :: Float) -> Vector { { x: x, y: y, z: z } }

fn solar_system() -> List[Body] {
  [
    body(39.47841760435743, vector(0.0, 0.0, 0.0), vector(0.0, 0.0, 0.0)),
    body(0.03769367487038949,
      vector(4.841431442464721, -1.1603200440274284, -0.10362204447112311),
      vector(0.606326392995832, 2.81198684491626, -0.02521836165988763)),
    body(0.011286326131968767,
      vector(8.34336671824458, 4.124798564124305, -0.4035234171143214),
      vector(-1.0107743461787924, 1.8256623712304119, 0.008415761376584154)),
    body(0.0017237240570597112,
      vector(12.894369562139131, -15.111151401698631, -0.22330757889265573),
      vector(1.0827910064415354, 0.8687130181696082, -0.010832637401363636)),
    body(0.0020336868699246304,
      vector(15.379697114850917, -25.919314609987964, 0.17925877295037118),
      vector(0.979090732243898, 0.5946989986476762, -0.034755955550407474)),
  ]
}

# The speed of `b` after the pull of `other`; a body does not pull itself.
fn pulled(speed :: Vector, b :: Body, other :: Body, dt :: Float) -> Vector {
  let dx := b.at.x - other.at.x
  let dy := b.at.y - other.at.y
  let dz := b.at.z - other.at.z
  let square := dx * dx + dy * dy + dz * dz
  if square == 0.0 { speed } else {
    let pull := other.mass * (dt / (square * math.sqrt(square)))
    ({ x: speed.x - dx * pull, y: speed.y - dy * pull, z: speed.z - dz * pull })
  }
}

fn moved(b :: Body, bodies :: List[Body], dt :: Float) -> Body {
  let speed := list.fold(bodies, b.speed, fn (s :: Vector, other :: Body) -> Vector {
    pulled(s, b, other, dt)
  })
  let at :: Vector := {
    x: b.at.x + dt * speed.x, y: b.at.y + dt * speed.y, z: b.at.z + dt * speed.z
  }
  ({ at: at, speed: speed, mass: b.mass })
}

fn advance(n :: Int, bodies :: List[Body]) -> List[Body] {
  if n == 0 { bodies } else {
    advance(n - 1, list.map(bodies, fn (b :: Body) -> Body { moved(b, bodies, 0.01) }))
  }
}

# Half of the potential energy of a pair, as every pair is met twice.
fn potential(b :: Body, other :: Body) -> Float {
  let dx := b.at.x - other.at.x
  let dy := b.at.y - other.at.y
  let dz := b.at.z - other.at.z
  let square := dx * dx + dy * dy + dz * dz
  if square == 0.0 { 0.0 } else { 0.5 * b.mass * other.mass / math.sqrt(square) }
}

fn energy(bodies :: List[Body]) -> Float {
  list.fold(bodies, 0.0, fn (sum :: Float, b :: Body) -> Float {
    let v := b.speed
    let kinetic := 0.5 * b.mass * (v.x * v.x + v.y * v.y + v.z * v.z)
    list.fold(bodies, sum + kinetic, fn (e :: Float, other :: Body) -> Float {
      e - potential(b, other)
    })
  })
}

fn main(n :: Int) -> Int {
  float.to_int(energy(advance(n, solar_system())) * 1000000000.0)
}
