"""Random choices and random types."""

import random

from syntax import (
    BOOL, FLOAT, INT, ITEM, STR, Node, list_of, map_of, named, option_of, result_of,
    set_of, tuple_of, type_text)


class Choices(object):
    """The random numbers of a program, and the types that it may use."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.counter = 0
        self.functions = []
        self.records = []           # pairs of a name and its fields
        self.unions = []            # pairs of a name and its constructors
        self.recursive = set()      # names of recursive unions

    # ____________________________________________________________
    # Choices

    def chance(self, percent):
        return self.random.randrange(100) < percent

    def fresh(self, prefix):
        self.counter += 1
        return '%s%d' % (prefix, self.counter)

    def weighted(self, choices):
        """Pick from pairs of a weight and a value."""
        total = sum(weight for weight, _ in choices)
        mark = self.random.randrange(total)
        for weight, value in choices:
            mark -= weight
            if mark < 0:
                return value

    # ____________________________________________________________
    # Types

    def scalar(self):
        return self.weighted([(5, INT), (2, FLOAT), (3, STR), (2, BOOL)])

    def flat_type(self):
        """A type whose values stay small whatever a loop does with them."""
        choices = [(10, INT), (3, FLOAT), (2, BOOL), (2, STR), (2, list_of(INT)),
                   (1, tuple_of(INT, BOOL)), (1, option_of(INT)), (1, map_of(INT, INT)),
                   (1, tuple_of(INT, FLOAT, INT)), (1, set_of(INT)), (1, result_of(INT))]
        for name, fields in self.records:
            if all(type in (INT, FLOAT, BOOL) for _, type in fields):
                choices.append((3, named(name)))
        for name, constructors in self.unions:
            if name not in self.recursive:
                choices.append((2, named(name)))
        return self.weighted(choices)

    def any_type(self, depth=2):
        if depth == 0 or self.chance(45):
            return self.scalar()
        inner = depth - 1
        choices = [
            (4, lambda: list_of(self.any_type(inner))),
            (2, lambda: option_of(self.any_type(inner))),
            (1, lambda: result_of(self.any_type(inner))),
            (2, lambda: tuple_of(self.any_type(inner), self.any_type(inner))),
            (1, lambda: tuple_of(self.scalar(), self.any_type(inner), self.scalar())),
            (1, lambda: map_of(self.key_type(), self.any_type(inner))),
            (1, lambda: set_of(self.key_type())),
        ]
        if self.records:
            choices.append((3, lambda: named(self.random.choice(self.records)[0])))
        if self.unions:
            choices.append((3, lambda: named(self.random.choice(self.unions)[0])))
        return self.weighted(choices)()

    def key_type(self):
        return self.random.choice([INT, STR])

    def type_items(self):
        items = []
        for _ in range(self.random.randrange(3)):
            name = self.fresh('R')
            labels = self.random.sample('abcdefgh', self.random.randint(1, 4))
            if self.chance(50):
                fields = [(label, self.random.choice([INT, INT, FLOAT, BOOL]))
                          for label in labels]
            else:
                fields = [(label, self.any_type(1)) for label in labels]
            items.append(Node(ITEM, 'type %s = { %s }\n' % (name, ', '.join(
                '%s :: %s' % (label, type_text(type)) for label, type in fields))))
            items.append(Node(ITEM, 'fn mk%s(%s) -> %s { { %s } }\n' % (
                name, ', '.join('%s :: %s' % (label, type_text(type))
                                for label, type in fields), name,
                ', '.join('%s: %s' % (label, label) for label, _ in fields))))
            self.records.append((name, fields))
        for _ in range(self.random.randrange(3)):
            name = self.fresh('U')
            recursive = self.chance(40)
            constructors = []
            for i in range(self.random.randint(2, 4)):
                payload = []
                if i > 0 or self.chance(50):
                    payload = [self.scalar() if recursive or self.chance(60)
                               else self.random.choice([INT, FLOAT, BOOL])
                               for _ in range(self.random.randrange(3))]
                if recursive and i > 0:
                    payload += [named(name)] * self.random.randint(0, 2)
                constructors.append((self.fresh('C'), payload))
            if recursive:
                self.recursive.add(name)
            elif any(STR in payload for _, payload in constructors):
                constructors = [(constructor, [INT if type == STR else type
                                               for type in payload])
                                for constructor, payload in constructors]
            items.append(Node(ITEM, 'type %s = %s\n' % (name, ' | '.join(
                constructor + ('(%s)' % ', '.join(type_text(type) for type in payload)
                               if payload else '')
                for constructor, payload in constructors))))
            self.unions.append((name, constructors))
        return items
