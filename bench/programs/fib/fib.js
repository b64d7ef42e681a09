// Naive Fibonacci recursion; `path` numbers the calls and decides the leaves.
function fib(n, path) {
  if (n < 2) return path % 3;
  return fib(n - 1, path * 2) + fib(n - 2, path * 2 + 1);
}

function main(n) {
  return fib(n, 1);
}

console.log(String(main(Number(process.argv[2]))));
