// The edit distances of n pairs of generated words, row by row.
function word(length, seed) {
  const letters = [];
  for (let i = 0; i < length; i++) {
    seed = (seed * 3877 + 29573) % 139968;
    letters.push(Math.floor(seed / 100) % 4);
  }
  return letters.reverse();
}

function distance(a, b) {
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 0; i < a.length; i++) {
    const row = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const change = above[j] + (a[i] === b[j] ? 0 : 1);
      row.push(Math.min(change, above[j + 1] + 1, row[j] + 1));
    }
    above = row;
  }
  return above[above.length - 1];
}

function main(n) {
  let sum = 0;
  for (; n > 0; n--) {
    sum = (sum * 3 + distance(word(40, 2 * n), word(40, 2 * n + 1))) % 1000003;
  }
  return sum;
}

console.log(String(main(Number(process.argv[2]))));
