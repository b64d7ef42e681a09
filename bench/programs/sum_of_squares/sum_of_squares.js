// A loop that calls a small function in each round.
function square(i) {
  return i * i;
}

const n = Number(process.argv[2]);
let total = 0;
for (let i = 0; i < n; i++) total = (total + square(i)) % 1000003;
console.log(String(total));
