"""Dispatch, global flags and help of the ``lexvm`` command."""

import json
import os

import pytest

from interpreter.cli.main import main


def lexvm(capfd, *words):
    """Run the command; -> (exit code, standard output, standard error)."""
    code = main(['lexvm'] + list(words))
    out, err = capfd.readouterr()
    return code, out.encode('utf-8'), err.encode('utf-8')


def failure(capfd, *words):
    """The error message of a command that must fail with exit code 1, without the
    place and the ways out below it."""
    code, out, err = lexvm(capfd, *words)
    assert (code, out) == (1, '')
    assert err.startswith('error: ') and err.endswith('\n')
    lines = err.splitlines()
    for line in lines[1:]:
        assert line.startswith(' ')
    return lines[0][len('error: '):]


def machine_failure(capfd, *words):
    """The message of a command that must fail with exit code 1, for machines."""
    code, out, err = lexvm(capfd, '--output', 'json', *words)
    assert (code, err) == (1, '')
    return json.loads(out)['error']['message'].encode('utf-8')


@pytest.mark.parametrize('word', ['version', '--version', '-V'])
def test_version(word, capfd):
    code, out, err = lexvm(capfd, word)
    assert (code, err) == (0, '')
    assert out == 'lexvm 0.1.0 (Lex 0.10.11)\n'
    code, out, err = lexvm(capfd, '--output', 'json', word)
    document = json.loads(out)
    assert (code, err, document['command']) == (0, '', 'version')
    assert document['data'] == {'acli_version': '0.1.0', 'lexvm': '0.1.0',
                                'tool': 'lex', 'version': '0.10.11'}


@pytest.mark.parametrize('word', ['help', '--help', '-h'])
def test_help_lists_the_commands(word, capfd):
    code, out, err = lexvm(capfd, word)
    assert (code, err) == (0, '')
    for command in ['run', 'check', 'parse', 'hash', 'dis', 'version', 'help']:
        assert '\n  %s ' % command in out


@pytest.mark.parametrize('command', ['run', 'check', 'parse', 'hash', 'dis'])
def test_help_of_a_command(command, capfd):
    code, out, _ = lexvm(capfd, command, '--help')
    assert code == 0
    assert out.startswith('usage: lexvm %s ' % command)
    assert lexvm(capfd, 'help', command) == (0, out, '')
    assert lexvm(capfd, command, '-h') == (0, out, '')


def test_no_or_unknown_command(capfd):
    assert failure(capfd) == 'usage: lexvm <command> ...; try `lexvm --help`'
    assert failure(capfd, 'frob') == 'unknown command `frob`. try `lexvm help`'
    assert failure(capfd, 'help', 'frob') == \
        'unknown command `frob`. try `lexvm help`'
    assert failure(capfd, '--frob') == 'unknown flag `--frob`; try `lexvm --help`'


def test_output_flag(capfd):
    code, out, err = lexvm(capfd, '--output', 'xml', 'run')
    assert (code, out) == (2, '')
    assert err == ("error: Invalid output format: 'xml'. "
                   "Use text, json, or table.\n")
    code, out, err = lexvm(capfd, '--output=JSON', 'frob')
    assert (code, err) == (1, '')
    assert json.loads(out)['error'] == {
        'code': 'GENERAL_ERROR',
        'message': 'unknown command `frob`. try `lexvm help`'}
    assert failure(capfd, '--output', 'json', '--output=table', 'frob')
    assert failure(capfd, '--output') == \
        'unknown flag `--output`; try `lexvm --help`'


def test_file_commands_take_one_file(capfd):
    assert failure(capfd, 'parse') == 'usage: lexvm parse <file>'
    assert failure(capfd, 'hash', 'a', 'b') == 'usage: lexvm hash <file>'
    assert failure(capfd, 'parse', '--x', 'a') == \
        'unknown flag `--x` for `lexvm parse`'


def test_parse_prints_the_canonical_tree(tmpdir, capfd):
    path = tmpdir.join('f.lex')
    path.write('fn f() -> Int { if true { 1 } else { 2 } }\n')
    code, out, _ = lexvm(capfd, 'parse', str(path))
    assert code == 0
    stages = json.loads(out)
    assert stages[0]['body'] == {
        'node': 'Literal', 'value': {'kind': 'Int', 'value': 1}}
    assert out == json.dumps(stages, sort_keys=True, indent=2,
                             separators=(',', ': ')) + '\n'


def test_hash(tmpdir, capfd):
    path = tmpdir.join('add.lex')
    path.write('import "std.io" as io\n'
               'fn add(x :: Int, y :: Int) -> Int { x + y }\n')
    code, out, _ = lexvm(capfd, 'hash', str(path))
    assert code == 0
    imported, function = out.splitlines()
    assert imported.startswith('io\tcanonical_ast=')
    assert imported.endswith('\tstage_id=-')
    assert function == (
        'add\tcanonical_ast='
        '884094bddff36ce9378f748076a4081c38daf286a572b49d422b9bf509f9fde4'
        '\tstage_id='
        '815a70c6d41bad919dd8b322b23cfcca0a5c98d2ffe0f533de89b54cc6b3cb45')
    _, out, _ = lexvm(capfd, '--output', 'json', 'hash', str(path))
    assert [stage['name'] for stage in json.loads(out)['data']['stages']] == \
        ['io', 'add']


def test_closed_output(capfd):
    saved = os.dup(1)
    full = os.open('/dev/full', os.O_WRONLY)
    try:
        os.dup2(full, 1)
        code = main(['lexvm', '--version'])
    finally:
        os.dup2(saved, 1)
        os.close(saved)
        os.close(full)
    assert code == 1
    assert capfd.readouterr()[1] == (
        'error: cannot write to standard output: '
        'No space left on device (os error 28)\n')
