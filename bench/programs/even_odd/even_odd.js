// Parity by counting down; JavaScript here has no tail calls, so a loop of two states.
function isEven(n) {
  let even = true;
  while (n !== 0) {
    n -= 1;
    even = !even;
  }
  return even;
}

function main(n) {
  return isEven(n) ? 0 : 1;
}

console.log(String(main(Number(process.argv[2]))));
