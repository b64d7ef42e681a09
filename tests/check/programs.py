"""Helpers of the checker's tests: programs in, errors out."""

from interpreter.canonical import pipeline
from interpreter.check.checker import check_program
from interpreter.source import parser


def stages_of(source):
    return pipeline.stages_of(parser.parse(source))


def check(source):
    """The errors of a program text."""
    return check_program(stages_of(source))


def texts(source):
    return [error.text() for error in check(source)]
