// The sum of 1..n, one addition at a time.
function sumTo(n, total) {
  while (n !== 0) {
    total += n;
    n -= 1;
  }
  return total;
}

function main(n) {
  return sumTo(n, 0);
}

console.log(String(main(Number(process.argv[2]))));
