"""memory/gc/minimarkpage.py: the memory in use"""

import random

import pytest

from rpython.memory.gc.test import test_minimarkpage

import toolchain_fixes

assert toolchain_fixes.APPLIED

WORD = test_minimarkpage.WORD


def collection():
    pagesize = test_minimarkpage.hdrsize + 24 * WORD
    return test_minimarkpage.arena_collection_for_test(pagesize, ' ' * 300)


def blocks(arenas, rng, count):
    """-> from the blocks that are allocated to their sizes."""
    made = {}
    for i in range(count):
        size = WORD * rng.choice([2, 3, 5, 8])
        block = arenas.malloc(size)
        made[block.arena, block.offset] = size
    return made


@pytest.mark.parametrize('seed', range(5))
def test_memory_in_use_is_known_at_any_time(seed):
    rng = random.Random(seed)
    arenas = collection()
    alive = blocks(arenas, rng, 60)
    assert arenas.total_memory_used == sum(alive.values())
    doomed = set(rng.sample(sorted(alive), 35))

    freed = set()

    def dies(block):
        place = block.arena, block.offset
        if place not in doomed:
            return False
        freed.add(place)
        del alive[place]
        return True

    arenas.mass_free_prepare()
    assert arenas.total_memory_used == sum(alive.values())
    done = False
    while not done:
        done = arenas.mass_free_incremental(dies, rng.randrange(1, 4))
        assert arenas.total_memory_used == sum(alive.values())
        if not done:
            alive.update(blocks(arenas, rng, rng.randrange(3)))
            assert arenas.total_memory_used == sum(alive.values())
    assert freed == doomed
