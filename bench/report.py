#!/usr/bin/env python3
"""Prints the table of results/latest.json in reStructuredText, for README.rst.

    python3 bench/report.py [FILE] [--warm] [--memory]
    python3 bench/report.py [FILE] --plots FOLDER
"""

import argparse
import json
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)

from harness import plots, report  # noqa: E402


def main(words):
    parser = argparse.ArgumentParser(description="Print benchmark results as RST.")
    parser.add_argument("file", nargs="?",
                        default=os.path.join(HERE, "results", "latest.json"))
    parser.add_argument("--warm", action="store_true",
                        help="the ratios of warm processes instead of whole processes")
    parser.add_argument("--memory", action="store_true", help="the peaks of memory")
    parser.add_argument("--plots", metavar="FOLDER",
                        help="draw the pictures there instead")
    arguments = parser.parse_args(words)
    with open(arguments.file, encoding="utf-8") as stream:
        results = json.load(stream)
    if arguments.plots:
        plots.write(results, arguments.plots)
        return
    if arguments.memory:
        rows = report.memory_rows(results)
    elif arguments.warm:
        rows = report.ratio_rows(results, report.peak_ratio, report.peak)
    else:
        rows = report.ratio_rows(results)
    about = results["machine"]
    print("%s, %s cores, %s; commit %s, %s; %d processes each (``make bench``)." % (
        about["processor"], about["cores"], about["memory"], about["commit"],
        about["started"], results["processes"]))
    print()
    print("\n".join(report.rst_table(rows)))
    if not arguments.memory and not arguments.warm:
        print()
        print("\n".join("- " + line for line in report.goals(results)))


if __name__ == "__main__":
    main(sys.argv[1:])
