// A list of four numbers through three maps and a fold, n times.
function handle(n) {
  const xs = [n, n + 1, n + 2, n + 3];
  const more = xs.map((x) => x + 1);
  const double = more.map((x) => x * 2);
  const less = double.map((x) => x - 1);
  return less.reduce((sum, x) => sum + x, 0);
}

function main(n) {
  let sum = 0;
  for (; n > 0; n--) sum = (sum + handle(n)) % 1000003;
  return sum;
}

console.log(String(main(Number(process.argv[2]))));
