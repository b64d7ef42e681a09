// Quicksort of n generated numbers, five times: filter, sort, join.
function sort(xs) {
  if (xs.length === 0) return xs;
  const [pivot] = xs;
  const rest = xs.slice(1);
  const small = rest.filter((x) => x < pivot);
  const large = rest.filter((x) => x >= pivot);
  return sort(small).concat([pivot], sort(large));
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
