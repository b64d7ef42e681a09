"""The inputs of an interactive session: lines, put together until they are complete."""

import os

from interpreter.cli.output import write_error, write_out
from interpreter.effects.host import STDIN
from interpreter.effects.interrupts import EXIT_SIGNAL, Interrupted, signals
from interpreter.effects.line_editor import Cancelled, open_editor
from interpreter.source import parser, tokens
from interpreter.source.brackets import CLOSERS, OPENERS
from interpreter.source.errors import LexSourceError
from interpreter.source.lexer import Lexer

PROMPT = 'lex> '
CONTINUED = '...> '

# A terminal that nobody edits lines on cuts them after so many bytes.
TERMINAL_LINE = 4095

# SIGINT, which gives up a line; every other signal ends the session.
SIGINT = 2

DEFAULT_HISTORY = '/.lexvm_history'


class GivenUp(Exception):
    """An input ends without being one."""


class Inputs(object):
    """``host`` reads what is not a terminal, so that programs go on where the session
    stops to read."""

    def __init__(self, host, choice, completer):
        self.host = host
        self.completer = completer
        self.is_terminal = os.isatty(STDIN)
        self.editor = None
        self.waiting = []           # further lines of one that the editor gave
        if self.is_terminal and os.environ.get('TERM') != 'dumb':
            self.editor = open_editor(choice, history_path())

    def next(self):
        """The text of the next input, None at the end.  Raises Interrupted for a
        signal that ends the session."""
        lines = []
        depth = 0
        while True:
            try:
                line = self._line(CONTINUED if len(lines) > 0 else PROMPT)
            except GivenUp:
                lines = []
                depth = 0
                continue
            if line is None:
                if len(lines) > 0:
                    return '\n'.join(lines)
                if self.is_terminal:
                    write_out('\n')
                return None
            if len(lines) > 0 and depth <= 0 and line.strip(' \t') == '':
                return '\n'.join(lines)
            lines.append(line)
            change = depth_of(line)
            if change > UNKNOWN_DEPTH:
                depth += change
                if depth > 0:
                    continue
            text = '\n'.join(lines)
            if is_complete(text):
                return text

    def _line(self, prompt):
        """Raises GivenUp, and Interrupted for a signal that ends the session."""
        if len(self.waiting) > 0:
            return self.waiting.pop(0)
        try:
            return self._read_line(prompt)
        except Cancelled:
            self._cancel()
            raise GivenUp

    def _read_line(self, prompt):
        """Raises Cancelled and GivenUp."""
        editor = self.editor
        if editor is None:
            return self._plain_line(prompt)
        line = editor.read_line(prompt, self.completer)
        if line is None:
            return None
        self.waiting = line.split('\n')
        for part in self.waiting:
            if part.strip(' \t') != '':
                editor.remember(part)
        return self.waiting.pop(0)

    def _plain_line(self, prompt):
        if self.is_terminal:
            write_out(prompt)
        try:
            line = self.host.read_line()
        except Interrupted:
            raise Cancelled
        if line is not None and self.is_terminal and len(line) >= TERMINAL_LINE:
            write_error('error: the terminal cuts lines after %d bytes; load a file '
                        'instead: `:load FILE`\n' % TERMINAL_LINE)
            raise GivenUp
        return line

    def _cancel(self):
        """Raises Interrupted unless the signal only gave up the line."""
        number = signals.pending()
        if number != SIGINT:
            raise Interrupted('stopped', EXIT_SIGNAL + number)
        signals.forget()
        self.waiting = []
        if self.editor is None:
            write_out('\n')

    def end(self):
        if self.editor is not None:
            self.editor.save_history()


def history_path():
    """Where the history is kept, '' if nowhere."""
    path = os.environ.get('LEXVM_HISTORY')
    if path is not None:
        return path
    home = os.environ.get('HOME')
    if home is None or home == '':
        return ''
    return home + DEFAULT_HISTORY


# What ``depth_of`` gives for a line that is no sequence of tokens.
UNKNOWN_DEPTH = -1000000


def depth_of(line):
    """How many more brackets a line opens than it closes."""
    lexer = Lexer(line)
    depth = 0
    try:
        lexer.scan(0)
        while lexer.kind != tokens.EOF:
            if lexer.kind in CLOSERS:
                depth += 1
            elif lexer.kind in OPENERS:
                depth -= 1
            lexer.scan(lexer.end)
    except LexSourceError:
        return UNKNOWN_DEPTH
    return depth


def is_command(text):
    """Whether an input is for the session.  The reference's commands have a dot."""
    return text.startswith(':') or (len(text) > 1 and text[0] == '.'
                                    and 'a' <= text[1] <= 'z')


def is_complete(text):
    """Whether an input is not the start of a longer one: it is correct, or its
    mistake is before its end."""
    if is_command(text):
        return True
    end = len(text)
    while end > 0 and text[end - 1] in ' \t\r\n':
        end -= 1
    try:
        if parser.starts_item(text):
            parser.parse(text)
        else:
            parser.parse_statements(text)
    except LexSourceError as error:
        return error.offset < end
    return True
