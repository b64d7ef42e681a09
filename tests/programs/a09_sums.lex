type Color = Red | Green | Blue
type Tree = Leaf
  | Node({ left :: Tree, val :: Int, right :: Tree })
type Wrapped = Wrap(Int)
type Only = Only()
type Pair = MkPair(Int, Str)
fn sum(t :: Tree) -> Int {
  match t { Leaf => 0, Node({ left, val, right }) => sum(left) + val + sum(right) }
}
fn unwrap(w :: Wrapped) -> Int { match w { Wrap(n) => n } }
fn only(o :: Only) -> Int { match o { Only => 1 } }
fn left(p :: Pair) -> Int { match p { MkPair(n, _) => n } }
fn main() -> (Int, Int, Int, Int, Color) {
  (sum(Node({ left: Node({ left: Leaf, val: 1, right: Leaf }), val: 2, right: Leaf })),
   unwrap(Wrap(9)), only(Only), left(MkPair(4, "z")), Blue)
}
