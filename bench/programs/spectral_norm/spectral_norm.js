// The spectral norm of an n by n matrix whose cells are computed.
function cell(i, j) {
  return 1.0 / (Math.floor((i + j) * (i + j + 1) / 2) + i + 1);
}

function times(v, n) {
  return v.map((_, i) => v.reduce((total, x, j) => total + cell(i, j) * x, 0.0));
}

function transposedTimes(v, n) {
  return v.map((_, i) => v.reduce((total, x, j) => total + cell(j, i) * x, 0.0));
}

function both(v, n) {
  return transposedTimes(times(v, n), n);
}

function dot(u, v) {
  let total = 0.0;
  for (let i = 0; i < u.length; i++) total += u[i] * v[i];
  return total;
}

function norm(u, n, rounds) {
  const v = both(u, n);
  if (rounds === 1) return Math.sqrt(dot(u, v) / dot(v, v));
  return norm(both(v, n), n, rounds - 1);
}

function main(n) {
  const ones = Array.from({ length: n }, () => 1.0);
  return Math.trunc(norm(ones, n, 4) * 1000000000.0);
}

console.log(String(main(Number(process.argv[2]))));
