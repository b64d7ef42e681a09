#!/usr/bin/env python3
"""The speeds of two builds of LexVM, for instance by two toolchains, in pairs.

    python3 bench/toolchains.py FIRST SECOND [--rounds N] [--only NAME,...]
                                [--output FOLDER]

FIRST and SECOND are programs such as ./lexvm and build/main/lexvm.  Each round runs
each benchmark program at its full size with both, one directly after the other, and
every second round in the other order.  Prints the least seconds of processor time of
each, the median of the rounds' ratios (above 1 the second is faster), and the memory.
Writes toolchains.json and toolchains.txt to bench/results or the given folder.
"""

import argparse
import json
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
sys.path.insert(0, HERE)

from accounting import geometric_mean, median  # noqa: E402
from harness import measure, programs  # noqa: E402

TIMEOUT = 120
LINE = "%-18s%10.3f%10.3f%9.2f%9.0f%9.0f"
HEAD = "%-18s%10s%10s%9s%9s%9s" % (
    "program", "first s", "second s", "ratio", "first MB", "second MB")


def measure_pairs(meter, program, builds, rounds):
    """-> the runs of each build as JSON, round by round."""
    tail = ["run", "--max-steps", "0", "--allow-effects", "io,time",
            program.source("lex"), "main", str(program.sizes["n"])]
    runs = [[], []]
    answers = set()
    for number in range(rounds):
        for which in ([0, 1] if number % 2 == 0 else [1, 0]):
            run = meter.run([builds[which]] + tail)
            runs[which].append(run.as_json())
            answers.add(run.stdout)
    if len(answers) > 1:
        raise measure.Failure("the answers differ")
    return runs


def summary(runs):
    """-> least seconds of both, median ratio, largest MB of both."""
    seconds = [[run["user"] + run["system"] for run in each] for each in runs]
    ratios = [first / second for first, second in zip(*seconds)]
    megabytes = [max(run["max_rss_kib"] for run in each) / 1024 for each in runs]
    return min(seconds[0]), min(seconds[1]), median(ratios), megabytes[0], megabytes[1]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("first")
    parser.add_argument("second")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", default="")
    parser.add_argument("--output", default=os.path.join(HERE, "results"))
    options = parser.parse_args()
    builds = [os.path.abspath(path) for path in (options.first, options.second)]
    for path in builds:
        if not os.path.exists(path):
            sys.exit("toolchains: there is no %s" % path)
    chosen = [name for name in options.only.split(",") if name]
    os.makedirs(os.path.join(ROOT, "build"), exist_ok=True)
    meter = measure.Meter(os.path.join(ROOT, "build"), TIMEOUT)
    results, rows, failures = {}, [], 0
    lines = ["first:  %s, %.2f MB" % (options.first, os.path.getsize(builds[0]) / 1e6),
             "second: %s, %.2f MB" % (options.second, os.path.getsize(builds[1]) / 1e6),
             "rounds: %d" % options.rounds, "", HEAD]
    print("\n".join(lines))
    for program in programs.discover(os.path.join(HERE, "programs")):
        if chosen and program.name not in chosen:
            continue
        try:
            runs = measure_pairs(meter, program, builds, options.rounds)
        except measure.Failure as failure:
            failures += 1
            lines.append("%-18s%s" % (program.name, failure))
        else:
            row = summary(runs)
            rows.append(row)
            results[program.name] = runs
            lines.append(LINE % ((program.name,) + row))
        print(lines[-1], flush=True)
    if rows:
        lines.append("%-18s%29.3f" % ("geometric mean",
                                      geometric_mean([row[2] for row in rows])))
        print(lines[-1])
    with open(os.path.join(options.output, "toolchains.json"), "w") as stream:
        json.dump(results, stream, indent=1, sort_keys=True)
        stream.write("\n")
    with open(os.path.join(options.output, "toolchains.txt"), "w") as stream:
        stream.write("\n".join(lines) + "\n")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
