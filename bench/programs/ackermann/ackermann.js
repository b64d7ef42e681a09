// ack(3, 6), n times: recursion about 500 calls deep.
function ack(m, n) {
  if (m === 0) return n + 1;
  if (n === 0) return ack(m - 1, 1);
  return ack(m - 1, ack(m, n - 1));
}

function main(n) {
  let total = 0;
  for (let i = n; i > 0; i--) total += ack(3, 6);
  return total;
}

console.log(String(main(Number(process.argv[2]))));
