// Merge sort of n generated numbers, five times; each merge makes a new array.
function merge(left, right) {
  const out = [];
  let i = 0;
  let j = 0;
  while (i < left.length && j < right.length) {
    if (right[j] < left[i]) out.push(right[j++]);
    else out.push(left[i++]);
  }
  while (i < left.length) out.push(left[i++]);
  while (j < right.length) out.push(right[j++]);
  return out;
}

function sort(xs) {
  if (xs.length < 2) return xs;
  const half = Math.floor(xs.length / 2);
  return merge(sort(xs.slice(0, half)), sort(xs.slice(half)));
}

function main(n) {
  let total = 0;
  for (let rounds = 5; rounds > 0; rounds--) {
    const xs = [];
    let seed = rounds;
    for (let i = 0; i < n; i++) {
      seed = (seed * 3877 + 29573) % 139968;
      xs.push(seed);
    }
    const sum = sort(xs.reverse()).reduce((acc, x) => (acc * 31 + x) % 1000003, 0);
    total = (total + sum) % 1000003;
  }
  return total;
}

console.log(String(main(Number(process.argv[2]))));
