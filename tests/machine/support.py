"""Running Lex source on a fresh machine, untranslated."""

import json
import os
import sys

from interpreter.canonical.pipeline import stages_of
from interpreter.effects.policy import Policy, permissive
from interpreter.machine.modes import COUNTED
from interpreter.machine.session import DEFAULT_MAX_STEPS, Session
from interpreter.objects.json import from_json, to_json
from interpreter.source.loader import load_program, load_source

# A Lex call takes several Python frames.
sys.setrecursionlimit(20000)

PROGRAMS = os.path.join(os.path.dirname(os.path.dirname(__file__)), 'programs')


def session_of(source, max_steps=DEFAULT_MAX_STEPS, policy=None):
    """Compile program text."""
    return _session(load_source(source, '<test>'), max_steps, policy)


def session_of_file(path, max_steps=DEFAULT_MAX_STEPS, policy=None):
    return _session(load_program(path), max_steps, policy)


def _session(program, max_steps, policy):
    session = Session(stages_of(program), policy or permissive(), [], max_steps)
    session.vm.base_mode |= COUNTED
    return session


def call(session, name, *args):
    """Call with plain Python values; -> the decoded JSON result."""
    args_w = [from_json(json.dumps(arg)) for arg in args]
    return json.loads(to_json(session.invoke(name, args_w)))


def run(source, name, *args):
    return call(session_of(source), name, *args)
