"""Helpers of the checker's tests: programs in, errors out."""

from interpreter.canonical import pipeline
from interpreter.check.checker import Checker
from interpreter.diagnostics.sources import Sources
from interpreter.source import parser


def check_program(stages, rewrite_decodes=False):
    """The type errors of a program, a list of errors.LexTypeError.

    ``stages`` are the canonical stages of all files, imported ones first.  If
    ``rewrite_decodes`` is true and there are no errors, calls such as
    ``json.parse`` whose result is known to be a record are changed in place to
    their validating forms.
    """
    checker = Checker(stages)
    found = checker.check()
    if rewrite_decodes and len(found) == 0:
        checker.rewrite_decodes()
    return found


def stages_of(source):
    return pipeline.stages_of(parser.parse(source))


def check(source):
    """The errors of a program text."""
    return check_program(stages_of(source))


def sources_of(source):
    """The Sources of a program text without a file."""
    sources = Sources()
    sources.add('', source)
    return sources


def texts(source):
    return [error.text() for error in check(source)]
