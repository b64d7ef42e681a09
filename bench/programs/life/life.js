// Conway's game of life from a small pattern, n generations. The living cells are a Set,
// the neighbours are counted in a Map.
const around = [-1001, -1000, -999, -1, 1, 999, 1000, 1001];

function generation(live) {
  const counts = new Map();
  for (const cell of live) {
    for (const d of around) counts.set(cell + d, (counts.get(cell + d) || 0) + 1);
  }
  const next = new Set();
  for (const [cell, count] of counts) {
    if (count === 3 || (count === 2 && live.has(cell))) next.add(cell);
  }
  return next;
}

function main(n) {
  let live = new Set([500501, 501503, 502500, 502501, 502504, 502505, 502506]);
  for (; n > 0; n--) live = generation(live);
  let sum = 0;
  for (const cell of [...live].sort((a, b) => a - b)) sum = (sum * 31 + cell) % 1000003;
  return sum;
}

console.log(String(main(Number(process.argv[2]))));
