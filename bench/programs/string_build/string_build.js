// Builds strings of 50 numbers piece by piece, n times, and adds up their lengths.
function numbers(i) {
  let text = "";
  for (let k = i; k < i + 50; k++) text = text + String(k) + ",";
  return text;
}

function main(n) {
  let total = 0;
  for (; n > 0; n--) total += numbers(n).length;
  return total;
}

console.log(String(main(Number(process.argv[2]))));
