// A fold over a list of numbers with a closure that captures a local.
function main(n) {
  const factor = n % 7 + 3;
  const xs = Array.from({ length: n }, (_, i) => i);
  return xs.reduce((acc, x) => (acc * factor + x) % 1000003, 1);
}

console.log(String(main(Number(process.argv[2]))));
