// The sum of 1..n, one addition at a time.
function sumTo(n, total) {
  while (n !== 0) {
    total += n;
    n -= 1;
  }
  return total;
}

console.log(String(sumTo(Number(process.argv[2]), 0)));
