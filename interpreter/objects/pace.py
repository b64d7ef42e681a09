"""Looking up from long native work.

Operations on values run no steps, and a few of them may take very long: values
share their parts, so a small one can have a huge number of paths through it.
Their loops tell the Pace how much they do; now and then it asks its Watch
whether the run must stop.
"""

# Units of work between two looks; a unit takes some nanoseconds.
SLICE = 1 << 16


class Watch(object):
    """Who knows whether a run must stop."""

    def look(self):
        """Raise what ends the run, if it must end."""


class Pace(object):

    def __init__(self):
        self.left = SLICE
        self.watch = Watch()

    def work(self, units):
        """Count what a loop does.  Raises what the Watch raises."""
        self.left -= units
        if self.left < 0:
            self.left = SLICE
            self.watch.look()


pace = Pace()
