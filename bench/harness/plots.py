"""The pictures of a run of the suite."""

import os

from harness import charts, report


def write(results, folder):
    """Draw ratios.svg and, if it was measured, warm-up.svg into a folder."""
    names = sorted(results["programs"])
    records = results["programs"]
    base = report.base_of(results)
    with open(os.path.join(folder, "ratios.svg"), "w") as stream:
        stream.write(charts.ratio_bars(
            "Time of a peer / time of %s; to the right %s is faster" % (base, base),
            base, names, report.others(results),
            lambda program, peer: report.ratio(records[program], peer, base)))
    warm = report.warm_up_rows(results)
    if warm:
        with open(os.path.join(folder, "warm-up.svg"), "w") as stream:
            stream.write(charts.warm_up_curves(
                "Time of each run in one process, over the time since its start",
                names, warm[0][1:],
                lambda program, peer: report.timeline(records[program]["peers"][peer])))
