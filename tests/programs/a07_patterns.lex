type Shape = Circle({ r :: Int }) | Rect({ w :: Int, h :: Int }) | Seg(Int, Int) | Dot
fn size(s :: Shape) -> Int {
  match s {
    Circle({ r }) => 3 * r * r,
    Rect({ w, h: height }) => w * height,
    Seg(a, b,) => b - a,
    Dot => 0,
  }
}
fn deep(p :: (Option[Shape], Int)) -> Int {
  match p {
    (Some(Circle({ r: 1 })), _) => 1,
    (Some(Seg(0, n)), (m)) => n + m,
    (Some(Dot()), k) => k,
    (None, 5) => 55,
    anything => 99,
  }
}
fn main() -> List[Int] {
  [size(Circle({ r: 2 })), size(Rect({ h: 3, w: 4 })), size(Seg(3, 10)), size(Dot),
   deep((Some(Circle({ r: 1 })), 0)), deep((Some(Seg(0, 4)), 6)), deep((Some(Dot), 8)),
   deep((None, 5)), deep((None, 6))]
}
