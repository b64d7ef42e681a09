"""An interpreter for Brainfuck runs a program n times; the code is a tree of tuples. The
answer is a checksum of the output."""
import sys

ADD, MOVE, OUT, LOOP = range(4)
SIMPLE = {"+": (ADD, 1), "-": (ADD, 255), ">": (MOVE, 1), "<": (MOVE, -1), ".": (OUT, 0)}


class Machine(object):
    def __init__(self, total):
        self.tape = [0]
        self.place = 0
        self.total = total


def parse(code, i):
    ops = []
    while i < len(code) and code[i] != "]":
        if code[i] == "[":
            body, i = parse(code, i + 1)
            ops.append((LOOP, body))
        else:
            ops.append(SIMPLE[code[i]])
        i += 1
    return ops, i


def run(ops, m):
    for kind, k in ops:
        if kind == ADD:
            m.tape[m.place] = (m.tape[m.place] + k) % 256
        elif kind == MOVE:
            m.place += k
            if m.place == len(m.tape):
                m.tape.append(0)
        elif kind == OUT:
            m.total = (m.total * 31 + m.tape[m.place]) % 1000003
        else:
            while m.tape[m.place] != 0:
                run(k, m)


def main(n):
    code = ("++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>"
            ".<-.<.+++.------.--------.>>+.>++.")
    ops, _ = parse(code, 0)
    total = 0
    for _ in range(n):
        m = Machine(total)
        run(ops, m)
        total = m.total
    return total


print(main(int(sys.argv[1])))
