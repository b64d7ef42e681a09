// An interpreter for Brainfuck runs a program n times; the code is a tree of objects. The
// answer is a checksum of the output.
const [ADD, MOVE, OUT, LOOP] = [1, 2, 3, 4];

function parse(code, i) {
  const ops = [];
  while (i < code.length) {
    const c = code[i];
    if (c === "+") ops.push({ kind: ADD, k: 1, body: null });
    else if (c === "-") ops.push({ kind: ADD, k: 255, body: null });
    else if (c === ">") ops.push({ kind: MOVE, k: 1, body: null });
    else if (c === "<") ops.push({ kind: MOVE, k: -1, body: null });
    else if (c === ".") ops.push({ kind: OUT, k: 0, body: null });
    else if (c === "[") {
      const [body, stop] = parse(code, i + 1);
      ops.push({ kind: LOOP, k: 0, body });
      i = stop;
    } else return [ops, i];
    i += 1;
  }
  return [ops, i];
}

function run(ops, m) {
  for (const op of ops) {
    if (op.kind === ADD) m.tape[m.place] = (m.tape[m.place] + op.k) % 256;
    else if (op.kind === MOVE) {
      m.place += op.k;
      if (m.place === m.tape.length) m.tape.push(0);
    } else if (op.kind === OUT) m.sum = (m.sum * 31 + m.tape[m.place]) % 1000003;
    else while (m.tape[m.place] !== 0) run(op.body, m);
  }
}

function main(n) {
  const code = "++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>" +
    ".<-.<.+++.------.--------.>>+.>++.";
  const [ops] = parse(code, 0);
  let sum = 0;
  for (; n > 0; n--) {
    const m = { tape: [0], place: 0, sum };
    run(ops, m);
    sum = m.sum;
  }
  return sum;
}

console.log(String(main(Number(process.argv[2]))));
