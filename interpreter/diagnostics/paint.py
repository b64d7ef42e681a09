"""Colours on a terminal."""

import os

ALWAYS = 'always'
NEVER = 'never'
AUTO = 'auto'
CHOICES = [AUTO, ALWAYS, NEVER]


class Paint(object):
    """Wraps text in the escape sequences of ECMA-48 if ``enabled``."""

    def __init__(self, enabled):
        self.enabled = enabled

    def _wrap(self, code, text):
        if not self.enabled or text == '':
            return text
        return '\x1b[' + code + 'm' + text + '\x1b[0m'

    def error(self, text):
        return self._wrap('1;31', text)

    def warning(self, text):
        return self._wrap('1;33', text)

    def strong(self, text):
        return self._wrap('1', text)

    def frame(self, text):
        return self._wrap('1;34', text)

    def help(self, text):
        return self._wrap('1;36', text)


PLAIN = Paint(False)


def paint_for(descriptor, choice):
    """The Paint for a file descriptor; ``choice`` is one of CHOICES.  NO_COLOR
    (https://no-color.org) and a dumb terminal turn ``auto`` off."""
    if choice == ALWAYS:
        return Paint(True)
    if choice == NEVER:
        return PLAIN
    no_color = os.environ.get('NO_COLOR')
    if no_color is not None and no_color != '':
        return PLAIN
    if os.environ.get('TERM') == 'dumb':
        return PLAIN
    return Paint(os.isatty(descriptor))
