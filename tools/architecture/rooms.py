"""The rooms of LexVM: who imports whom, what docs/architecture.rst allows, a picture.

usage: build/python tools/architecture/rooms.py FILE.svg

Writes the picture.  Python 2.7, since it parses the sources.  A room is a package of
``interpreter``, ``process`` (the files beside those packages), or one of what stands
beside ``interpreter``: ``toolchain_fixes``, ``jit_policy`` and ``targetlexvm``.
"""

import ast
import os
import re
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
DOCUMENT = os.path.join(ROOT, 'docs', 'architecture.rst')
OUTSIDE = ['toolchain_fixes', 'jit_policy', 'targetlexvm']


def sources(root):
    """-> [(path below the root, text)] of all files in rooms, sorted"""
    found = []
    for start in ['interpreter'] + OUTSIDE:
        if os.path.isfile(os.path.join(root, start + '.py')):
            found.append(start + '.py')
        for folder, _, names in os.walk(os.path.join(root, start)):
            found += [os.path.relpath(os.path.join(folder, name), root)
                      for name in names if name.endswith('.py')]
    result = []
    for path in sorted(found):
        with open(os.path.join(root, path)) as stream:
            result.append((path, stream.read()))
    return result


def room_of(parts):
    """The room of a module, or None.

    parts: its dotted name as a list; names that are imported from it may follow.
    """
    if parts[0] in OUTSIDE:
        return parts[0]
    if parts[0] != 'interpreter' or parts[1:] in ([], ['__init__']):
        return None
    if os.path.isdir(os.path.join(ROOT, 'interpreter', parts[1])):
        return parts[1]
    return 'process'


def rooms(files):
    """-> the sorted names of all rooms in which there are files"""
    found = set()
    for path, _ in files:
        found.add(room_of(path[:-len('.py')].split('/')))
    found.discard(None)
    return sorted(found)


# Parsing the tree takes seconds: text -> what is imported by it.
IMPORTED = {}


def imported(text):
    """-> [(line, dotted name)] of a source's imports, wherever they are"""
    if text in IMPORTED:
        return IMPORTED[text]
    found = IMPORTED[text] = []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            found.extend([(node.lineno, alias.name) for alias in node.names])
        elif isinstance(node, ast.ImportFrom):
            found.extend([(node.lineno, '%s.%s' % (node.module, alias.name))
                          for alias in node.names])
    return found


def arrows(files):
    """-> {(room, room it imports from): sorted places "path:line"}"""
    found = {}
    for path, text in files:
        room = room_of(path[:-len('.py')].split('/'))
        for line, name in imported(text):
            other = room_of(name.split('.'))
            if room is not None and other not in (None, room):
                found.setdefault((room, other), set()).add('%s:%d' % (path, line))
    return dict((arrow, sorted(places)) for arrow, places in found.items())


def allowed(document):
    """-> [(room, [rooms that it may import from])] in the order of the document's block
    of lines "room <- room room", which may go on in the next one; the ground first

    Raises ValueError where a line names a room that no line above it is about.
    """
    result = []
    known = set()
    line = r'^    (\w+) +<-((?: \w+)*(?:\n {10,}\w+(?: \w+)*)*)$'
    for room, others in re.findall(line, document, re.M):
        for other in others.split():
            if other not in known:
                raise ValueError('%s <- %s: %s stands above it' % (room, other, room))
        result.append((room, others.split()))
        known.add(room)
    return result


def violations(files, document):
    """-> what the tree and the document do not agree about, in words"""
    table = allowed(document)
    permitted = set((room, other) for room, others in table for other in others)
    found = arrows(files)
    wrong = ['%s imports from %s (%s); docs/architecture.rst allows no such arrow'
             % (arrow[0], arrow[1], found[arrow][0])
             for arrow in sorted(set(found) - permitted)]
    wrong += ['docs/architecture.rst: nothing in %s imports from %s' % arrow
              for arrow in sorted(permitted - set(found))]
    named = [room for room, _ in table]
    wrong += ['docs/architecture.rst has no line for the room %s' % room
              for room in rooms(files) if room not in named]
    wrong += ['docs/architecture.rst: there is no room %s' % room
              for room in named if room not in rooms(files)]
    return wrong


def way(document):
    """-> the rooms between the arrows of "The way of a program", in its order"""
    block = document[document.index('\n    text --'):]
    return re.findall(r'--(\w+)-->', block[:block.index('\n\n')])


# The picture

WIDTH, ROW, BOX_WIDTH, BOX_HEIGHT, MARGIN = 860, 74, 112, 30, 20


def ranks(table):
    """-> {room: its row from below}: above all that it imports from; what imports nothing
    is right below the lowest that imports it"""
    rank = {}
    for room, others in table:
        rank[room] = max([rank[other] + 1 for other in others] or [0])
    for room, others in table:
        if not others:
            rank[room] = min([rank[upper] for upper, lower in table if room in lower] or [1]) - 1
    return rank


def needed(table):
    """-> [(room, room below)] without the arrows that follow from others"""
    below = {}
    result = []
    for room, others in table:
        through = set()
        for other in others:
            through |= below[other]
        below[room] = through | set(others)
        result += [(room, other) for other in others if other not in through]
    return result


def positions(table, edges, steps):
    """-> {room: (x, y) of the middle of its box}

    In each row the rooms on the way of a program are first, and all are sorted by the
    middle of what they import.
    """
    rank = ranks(table)
    top = max(rank.values())
    place = {}
    for level in range(top + 1):
        row = [room for room, _ in table if rank[room] == level]

        def middle(room):
            below = [place[other][0] for upper, other in edges if upper == room]
            return room not in steps, sum(below) / float(len(below)) if below else WIDTH
        row.sort(key=middle)
        for i, room in enumerate(row):
            x = WIDTH * (2 * i + 1) // (2 * len(row))
            # Rows are shifted in turn, so that arrows pass between boxes.
            x += (level % 3 - 1) * 26 if len(row) < 5 else 0
            place[room] = (x, MARGIN + 34 + (top - level) * ROW + BOX_HEIGHT // 2)
    return place


def line_between(place, upper, lower, kind):
    (x1, y1), (x2, y2) = place[upper], place[lower]
    if y1 == y2:
        sign = 1 if x2 > x1 else -1
        ends = (x1 + sign * BOX_WIDTH // 2, y1, x2 - sign * BOX_WIDTH // 2, y2)
    else:
        sign = 1 if y2 > y1 else -1
        ends = (x1, y1 + sign * BOX_HEIGHT // 2, x2, y2 - sign * BOX_HEIGHT // 2)
    return '<path class="%s" d="M%d,%d L%d,%d"/>' % ((kind,) + ends)


STYLE = '''<style>
text { font: 13px sans-serif; text-anchor: middle; fill: #222 }
.note { font-size: 12px; text-anchor: start }
rect { fill: #f4f1e8; stroke: #777; rx: 4 }
rect.way { fill: #dcebfa; stroke: #1f6fb5 }
path.import { stroke: #999; fill: none; marker-end: url(#import) }
path.way { stroke: #1f6fb5; stroke-width: 3; fill: none; marker-end: url(#way) }
</style>
<defs>
<marker id="import" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8"
  markerUnits="userSpaceOnUse" orient="auto"><path d="M0,0 L8,4 L0,8 z" fill="#999"/></marker>
<marker id="way" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="13" markerHeight="13"
  markerUnits="userSpaceOnUse" orient="auto"><path d="M0,0 L8,4 L0,8 z" fill="#1f6fb5"/></marker>
</defs>'''


def picture(files, document):
    """-> the SVG: a box for each room, grey arrows to what it imports from, as far as they
    do not follow from others, and in blue the way of a program"""
    found = arrows(files)
    table = [(room, [other for other in others if (room, other) in found])
             for room, others in allowed(document)]
    edges = needed(table)
    steps = way(document)
    place = positions(table, edges, steps)
    height = MARGIN * 2 + 34 + (max(ranks(table).values()) + 1) * ROW
    lines = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d">' % (WIDTH, height),
             '<title>The rooms of LexVM</title>', STYLE,
             '<rect x="0" y="0" width="%d" height="%d" style="fill: #fff; stroke: none"/>'
             % (WIDTH, height),
             '<text class="note" x="%d" y="%d">Grey: imports from (what follows from other '
             'arrows is left out). Blue: the way of a program.</text>'
             % (MARGIN, MARGIN + 6)]
    lines += [line_between(place, upper, lower, 'import') for upper, lower in edges]
    lines += [line_between(place, first, second, 'way')
              for first, second in zip(steps, steps[1:])]
    for room, _ in table:
        x, y = place[room]
        lines.append('<rect%s x="%d" y="%d" width="%d" height="%d"/>' % (
            ' class="way"' if room in steps else '', x - BOX_WIDTH // 2,
            y - BOX_HEIGHT // 2, BOX_WIDTH, BOX_HEIGHT))
        lines.append('<text x="%d" y="%d">%s</text>' % (x, y + 5, room))
    return '\n'.join(lines + ['</svg>', ''])


def main(arguments):
    if len(arguments) != 1:
        sys.stderr.write('usage: build/python tools/architecture/rooms.py FILE.svg\n')
        return 2
    with open(DOCUMENT) as stream:
        document = stream.read()
    with open(arguments[0], 'w') as stream:
        stream.write(picture(sources(ROOT), document))
    return 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
