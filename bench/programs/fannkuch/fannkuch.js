// The most flips that any permutation of 1..n takes until its first number is 1, and a
// checksum. The permutations are made by inserting numbers.
let most;
let sum;

function flips(xs) {
  const ys = xs.slice();
  let count = 0;
  while (ys[0] !== 1) {
    for (let i = 0, j = ys[0] - 1; i < j; i++, j--) {
      const y = ys[i];
      ys[i] = ys[j];
      ys[j] = y;
    }
    count += 1;
  }
  return count;
}

function permute(next, n, xs) {
  if (next > n) {
    const count = flips(xs);
    most = Math.max(most, count);
    sum = (sum * 3 + count) % 1000003;
    return;
  }
  for (let place = 0; place < next; place++) {
    const ys = xs.slice(0, place);
    ys.push(next);
    for (let i = place; i < xs.length; i++) ys.push(xs[i]);
    permute(next + 1, n, ys);
  }
}

function main(n) {
  most = 0;
  sum = 0;
  permute(1, n, []);
  return sum * 100 + most;
}

console.log(String(main(Number(process.argv[2]))));
