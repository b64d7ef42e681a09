"""``lexvm completions`` and ``lexvm man``, tried with the shells and the formatter."""

import distutils.spawn
import os
import subprocess

import pytest

from interpreter.cli.main import FORMATS
from interpreter.cli.option_table import COMMANDS, GLOBAL_OPTIONS, read_flags
from interpreter.cli.run_limits import FLAGS as LIMIT_FLAGS
from interpreter.cli.run_options import takes_value
from interpreter.cli.shell_scripts import SCRIPTS
from interpreter.diagnostics.paint import CHOICES
from tests.cli.test_main import lexvm
from tests.terminal import Terminal


def needs(program):
    path = distutils.spawn.find_executable(program)
    if path is None:
        pytest.skip('%s is not installed' % program)
    return path


def options(name):
    command, = [command for command in COMMANDS if command.name == name]
    return dict((option.flag, option) for option in command.options)


def test_the_table_has_every_command(capfd):
    for command in COMMANDS:
        code, out, _ = lexvm(capfd, 'help', command.name)
        assert code == 0 and out.startswith(('usage: ', 'LexVM ')), command.name
        assert command.summary, command.name


def test_the_table_has_every_option():
    run = options('run')
    for flag in LIMIT_FLAGS + ['--jit', '--hook', '--repeat', '--trace', '--wall']:
        assert run[flag].value, flag
    for flag, option in run.items():
        if flag not in ['--jit', '-h', '--help']:
            assert takes_value(flag) == (option.value != ''), flag
    assert set(run) < set(options('replay'))
    assert '--override' in options('replay')
    assert options('check')['--strict'].value == ''
    assert options('run')['--wall'].choices() == ['auto', 'on', 'off']
    for option in GLOBAL_OPTIONS:
        assert set(option.choices()) <= set(FORMATS + CHOICES)


def test_flags_on_a_line():
    assert read_flags('--a X, --b-c on|off, -h') == [
        ('--a', 'X'), ('--b-c', 'on|off'), ('-h', '')]
    assert read_flags('--k K,..., --l') == [('--k', 'K,...'), ('--l', '')]
    with pytest.raises(ValueError):
        read_flags('words')


def test_commands(capfd):
    for shell in ['bash', 'zsh', 'fish']:
        assert lexvm(capfd, 'completions', shell) == (0, SCRIPTS[shell], '')
    assert lexvm(capfd, 'completions')[0] == 1
    assert lexvm(capfd, 'completions', 'tcsh')[0] == 1
    assert lexvm(capfd, 'man', 'x')[0] == 1


CASES = [
    ('lexvm ch', ['check']), ('lexvm --ou', ['--output']),
    ('lexvm --output js', ['json']), ('lexvm --output json ha', ['hash']),
    ('lexvm run --max-st', ['--max-steps']), ('lexvm run --jit o', ['off', 'on']),
    ('lexvm run --wall a', ['auto']), ('lexvm run --allow-effects fs_w',
                                       ['fs_walk', 'fs_write']),
    ('lexvm docs std.to', ['std.toml']), ('lexvm help tr', ['trace']),
    ('lexvm completions z', ['zsh']), ('lexvm check prog', ['program.lex']),
    ('lexvm replay --over', ['--override']),
    ('lexvm run --allow-fs-read prog', ['program.lex'])]


def test_bash(tmpdir):
    bash = needs('bash')
    tmpdir.join('program.lex').write('')
    script = SCRIPTS['bash'] + 'compopt() { :; }\n'
    for line, _ in CASES:
        words = line.split(' ')
        script += ('COMP_WORDS=(%s)\nCOMP_CWORD=%d\n_lexvm\necho "${COMPREPLY[@]}"\n'
                   % (' '.join(words), len(words) - 1))
    out = subprocess.check_output([bash, '--norc', '-c', script], cwd=str(tmpdir))
    for (line, found), row in zip(CASES, out.splitlines()):
        assert sorted(row.split()) == found, line


def test_bash_effects_in_a_list():
    bash = needs('bash')
    script = SCRIPTS['bash'] + (
        'compopt() { :; }\nCOMP_WORDS=(lexvm run --allow-effects io,fs_w)\n'
        'COMP_CWORD=3\n_lexvm\nprintf "%s\\n" "${COMPREPLY[@]}"\n')
    out = subprocess.check_output([bash, '--norc', '-c', script])
    assert sorted(out.split()) == ['io,fs_walk', 'io,fs_write']


def test_fish(tmpdir):
    fish = needs('fish')
    tmpdir.join('program.lex').write('')
    script = SCRIPTS['fish']
    for line, _ in CASES:
        script += 'echo (complete -C "%s" | string replace -r "\\t.*" "")\n' % line
    out = subprocess.check_output([fish, '--no-config', '-c', script], cwd=str(tmpdir),
                                  env=dict(os.environ, HOME=str(tmpdir)))
    for (line, found), row in zip(CASES, out.splitlines()):
        assert sorted(row.split()) == found, line


def test_zsh(tmpdir):
    zsh = needs('zsh')
    tmpdir.join('_lexvm').write(SCRIPTS['zsh'])
    tmpdir.join('program.lex').write('')
    subprocess.check_call([zsh, '-n', str(tmpdir.join('_lexvm'))])
    terminal = Terminal(zsh, ['-f', '-i'], {'TERM': 'dumb', 'HOME': str(tmpdir),
                                            'PS1': 'ready> '})
    try:
        terminal.send('cd %s; fpath=(%s $fpath); autoload -U compinit; compinit -u -D; '
                      'lexvm() { echo "<$*>" }; echo do"ne"\n' % (tmpdir, tmpdir))
        terminal.expect('done')
        for line, found in CASES:
            if len(found) == 1:
                terminal.send(line + '\t\n')
                terminal.expect('<%s' % line.split(' ', 1)[1].rsplit(' ', 1)[0]
                                if line.count(' ') > 1 else '<')
                shown = terminal.expect('>')
                assert shown.strip().endswith(found[0]), line
    finally:
        terminal.kill()


def test_the_manual_page(capfd):
    code, out, _ = lexvm(capfd, 'man')
    assert code == 0
    for command in COMMANDS:
        assert '\n.SS %s\n' % command.name in out
        for option in command.options:
            assert '\n\\fB%s\\fR' % option.flag.replace('-', '\\-') in out
    groff = needs('groff')
    process = subprocess.Popen([groff, '-ww', '-man', '-Tascii', '-P-c'],
                               stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE)
    shown, complaints = process.communicate(out)
    assert (process.returncode, complaints) == (0, '')
    assert 'EXIT STATUS' in shown.replace('\b', '').replace('EEXXIITT SSTTAATTUUSS',
                                                            'EXIT STATUS')
