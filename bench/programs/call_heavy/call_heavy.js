// A factorial by recursion that is not a tail call, modulo a prime, n times.
function factorial(k) {
  if (k === 0) return 1;
  return k * factorial(k - 1) % 1000003;
}

function main(n) {
  let total = 0;
  for (; n > 0; n--) {
    total = (total + factorial(20 + n % 4)) % 1000003;
  }
  return total;
}

console.log(String(main(Number(process.argv[2]))));
