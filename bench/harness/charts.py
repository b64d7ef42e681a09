"""The suite as pictures: bars of ratios, curves of warm-up."""

import math

from harness.svg import COLOURS, _line, _text

FASTER, SLOWER = "#2a9d3a", "#d9541e"
BAR_WIDTH, ROW = 150, 16
NAME_WIDTH, HEAD = 130, 60
FOOT = 44
CELL_WIDTH, CELL_HEIGHT, COLUMNS = 220, 144, 4
# Longer bars, on either side, are cut at this ratio, which a gap in them shows.
LARGEST = 32.0


def document(width, height, parts):
    head = ('<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" '
            'viewBox="0 0 %d %d" font-family="sans-serif" font-size="12">'
            % (width, height, width, height))
    background = '<rect width="100%" height="100%" fill="white"/>'
    return "\n".join([head, background] + parts + ["</svg>", ""])


def ratio_bars(title, base, rows, columns, ratio):
    """A row for each program and a column of bars for each peer.

    ``ratio(row, column)`` is how many times the time of ``base`` the peer takes, or None.
    A bar to the right says that ``base`` is faster; the axis is logarithmic.
    """
    width = NAME_WIDTH + len(columns) * (BAR_WIDTH + 20) + 10
    bottom = HEAD + len(rows) * ROW + 2
    height = bottom + FOOT
    parts = [_text(10, 20, title, size=15)]
    parts += _bar_key(10, bottom + 26)
    for c, column in enumerate(columns):
        left = NAME_WIDTH + c * (BAR_WIDTH + 20)
        parts.append(_text(left + BAR_WIDTH / 2, 42, column, "middle", 13))
        for tick in (1 / 16, 1 / 4, 1, 4, 16):
            x = _bar_pixel(left, tick)
            parts.append(_line(x, HEAD - 2, x, bottom))
            parts.append(_text(x, bottom + 13, _ratio_label(tick), "middle", 9))
        parts.append(_text(left + BAR_WIDTH / 2, bottom + 26, "%s / %s, log scale" % (
            column, base), "middle", 9))
        for r, row in enumerate(rows):
            value = ratio(row, column)
            if value is not None:
                parts += _bar(left, HEAD + r * ROW, value)
    for r, row in enumerate(rows):
        parts.append(_text(NAME_WIDTH - 8, HEAD + r * ROW + 11, row, "end", 11))
    return document(width, height, parts)


def _bar_pixel(left, value):
    value = min(max(value, 1 / LARGEST), LARGEST)
    half = BAR_WIDTH / 2
    return left + half + half * math.log(value) / math.log(LARGEST)


def _ratio_label(value):
    return "%d" % value if value >= 1 else "1/%d" % round(1 / value)


def _bar(left, top, value):
    middle, end = _bar_pixel(left, 1.0), _bar_pixel(left, value)
    colour = FASTER if value >= 1 else SLOWER
    anchor, gap = ("start", 3) if value >= 1 else ("end", -3)
    # A long bar has its number on the other side of the middle.
    at = end if abs(end - middle) < BAR_WIDTH / 4 else middle
    if at == middle:
        anchor, gap = ("end", -3) if value >= 1 else ("start", 3)
    text = "%.0f" % value if value >= 10 else "%.2g" % value
    parts = _rectangle(min(middle, end), top + 2, abs(end - middle), colour)
    if not 1 / LARGEST <= value <= LARGEST:
        parts.append(_break(end - 10 if value >= 1 else end + 4, top))
    return parts + [_text(at + gap, top + 11, text, anchor, 9)]


def _rectangle(left, top, width, colour):
    return ['<rect x="%.1f" y="%.1f" width="%.1f" height="%d" fill="%s"/>' % (
        left, top, width, ROW - 5, colour)]


def _break(left, top):
    """A slanted gap of 6 pixels through a bar."""
    high, low = top + 1, top + ROW - 2
    return ('<polygon class="break" fill="white" points="%.1f,%.1f %.1f,%.1f %.1f,%.1f '
            '%.1f,%.1f"/>' % (left, low, left + 3, high, left + 6, high, left + 3, low))


def _bar_key(left, bottom):
    """What a gap in a bar means, below the names of the programs."""
    parts = _rectangle(left, bottom - 9, 24, FASTER) + [_break(left + 12, bottom - 11)]
    return parts + [_text(left + 30, bottom, "cut: see the number", size=9)]


def warm_up_curves(title, programs, peers, calls):
    """A small picture for each program: the time of a call over the time since the
    process started, a curve for each peer, both axes logarithmic.

    ``calls(program, peer)`` is a list of pairs (seconds since start when the call
    ended, seconds that it took), or None.
    """
    lines = (len(programs) + COLUMNS - 1) // COLUMNS
    width, height = COLUMNS * CELL_WIDTH + 20, HEAD + lines * CELL_HEIGHT
    parts = [_text(10, 20, title, size=15)]
    for i, peer in enumerate(peers):
        parts.append('<rect x="%d" y="32" width="12" height="12" fill="%s"/>' % (
            10 + 100 * i, COLOURS[i]))
        parts.append(_text(27 + 100 * i, 43, peer))
    for i, program in enumerate(programs):
        left = 10 + i % COLUMNS * CELL_WIDTH
        top = HEAD + i // COLUMNS * CELL_HEIGHT
        curves = [(COLOURS[k], calls(program, peer)) for k, peer in enumerate(peers)]
        parts += _warm_up_cell(left, top, program,
                               [curve for curve in curves if curve[1]])
    return document(width, height, parts)


def _warm_up_cell(left, top, program, curves):
    parts = [_text(left + 15, top + 12, program, size=11)]
    if not curves:
        return parts
    points = [point for _, curve in curves for point in curve]
    x_low, x_high = min(0.003, min(x for x, _ in points)), max(5.0, max(x for x, _ in points))
    y_low, y_high = min(y for _, y in points), max(y for _, y in points)
    y_high = max(y_high, y_low * 4)
    inner_width, inner_height = CELL_WIDTH - 40, CELL_HEIGHT - 54

    def place(x, y):
        part_x = math.log(x / x_low) / math.log(x_high / x_low)
        part_y = math.log(y / y_low) / math.log(y_high / y_low)
        return left + 15 + part_x * inner_width, top + 18 + (1 - part_y) * inner_height

    bottom = top + 18 + inner_height
    for tick, name in ((0.01, "10 ms"), (0.1, "0.1 s"), (1.0, "1 s")):
        x, _ = place(tick, y_low)
        parts.append(_line(x, top + 18, x, bottom))
        parts.append(_text(x, bottom + 11, name, "middle", 8))
    parts.append(_text(left + 18, top + 26, _duration(y_high), size=8))
    parts.append(_text(left + 18, bottom - 2, _duration(y_low), size=8))
    parts.append(_text(left + 15 + inner_width / 2, bottom + 21, "since the start, log scale",
                       "middle", 8))
    parts.append('<g transform="translate(%.1f,%.1f) rotate(-90)">%s</g>' % (
        left + 10, top + 18 + inner_height / 2, _text(0, 0, "a run, log scale", "middle", 8)))
    for colour, curve in curves:
        path = " ".join("%.1f,%.1f" % place(x, y) for x, y in curve)
        parts.append('<polyline fill="none" stroke="%s" stroke-width="1.5" '
                     'points="%s"/>' % (colour, path))
    return parts


def _duration(seconds):
    return "%.3g ms" % (seconds * 1e3)
