# An n by n picture of five spheres with light and shadow; the answer is a checksum of the
# brightness of the points. The functions declare an effect, because some are called with
# the same vectors again and would use the memo.
# bench: n=2000 small=120 warm=300
import "std.float" as float
import "std.int" as int
import "std.list" as list
import "std.math" as math

type Vec = { x :: Float, y :: Float, z :: Float }
type Sphere = { at :: Vec, radius :: Float, shine :: Float }
type Hit = { distance :: Float, at :: Vec, radius :: Float, shine :: Float }

fn vec(x :: Float, y :: Float, z :: Float) -> [io] Vec { { x: x, y: y, z: z } }
fn add(a :: Vec, b :: Vec) -> [io] Vec { { x: a.x + b.x, y: a.y + b.y, z: a.z + b.z } }
fn sub(a :: Vec, b :: Vec) -> [io] Vec { { x: a.x - b.x, y: a.y - b.y, z: a.z - b.z } }
fn scale(a :: Vec, k :: Float) -> [io] Vec { { x: a.x * k, y: a.y * k, z: a.z * k } }
fn dot(a :: Vec, b :: Vec) -> [io] Float { a.x * b.x + a.y * b.y + a.z * b.z }
fn unit(a :: Vec) -> [io] Vec { scale(a, 1.0 / math.sqrt(dot(a, a))) }

fn sphere(x :: Float, y :: Float, z :: Float, radius :: Float, shine :: Float) -> [io] Sphere {
  { at: vec(x, y, z), radius: radius, shine: shine }
}

fn scene() -> [io] List[Sphere] {
  [
    sphere(0.0, 0.0, 5.0, 1.0, 0.9), sphere(1.5, 0.5, 4.0, 0.5, 0.7),
    sphere(-1.5, -0.3, 4.5, 0.7, 0.8), sphere(0.3, 1.2, 3.5, 0.3, 0.5),
    sphere(0.0, -101.0, 5.0, 100.0, 0.6),
  ]
}

# How far along the ray the sphere is, or 0.0.
fn meets(s :: Sphere, from :: Vec, toward :: Vec) -> [io] Float {
  let offset := sub(s.at, from)
  let along := dot(offset, toward)
  let inside := along * along - dot(offset, offset) + s.radius * s.radius
  if inside < 0.0 { 0.0 } else {
    let distance := along - math.sqrt(inside)
    if distance < 0.001 { 0.0 } else { distance }
  }
}

fn nearest(spheres :: List[Sphere], from :: Vec, toward :: Vec) -> [io] Hit {
  let none :: Hit := { distance: 0.0, at: from, radius: 0.0, shine: 0.0 }
  list.fold(spheres, none, fn (best :: Hit, s :: Sphere) -> [io] Hit {
    let distance := meets(s, from, toward)
    if distance == 0.0 { best } else {
      if best.distance == 0.0 or distance < best.distance {
        ({ distance: distance, at: s.at, radius: s.radius, shine: s.shine })
      } else { best }
    }
  })
}

fn brightness(spheres :: List[Sphere], toward :: Vec, light :: Vec) -> [io] Float {
  let eye := vec(0.0, 0.0, 0.0)
  let hit := nearest(spheres, eye, toward)
  if hit.distance == 0.0 { 0.1 } else {
    let place := add(eye, scale(toward, hit.distance))
    let normal := scale(sub(place, hit.at), 1.0 / hit.radius)
    let facing := dot(normal, light)
    if facing < 0.0 { 0.05 } else {
      let shadow := nearest(spheres, place, light)
      if shadow.distance == 0.0 { 0.05 + hit.shine * facing } else { 0.05 }
    }
  }
}

fn row(spheres :: List[Sphere], light :: Vec, n :: Int, x :: Int, y :: Int,
       sum :: Int) -> [io] Int {
  if x == n { sum } else {
    let dx := (2.0 * int.to_float(x) + 1.0) / int.to_float(n) - 1.0
    let dy := 1.0 - (2.0 * int.to_float(y) + 1.0) / int.to_float(n)
    let shade := brightness(spheres, unit(vec(dx, dy, 1.5)), light)
    row(spheres, light, n, x + 1, y, (sum * 31 + float.to_int(shade * 255.0)) % 1000003)
  }
}

fn rows(spheres :: List[Sphere], light :: Vec, n :: Int, y :: Int, sum :: Int) -> [io] Int {
  if y == n { sum } else {
    rows(spheres, light, n, y + 1, row(spheres, light, n, 0, y, sum))
  }
}

fn main(n :: Int) -> [io] Int { rows(scene(), unit(vec(0.6, 0.9, -0.7)), n, 0, 0) }
