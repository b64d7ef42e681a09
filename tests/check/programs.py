"""Helpers of the checker's tests: programs in, errors out."""

from interpreter.canonical import pipeline
from interpreter.check.checker import check_program
from interpreter.diagnostics.sources import Sources
from interpreter.source import parser


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
