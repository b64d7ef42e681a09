// Ten field reads of one object in a sum.
function sumFields(p, n, total) {
  while (n !== 0) {
    total += p.a + p.b + p.c + p.d + p.e + p.f + p.g + p.h + p.i + p.j;
    n -= 1;
  }
  return total;
}

function main(n) {
  const p = { a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7, h: 8, i: 9, j: 10 };
  return sumFields(p, n, 0);
}

console.log(String(main(Number(process.argv[2]))));
