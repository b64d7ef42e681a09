// Counts n generated words in a Map; prints a checksum in the order of the words.
function main(n) {
  let seed = 42;
  const counts = new Map();
  for (let i = 0; i < n; i++) {
    seed = (seed * 3877 + 29573) % 139968;
    const word = "w" + String(seed % 5000);
    counts.set(word, (counts.get(word) || 0) + 1);
  }
  let acc = 0;
  for (const word of [...counts.keys()].sort()) {
    acc = (acc * 31 + word.length + counts.get(word)) % 1000003;
  }
  return acc;
}

console.log(String(main(Number(process.argv[2]))));
