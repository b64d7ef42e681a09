"""Random choices that can be made again, and simpler ones that lead to the same end.

A value is made by a sequence of choices, each a number below some bound, where 0 is the
simplest.  To simplify a value, the sequence is simplified and the value made anew.
"""

from rpython.rlib.rarithmetic import r_uint, intmask
from rpython.rlib.rrandom import Random

# So many choices make one value; further ones are 0.
MOST_CHOICES = 4000
# So often a simpler sequence is tried.
MOST_TRIALS = 1000
LARGEST_PIECE = 32


class Choices(object):
    """Where choices come from: from ``known`` as long as there are some, and then from
    a random generator, or 0 if there is none.  ``made`` are those that were made."""

    def __init__(self, known, random):
        self.known = known
        self.random = random
        self.made = []

    def below(self, bound):
        """A number of 0 <= n < bound, at most 2^62."""
        i = len(self.made)
        choice = 0
        if i < len(self.known):
            choice = min(self.known[i], bound - 1)
        elif self.random is not None and i < MOST_CHOICES:
            high = intmask(self.random.genrand32()) & 0x7fffffff
            low = intmask(self.random.genrand32()) & 0x7fffffff
            choice = ((high << 31) | low) % bound
        self.made.append(choice)
        return choice


def generator(seed):
    return Random(r_uint(seed))


class Attempt(object):
    """What is tried with choices."""

    def fails(self, choices):
        """Whether it still fails with the values that Choices make."""
        raise NotImplementedError


class Shrinker(object):
    """Finds simpler choices than ``best`` with which an Attempt fails, too."""

    def __init__(self, best, attempt):
        self.best = best
        self.attempt = attempt
        self.trials = 0

    def run(self):
        """-> the choices."""
        improved = True
        while improved and self.trials < MOST_TRIALS:
            improved = self._without_pieces()
            improved = self._smaller() or improved
        return self.best

    def _try(self, known):
        """Whether the choices ``known`` fail; then they are the best ones."""
        if self.trials >= MOST_TRIALS:
            return False
        self.trials += 1
        choices = Choices(known, None)
        if not self.attempt.fails(choices) or not _simpler(choices.made, self.best):
            return False
        self.best = choices.made
        return True

    def _without_pieces(self):
        improved = False
        size = LARGEST_PIECE
        while size > 0:
            i = len(self.best) - size
            while i >= 0:
                if i + size <= len(self.best) and self._try(self._without(i, i + size)):
                    improved = True
                i -= 1
            size = size // 2 if size > 8 else size - 1
        return improved

    def _smaller(self):
        improved = False
        i = 0
        while i < len(self.best):
            if self.best[i] > 0 and self._lower(i):
                improved = True
            i += 1
        return improved

    def _lower(self, i):
        """Look for the smallest number at ``i``, as if all above it failed, too."""
        improved = self._try(self._with(i, 0))
        low = 0
        while i < len(self.best) and self.best[i] > low + 1:
            middle = low + (self.best[i] - low) // 2
            if self._try(self._with(i, middle)):
                improved = True
            elif self.trials >= MOST_TRIALS:
                break
            else:
                low = middle
        return improved

    def _without(self, start, stop):
        assert start >= 0
        assert stop >= 0
        return self.best[:start] + self.best[stop:]

    def _with(self, i, choice):
        assert i >= 0
        return self.best[:i] + [choice] + self.best[i + 1:]


def _simpler(choices, others):
    if len(choices) != len(others):
        return len(choices) < len(others)
    for i in range(len(choices)):
        if choices[i] != others[i]:
            return choices[i] < others[i]
    return False
