// Runs a script again and again in one process: repeat.js COUNT SCRIPT ARGUMENT.
// The time of each run goes to standard error.
const fs = require("fs");
const vm = require("vm");

const [count, path, argument] = [Number(process.argv[2]), process.argv[3], process.argv[4]];
process.argv = [process.argv[0], path, argument];
// A function of its own, so that each run has its own variables.
const source = `(function (require) {${fs.readFileSync(path, "utf8")}\n})`;
const script = new vm.Script(source, { filename: path }).runInThisContext();
for (let i = 0; i < count; i++) {
  const start = process.hrtime.bigint();
  script(require);
  process.stderr.write(`call: ${process.hrtime.bigint() - start} ns\n`);
}
