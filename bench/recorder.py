#!/usr/bin/env python3
"""What the recorder costs: each benchmark program with and without ``--trace``.

    python3 bench/recorder.py [--rounds N] [--only NAME,...] [--limit MB]
                              [--scratch FOLDER] [--output FOLDER]

Runs ./lexvm-nojit and ./lexvm (or those of $LEXVM_DIR) at the largest size, from the
program's small one downwards, whose trace has at most --limit megabytes.  Prints the
processor time, the least of the rounds, without and with the recorder, their ratio, and
that ratio without the time that an empty program takes to start; then the nodes and
bytes of the trace, what a node costs, and the ratio that writing as many bytes to the
same place would cost alone.  Ends with geometric means; writes recorder.json and
recorder.txt.
"""

import argparse
import json
import math
import os
import resource
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
sys.path.insert(0, HERE)

from harness import measure, programs  # noqa: E402

PROGRAMS = ["lexvm-nojit", "lexvm"]
EMPTY = "fn main(n :: Int) -> Int { n }\n"
MEGA = 1e6
# Less than this is noise, in seconds.
LEAST = 0.001


def command(lexvm, source, size, trace=None):
    words = [lexvm, "run"] + (["--trace", trace] if trace else [])
    return words + ["--max-steps", "0", "--allow-effects", "io,time", source, "main",
                    str(size)]


def fitting_size(meter, lexvm, program, trace, limit):
    """The largest size that is tried whose trace fits into ``limit`` bytes."""
    size = program.sizes["small"]
    while size > 0:
        old = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, old[1]))
        try:
            meter.run(command(lexvm, program.source("lex"), size, trace))
            return size
        except measure.Failure:
            clear(os.path.dirname(trace))
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, old)
        # Small sizes are depths: the work grows exponentially with them.
        size = size * 2 // 3 if size > 60 else size - 1
    raise measure.Failure("%s: no size has a trace that fits" % program.name)


def clear(folder):
    for name in os.listdir(folder):
        if name.startswith("trace"):
            os.remove(os.path.join(folder, name))


def least_times(meter, off, on, rounds):
    """-> the least processor times of two commands that take turns."""
    best = [math.inf, math.inf]
    answers = set()
    for _ in range(rounds):
        for i, words in enumerate([off, on]):
            run = meter.run(words)
            best[i] = min(best[i], run.user + run.system)
            answers.add(run.stdout)
    if len(answers) > 1:
        raise measure.Failure("%s answers differently with a trace" % off[0])
    return best


def count_nodes(path):
    count = 0
    rest = b""
    with open(path, "rb") as stream:
        while True:
            part = stream.read(1 << 20)
            if not part:
                return count
            part = rest + part
            count += part.count(b'],"kind":"')
            rest = part[-9:]


def time_of_writing(path, size):
    """Processor time of writing ``size`` bytes to a new file."""
    block = b"x" * (1 << 20)
    best = math.inf
    for _ in range(3):
        if os.path.exists(path):
            os.remove(path)
        start = time.process_time()
        with open(path, "wb", buffering=0) as stream:
            left = size
            while left > 0:
                left -= stream.write(block[:left])
        best = min(best, time.process_time() - start)
    os.remove(path)
    return best


def measure_program(meter, name, lexvm, program, start, options, scratch):
    trace = os.path.join(scratch, "trace")
    size = fitting_size(meter, lexvm, program, trace, int(options.limit * MEGA))
    source = program.source("lex")
    off, on = least_times(meter, command(lexvm, source, size),
                          command(lexvm, source, size, trace), options.rounds)
    written = os.path.getsize(trace)
    nodes = count_nodes(trace)
    alone = time_of_writing(trace, written)
    return {"vm": name, "program": program.name, "n": size, "off": off, "on": on,
            "ratio": on / off,
            "net": max(on - start[1], LEAST) / max(off - start[0], LEAST),
            "nodes": nodes, "bytes": written, "writing": alone,
            "floor": (off + alone) / off}


def row_text(row):
    cost = row["on"] - row["off"]
    return "%-18s%10d%9.3f%9.3f%8.2f%8.2f%8.2f%10d%9.1f%7.0f%8.0f%8.0f" % (
        row["program"], row["n"], row["off"], row["on"], row["ratio"], row["net"],
        row["floor"], row["nodes"], row["bytes"] / MEGA,
        row["bytes"] / max(1, row["nodes"]), 1e9 * cost / max(1, row["nodes"]),
        row["bytes"] / MEGA / max(cost, LEAST))


HEAD = "%-18s%10s%9s%9s%8s%8s%8s%10s%9s%7s%8s%8s" % (
    "program", "n", "off s", "on s", "ratio", "net", "floor", "nodes", "MB", "B/node",
    "ns/node", "MB/s")


def geometric_mean(values):
    return math.exp(sum(math.log(value) for value in values) / len(values))


def summary(name, rows):
    lines = ["%s: geometric means: ratio %.2f, net of start %.2f, floor %.2f" % (
        name, geometric_mean([row["ratio"] for row in rows]),
        geometric_mean([row["net"] for row in rows]),
        geometric_mean([row["floor"] for row in rows]))]
    above = [row["program"] for row in rows if row["ratio"] > 3]
    lines.append("%s: %d of %d programs above 3: %s" % (
        name, len(above), len(rows), ", ".join(above) or "none"))
    return lines


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", default="")
    parser.add_argument("--limit", type=float, default=250, help="megabytes of a trace")
    parser.add_argument("--scratch", default="/dev/shm" if os.path.isdir("/dev/shm")
                        else None, help="where the traces go")
    parser.add_argument("--output", default=os.path.join(HERE, "results"))
    options = parser.parse_args()
    chosen = [name for name in options.only.split(",") if name]
    folder = os.environ.get("LEXVM_DIR", ROOT)
    names = [name for name in PROGRAMS if os.path.exists(os.path.join(folder, name))]
    if not names:
        sys.exit("recorder: LexVM is not built: run make and make nojit")
    lines, results = [], []

    def show(line):
        lines.append(line)
        print(line, flush=True)

    with tempfile.TemporaryDirectory(dir=options.scratch) as scratch:
        meter = measure.Meter(scratch, 120)
        empty = os.path.join(scratch, "empty.lex")
        with open(empty, "w", encoding="utf-8") as stream:
            stream.write(EMPTY)
        for name in names:
            lexvm = os.path.join(folder, name)
            start = least_times(
                meter, command(lexvm, empty, 1),
                command(lexvm, empty, 1, os.path.join(scratch, "trace")), 10)
            show("%s: an empty program takes %.4f s, with recorder %.4f s" % (
                name, start[0], start[1]))
            show(HEAD)
            rows = []
            for program in programs.discover(os.path.join(HERE, "programs")):
                if chosen and program.name not in chosen:
                    continue
                try:
                    rows.append(measure_program(meter, name, lexvm, program, start,
                                                options, scratch))
                    show(row_text(rows[-1]))
                except measure.Failure as failure:
                    show("not measured: %s" % failure)
            for line in summary(name, rows) if rows else []:
                show(line)
            results += rows
    os.makedirs(options.output, exist_ok=True)
    with open(os.path.join(options.output, "recorder.json"), "w",
              encoding="utf-8") as stream:
        json.dump(results, stream, indent=1, sort_keys=True)
        stream.write("\n")
    with open(os.path.join(options.output, "recorder.txt"), "w",
              encoding="utf-8") as stream:
        stream.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    try:
        main()
    except measure.Failure as failure:
        sys.exit("recorder: %s" % failure)
