# tries: to have a small value with a huge number of paths compared
# stopped: the time limit, inside the comparison
# run: --timeout 0.3 FILE
# exit: 1
# stderr: error: runtime: time limit exceeded (300 ms)

type Tree = Leaf | Node(Tree, Tree)

fn grow(n :: Int, t :: Tree) -> Tree { if n == 0 { t } else { grow(n - 1, Node(t, t)) } }

fn main() -> Bool { grow(60, Leaf) == grow(60, Leaf) }
