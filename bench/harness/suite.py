"""Running the suite: every program by every peer, in turns."""

import sys
import time

from harness.measure import Failure


class Progress(object):
    """Lines on standard error: how much is done, how long it took, what is running."""

    def __init__(self, total):
        self.total = total
        self.done = 0
        self.start = time.time()

    def skip(self):
        self.total -= 1

    def show(self, program, peer, text):
        self.done += 1
        elapsed = time.time() - self.start
        sys.stderr.write("[%d/%d %4.0f s] %-14s %-10s %s\n" % (
            self.done, self.total, elapsed, program.name, peer.name, text))
        sys.stderr.flush()


# How often a program runs in one process to show how it warms up.
CALLS = 30


def measure_program(program, peers, meter, build_dir, processes, warm_up, progress):
    """The record of one program: `processes` runs by each peer, the peers in turns;
    with `warm_up`, one more of each that repeats the program.

    A peer that fails once is not run again and its record has an ``error``; one whose
    language has no such program has no runs.
    """
    record = {"sizes": program.sizes, "peers": {}}
    for peer in peers:
        entry = {"size": peer.size, "runs": [], "answer": None, "steps": None}
        record["peers"][peer.name] = entry
        if program.source(peer.extension) is None:
            entry["absent"] = True
            continue
        try:
            peer.prepare(program, build_dir)
        except Failure as failure:
            entry["error"] = str(failure)
    for _ in range(processes):
        for peer in peers:
            _measure_once(program, peer, meter, record["peers"][peer.name], progress)
    if warm_up:
        for peer in peers:
            _measure_warm_up(program, peer, meter, record["peers"][peer.name], progress)
    _check_answers(program, peers, meter, record)
    return record


def _is_out(program, peer, entry, progress):
    if "absent" in entry:
        progress.show(program, peer, "not written in this language")
    elif "error" in entry:
        progress.show(program, peer, "skipped: " + entry["error"])
    return "absent" in entry or "error" in entry


def _measure_warm_up(program, peer, meter, entry, progress):
    """Note in the entry how long each of many runs in one process took."""
    command = peer.repetition(program, program.sizes["warm"], CALLS)
    if command is None or peer.size == "small":
        progress.skip()
        return
    if _is_out(program, peer, entry, progress):
        return
    try:
        run = meter.run(command)
        answers = set(run.stdout.split())
        if len(answers) != 1:
            raise Failure("the runs of one process differ: %s" % sorted(answers))
    except (Failure, ValueError) as failure:
        entry["error"] = str(failure)
        progress.show(program, peer, "failed: " + entry["error"])
        return
    calls = peer.calls(run)
    entry["warm"] = {"start": max(run.wall - sum(calls), 0.0), "calls": calls,
                     "answer": answers.pop()}
    progress.show(program, peer, "%.2f to %.2f ms a run" % (
        max(calls) * 1e3, min(calls) * 1e3))


def _measure_once(program, peer, meter, entry, progress):
    if _is_out(program, peer, entry, progress):
        return
    try:
        run = meter.run(peer.command(program, program.sizes[peer.size]))
        answer = peer.answer(run)
        if entry["answer"] is not None and entry["answer"] != answer:
            raise Failure("two answers: %s, %s" % (entry["answer"], answer))
    except (Failure, ValueError) as failure:
        entry["error"] = str(failure)
        progress.show(program, peer, "failed: " + entry["error"])
        return
    entry["answer"] = answer
    entry["steps"] = peer.steps(run)
    entry["runs"].append(dict(run.as_json(), seconds=peer.seconds(run)))
    progress.show(program, peer, "%.3f s  %d MiB" % (run.wall, run.max_rss // 1024))


def _check_answers(program, peers, meter, record):
    """Note in the record what each size's answers were and whether they agree.

    The first peer that runs the full size also answers the small one, unmeasured, so
    that the interpreters are compared with something of another make.
    """
    answers = {"n": {}, "small": {}, "warm": {}}
    for peer in peers:
        entry = record["peers"][peer.name]
        if entry["runs"] and "error" not in entry:
            answers[entry["size"]][peer.name] = entry["answer"]
        if "warm" in entry:
            answers["warm"][peer.name] = entry["warm"]["answer"]
    if answers["small"]:
        for peer in peers:
            if peer.name in answers["n"]:
                answers["small"][peer.name] = _small_answer(program, peer, meter)
                break
    record["answers"] = answers
    record["agree"] = all(len(set(by_peer.values())) <= 1
                          for by_peer in answers.values())


def _small_answer(program, peer, meter):
    try:
        return peer.answer(meter.run(peer.command(program, program.sizes["small"])))
    except Failure as failure:
        return "failed: %s" % failure
