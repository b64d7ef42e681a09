"""Running Lex source on a fresh machine, untranslated."""

import json
import os
import sys

from interpreter.canonical.pipeline import stages_of
from interpreter.effects.host import Host
from interpreter.effects.policy import permissive
from interpreter.machine import linker
from interpreter.machine.modes import COUNTED
from interpreter.machine.session import DEFAULT_MAX_STEPS, Session
from interpreter.machine.vm import MAX_DEPTH, VM
from interpreter.objects.errors import VMError
from interpreter.objects.json import to_json
from interpreter.objects.json_reader import from_json
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


_compiled = {}


def fresh_session_of(source, max_steps=DEFAULT_MAX_STEPS, policy=None):
    """Like ``session_of``, but compiles each text once: only the machine and
    the memo are new."""
    if source not in _compiled:
        _compiled[source] = session_of(source)
    session = _compiled[source]
    session.policy = policy or permissive()
    return _renewed(session, max_steps)


def fresh_session_of_file(path, max_steps=DEFAULT_MAX_STEPS):
    if path not in _compiled:
        _compiled[path] = session_of_file(path)
    return _renewed(_compiled[path], max_steps)


def _renewed(session, max_steps):
    linker.link(session.program)
    session.host = Host(session.policy, [])
    session.vm = VM(session.host, max_steps, MAX_DEPTH)
    session.vm.base_mode |= COUNTED
    return session


def call(session, name, *args):
    """Call with plain Python values; -> the decoded JSON result."""
    args_w = [from_json(json.dumps(arg)) for arg in args]
    return json.loads(to_json(session.invoke(name, args_w)))


def run(source, name, *args):
    return call(fresh_session_of(source), name, *args)


def failure(session, name, *args):
    """Call; -> the text of the VMError that it raises."""
    seen = outcome(session, name, args)
    assert 'error' in seen, seen
    return seen['error']


def fails(source, name, *args):
    return failure(fresh_session_of(source), name, *args)


def printed(session):
    """-> what the program has written to standard output."""
    return ''.join(session.vm.host.pending)


def outcome(session, name, args):
    """Call; -> dict with 'result' or 'error', and 'stdout' if there is any."""
    args_w = [from_json(json.dumps(arg)) for arg in args]
    try:
        seen = {'result': json.loads(to_json(session.invoke(name, args_w)))}
    except VMError as error:
        seen = {'error': error.display()}
    if printed(session):
        seen['stdout'] = printed(session)
    return seen
