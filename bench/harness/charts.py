"""The suite as pictures: bars of ratios, curves of warm-up."""

import math

from harness.svg import COLOURS, _line, _text

FASTER, SLOWER = "#2a9d3a", "#d9541e"
BAR_WIDTH, ROW = 150, 16
NAME_WIDTH, HEAD = 130, 60
CELL_WIDTH, CELL_HEIGHT, COLUMNS = 210, 130, 4
# Bars end at this ratio on either side.
LARGEST = 32.0


def document(width, height, parts):
    head = ('<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" '
            'viewBox="0 0 %d %d" font-family="sans-serif" font-size="12">'
            % (width, height, width, height))
    background = '<rect width="100%" height="100%" fill="white"/>'
    return "\n".join([head, background] + parts + ["</svg>", ""])


def ratio_bars(title, rows, columns, ratio):
    """A row for each program and a column of bars for each peer.

    ``ratio(row, column)`` is how many times our time the peer takes, or None.  A bar
    to the right says that we are faster; the axis is logarithmic.
    """
    width = NAME_WIDTH + len(columns) * (BAR_WIDTH + 20) + 10
    height = HEAD + len(rows) * ROW + 20
    parts = [_text(10, 20, title, size=15)]
    for c, column in enumerate(columns):
        left = NAME_WIDTH + c * (BAR_WIDTH + 20)
        parts.append(_text(left + BAR_WIDTH / 2, 42, column, "middle", 13))
        for tick in (1 / 16, 1 / 4, 1, 4, 16):
            x = _bar_pixel(left, tick)
            parts.append(_line(x, HEAD - 2, x, height - 18))
            parts.append(_text(x, height - 5, _ratio_label(tick), "middle", 9))
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
    return ['<rect x="%.1f" y="%.1f" width="%.1f" height="%d" fill="%s"/>' % (
                min(middle, end), top + 2, abs(end - middle), ROW - 5, colour),
            _text(at + gap, top + 11, text, anchor, 9)]


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
    parts = [_text(left + 5, top + 12, program, size=11)]
    if not curves:
        return parts
    points = [point for _, curve in curves for point in curve]
    x_low, x_high = 0.003, max(5.0, max(x for x, _ in points))
    y_low, y_high = min(y for _, y in points), max(y for _, y in points)
    y_high = max(y_high, y_low * 4)
    inner_width, inner_height = CELL_WIDTH - 30, CELL_HEIGHT - 40

    def place(x, y):
        part_x = math.log(max(x, x_low) / x_low) / math.log(x_high / x_low)
        part_y = math.log(y / y_low) / math.log(y_high / y_low)
        return left + 5 + part_x * inner_width, top + 18 + (1 - part_y) * inner_height

    bottom = top + 18 + inner_height
    for tick, name in ((0.01, "10 ms"), (0.1, "0.1 s"), (1.0, "1 s")):
        x, _ = place(tick, y_low)
        parts.append(_line(x, top + 18, x, bottom))
        parts.append(_text(x, bottom + 11, name, "middle", 8))
    parts.append(_text(left + 8, top + 26, _duration(y_high), size=8))
    parts.append(_text(left + 8, bottom - 2, _duration(y_low), size=8))
    for colour, curve in curves:
        path = " ".join("%.1f,%.1f" % place(x, y) for x, y in curve)
        parts.append('<polyline fill="none" stroke="%s" stroke-width="1.5" '
                     'points="%s"/>' % (colour, path))
    return parts


def _duration(seconds):
    return "%.3g ms" % (seconds * 1e3)
