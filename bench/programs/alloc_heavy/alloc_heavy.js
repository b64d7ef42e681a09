// A small object for each of n requests, read once.
function handle(i) {
  return { status: 200, total: i * 2, count: i + 1 };
}

let sum = 0;
for (let n = Number(process.argv[2]); n > 0; n--) sum = (sum + handle(n).total) % 1000003;
console.log(String(sum));
