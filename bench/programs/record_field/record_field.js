// Three field reads of one object in a sum.
function sumFields(p, n, total) {
  while (n !== 0) {
    total += p.x + p.y + p.z;
    n -= 1;
  }
  return total;
}

function main(n) {
  return sumFields({ x: 1, y: 2, z: 3 }, n, 0);
}

console.log(String(main(Number(process.argv[2]))));
