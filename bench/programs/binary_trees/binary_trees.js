// Builds and walks complete binary trees of depth 12, n times.
function build(item, depth) {
  if (depth === 0) return { left: null, item, right: null };
  return { left: build(2 * item - 1, depth - 1), item, right: build(2 * item, depth - 1) };
}

function check(tree) {
  if (tree.left === null) return tree.item;
  return (tree.item + check(tree.left) + check(tree.right)) % 1000003;
}

function main(n) {
  let total = 0;
  for (; n > 0; n--) {
    total = (total + check(build(n, 12))) % 1000003;
  }
  return total;
}

console.log(String(main(Number(process.argv[2]))));
