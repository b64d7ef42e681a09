// A loop that calls a closure twice in each round.
function sumApply(f, n, total) {
  while (n !== 0) {
    total = (total + f(n) + f(n + 1)) % 1000003;
    n -= 1;
  }
  return total;
}

function main(n) {
  const base = n + 7;
  return sumApply((x) => x * 2 + base, n, 0);
}

console.log(String(main(Number(process.argv[2]))));
