"""The samples of a profiler by names, and the two forms that they are saved in."""

from rpython.rlib.listsort import make_timsort_class
from rpython.rlib.rstring import StringBuilder

from interpreter.cli.stack_report import Frame
from interpreter.cli.xml_text import escaped
from interpreter.diagnostics.names import in_order
from interpreter.machine.profiler import function_of, pc_of

# A graph in SVG: pixels.
WIDTH = 1200
ROW = 17
MARGIN = 10
HEAD = 40
LETTER = 7
# Narrower ones are left out, in hundredths of a pixel.
NARROWEST = 30

MARK = '<!-- Profile of LexVM -->'


class Entry(object):
    """A function, or a place in one, called from those above it.  ``steps`` are its
    own, ``total`` has those of what it calls."""

    def __init__(self, name):
        self.name = name
        self.steps = 0
        self.total = 0
        self.children = {}

    def child(self, name):
        entry = self.children.get(name, None)
        if entry is None:
            entry = Entry(name)
            self.children[name] = entry
        return entry

    def sorted_children(self):
        return [self.children[name] for name in in_order(self.children.keys())]


class Names(object):
    """What sites are called: ``name`` and ``file:line``."""

    def __init__(self, program, sources):
        self.program = program
        self.sources = sources
        self.names = {}
        self.places = {}

    def function(self, site):
        if site not in self.names:
            code = self.program.functions[function_of(site)]
            self.names[site] = _plain(Frame(code, pc_of(site), 1, False).name())
        return self.names[site]

    def place(self, site):
        """'' if it is not known."""
        if site not in self.places:
            code = self.program.functions[function_of(site)]
            span = Frame(code, pc_of(site), 1, False).span()
            place = ''
            if span.is_known() and self.sources.has(span.path):
                line, _ = self.sources.position(span.path, span.start)
                place = _plain('%s:%d' % (self.sources.name(span.path), line))
            self.places[site] = place
        return self.places[site]


def _plain(name):
    """A name without what means something in collapsed stacks."""
    return name.replace(';', ',').replace('\n', ' ')


class _Pending(object):
    def __init__(self, node, entry):
        self.node = node
        self.entry = entry


def tree_of(profiler, names, folds):
    """The Entry of the whole run.  The steps of a function's own lines are children
    of it, unless it has one line only.  With ``folds``, functions that call
    themselves are there once."""
    root = Entry('all')
    pending = [_Pending(profiler.root, root)]
    while len(pending) > 0:
        top = pending.pop()
        node = top.node
        entry = top.entry
        if node.site < 0:
            entry.steps += node.steps
        elif node.steps > 0:
            place = names.place(node.site)
            if place == '':
                entry.steps += node.steps
            else:
                entry.child(place).steps += node.steps
        for site in node.children:
            name = names.function(site)
            below = entry
            if not (folds and name == entry.name):
                below = entry.child(name)
            pending.append(_Pending(node.children[site], below))
    _add_up(root)
    return root


def _add_up(root):
    """Set the totals."""
    order = [root]
    i = 0
    while i < len(order):
        for name in order[i].children:
            order.append(order[i].children[name])
        i += 1
    parents = {}
    for entry in order:
        for name in entry.children:
            parents[entry.children[name]] = entry
    for i in range(len(order) - 1, -1, -1):
        entry = order[i]
        entry.total += entry.steps
        if entry in parents:
            parents[entry].total += entry.total


class _Stack(object):
    def __init__(self, entry, path):
        self.entry = entry
        self.path = path


def collapsed(root):
    """A line ``name;name;file:line steps`` for each stack, in order."""
    out = StringBuilder()
    pending = [_Stack(root, '')]
    while len(pending) > 0:
        top = pending.pop()
        entry = top.entry
        path = top.path
        if entry is not root:
            if path != '':
                path += ';'
            path += entry.name
        if entry.steps > 0 and path != '':
            out.append('%s %d\n' % (path, entry.steps))
        below = entry.sorted_children()
        for i in range(len(below) - 1, -1, -1):
            pending.append(_Stack(below[i], path))
    return out.build()


class _Box(object):
    def __init__(self, entry, start, row):
        self.entry = entry
        self.start = start              # in steps
        self.row = row


def flame_graph(root, title):
    """An SVG: a box for each stack, as wide as its share of the steps; callers are
    below."""
    boxes = _boxes(root)
    rows = 0
    for box in boxes:
        rows = max(rows, box.row + 1)
    height = HEAD + rows * ROW + MARGIN
    out = StringBuilder()
    out.append('<?xml version="1.0" encoding="UTF-8"?>\n%s\n' % MARK)
    out.append('<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" '
               'viewBox="0 0 %d %d" font-family="monospace" font-size="12">\n' % (
                   WIDTH, height, WIDTH, height))
    out.append('<rect width="100%%" height="100%%" fill="#ffffff"/>\n'
               '<text x="%d" y="24" font-size="15">%s</text>\n' % (MARGIN, escaped(title)))
    for box in boxes:
        _draw(out, box, root.total, height)
    out.append('</svg>\n')
    return out.build()


def _boxes(root):
    """The boxes that are wide enough."""
    boxes = []
    pending = [_Box(root, 0, 0)]
    while len(pending) > 0:
        box = pending.pop()
        boxes.append(box)
        start = box.start
        for child in box.entry.sorted_children():
            if _hundredths(child.total, root.total) >= NARROWEST:
                pending.append(_Box(child, start, box.row + 1))
            start += child.total
    return boxes


def _hundredths(steps, total):
    """The width of so many steps in hundredths of a pixel."""
    width = (WIDTH - 2 * MARGIN) * 100
    if total <= 0:
        return width
    return int(float(steps) / float(total) * width)


def _draw(out, box, total, height):
    entry = box.entry
    x = _hundredths(box.start, total) + MARGIN * 100
    width = _hundredths(entry.total, total)
    y = height - MARGIN - (box.row + 1) * ROW
    label = '%s: %d steps, %s' % (entry.name, entry.total, percent(entry.total, total))
    out.append('<g><title>%s</title><rect x="%s" y="%d" width="%s" height="%d" '
               'fill="%s" rx="2"/>' % (escaped(label), _decimal(x), y, _decimal(width),
                                       ROW - 1, _color(entry)))
    room = (width // 100 - 6) // LETTER
    name = entry.name
    if room >= 3:
        if len(name) > room:
            stop = room - 2
            while stop > 0 and 0x80 <= ord(name[stop]) < 0xc0:
                stop -= 1
            assert stop >= 0
            name = name[:stop] + '..'
        out.append('<text x="%s" y="%d">%s</text>' % (
            _decimal(x + 300), y + 12, escaped(name)))
    out.append('</g>\n')


def _color(entry):
    """A warm colour by the name, a pale one for lines."""
    value = 7
    for char in entry.name:
        value = (value * 31 + ord(char)) % 65521
    if len(entry.children) == 0 and entry.name.find(':') > 0:
        return 'rgb(%d,%d,%d)' % (235 + value % 20, 230 + value % 20, 200)
    return 'rgb(%d,%d,%d)' % (205 + value % 50, 110 + value // 50 % 110, 60)


def _decimal(hundredths):
    digits = '%d' % (hundredths % 100)
    return '%d.%s' % (hundredths // 100, '0' * (2 - len(digits)) + digits)


def percent(part, total):
    """``12.3 %``."""
    if total <= 0:
        return '0.0 %'
    tenths = int(float(part) / float(total) * 1000.0 + 0.5)
    return '%d.%d %%' % (tenths // 10, tenths % 10)


class Share(object):
    """The steps of a function itself and, if it is known, its busiest line."""

    def __init__(self, name):
        self.name = name
        self.steps = 0
        self.places = {}

    def busiest(self):
        best = ''
        for place in self.places:
            if best == '' or self.places[place] > self.places[best]:
                best = place
        return best


def _is_larger(a, b):
    return a.steps > b.steps


_ShareSort = make_timsort_class(lt=_is_larger)


def shares(profiler, names):
    """The Share of each function, the largest first."""
    by_name = {}
    pending = [profiler.root]
    while len(pending) > 0:
        node = pending.pop()
        for site in node.children:
            pending.append(node.children[site])
        if node.site < 0 or node.steps == 0:
            continue
        name = names.function(node.site)
        if name not in by_name:
            by_name[name] = Share(name)
        share = by_name[name]
        share.steps += node.steps
        place = names.place(node.site)
        if place != '':
            share.places[place] = share.places.get(place, 0) + node.steps
    found = [by_name[key] for key in in_order(by_name.keys())]
    _ShareSort(found).sort()
    return found
