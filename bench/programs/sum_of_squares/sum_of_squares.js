// A loop that calls a small function in each round.
function square(i) {
  return i * i;
}

function main(n) {
  let total = 0;
  for (let i = 0; i < n; i++) total = (total + square(i)) % 1000003;
  return total;
}

console.log(String(main(Number(process.argv[2]))));
