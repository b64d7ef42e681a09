// Lists of 200 numbers: build, map, filter and fold, n times.
function range(lo, hi) {
  const xs = [];
  for (let i = lo; i < hi; i++) xs.push(i);
  return xs;
}

function once(i) {
  return range(i, i + 200)
    .map((x) => x * 3 + 1)
    .filter((x) => x % 2 === 0)
    .reduce((sum, x) => sum + x, 0);
}

function main(n) {
  let total = 0;
  for (; n > 0; n--) total = (total + once(n)) % 1000003;
  return total;
}

console.log(String(main(Number(process.argv[2]))));
