"""Line editing on a terminal by libedit or GNU readline, whichever is there.

Both are opened at run time.  ``line_editor.c`` calls back for completions and when
a signal came.
"""

import os

from rpython.rlib.rarithmetic import intmask
from rpython.rtyper.annlowlevel import llhelper
from rpython.rtyper.lltypesystem import lltype, rffi
from rpython.translator.tool.cbuild import ExternalCompilationInfo

from interpreter.effects.interrupts import signals

LIBEDIT = ['libedit.so.2', 'libedit.so.0', 'libedit.so']
READLINE = ['libreadline.so.8', 'libreadline.so.7', 'libreadline.so']

# How the libraries can be chosen.
CHOICES = {'auto': READLINE + LIBEDIT, 'libedit': LIBEDIT, 'readline': READLINE,
           'none': []}

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)),
                       'line_editor.c')) as _stream:
    _CODE = _stream.read()

_INTERRUPTED = lltype.Ptr(lltype.FuncType([], rffi.INT))
_CANDIDATES = lltype.Ptr(lltype.FuncType([rffi.CCHARP, rffi.CCHARP, rffi.INT], rffi.INT))

_info = ExternalCompilationInfo(
    separate_module_sources=[_CODE],
    libraries=['dl'],
    post_include_bits=['''
RPY_EXTERN int lexvm_editor_open(const char *);
RPY_EXTERN char *lexvm_editor_read(const char *, int (*)(void),
                                   int (*)(const char *, const char *, int));
RPY_EXTERN int lexvm_editor_cancelled(void);
RPY_EXTERN void lexvm_editor_free(char *);
RPY_EXTERN void lexvm_editor_candidate(const char *);
RPY_EXTERN void lexvm_editor_remember(const char *);
RPY_EXTERN void lexvm_editor_load_history(const char *);
RPY_EXTERN void lexvm_editor_save_history(const char *);
'''])


def _external(name, args, result):
    return rffi.llexternal('lexvm_editor_' + name, args, result,
                           compilation_info=_info, _nowrapper=True)


_open = _external('open', [rffi.CCHARP], rffi.INT)
_read = _external('read', [rffi.CCHARP, _INTERRUPTED, _CANDIDATES], rffi.CCHARP)
_cancelled = _external('cancelled', [], rffi.INT)
_free = _external('free', [rffi.CCHARP], lltype.Void)
_candidate = _external('candidate', [rffi.CCHARP], lltype.Void)
_remember = _external('remember', [rffi.CCHARP], lltype.Void)
_load_history = _external('load_history', [rffi.CCHARP], lltype.Void)
_save_history = _external('save_history', [rffi.CCHARP], lltype.Void)


class Cancelled(Exception):
    """The line was given up by a signal."""


class Completer(object):
    """Who knows how a line can go on."""

    def candidates(self, line, word, start):
        """What the last ``word`` of a line, which starts at ``start``, may become, a
        list of texts; None for the names of files."""
        return []


class _Current(object):
    def __init__(self):
        self.completer = Completer()


_current = _Current()


def _is_interrupted():
    """Called by the library, like ``_find_candidates``; exceptions must not cross
    it."""
    if signals.pending() != 0:
        return rffi.cast(rffi.INT, 1)
    return rffi.cast(rffi.INT, 0)


def _find_candidates(line, word, start):
    try:
        found = _current.completer.candidates(
            rffi.charp2str(line), rffi.charp2str(word), intmask(start))
        if found is None:
            return rffi.cast(rffi.INT, 1)
        for text in found:
            with rffi.scoped_str2charp(text) as c_text:
                _candidate(c_text)
    except Exception:
        pass                            # no completion is better than no prompt
    return rffi.cast(rffi.INT, 0)


class LineEditor(object):
    """An open library."""

    def __init__(self, history):
        """``history`` is the path of the file of earlier lines, '' for none."""
        self.history = history
        if history != '':
            with rffi.scoped_str2charp(history) as path:
                _load_history(path)

    def read_line(self, prompt, completer):
        """A line without its end, None at the end of input.  Raises Cancelled."""
        _current.completer = completer
        with rffi.scoped_str2charp(prompt) as c_prompt:
            line = _read(c_prompt, llhelper(_INTERRUPTED, _is_interrupted),
                         llhelper(_CANDIDATES, _find_candidates))
        if not line:
            if intmask(_cancelled()) != 0:
                raise Cancelled
            return None
        text = rffi.charp2str(line)
        _free(line)
        return text

    def remember(self, line):
        """Add a line to the history."""
        with rffi.scoped_str2charp(line) as c_line:
            _remember(c_line)

    def save_history(self):
        if self.history != '':
            with rffi.scoped_str2charp(self.history) as path:
                _save_history(path)


def open_editor(choice, history):
    """A LineEditor, or None if there is no library; ``choice`` is one of CHOICES."""
    for name in CHOICES[choice]:
        with rffi.scoped_str2charp(name) as c_name:
            if intmask(_open(c_name)) != 0:
                return LineEditor(history)
    return None
