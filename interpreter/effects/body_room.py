"""The memory that the bodies of a server's requests and its responses may take.

A server that reads whatever is sent has no bound: a few clients fill its memory.  So a
body is read when there is room for all of it, and a response that nobody reads gives
way to another.
"""

from interpreter import memory


# What one connection needs anyway.
SMALL = 65536
# The share of a memory limit that is for bodies: they are copied and decoded.
SHARE = 4
LARGEST_ROOM = 1 << 30


class Room(object):
    """``size`` bytes, of which ``held`` are given out."""

    def __init__(self):
        size = memory.limit.size // SHARE
        if size <= 0 or size > LARGEST_ROOM:
            size = LARGEST_ROOM
        self.size = size
        self.held = 0

    def most(self, size):
        """What of so many bytes could ever be given."""
        return min(size, self.size)

    def has(self, size):
        return size <= self.size - self.held


class Share(object):
    """What one connection holds of a Room; small needs are free."""

    def __init__(self, room):
        self.room = room
        self.size = 0

    def grow_to(self, size):
        """Whether there is room to hold ``size`` bytes in all; then they are held."""
        if size <= SMALL or size <= self.size:
            return True
        if not self.room.has(size - self.size):
            return False
        self.take(size)
        return True

    def take(self, size):
        """Hold ``size`` bytes in all, whether there is room or not."""
        self.room.held += size - self.size
        self.size = size

    def give_back(self):
        self.take(0)
