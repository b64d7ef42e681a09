// Three nested objects for each of n requests, read in part.
function handle(i) {
  return { middle: { inner: { a: i, b: i + 1 }, c: i * 2 }, status: 200 };
}

function main(n) {
  let sum = 0;
  for (; n > 0; n--) {
    const r = handle(n);
    sum = (sum + r.status + r.middle.inner.b) % 1000003;
  }
  return sum;
}

console.log(String(main(Number(process.argv[2]))));
