// An exchange takes n generated orders: buyers and sellers are matched, what is left over
// waits in arrays sorted by price.
let book;

function wait(levels, price, amount, sign) {
  let i = 0;
  while (i < levels.length && (price - levels[i].price) * sign > 0) i += 1;
  if (i < levels.length && levels[i].price === price) levels[i].amount += amount;
  else levels.splice(i, 0, { price, amount });
}

// The best offers stand first.
function trade(others, own, { price, amount }, sign) {
  while (amount !== 0 && others.length > 0 && (others[0].price - price) * sign <= 0) {
    const l = others[0];
    const k = Math.min(amount, l.amount);
    book.volume += k;
    book.sum = (book.sum * 31 + l.price * k) % 1000003;
    amount -= k;
    l.amount -= k;
    if (l.amount === 0) others.shift();
  }
  if (amount !== 0) wait(own, price, amount, -sign);
}

function handle(order) {
  if (order.kind === "buy") trade(book.asks, book.bids, order, 1);
  else if (order.kind === "sell") trade(book.bids, book.asks, order, -1);
  else book.bids = book.bids.filter((l) => l.price !== order.price);
}

function order(seed) {
  const kind = Math.floor(seed / 64) % 10;
  const price = 90 + Math.floor(seed / 640) % 21;
  const amount = 1 + Math.floor(seed / 13440) % 9;
  if (kind === 0) return { kind: "cancel", price, amount: 0 };
  if (kind < 6) return { kind: "buy", price: price - 1, amount };
  return { kind: "sell", price: price + 1, amount };
}

function main(n) {
  book = { bids: [], asks: [], volume: 0, sum: 0 };
  let seed = 42;
  for (; n > 0; n--) {
    seed = (seed * 3877 + 29573) % 139968;
    handle(order(seed));
  }
  return (book.volume * 31 + book.sum) % 1000003;
}

console.log(String(main(Number(process.argv[2]))));
