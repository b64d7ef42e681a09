"""RPython: arrays that exchange their items while the collector works.

usage: PROGRAM SEED ROUNDS; prints the first item that is not what it should be, or ok.
"""

from rpython.rlib.rarithmetic import intmask, r_uint

LENGTHS = [3, 8, 40, 200, 700, 3000]
ARRAYS = 24


class Item(object):
    """``number`` says which one it is; ``check`` that nobody has overwritten it."""

    def __init__(self, number):
        self.number = number
        self.check = number ^ 0x5a5a5a5a


class Random(object):
    def __init__(self, seed):
        self.state = r_uint(seed * 2 + 1)

    def below(self, limit):
        self.state = self.state * r_uint(6364136223846793005) + r_uint(1442695040888963407)
        return intmask(self.state >> 33) % limit


class Pair(object):
    """An array and the numbers that its items should have; 0 is no item."""

    def __init__(self, length):
        self.items = [None] * length
        self.numbers = [0] * length


class Exchange(object):
    def __init__(self, seed):
        self.random = Random(seed)
        self.count = 0
        self.pairs = []
        for i in range(ARRAYS):
            self.pairs.append(Pair(LENGTHS[i % len(LENGTHS)]))

    def fill(self, pair):
        for i in range(len(pair.items)):
            if self.random.below(3) != 0:
                self.count += 1
                pair.items[i] = Item(self.count)
                pair.numbers[i] = self.count

    def move(self, source, dest):
        """Copy a part; then the source lets go of it."""
        length = self.random.below(min(len(source.items), len(dest.items))) + 1
        start = 0
        stop = 0
        if self.random.below(2) == 0:
            start = self.random.below(len(source.items) - length + 1)
            stop = self.random.below(len(dest.items) - length + 1)
        assert start >= 0 and stop >= 0 and length > 0
        dest.items[stop:stop + length] = source.items[start:start + length]
        dest.numbers[stop:stop + length] = source.numbers[start:start + length]
        if self.random.below(4) == 0:
            return
        for i in range(length):
            source.items[start + i] = None
            source.numbers[start + i] = 0

    def swap_in_place(self, source, dest):
        """The whole of an array, without an array in between."""
        if len(source.items) == len(dest.items) and source is not dest:
            length = len(source.items)
            dest.items[0:length] = source.items
            dest.numbers[0:length] = source.numbers
            source.items[0:length] = [None] * length
            source.numbers[0:length] = [0] * length

    def wrong(self, pair):
        """-> the place of an item that is wrong; -1 if there is none."""
        for i in range(len(pair.items)):
            item = pair.items[i]
            if item is None:
                if pair.numbers[i] != 0:
                    return i
            elif item.number != pair.numbers[i] or item.check != item.number ^ 0x5a5a5a5a:
                return i
        return -1

    def round(self):
        source = self.pairs[self.random.below(ARRAYS)]
        dest = self.pairs[self.random.below(ARRAYS)]
        action = self.random.below(8)
        if action == 0:
            self.fill(source)
        elif action < 4 and source is not dest:
            self.move(source, dest)
        else:
            self.swap_in_place(source, dest)
        return self.wrong(self.pairs[self.random.below(ARRAYS)])


def entry_point(argv):
    exchange = Exchange(int(argv[1]))
    for i in range(int(argv[2])):
        place = exchange.round()
        if place >= 0:
            print 'round %d: item %d is wrong' % (i, place)
            return 1
    print 'ok'
    return 0
