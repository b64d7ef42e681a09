#!/usr/bin/env python3
"""What the contract costs: LexVM beside a LexVM that does not count steps.

    python3 bench/accounting.py [--rounds N] [--only NAME,...] [--output FOLDER]

Translates a copy of the sources without the counting of steps to
build/unaccounted/ (ten minutes; kept until a source changes), then runs the
benchmark programs in turn with

    lexvm                    steps counted, as always (./lexvm or $LEXVM)
    unaccounted              the other build
    declining hook           lexvm --hook decline

and prints the ratios of processor time, the medians of the rounds.  Writes
accounting.json and accounting.txt to bench/results or the given folder.
"""

import argparse
import json
import math
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
sys.path.insert(0, HERE)

from harness import measure, programs  # noqa: E402

# What counts steps, and what stands there instead.
REMOVALS = [
    ("interpreter/machine/portal.py", r"frame\.fuel -= .*", "pass", 10),
    ("interpreter/machine/portal.py", r"vm\.fuel = frame\.fuel.*", "pass", 5),
    ("interpreter/machine/portal.py", r"if frame\.fuel < code\.maxpath:", "if False:", 1),
    ("interpreter/machine/portal.py", r"    frame\.fuel = vm\.fuel", "    pass", 1),
    ("interpreter/machine/call.py", r"vm\.fuel = frame\.fuel", "pass", 2),
    ("interpreter/machine/call.py", r"frame\.fuel = vm\.fuel", "pass", 1),
    ("interpreter/machine/frame.py", r"self\.fuel = fuel", "self.fuel = 0", 1),
]


def tracked_sources():
    names = subprocess.check_output(["git", "ls-files", "*.py"], cwd=ROOT, text=True)
    return [name for name in names.split()
            if name.startswith("interpreter/") or "/" not in name]


def write_unaccounted(folder):
    """Copy the sources; True if anything differs from what was there."""
    texts = {}
    for name in tracked_sources():
        with open(os.path.join(ROOT, name), encoding="utf-8") as stream:
            texts[name] = stream.read()
    for name, pattern, replacement, least in REMOVALS:
        texts[name], count = re.subn(pattern, replacement, texts[name])
        if count < least:
            sys.exit("accounting: %s: %r occurs %d times, not %d: adapt REMOVALS"
                     % (name, pattern, count, least))
    changed = False
    for name, text in texts.items():
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        old = None
        if os.path.exists(path):
            with open(path, encoding="utf-8") as stream:
                old = stream.read()
        if old != text:
            changed = True
            with open(path, "w", encoding="utf-8") as stream:
                stream.write(text)
    return changed


def unaccounted_program():
    """The path of the build that does not count; makes it."""
    folder = os.path.join(ROOT, "build", "unaccounted")
    program = os.path.join(folder, "build", "lexvm")
    if write_unaccounted(folder) or not os.path.exists(program):
        os.makedirs(os.path.dirname(program), exist_ok=True)
        subprocess.check_call(
            [os.path.join(ROOT, "build", "python"),
             os.path.join(ROOT, "tools", "toolchain", "translate"),
             "build", "jit", "build/lexvm"], cwd=folder)
    return program


def median(values):
    values = sorted(values)
    middle = len(values) // 2
    if len(values) % 2:
        return values[middle]
    return (values[middle - 1] + values[middle]) / 2


def geometric_mean(values):
    return math.exp(sum(math.log(value) for value in values) / len(values))


def measure_program(meter, program, lexvm, unaccounted, rounds):
    """-> {way: seconds of each round}"""
    source = program.source("lex")
    tail = ["--max-steps", "0", "--allow-effects", "io,time", source, "main"]
    size = str(program.sizes["n"])
    ways = [("lexvm", [lexvm, "run"] + tail + [size]),
            ("unaccounted", [unaccounted, "run"] + tail + [size]),
            ("declining hook", [lexvm, "run", "--hook", "decline"] + tail + [size])]
    seconds = {way: [] for way, _ in ways}
    answers = {}
    for _ in range(rounds):
        for way, command in ways:
            run = meter.run(command)
            seconds[way].append(run.user + run.system)
            answers.setdefault(command[-1], run.stdout)
            if run.stdout != answers[command[-1]]:
                raise measure.Failure("%s answers differently" % way)
    return seconds


COLUMNS = [("counting", "lexvm", "unaccounted"),
           ("declining hook", "declining hook", "lexvm")]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", default="")
    parser.add_argument("--output", default=os.path.join(HERE, "results"))
    options = parser.parse_args()
    lexvm = os.environ.get("LEXVM") or os.path.join(ROOT, "lexvm")
    if not os.path.exists(lexvm):
        sys.exit("accounting: there is no %s: run make, or set LEXVM" % lexvm)
    other = unaccounted_program()
    chosen = [name for name in options.only.split(",") if name]
    meter = measure.Meter(os.path.join(ROOT, "build"), 120)
    results, lines = {}, []
    lines.append("%-18s" % "program" + "".join("%16s" % name for name, _, _ in COLUMNS))
    print(lines[0])
    for program in programs.discover(os.path.join(HERE, "programs")):
        if chosen and program.name not in chosen:
            continue
        seconds = measure_program(meter, program, lexvm, other, options.rounds)
        ratios = {name: median(seconds[way]) / median(seconds[base])
                  for name, way, base in COLUMNS}
        results[program.name] = {"seconds": seconds, "ratios": ratios}
        lines.append("%-18s" % program.name +
                     "".join("%16.2f" % ratios[name] for name, _, _ in COLUMNS))
        print(lines[-1], flush=True)
    lines.append("%-18s" % "geometric mean" + "".join(
        "%16.3f" % geometric_mean([entry["ratios"][name] for entry in results.values()])
        for name, _, _ in COLUMNS))
    print(lines[-1])
    with open(os.path.join(options.output, "accounting.json"), "w") as stream:
        json.dump(results, stream, indent=1, sort_keys=True)
        stream.write("\n")
    with open(os.path.join(options.output, "accounting.txt"), "w") as stream:
        stream.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
