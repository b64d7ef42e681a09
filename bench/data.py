#!/usr/bin/env python3
"""Measures reading large files: JSON, and a group-by over CSV against PyPy.

    python3 bench/data.py [--lexvm PROGRAM] [--runs N] [--output FOLDER]

makes a JSON file of 100 MB and a CSV file of a million rows, runs the functions of
data/data.lex on them, and data/group_by.py in PyPy.  The two group-bys must agree.
Writes results/data.json.  Ends with exit code 1 if LexVM parses JSON with less than 50
MB in a second of processor time, or needs more of it than PyPy for the group-by.
"""

import argparse
import json
import os
import random
import shutil
import statistics
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
REPOSITORY = os.path.dirname(HERE)
sys.path.insert(0, HERE)

from harness.measure import Meter

PROGRAM = os.path.join(HERE, "data", "data.lex")
PYTHON = os.path.join(HERE, "data", "group_by.py")
JSON_BYTES = 100 * 1024 * 1024
ROWS = 1000000
REGIONS = 1000
TIMEOUT = 600
SLOWEST = 50.0


def write_json(path, chance):
    """An array of records of all kinds of values; returns the size."""
    size = 0
    with open(path, "w", encoding="utf-8") as stream:
        separator = "["
        number = 0
        while size < JSON_BYTES:
            number += 1
            text = separator + json.dumps({
                "id": number, "name": "user %d" % chance.randrange(100000),
                "score": round(chance.random() * 1000, 3), "active": number % 3 == 0,
                "note": None if number % 5 else 'quoted "text", a line\nand \u00e9',
                "tags": ["t%d" % chance.randrange(50) for _ in range(4)],
                "place": {"x": chance.randrange(-500, 500), "y": chance.random()},
            }, ensure_ascii=False)
            stream.write(text)
            size += len(text.encode("utf-8"))
            separator = ",\n"
        stream.write("]")
    return os.path.getsize(path)


def write_csv(path, chance):
    with open(path, "w", encoding="utf-8") as stream:
        for number in range(ROWS):
            stream.write("%d,region %d,%d\n" % (
                number, chance.randrange(REGIONS), chance.randrange(10000)))


class Measured(object):
    """The medians of some runs of a command: seconds, and what it printed."""

    def __init__(self, meter, command, count):
        runs = [meter.run(command) for _ in range(count)]
        self.answer = runs[0].stdout.strip()
        self.wall = statistics.median(run.wall for run in runs)
        self.cpu = statistics.median(run.user + run.system for run in runs)
        self.runs = [run.as_json() for run in runs]

    def as_json(self):
        return {"answer": self.answer, "cpu": self.cpu, "wall": self.wall,
                "runs": self.runs}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--lexvm", default=os.path.join(REPOSITORY, "lexvm"))
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--output", default=os.path.join(HERE, "results"))
    options = parser.parse_args()
    pypy = shutil.which("pypy3")
    chance = random.Random(1)
    record = {}
    problems = []
    with tempfile.TemporaryDirectory() as folder:
        document = os.path.join(folder, "document.json")
        table = os.path.join(folder, "table.csv")
        size = write_json(document, chance)
        write_csv(table, chance)
        meter = Meter(folder, TIMEOUT)

        def lexvm(function, path):
            return Measured(meter, [
                options.lexvm, "run", "--max-steps", "0", "--allow-effects", "io",
                PROGRAM, function, json.dumps(path)], options.runs)
        for name, function, path in [("read", "read_only", document),
                                     ("json", "parse_json", document),
                                     ("csv", "group_by", table)]:
            record[name] = lexvm(function, path)
        if pypy:
            record["csv_pypy3"] = Measured(meter, [pypy, PYTHON, table], options.runs)
    for name in sorted(record):
        print("%-10s %8.3f s processor  %8.3f s wall" % (
            name, record[name].cpu, record[name].wall))
    speed = size / 1e6 / record["json"].cpu
    print("JSON: %d bytes, %.1f MB/s of processor time, %.1f MB/s of wall time" % (
        size, speed, size / 1e6 / record["json"].wall))
    if record["json"].answer != str(size):
        problems.append("the JSON document was not read: " + record["json"].answer)
    if speed < SLOWEST:
        problems.append("JSON is slow")
    if pypy:
        ratio = record["csv"].cpu / record["csv_pypy3"].cpu
        print("CSV: %d rows, %.2f of PyPy's processor time" % (ROWS, ratio))
        if record["csv"].answer != record["csv_pypy3"].answer:
            problems.append("the group-bys disagree")
        if ratio > 1:
            problems.append("the group-by is slower than PyPy's")
    with open(os.path.join(options.output, "data.json"), "w") as stream:
        json.dump({name: record[name].as_json() for name in record}, stream, indent=1,
                  sort_keys=True)
        stream.write("\n")
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
