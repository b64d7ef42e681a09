// Builds strings of 50 numbers piece by piece, n times, and adds up their lengths.
function numbers(i) {
  let text = "";
  for (let k = i; k < i + 50; k++) text = text + String(k) + ",";
  return text;
}

let total = 0;
for (let n = Number(process.argv[2]); n > 0; n--) total += numbers(n).length;
console.log(String(total));
