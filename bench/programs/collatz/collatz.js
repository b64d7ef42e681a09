// The longest Collatz chain that starts below n.
function length(m, count) {
  while (m !== 1) {
    m = m % 2 === 0 ? m / 2 : 3 * m + 1;
    count += 1;
  }
  return count;
}

function longest(m) {
  let best = 0;
  for (; m !== 0; m--) {
    const here = length(m, 0);
    if (here > best) best = here;
  }
  return best;
}

function main(n) {
  return longest(n - 1);
}

console.log(String(main(Number(process.argv[2]))));
