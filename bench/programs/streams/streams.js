// Endless streams made of closures: numbers, mapped, filtered, the first n summed up.
function numbers(n) {
  return { item: n, rest: () => numbers(n + 1) };
}

function mapped(s, f) {
  return { item: f(s.item), rest: () => mapped(s.rest(), f) };
}

function filtered(s, f) {
  while (!f(s.item)) s = s.rest();
  const found = s;
  return { item: found.item, rest: () => filtered(found.rest(), f) };
}

function main(n) {
  const squares = mapped(numbers(n), (x) => x * x);
  let s = filtered(squares, (x) => x % 3 === 1);
  let sum = 0;
  for (let i = 0; i < n; i++) {
    sum = (sum * 31 + s.item) % 1000003;
    s = s.rest();
  }
  return sum;
}

console.log(String(main(Number(process.argv[2]))));
