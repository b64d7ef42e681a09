// A chain of pairs that are built and taken apart again, n times.
function handle(a, b) {
  const [x1, y1] = [a, b];
  const s1 = x1 + y1;
  const [x2, y2] = [a, b];
  const s2 = x2 * y2;
  const [x3, y3] = [s1, s2];
  const s3 = x3 + y3;
  const [x4, y4] = [s1, s2];
  const s4 = x4 - y4;
  const [x5, y5] = [s3, s4];
  const s5 = x5 * 2 + y5;
  const [x6, y6] = [s4, s3];
  const s6 = x6 + y6 * 3;
  return s1 + s2 + s3 + s4 + s5 + s6;
}

function main(n) {
  let sum = 0;
  for (; n > 0; n--) sum = (sum + handle(n, 7)) % 1000003;
  return sum;
}

console.log(String(main(Number(process.argv[2]))));
