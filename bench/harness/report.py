"""Results as text: tables of ratios and of memory."""

import math
import statistics


def seconds(entry):
    """The median wall time of a peer's runs, or None."""
    if "error" in entry or not entry["runs"]:
        return None
    return statistics.median(run["wall"] for run in entry["runs"])


def memory(entry):
    """The median peak of a peer's resident memory in KiB, or None."""
    if "error" in entry or not entry["runs"]:
        return None
    return statistics.median(run["max_rss_kib"] for run in entry["runs"])


def ratio(record, name, base="lexvm"):
    """How many times the time of `base` a peer takes; None if either is missing.

    Peers that ran another size than `base` are compared by the time for a step.
    """
    ours, theirs = record["peers"].get(base), record["peers"].get(name)
    if ours is None or theirs is None:
        return None
    a, b = seconds(ours), seconds(theirs)
    if a is None or b is None:
        return None
    if ours["size"] != theirs["size"]:
        if not ours["steps"] or not theirs["steps"]:
            return None
        a, b = a / ours["steps"], b / theirs["steps"]
    return b / a


def geometric_mean(values):
    return math.exp(sum(math.log(v) for v in values) / len(values))


def base_of(results):
    """The peer the others are divided by: LexVM with its JIT if it was measured."""
    return "lexvm" if "lexvm" in results["peers"] else results["peers"][0]


def _cell(value, form="%9.2f"):
    return "%9s" % "-" if value is None else form % value


def ratio_table(results):
    """Lines: for each program the time of the base, and the ratios of the others."""
    base = base_of(results)
    others = [name for name in results["peers"] if name != base]
    lines = ["%-16s %10s %9s" % ("program", "n", base + " s") +
             "".join("%10s" % name for name in others)]
    columns = dict((name, []) for name in others)
    for program, record in sorted(results["programs"].items()):
        size = record["sizes"][record["peers"][base]["size"]]
        line = "%-16s %10d %s" % (program, size,
                                  _cell(seconds(record["peers"][base]), "%9.3f"))
        for name in others:
            value = ratio(record, name, base)
            line += " " + _cell(value)
            if value is not None:
                columns[name].append(value)
        lines.append(line + ("" if record["agree"] else "   ANSWERS DIFFER"))
    lines.append(_summary("geometric mean", others, columns, geometric_mean))
    lines.append(_summary("slower than " + base, others, columns, _wins, "%9s"))
    return lines


def _wins(values):
    return "%d/%d" % (sum(1 for v in values if v > 1.0), len(values))


def _summary(title, names, columns, function, form="%9.2f"):
    return "%-37s" % title + "".join(
        " " + _cell(function(columns[name]) if columns[name] else None, form)
        for name in names)


def memory_table(results):
    """Lines: the peak of resident memory in MiB, of each program and peer."""
    names = results["peers"]
    lines = ["%-16s" % "program" + "".join("%10s" % name for name in names)]
    for program, record in sorted(results["programs"].items()):
        line = "%-16s" % program
        for name in names:
            peak = memory(record["peers"][name])
            line += " " + _cell(None if peak is None else peak / 1024.0, "%9.1f")
        lines.append(line)
    return lines


def failures(results):
    """Lines: the peers that failed and the programs whose answers differ."""
    lines = []
    for program, record in sorted(results["programs"].items()):
        for name, entry in record["peers"].items():
            if "error" in entry:
                lines.append("%s, %s: %s" % (program, name, entry["error"]))
        if not record["agree"]:
            lines.append("%s: answers differ: %r" % (program, record["answers"]))
    return lines
