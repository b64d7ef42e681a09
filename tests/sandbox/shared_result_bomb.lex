# tries: to have a small result with a huge text printed
# stopped: the memory limit, while the text is made
# run: --max-memory 64M FILE
# exit: 1
# stderr: error: ...memory limit exceeded (67108864 bytes)

type Tree = Leaf | Node(Tree, Tree)

fn tree(n :: Int, t :: Tree) -> Tree { if n == 0 { t } else { tree(n - 1, Node(t, t)) } }

fn main() -> Tree { tree(60, Leaf) }
