"""memory/gc/incminimark.py: random programs, each object compared with a model of it

The collector runs in its smallest steps, between any two actions.
"""

import random

import pytest

from rpython.memory.gc import incminimark
from rpython.memory.gc.test import test_direct
from rpython.memory.gc.test.test_direct import WORD
from rpython.rtyper.lltypesystem import llarena, llmemory, lltype

import toolchain_fixes

assert toolchain_fixes.APPLIED

TEXT = lltype.GcStruct('TEXT', ('hash', lltype.Signed), ('chars', lltype.Array(lltype.Char)))
NODE = lltype.GcForwardReference()
ITEMS = lltype.GcArray(lltype.Ptr(NODE))
NODE.become(lltype.GcStruct('NODE', ('x', lltype.Signed), ('next', lltype.Ptr(NODE)),
                            ('items', lltype.Ptr(ITEMS)), ('text', lltype.Ptr(TEXT))))
KINDS = {NODE: 'node', ITEMS: 'items', TEXT: 'text'}

SIZES = [0, 1, 2, 5, 8, 14, 15, 20, 40, 70]
MAX_ROOTS = 12


class Model(object):
    """What an object should be: fields by name or index are Models, None or numbers."""

    def __init__(self, type, fields, size=0):
        self.type = type
        self.fields = fields
        self.size = size
        self.hash = None


class Program(test_direct.BaseDirectGCTest):
    """Roots are a stack: ``stackroots`` has the objects, ``models`` what they should be."""
    GCClass = incminimark.IncrementalMiniMarkGC
    GC_PARAMS = {'card_page_indices': 4, 'nursery_size': 256 * WORD,
                 'large_object': 16 * WORD}

    def __init__(self, seed, checked):
        """checked: the collector looks after each step whether the heap is right."""
        self.random = random.Random(seed)
        self.setup_method(None)
        self.gc.TEST_VISIT_SINGLE_STEP = True
        self.gc.DEBUG = 2 if checked else 0
        self.models = []
        self.pinned = []
        self.count = 0
        for i in range(2):
            self.prebuilt(NODE, None)
            self.prebuilt(ITEMS, 8)
        self.kept = len(self.models)
        self.actions = [
            (6, self.make_node), (4, self.make_items), (3, self.make_text), (8, self.write),
            (10, self.copy), (6, self.read), (4, self.drop), (3, self.step),
            (1, self.minor), (2, self.hash), (2, self.pin), (2, self.unpin)]

    def prebuilt(self, type, size):
        if size is None:
            obj = lltype.malloc(type, immortal=True, zero=True)
        else:
            obj = lltype.malloc(type, size, immortal=True, zero=True)
        self.consider_constant(obj)
        self.push(obj, self.empty(type, size or 0))

    def empty(self, type, size):
        if type is NODE:
            return Model(type, {'x': 0, 'next': None, 'items': None, 'text': None})
        if type is ITEMS:
            return Model(type, dict.fromkeys(range(size)), size)
        return Model(type, {}, size)

    def push(self, obj, model):
        self.stackroots.append(obj)
        self.models.append(model)

    def pick(self, type):
        """The index of a root of a type; -1 if there is none."""
        found = [i for i, model in enumerate(self.models) if model.type is type]
        return self.random.choice(found) if found else -1

    # Actions

    def make_node(self):
        obj = self.malloc(NODE)
        self.count += 1
        obj.x = self.count
        model = self.empty(NODE, 0)
        model.fields['x'] = self.count
        self.push(obj, model)

    def make_items(self):
        size = self.random.choice(SIZES)
        self.push(self.malloc(ITEMS, size), self.empty(ITEMS, size))

    def make_text(self):
        size = self.random.choice([0, 1, 9, 30])
        obj = self.malloc(TEXT, size)
        self.count += 1
        obj.hash = self.count
        model = self.empty(TEXT, size)
        model.fields['hash'] = self.count
        self.push(obj, model)

    def place(self):
        """A root that has parts, the name or index of one, and that part's type."""
        target = self.pick(self.random.choice([NODE, ITEMS]))
        if target < 0:
            return -1, None, None
        if self.models[target].type is NODE:
            name, type = self.random.choice(
                [('next', NODE), ('items', ITEMS), ('text', TEXT)])
            return target, name, type
        if self.models[target].size == 0:
            return -1, None, None
        return target, self.random.randrange(self.models[target].size), NODE

    def write(self):
        target, name, type = self.place()
        if target < 0:
            return
        value = self.pick(type)
        if value < 0 or self.random.random() < 0.3:
            obj, model = lltype.nullptr(type), None
        else:
            obj, model = self.stackroots[value], self.models[value]
        if self.models[target].type is ITEMS:
            self.writearray(self.stackroots[target], name, obj)
        else:
            test_direct.BaseDirectGCTest.write(self, self.stackroots[target], name, obj)
        self.models[target].fields[name] = model

    def copy(self):
        source, dest = self.pick(ITEMS), self.pick(ITEMS)
        if source < 0:
            return
        a, b = self.models[source], self.models[dest]
        length = self.random.choice(SIZES)
        start = self.random.choice([0, 0, 3])
        stop = self.random.choice([0, 0, 5])
        if a is b or start + length > a.size or stop + length > b.size or length < 2:
            return
        from_, to = self.stackroots[source], self.stackroots[dest]
        if self.gc.writebarrier_before_copy(
                llmemory.cast_ptr_to_adr(from_), llmemory.cast_ptr_to_adr(to), start, stop,
                length):
            for i in range(length):
                to[stop + i] = from_[start + i]
        else:
            for i in range(length):
                self.writearray(to, stop + i, from_[start + i])
        for i in range(length):
            b.fields[stop + i] = a.fields[start + i]
        if self.random.random() < 0.5:
            for i in range(length):
                self.writearray(from_, start + i, lltype.nullptr(NODE))
                a.fields[start + i] = None

    def read(self):
        target, name, type = self.place()
        if target < 0 or self.models[target].fields[name] is None:
            return
        obj = self.stackroots[target]
        part = obj[name] if self.models[target].type is ITEMS else getattr(obj, name)
        self.push(part, self.models[target].fields[name])

    def drop(self):
        droppable = [i for i in range(self.kept, len(self.models))
                     if self.models[i] not in self.pinned]
        while droppable and (len(self.models) > MAX_ROOTS or self.random.random() < 0.5):
            index = self.random.choice(droppable)
            droppable = [i - (i > index) for i in droppable if i != index]
            del self.stackroots[index]
            del self.models[index]

    def step(self):
        self.gc._minor_collection()
        self.gc.major_collection_step()

    def minor(self):
        self.gc._minor_collection()

    def hash(self):
        if self.models:
            index = self.random.randrange(len(self.models))
            model = self.models[index]
            found = self.gc.identityhash(
                lltype.cast_opaque_ptr(llmemory.GCREF, self.stackroots[index]))
            assert model.hash in (None, found)
            model.hash = found

    def pin(self):
        index = self.pick(TEXT)
        if index < 0 or self.models[index] in self.pinned:
            return
        if self.gc.pin(llmemory.cast_ptr_to_adr(self.stackroots[index])):
            self.pinned.append(self.models[index])

    def unpin(self):
        if self.pinned:
            model = self.pinned.pop(self.random.randrange(len(self.pinned)))
            index = self.models.index(model)
            self.gc.unpin(llmemory.cast_ptr_to_adr(self.stackroots[index]))

    # The comparison

    def check(self):
        seen = {}
        pending = zip(self.stackroots, self.models)
        while pending:
            obj, model = pending.pop()
            if model is None:
                assert not obj
                continue
            assert obj
            if model in seen:
                assert seen[model] == obj
                continue
            seen[model] = obj
            assert lltype.typeOf(obj).TO is model.type
            if model.type is NODE:
                assert obj.x == model.fields['x']
                for name in ['next', 'items', 'text']:
                    pending.append((getattr(obj, name), model.fields[name]))
            elif model.type is ITEMS:
                assert len(obj) == model.size
                for i in range(model.size):
                    pending.append((obj[i], model.fields[i]))
            else:
                assert obj.hash == model.fields['hash']
                assert len(obj.chars) == model.size

    def run(self, length):
        weighted = [action for weight, action in self.actions for i in range(weight)]
        for i in range(length):
            self.random.choice(weighted)()
            if i % 10 == 0:
                self.drop()
                self.check()
        while self.pinned:
            self.unpin()
        self.gc.TEST_VISIT_SINGLE_STEP = False
        self.gc.collect()
        self.check()


plain_sum = llarena.fakearenaaddress.__add__.im_func


def sum_past_objects(self, other):
    """An address and the size of an object make the address behind it, also where a
    pinned object begins.  The toolchain's emulation guesses that it is inside."""
    last = other
    if isinstance(other, llmemory.CompositeOffset):
        last = other.offsets[-1]
    if isinstance(last, llarena.RoundedUpForAllocation):
        return self.arena.getaddr(self.offset + llmemory.raw_malloc_usage(other))
    return plain_sum(self, other)


@pytest.mark.parametrize('seed', range(12))
def test_random_program(seed, monkeypatch):
    monkeypatch.setattr(llarena.fakearenaaddress, '__add__', sum_past_objects)
    Program(seed, seed % 4 == 0).run(300)
