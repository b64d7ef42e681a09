// Calls a script's main again and again in one process: repeat.js COUNT SCRIPT NUMBER.
// The script's last line, which calls main, is left out. The time of each call goes to
// standard error.
const fs = require("fs");
const vm = require("vm");

const [count, path, n] = [Number(process.argv[2]), process.argv[3], Number(process.argv[4])];
const text = fs.readFileSync(path, "utf8").trimEnd();
const source = `(function () {${text.slice(0, text.lastIndexOf("\n"))}\nreturn main;\n})`;
const main = new vm.Script(source, { filename: path }).runInThisContext()();
for (let i = 0; i < count; i++) {
  const start = process.hrtime.bigint();
  const answer = main(n);
  process.stderr.write(`call: ${process.hrtime.bigint() - start} ns\n`);
  console.log(String(answer));
}
