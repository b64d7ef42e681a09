// Counts the primes below n: the multiples of each prime are filtered from a list.
function main(n) {
  let candidates = [];
  for (let x = 2; x < n; x++) candidates.push(x);
  let found = 0;
  while (candidates.length > 0) {
    const p = candidates[0];
    if (p * p >= n) return found + candidates.length;
    candidates = candidates.slice(1).filter((x) => x % p !== 0);
    found += 1;
  }
  return found;
}

console.log(String(main(Number(process.argv[2]))));
