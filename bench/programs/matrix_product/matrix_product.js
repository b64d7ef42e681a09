// The product of two n by n matrices, as arrays of rows and of columns.
function rows(n) {
  const row = (i) => Array.from({ length: n }, (_, j) => (i * 7 + j * 13) % 17 / 16.0);
  return Array.from({ length: n }, (_, i) => row(i));
}

function dot(xs, ys) {
  let sum = 0.0;
  for (let i = 0; i < xs.length; i++) sum += xs[i] * ys[i];
  return sum;
}

function product(a, columns) {
  return a.map((xs) => columns.map((ys) => dot(xs, ys)));
}

function main(n) {
  let total = 0;
  for (const xs of product(rows(n), rows(n))) {
    for (const x of xs) total = (total * 31 + Math.trunc(x * 256.0)) % 1000003;
  }
  return total;
}

console.log(String(main(Number(process.argv[2]))));
