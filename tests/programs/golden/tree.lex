# Building and folding a binary tree of variants.
type Tree = Leaf | Node(Tree, Int, Tree)

fn build(d :: Int) -> Tree {
  match d {
    0 => Leaf,
    _ => Node(build(d - 1), d, build(d - 1)),
  }
}

fn sum(t :: Tree) -> Int {
  match t {
    Leaf => 0,
    Node(l, v, r) => sum(l) + v + sum(r),
  }
}

fn main(d :: Int) -> Int { sum(build(d)) }
