#!/usr/bin/env python3
"""Runs the benchmarks side by side; see bench/README.rst."""

import argparse
import json
import os
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
REPOSITORY = os.path.dirname(HERE)
sys.path.insert(0, HERE)

from harness import floor, machine, peers, plots, programs, report, suite
from harness.measure import Failure, Meter


def parse_arguments(words):
    parser = argparse.ArgumentParser(description="Benchmark LexVM and its peers.")
    parser.add_argument("--quick", action="store_true",
                        help="one process for each program and peer instead of "
                             "three, no warm-up")
    parser.add_argument("--processes", type=int, metavar="N",
                        help="processes for each program and peer")
    parser.add_argument("--only", metavar="NAME,...", type=_names,
                        help="these programs only")
    parser.add_argument("--peers", metavar="NAME,...", type=_names,
                        help="these peers only: " + ", ".join(peers.NAMES))
    parser.add_argument("--timeout", type=int, default=120, metavar="SECONDS",
                        help="ends a process after this time (default 120)")
    parser.add_argument("--output", default=os.path.join(HERE, "results"),
                        metavar="FOLDER", help="where latest.json, latest.txt and the "
                                               "plots go")
    parser.add_argument("--no-warm-up", action="store_true",
                        help="leave out the runs that repeat a program in one process")
    parser.add_argument("--no-floor", action="store_true",
                        help="leave out the bare loop, the start and the binary's size")
    arguments = parser.parse_args(words)
    if arguments.processes is None:
        arguments.processes = 1 if arguments.quick else 3
    if arguments.processes < 1:
        parser.error("--processes must be at least 1")
    _refuse_unknown(parser, "peer", arguments.peers, peers.NAMES)
    return parser, arguments


def _names(text):
    return [name for name in text.split(",") if name]


def _refuse_unknown(parser, kind, wanted, known):
    for name in wanted or []:
        if name not in known:
            parser.error("no %s %s; there are %s" % (kind, name, ", ".join(known)))


def chosen_peers(wanted):
    """The peers that are wanted and present; says which are missing."""
    present = []
    for peer in peers.find(REPOSITORY):
        if wanted and peer.name not in wanted:
            continue
        if peer.path is None:
            sys.stderr.write("%s is missing: skipped (%s)\n" % (peer.name, peer.hint))
        else:
            present.append(peer)
    return present


def measure(chosen, present, meter, build_dir, processes, warm_up):
    """The results of the suite as a dictionary, ready for JSON."""
    progress = suite.Progress(len(chosen) * len(present) * (processes + warm_up))
    results = {
        "machine": machine.describe(REPOSITORY),
        "processes": processes,
        "peers": [peer.name for peer in present],
        "versions": dict((peer.name, peer.version()) for peer in present),
        "programs": {},
    }
    for program in chosen:
        results["programs"][program.name] = suite.measure_program(
            program, present, meter, build_dir, processes, warm_up, progress)
    results["minutes"] = (time.time() - progress.start) / 60
    return results


def measure_floor(all_programs, meter, build_dir, processes):
    """The numbers of the bare loop, the start and the binary, or the reason why not."""
    sum_to = [program for program in all_programs if program.name == "sum_to"][0]
    by_name = dict((peer.name, peer) for peer in peers.find(REPOSITORY))
    sys.stderr.write("sum_to, start and size\n")
    numbers = floor.measure(REPOSITORY, sum_to, by_name, meter, build_dir,
                            processes)
    return numbers, floor.lines(numbers, sum_to.sizes)


def text_of(results, floor_lines):
    """The report."""
    about = results["machine"]
    lines = ["%s, %s cores, %s, %s" % (about["processor"], about["cores"],
                                       about["memory"], about["system"]),
             "commit %s, %s, load %.2f, %d process(es) each, %.0f minutes" % (
                 about["commit"], about["started"], about["load"],
                 results["processes"], results["minutes"])]
    lines += ["%-10s %s" % item for item in results["versions"].items()]
    base = report.base_of(results)
    lines += ["", "Time of a whole process: of %s in seconds, of the others as a" % base,
              "multiple of it (above 1: slower). The interpreters off and reference run",
              "a smaller size and are compared by the time for a step.", ""]
    lines += report.text_table(report.ratio_rows(results))
    warm = report.warm_up_rows(results)
    if warm:
        lines += ["", "The same in a process that is warm", ""]
        lines += report.text_table(
            report.ratio_rows(results, report.peak_ratio, report.peak))
        lines += ["", "Milliseconds from the start of a process to 90 % of its peak speed",
                  ""] + report.text_table(warm)
    lines += ["", "Peak of resident memory, MiB", ""]
    lines += report.text_table(report.memory_rows(results))
    lines += ["", "Goals", ""] + report.goals(results)
    if floor_lines:
        lines += ["", "The bare loop, the start, the binary", ""] + floor_lines
    failed = report.failures(results)
    if failed:
        lines += ["", "Failures", ""] + failed
    return "\n".join(lines) + "\n"


def main(words):
    parser, arguments = parse_arguments(words)
    all_programs = programs.discover(os.path.join(HERE, "programs"))
    _refuse_unknown(parser, "program", arguments.only,
                    [program.name for program in all_programs])
    chosen = [program for program in all_programs
              if not arguments.only or program.name in arguments.only]
    present = chosen_peers(arguments.peers)
    if not present:
        sys.stderr.write("there is nothing to run\n")
        return 1
    os.makedirs(arguments.output, exist_ok=True)
    floor_lines = []
    with tempfile.TemporaryDirectory(prefix="lexvm-bench-") as build_dir:
        meter = Meter(build_dir, arguments.timeout)
        results = measure(chosen, present, meter, build_dir, arguments.processes,
                          not (arguments.quick or arguments.no_warm_up))
        if not arguments.no_floor:
            try:
                results["floor"], floor_lines = measure_floor(
                    all_programs, meter, build_dir, arguments.processes)
            except Failure as failure:
                floor_lines = ["not measured: %s" % failure]
    text = text_of(results, floor_lines)
    with open(os.path.join(arguments.output, "latest.json"), "w") as stream:
        json.dump(results, stream, indent=1, sort_keys=True)
        stream.write("\n")
    with open(os.path.join(arguments.output, "latest.txt"), "w") as stream:
        stream.write(text)
    plots.write(results, arguments.output)
    sys.stdout.write(text)
    return 1 if report.failures(results) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
