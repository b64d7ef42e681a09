// A small object for each of n requests, read once.
function handle(i) {
  return { status: 200, total: i * 2, count: i + 1 };
}

function main(n) {
  let sum = 0;
  for (; n > 0; n--) sum = (sum + handle(n).total) % 1000003;
  return sum;
}

console.log(String(main(Number(process.argv[2]))));
