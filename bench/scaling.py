#!/usr/bin/env python3
"""Draws how the time of common idioms grows with the number of elements.

    python3 bench/scaling.py [--largest N] [--seconds S] [--lexvm PROGRAM]

runs the functions of bench/scaling.lex on LexVM and on the reference, for 1000 elements
and more up to N (a million), each until a run takes longer than S seconds.  Writes
results/scaling.json and one plot for each idiom.  Ends with exit code 1 if the time of
LexVM grows faster than n log n.
"""

import argparse
import json
import math
import os
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
REPOSITORY = os.path.dirname(HERE)
sys.path.insert(0, HERE)

from harness import peers, svg
from harness.measure import Failure, Meter

SOURCE = os.path.join(HERE, "scaling.lex")
IDIOMS = [
    ("append_in_fold", "a fold that appends to a list"),
    ("prepend_in_fold", "a fold that prepends to a list"),
    ("string_in_fold", "a fold that appends to a text"),
    ("map_inserts", "a fold that inserts into a map"),
    ("set_inserts", "a fold that inserts texts into a set"),
    ("walk", "a tail-recursive walk by head and tail"),
    ("sort", "sort_by of scattered numbers"),
    ("group_by", "grouping into 1000 lists"),
]
SIZES = [1000, 3000, 10000, 30000, 100000, 300000, 1000000]

# Times below this say little about growth.
SHORTEST = 0.05
# The exponent of n log n between 100000 and 1000000 is 1.08; memory that no longer
# fits the caches and the collector's work add some.
STEEPEST = 1.5
TIMEOUT = 20


def command(peer, function, size):
    flags = ["--max-steps", "0"]
    return [peer.path, "run"] + flags + [SOURCE, function, str(size)]


def curve(meter, peer, function, sizes, seconds):
    """Pairs of a size and the processor time, without that of an empty run."""
    start = min(cpu(meter.run(command(peer, function, 1))) for _ in range(3))
    points = []
    for size in sizes:
        try:
            time = cpu(meter.run(command(peer, function, size))) - start
        except Failure as failure:
            print("%s %s %d: %s" % (peer.name, function, size, failure))
            break
        points.append((size, max(time, 0.0001)))
        if time > seconds:
            break
    return points


def cpu(run):
    return run.user + run.system


def exponent(points):
    """The growth between the first and the last point that take long enough: 1 is
    linear, 2 is quadratic.  None if there are not two such points."""
    long_enough = [point for point in points if point[1] >= SHORTEST]
    if len(long_enough) < 2:
        return None
    (x1, y1), (x2, y2) = long_enough[0], long_enough[-1]
    return math.log(y2 / y1) / math.log(x2 / x1)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--largest", type=int, default=SIZES[-1])
    parser.add_argument("--seconds", type=float, default=3.0,
                        help="no larger size after a run that takes longer")
    parser.add_argument("--lexvm", default=os.path.join(REPOSITORY, "lexvm"))
    parser.add_argument("--output", default=os.path.join(HERE, "results"))
    options = parser.parse_args()
    chosen = [peer for peer in peers.find(REPOSITORY) if peer.name == "reference"]
    chosen.insert(0, peers.LexVM(options.lexvm))
    chosen = [peer for peer in chosen if peer.path and os.path.exists(peer.path)]
    sizes = [size for size in SIZES if size <= options.largest]
    record = {}
    too_steep = []
    with tempfile.TemporaryDirectory() as folder:
        meter = Meter(folder, TIMEOUT)
        for function, title in IDIOMS:
            curves = [(peer.name, curve(meter, peer, function, sizes, options.seconds))
                      for peer in chosen]
            record[function] = {name: {"points": points, "exponent": exponent(points)}
                                for name, points in curves}
            for name, points in curves:
                growth = exponent(points)
                print("%-16s %-10s %8d elements  %8.3f s  growth %s" % (
                    function, name, points[-1][0], points[-1][1],
                    "%.2f" % growth if growth else "-"))
                if name == "lexvm" and growth is not None and growth > STEEPEST:
                    too_steep.append(function)
            plot = svg.line_plot(title, "elements", "seconds", curves, True, True)
            with open(os.path.join(options.output, "scaling_%s.svg" % function),
                      "w") as stream:
                stream.write(plot)
    with open(os.path.join(options.output, "scaling.json"), "w") as stream:
        json.dump(record, stream, indent=1, sort_keys=True)
        stream.write("\n")
    if too_steep:
        print("grows too fast: " + ", ".join(too_steep))
    return 1 if too_steep else 0


if __name__ == "__main__":
    sys.exit(main())
