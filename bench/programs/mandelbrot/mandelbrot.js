// Counts the points of an n by n grid that stay in the Mandelbrot set for 50 rounds.
function stays(cr, ci, rounds) {
  let zr = 0.0;
  let zi = 0.0;
  for (;;) {
    const rr = zr * zr;
    const ii = zi * zi;
    if (rr + ii > 4.0) return 0;
    if (rounds === 0) return 1;
    zi = 2.0 * zr * zi + ci;
    zr = rr - ii + cr;
    rounds -= 1;
  }
}

function main(n) {
  let total = 0;
  for (let y = 0; y < n; y++) {
    const ci = 2.0 * y / n - 1.0;
    for (let x = 0; x < n; x++) total += stays(3.0 * x / n - 2.0, ci, 50);
  }
  return total;
}

console.log(String(main(Number(process.argv[2]))));
