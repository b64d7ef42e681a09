// An object with an array of objects becomes JSON text and an object again, n times.
function item(i) {
  return { id: i, name: `item ${i}`, price: i / 4, tags: ["red", 'a "quoted" tag'] };
}

function basket(n) {
  const items = Array.from({ length: 10 }, (_, k) => item(n + k));
  return { owner: `customer ${n}`, items, paid: n % 2 === 0 };
}

function round(n) {
  const text = JSON.stringify(basket(n));
  // A price without a fraction has ".0" in the other languages.
  const whole = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].filter((k) => (n + k) % 4 === 0).length;
  return JSON.parse(text).items.reduce(
    (sum, i) => sum + i.id + i.tags.length + i.name.length, text.length + 2 * whole);
}

function main(n) {
  let sum = 0;
  for (; n > 0; n--) sum = (sum * 31 + round(n)) % 1000003;
  return sum;
}

console.log(String(main(Number(process.argv[2]))));
