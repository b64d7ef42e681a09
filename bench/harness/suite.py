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

    def show(self, program, peer, text):
        self.done += 1
        elapsed = time.time() - self.start
        sys.stderr.write("[%d/%d %4.0f s] %-14s %-10s %s\n" % (
            self.done, self.total, elapsed, program.name, peer.name, text))
        sys.stderr.flush()


def measure_program(program, peers, meter, build_dir, processes, progress):
    """The record of one program: `processes` runs by each peer, the peers in turns.

    A peer that fails once is not run again and its record has an ``error``.
    """
    record = {"sizes": program.sizes, "peers": {}}
    for peer in peers:
        entry = {"size": peer.size, "runs": [], "answer": None, "steps": None}
        record["peers"][peer.name] = entry
        try:
            if program.source(peer.extension) is None:
                raise Failure("not written in this language")
            peer.prepare(program, build_dir)
        except Failure as failure:
            entry["error"] = str(failure)
    for _ in range(processes):
        for peer in peers:
            _measure_once(program, peer, meter, record["peers"][peer.name], progress)
    _check_answers(program, peers, meter, record)
    return record


def _measure_once(program, peer, meter, entry, progress):
    if "error" in entry:
        progress.show(program, peer, "skipped: " + entry["error"])
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
    entry["runs"].append(run.as_json())
    progress.show(program, peer, "%.3f s  %d MiB" % (run.wall, run.max_rss // 1024))


def _check_answers(program, peers, meter, record):
    """Note in the record what each size's answers were and whether they agree.

    The first peer that runs the full size also answers the small one, unmeasured, so
    that the interpreters are compared with something of another make.
    """
    answers = {"n": {}, "small": {}}
    for peer in peers:
        entry = record["peers"][peer.name]
        if "error" not in entry:
            answers[entry["size"]][peer.name] = entry["answer"]
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
