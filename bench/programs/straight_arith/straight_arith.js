// A straight line of 48 additions, subtractions and multiplications, n times.
function straight(start, step) {
  const a0 = start;
  const a1 = a0 + step;
  const a2 = a1 * 3;
  const a3 = a2 - start;
  const a4 = a3 + step;
  const a5 = a4 * 3;
  const a6 = (a5 - start + 2000006) % 1000003;
  const a7 = a6 + step;
  const a8 = a7 * 3;
  const a9 = a8 - start;
  const a10 = a9 + step;
  const a11 = a10 * 3;
  const a12 = (a11 - start + 2000006) % 1000003;
  const a13 = a12 + step;
  const a14 = a13 * 3;
  const a15 = a14 - start;
  const a16 = a15 + step;
  const a17 = a16 * 3;
  const a18 = (a17 - start + 2000006) % 1000003;
  const a19 = a18 + step;
  const a20 = a19 * 3;
  const a21 = a20 - start;
  const a22 = a21 + step;
  const a23 = a22 * 3;
  const a24 = (a23 - start + 2000006) % 1000003;
  const a25 = a24 + step;
  const a26 = a25 * 3;
  const a27 = a26 - start;
  const a28 = a27 + step;
  const a29 = a28 * 3;
  const a30 = (a29 - start + 2000006) % 1000003;
  const a31 = a30 + step;
  const a32 = a31 * 3;
  const a33 = a32 - start;
  const a34 = a33 + step;
  const a35 = a34 * 3;
  const a36 = (a35 - start + 2000006) % 1000003;
  const a37 = a36 + step;
  const a38 = a37 * 3;
  const a39 = a38 - start;
  const a40 = a39 + step;
  const a41 = a40 * 3;
  const a42 = (a41 - start + 2000006) % 1000003;
  const a43 = a42 + step;
  const a44 = a43 * 3;
  const a45 = a44 - start;
  const a46 = a45 + step;
  const a47 = a46 * 3;
  const a48 = (a47 - start + 2000006) % 1000003;
  return a48;
}

function main(n) {
  let sum = 0;
  for (; n > 0; n--) {
    sum = (sum + straight(n % 1000003, 7)) % 1000003;
  }
  return sum;
}

console.log(String(main(Number(process.argv[2]))));
