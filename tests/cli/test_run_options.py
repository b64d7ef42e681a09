"""The command line of ``lexvm run``."""

import sys

import pytest

from interpreter.cli.numerals import parse_unsigned
from interpreter.cli.run_options import parse_run_options


def test_defaults():
    options = parse_run_options(['f.lex'])
    assert (options.path, options.function, options.args) == ('f.lex', 'main', [])
    assert options.limits.steps == 10000000
    assert options.budget == -1
    assert options.jit == 'on'
    assert options.program_args == []


def test_effects_replace_and_scopes_accumulate():
    options = parse_run_options([
        '--allow-effects', 'io,,net', '--allow-effects', 'time',
        '--allow-fs-read', '/a,b', '--allow-fs-read', '/c',
        '--allow-fs-write', '/w', '--allow-net-host', 'h',
        '--allow-proc', 'a,b', '--allow-proc', 'c',
        '--allow-approval', 's,t', 'f.lex'])
    assert options.allow_effects == ['time']
    assert options.allow_fs_read == ['/a,b', '/c']
    assert options.allow_fs_write == ['/w']
    assert options.allow_net_hosts == ['h']
    assert options.allow_procs == ['a', 'b', 'c']
    assert options.allow_approvals == ['s', 't']


def test_jit_value_is_recognised():
    options = parse_run_options(['--jit', 'f.lex', 'g'])
    assert (options.path, options.function) == ('f.lex', 'g')
    options = parse_run_options(['--jit', 'decay=0', 'f.lex'])
    assert (options.jit, options.path) == ('decay=0', 'f.lex')


def test_program_words_replace_arguments():
    options = parse_run_options(['f.lex', 'g', '1', '--', '--jit', '2'])
    assert options.program_args == ['--jit', '2']
    assert options.args == []


@pytest.mark.parametrize('text, value', [
    ('0', 0), ('007', 7), ('+5', 5), ('10000000', 10000000),
    ('9223372036854775807', sys.maxint), ('18446744073709551615', sys.maxint),
    ('00018446744073709551615', sys.maxint)])
def test_numbers(text, value):
    assert parse_unsigned(text) == value


@pytest.mark.parametrize('text', ['', '+', '-1', '1.5', 'x', '1x', ' 1',
                                  '18446744073709551616', '9' * 40])
def test_bad_numbers(text):
    with pytest.raises(ValueError):
        parse_unsigned(text)


def test_repeat():
    assert parse_run_options(['a.lex']).repeat == 0
    assert parse_run_options(['--repeat', '3', 'a.lex']).repeat == 3
