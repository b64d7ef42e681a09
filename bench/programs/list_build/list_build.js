// A list of four numbers through three maps and a fold, n times.
function handle(n) {
  const xs = [n, n + 1, n + 2, n + 3];
  const more = xs.map((x) => x + 1);
  const double = more.map((x) => x * 2);
  const less = double.map((x) => x - 1);
  return less.reduce((sum, x) => sum + x, 0);
}

let sum = 0;
for (let n = Number(process.argv[2]); n > 0; n--) sum = (sum + handle(n)) % 1000003;
console.log(String(sum));
