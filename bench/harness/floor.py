"""The numbers of the bare loop, the start and the binary."""

import os
import statistics
import subprocess

from harness.measure import Failure
from harness.peers import UnoptimisedC

STARTS = 20


def measure(repository, program, peers, meter, build_dir, processes):
    """A dictionary of the numbers; what cannot be measured here is left out.

    `program` is the sum_to benchmark, `peers` a dictionary by name.
    """
    numbers = {}
    lexvm = peers["lexvm"]
    if lexvm.path is None:
        return numbers
    contestants = [lexvm, peers["off"]]
    if peers["c"].path:
        contestants.append(UnoptimisedC(peers["c"].path))
    for clock, times in _per_iteration(program, contestants, meter, build_dir,
                                       processes).items():
        numbers[clock] = {"seconds_per_iteration": times,
                          "off_to_lexvm": times["off"] / times["lexvm"]}
        if "c-O1" in times:
            numbers[clock]["lexvm_to_c_O1"] = times["lexvm"] / times["c-O1"]
    numbers["start_seconds"] = _start(lexvm, meter, build_dir)
    numbers["stripped_bytes"] = _stripped_size(lexvm.path, build_dir)
    return numbers


def _per_iteration(program, contestants, meter, build_dir, processes):
    """By clock and peer: the median seconds of a process over its iterations."""
    times = {"wall": {}, "cpu": {}}
    for peer in contestants:
        peer.prepare(program, build_dir)
        for by_peer in times.values():
            by_peer[peer.name] = []
    for _ in range(processes):
        for peer in contestants:
            n = program.sizes[peer.size]
            run = meter.run(peer.command(program, n))
            times["wall"][peer.name].append(run.wall / n)
            times["cpu"][peer.name].append((run.user + run.system) / n)
    return dict((clock, dict((name, statistics.median(all_))
                             for name, all_ in by_peer.items()))
                for clock, by_peer in times.items())


def _start(lexvm, meter, build_dir):
    """Median seconds from start to result of a one-line program."""
    path = os.path.join(build_dir, "one_line.lex")
    with open(path, "w", encoding="utf-8") as stream:
        stream.write("fn main() -> Int { 42 }\n")
    walls = []
    for _ in range(STARTS):
        run = meter.run([lexvm.path, "run", path])
        if run.stdout.strip() != "42":
            raise Failure("the one-line program printed %r" % run.stdout)
        walls.append(run.wall)
    return statistics.median(walls)


def _stripped_size(path, build_dir):
    copy = os.path.join(build_dir, "lexvm.stripped")
    subprocess.check_call(["strip", "-o", copy, path])
    return os.path.getsize(copy)


def lines(numbers, sizes):
    """The numbers as lines of text."""
    if not numbers:
        return ["not measured: there is no ./lexvm (make)"]
    out = ["sum_to: %d iterations, --jit off %d; times are divided by those" % (
        sizes["n"], sizes["small"])]
    for clock, title in [("wall", "wall clock"), ("cpu", "processor time")]:
        out += [title] + _loop_lines(numbers[clock])
    out.append("start of a one-line program:  %.1f ms, median of %d (wanted: under 15)"
               % (numbers["start_seconds"] * 1e3, STARTS))
    out.append("binary without symbols:       %.2f MB (wanted: under 15)"
               % (numbers["stripped_bytes"] / 1e6))
    return out


def _loop_lines(ratios):
    per = ratios["seconds_per_iteration"]
    out = ["  nanoseconds for an iteration: " + ", ".join(
        "%s %.2f" % (name, per[name] * 1e9) for name in sorted(per))]
    if "lexvm_to_c_O1" in ratios:
        out.append("  JIT to C -O1:      %.2f times its time (wanted: under 4)"
                   % ratios["lexvm_to_c_O1"])
    out.append("  --jit off to JIT:  %.1f times its time (wanted: over 50)"
               % ratios["off_to_lexvm"])
    return out
