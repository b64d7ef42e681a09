# Builds and walks complete binary trees of depth 12, n times. The items make every
# tree different, so that none comes from the memo.
# bench: n=800 small=60 warm=50
type Tree = Leaf(Int) | Node(Tree, Int, Tree)

fn build(item :: Int, depth :: Int) -> Tree {
  if depth == 0 { Leaf(item) } else {
    Node(build(2 * item - 1, depth - 1), item, build(2 * item, depth - 1))
  }
}

fn check(tree :: Tree) -> Int {
  match tree {
    Leaf(item) => item,
    Node(left, item, right) => (item + check(left) + check(right)) % 1000003,
  }
}

fn repeat(n :: Int, total :: Int) -> Int {
  if n == 0 { total } else { repeat(n - 1, (total + check(build(n, 12))) % 1000003) }
}

fn main(n :: Int) -> Int { repeat(n, 0) }
