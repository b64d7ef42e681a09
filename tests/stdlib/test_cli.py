import pytest

from interpreter.objects.variant import some as newsome, w_none
from tests.stdlib.support import call, err, json_of, ok, wrap

HELP = """prog \xe2\x80\x94 Help

USAGE:
  prog <path> [opt]

FLAGS:
  -v, --verbose           noisy
      --out               file

SUBCOMMANDS:
  scan              scan it
"""


def given(text):
    return newsome(wrap(text))


def program():
    w_scan = call('cli.spec', 'scan', 'scan it', [
        call('cli.positional', 'dir', 'where', True)], [])
    return call('cli.spec', 'prog', 'Help', [
        call('cli.flag', 'verbose', given('v'), 'noisy'),
        call('cli.option', 'out', w_none, 'file', given('a.out')),
        call('cli.positional', 'path', 'what', True),
        call('cli.positional', 'opt', 'more', False)], [w_scan])


def parse(*tokens):
    return json_of('cli.parse', program(), list(tokens))


def parsed(command='["prog"]', verbose='false', out='a.out', rest='[]',
           positionals='{}'):
    return ok('{"command":%s,"flags":{"verbose":%s},"options":{"out":"%s"},'
              '"positionals":%s,"remaining":%s}' % (
                  command, verbose, out, positionals, rest))


def test_values():
    assert json_of('cli.flag', 'verbose', w_none, 'noisy') == (
        '{"help":"noisy","kind":"flag","name":"verbose","short":null}')
    assert json_of('cli.option', 'o', given('x'), 'h', w_none) == (
        '{"default":null,"help":"h","kind":"option","name":"o","short":"x"}')
    assert json_of('cli.envelope', True, 'c', given(1)) == (
        '{"command":"c","data":{"$variant":"Some","args":[1]},"ok":true}')


def test_parse():
    path = '{"path":"p"}'
    assert parse('p') == parsed(positionals=path)
    assert parse('-v', 'p', '--out', '-x', 'q') == parsed(
        verbose='true', out='-x', positionals='{"opt":"q","path":"p"}')
    assert parse('--out=y=z', 'p') == parsed(out='y=z', positionals=path)
    assert parse('--', '-v') == parsed(rest='["-v"]')
    assert parse('-z') == parsed(positionals='{"path":"-z"}')
    assert parse('scan', 'd') == parsed('["prog","scan"]',
                                        positionals='{"dir":"d"}')
    assert parse('p', 'scan') == parsed(
        positionals='{"opt":"scan","path":"p"}')


@pytest.mark.parametrize('tokens, message', [
    (['--x'], 'unknown flag `--x` for `prog`'),
    ([], 'missing required positional `path` for `prog`'),
    (['p', 'q', 'r'], 'unexpected positional argument `r` for `prog`'),
    (['--verbose=1'], 'flag `--verbose` does not take a value (got `=1`)'),
    (['--out'], 'option `--out` requires a value'),
    (['scan', '-v', '--verbose'], 'unknown flag `--verbose` for `scan`')])
def test_bad_arguments(tokens, message):
    assert parse(*tokens) == err(message)


def test_the_last_of_two_subcommands_counts():
    w_commands = [call('cli.spec', 'run', 'help', [
        call('cli.flag', name, w_none, '')], []) for name in ['a', 'b']]
    w_program = call('cli.spec', 'prog', 'h', [], w_commands)
    assert json_of('cli.parse', w_program, ['run', '--b']) == ok(
        '{"command":["prog","run"],"flags":{"b":true},"options":{},'
        '"positionals":{},"remaining":[]}')
    assert json_of('cli.parse', w_program, ['run', '--a']) == err(
        'unknown flag `--a` for `run`')


def test_help():
    assert call('cli.help', program()).utf8_w() == HELP


def test_describe():
    text = json_of('cli.describe', program())
    assert text.startswith('{"args":[{')
    assert text.endswith('"help":"scan it","name":"scan","subcommands":[]}]}')
