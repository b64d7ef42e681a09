"""What the results say: ratios, warm-up, memory; as text tables and in RST."""

import math
import statistics

# Programs that are one loop or little more.
LOOPS = ["alloc_heavy", "closure_call", "closure_fold", "collatz", "deep_tree", "even_odd",
         "mandelbrot", "record_field", "record_wide", "response_build", "straight_arith",
         "sum_of_squares", "sum_to", "tuple_build"]
# The part of the peak speed at which a program counts as warm.
WARM = 0.9


def seconds(entry):
    """The median time of a peer's runs, or None."""
    if "error" in entry or not entry["runs"]:
        return None
    return statistics.median(run["seconds"] for run in entry["runs"])


def memory(entry):
    """The median peak of a peer's resident memory in MiB, or None."""
    if "error" in entry or not entry["runs"]:
        return None
    return statistics.median(run["max_rss_kib"] for run in entry["runs"]) / 1024.0


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


def peak(entry):
    """The seconds of a run in a process that is warm, or None."""
    if "warm" not in entry:
        return None
    calls = entry["warm"]["calls"]
    return statistics.median(calls[-(len(calls) // 3 + 1):])


def peak_ratio(record, name, base="lexvm"):
    """Like `ratio`, for warm processes."""
    ours, theirs = record["peers"].get(base), record["peers"].get(name)
    if ours is None or theirs is None:
        return None
    a, b = peak(ours), peak(theirs)
    return None if a is None or b is None else b / a


def timeline(entry):
    """Pairs: when a run in one process ended, after the start of the process, and how
    long it took; None if that was not measured."""
    if "warm" not in entry:
        return None
    points, now = [], entry["warm"]["start"]
    for call in entry["warm"]["calls"]:
        now += call
        points.append((now, call))
    return points


def warm_after(entry):
    """Seconds from the start of a process to its first run at 90 % of its peak speed,
    or None."""
    points = timeline(entry)
    if points is None:
        return None
    enough = peak(entry) / WARM
    for end, call in points:
        if call <= enough:
            return end - call
    return None


def geometric_mean(values):
    return math.exp(sum(math.log(v) for v in values) / len(values))


def base_of(results):
    """The peer the others are divided by: LexVM with its JIT if it was measured."""
    return "lexvm" if "lexvm" in results["peers"] else results["peers"][0]


def others(results):
    base = base_of(results)
    return [name for name in results["peers"] if name != base]


def summary(results, measure=ratio):
    """By peer: the ratios that exist, and with them the programs."""
    base = base_of(results)
    found = {}
    for name in others(results):
        found[name] = [(program, measure(record, name, base))
                       for program, record in sorted(results["programs"].items())]
        found[name] = [(program, value) for program, value in found[name]
                       if value is not None]
    return found


def number(value, digits=2):
    """Three significant digits or so; a dash for None."""
    if value is None:
        return "-"
    return "%.0f" % value if value >= 100 else "%.1f" % value if value >= 10 \
        else "%.*f" % (digits, value)


def ratio_rows(results, measure=ratio, own=seconds):
    """Rows of texts, the first the titles: program, our time, the ratios; at the end
    the geometric means and in how many programs the base is faster."""
    base = base_of(results)
    rows = [["program", base + " s"] + others(results)]
    for program, record in sorted(results["programs"].items()):
        ours = record["peers"].get(base)
        time = own(ours) if ours else None
        rows.append([program, "-" if time is None else "%.3f" % time] +
                    [number(measure(record, name, base)) for name in others(results)])
    found = summary(results, measure)
    values = dict((name, [v for _, v in pairs]) for name, pairs in found.items())
    rows.append(["geometric mean", ""] + [
        number(geometric_mean(values[name])) if values[name] else "-"
        for name in others(results)])
    rows.append([base + " is faster", ""] + [
        "%d/%d" % (sum(1 for v in values[name] if v > 1), len(values[name]))
        for name in others(results)])
    return rows


def memory_rows(results):
    """Rows of texts: the peak of resident memory in MiB."""
    names = results["peers"]
    rows = [["program"] + names]
    for program, record in sorted(results["programs"].items()):
        rows.append([program] + [number(memory(record["peers"][name]), 1)
                                 for name in names])
    return rows


def warm_up_rows(results):
    """Rows of texts: milliseconds to the first run at 90 % of the peak."""
    names = [name for name in results["peers"]
             if any("warm" in record["peers"][name]
                    for record in results["programs"].values())]
    rows = [["program"] + names]
    for program, record in sorted(results["programs"].items()):
        times = [warm_after(record["peers"][name]) for name in names]
        rows.append([program] + ["-" if t is None else "%.0f" % (t * 1e3) for t in times])
    return rows if names else []


def goals(results):
    """Lines: what was wanted and what was measured."""
    found = summary(results)
    lines = []

    def mean_of(name, programs=None):
        values = [v for program, v in found.get(name, [])
                  if programs is None or program in programs]
        return geometric_mean(values) if values else None

    def add(text, value, wanted):
        if value is not None:
            lines.append("%s: %s (wanted: %s)" % (text, number(value), wanted))

    add("reference / lexvm, geometric mean", mean_of("reference"), "30")
    if found.get("reference"):
        program, value = min(found["reference"], key=lambda pair: pair[1])
        lines.append("reference / lexvm, least: %s, %s (wanted: 1)"
                     % (number(value), program))
    add("--jit off / lexvm on the loop programs", mean_of("off", LOOPS), "20")
    for name, share in (("pypy3", "three quarters"), ("luajit", "half")):
        values = [v for _, v in found.get(name, [])]
        if values:
            add("%s / lexvm, geometric mean" % name, geometric_mean(values), "1")
            lines.append("programs faster than %s: %d of %d (wanted: %s)" % (
                name, sum(1 for v in values if v > 1), len(values), share))
    if mean_of("c") is not None:
        add("lexvm / C, geometric mean", 1 / mean_of("c"), "at most 3")
    return lines + _warm_up_goal(results) + _memory_goal(results)


def _warm_up_goal(results):
    times = [(warm_after(record["peers"]["lexvm"]), program)
             for program, record in results["programs"].items()
             if "warm" in record["peers"].get("lexvm", {})]
    times = [(t, program) for t, program in times if t is not None]
    if not times:
        return []
    slow = ["%s %.2f s" % (program, t) for t, program in sorted(times) if t > 0.5]
    return ["at 90 %% of the peak within 0.5 s: %d of %d programs (wanted: all)%s" % (
        len(times) - len(slow), len(times), "".join("; " + text for text in slow))]


def _memory_goal(results):
    values = []
    for record in results["programs"].values():
        a = memory(record["peers"]["lexvm"]) if "lexvm" in record["peers"] else None
        b = memory(record["peers"]["luajit"]) if "luajit" in record["peers"] else None
        if a is not None and b is not None:
            values.append(a / b)
    if not values:
        return []
    return ["memory of lexvm / luajit, geometric mean: %s (wanted: at most 2)"
            % number(geometric_mean(values))]


def text_table(rows):
    """Lines with columns of equal width, the first to the left."""
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    return ["  ".join([row[0].ljust(widths[0])] + [
        cell.rjust(width) for cell, width in zip(row[1:], widths[1:])]).rstrip()
        for row in rows]


def rst_table(rows):
    """The lines of a simple table in reStructuredText."""
    widths = [max(max(len(row[i]) for row in rows), 1) for i in range(len(rows[0]))]
    rule = "  ".join("=" * width for width in widths)
    body = ["  ".join((cell or "\\ ").ljust(width)
                      for cell, width in zip(row, widths)).rstrip() for row in rows[1:]]
    head = "  ".join(cell.ljust(width) for cell, width in zip(rows[0], widths)).rstrip()
    return [rule, head, rule] + body + [rule]


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
