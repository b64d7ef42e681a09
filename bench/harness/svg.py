"""Line plots as SVG text."""

import math
from xml.sax.saxutils import escape

COLOURS = ["#1f6fb4", "#d9541e", "#2a9d3a", "#8a4fbf", "#b8860b", "#c2185b", "#4d4d4d",
           "#009688"]
WIDTH, HEIGHT = 640, 400
LEFT, RIGHT, TOP, BOTTOM = 72, 150, 40, 48


class Axis(object):
    """Maps values of a range to pixels, linearly or by their logarithms."""

    def __init__(self, values, first, last, logarithmic):
        self.logarithmic = logarithmic
        self.first, self.last = first, last
        low, high = min(values), max(values)
        if logarithmic:
            self.low, self.high = math.floor(math.log10(low)), math.ceil(math.log10(high))
        else:
            self.low, self.high = min(low, 0), high
        if self.low == self.high:
            self.high = self.low + 1

    def pixel(self, value):
        if self.logarithmic:
            value = math.log10(value)
        part = (value - self.low) / (self.high - self.low)
        return self.first + part * (self.last - self.first)

    def ticks(self):
        if self.logarithmic:
            return [10.0 ** exponent for exponent in range(self.low, self.high + 1)]
        step = 10.0 ** math.floor(math.log10(self.high - self.low))
        while (self.high - self.low) / step < 4:
            step /= 2
        count = int((self.high - self.low) / step + 1e-9)
        return [self.low + i * step for i in range(count + 1)]


def label(value):
    """A short text for a number on an axis."""
    if value == 0:
        return "0"
    exponent = math.log10(abs(value))
    if exponent == int(exponent) and not -4 < exponent < 4:
        return "1e%d" % exponent
    return "%g" % value


def line_plot(title, x_title, y_title, series, log_x=False, log_y=False):
    """The SVG document of some lines.

    ``series`` are pairs of a name and a list of points (x, y); with logarithmic axes
    all coordinates are positive.
    """
    points = [point for _, line in series for point in line]
    x_axis = Axis([x for x, _ in points], LEFT, WIDTH - RIGHT, log_x)
    y_axis = Axis([y for _, y in points], HEIGHT - BOTTOM, TOP, log_y)
    parts = [
        '<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" '
        'viewBox="0 0 %d %d" font-family="sans-serif" font-size="12">'
        % (WIDTH, HEIGHT, WIDTH, HEIGHT),
        '<rect width="100%" height="100%" fill="white"/>',
        _text(LEFT, 24, title, size=15)]
    bottom, right = HEIGHT - BOTTOM, WIDTH - RIGHT
    for tick in x_axis.ticks():
        x = x_axis.pixel(tick)
        parts.append(_line(x, TOP, x, bottom))
        parts.append(_text(x, bottom + 16, label(tick), "middle"))
    for tick in y_axis.ticks():
        y = y_axis.pixel(tick)
        parts.append(_line(LEFT, y, right, y))
        parts.append(_text(LEFT - 6, y + 4, label(tick), "end"))
    parts.append(_text((LEFT + right) / 2, HEIGHT - 10, x_title, "middle"))
    parts.append('<g transform="translate(16,%.1f) rotate(-90)">%s</g>' % (
        (TOP + bottom) / 2, _text(0, 0, y_title, "middle")))
    for i, (name, line) in enumerate(series):
        colour = COLOURS[i % len(COLOURS)]
        path = [(x_axis.pixel(x), y_axis.pixel(y)) for x, y in line]
        parts.append('<polyline fill="none" stroke="%s" stroke-width="2" points="%s"/>' % (
            colour, " ".join("%.1f,%.1f" % point for point in path)))
        parts += ['<circle cx="%.1f" cy="%.1f" r="3" fill="%s"/>' % (x, y, colour)
                  for x, y in path]
        parts.append('<rect x="%d" y="%d" width="12" height="12" fill="%s"/>' % (
            right + 14, TOP + 20 * i, colour))
        parts.append(_text(right + 32, TOP + 20 * i + 11, name))
    return "\n".join(parts + ["</svg>", ""])


def _line(x1, y1, x2, y2):
    return '<line x1="%.1f" y1="%.1f" x2="%.1f" y2="%.1f" stroke="#ddd"/>' % (
        x1, y1, x2, y2)


def _text(x, y, text, anchor="start", size=12):
    return '<text x="%.1f" y="%.1f" text-anchor="%s" font-size="%d">%s</text>' % (
        x, y, anchor, size, escape(text))
