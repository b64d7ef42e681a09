"""``lexvm init`` and ``lexvm ci``."""

import json
import os

import pytest

from interpreter.layout.formatter import formatted
from tests.cli.test_main import lexvm

FILES = ['.github/workflows/lex.yml', 'AGENTS.md', 'lex.toml', 'src/main.lex',
         'tests/test_main.lex']


@pytest.fixture(autouse=True)
def here(tmpdir, monkeypatch):
    monkeypatch.chdir(tmpdir)
    return tmpdir


def files_below(folder):
    return sorted(os.path.relpath(os.path.join(path, name), str(folder))
                  for path, _, names in os.walk(str(folder)) for name in names)


def test_init_makes_a_package_that_passes(here, capfd):
    code, out, err = lexvm(capfd, 'init', 'deep/my app')
    assert (code, err) == (0, '')
    assert out.count('  created  ') == 5
    app = here.join('deep', 'my app')
    assert files_below(app) == FILES
    assert 'name = "my-app"' in app.join('lex.toml').read()
    os.chdir(str(app))
    code, out, err = lexvm(capfd, 'ci')
    assert (code, err) == (0, '')
    assert out.endswith('CI passed: all steps succeeded\n')
    assert 'ok   tests/test_main.lex' in out
    assert lexvm(capfd, 'run', 'src/main.lex')[1] == '"Hello, world!"\n'


def test_init_keeps_what_is_there(here, capfd):
    here.mkdir('src').join('main.lex').write('mine')
    code, out, _ = lexvm(capfd, 'init')
    assert code == 0
    assert '  skipped  src/main.lex  (already exists)\n' in out
    assert here.join('src', 'main.lex').read() == 'mine'
    assert files_below(here) == FILES
    code, out, _ = lexvm(capfd, '--output', 'json', 'init')
    assert json.loads(out)['data']['created'] == []
    assert sorted(json.loads(out)['data']['skipped']) == FILES


@pytest.mark.parametrize('words', [['a', 'b'], ['--force'], ['']])
def test_wrong_words_of_init(words, capfd, here):
    assert lexvm(capfd, 'init', *words) == (1, '', 'error: usage: lexvm init [<dir>]\n')
    assert files_below(here) == []


def test_init_where_no_folder_can_be(here, capfd):
    here.join('file').write('')
    code, _, err = lexvm(capfd, 'init', 'file/app')
    assert code == 1
    assert err == ('error: cannot create file/app: Not a directory (os error 20)\n')


def test_ci_runs_all_steps(here, capfd):
    lexvm(capfd, 'init')
    here.join('src', 'loose.lex').write('fn f()->Int{1}')
    here.join('src', 'wrong.lex').write('fn f() -> Int {\n  "a"\n}\n\n')
    here.join('tests', 'test_no.lex').write('fn run_all() -> Bool {\n  false\n}\n\n')
    code, out, err = lexvm(capfd, 'ci')
    assert code == 1
    assert 'would reformat src/loose.lex' in out
    assert 'FAIL tests/test_no.lex' in out
    assert err.endswith('error: CI failed: check --strict src/wrong.lex, '
                        'fmt --check src tests, test tests\n')
    code, out, err = lexvm(capfd, 'ci', '--no-fmt', '--tests', 'gone')
    assert err == 'error: CI failed: check --strict src/wrong.lex\n'


def test_ci_as_json(here, capfd):
    lexvm(capfd, 'init')
    here.join('src', 'loose.lex').write('fn f()->Int{1}')
    code, out, _ = lexvm(capfd, '--output', 'json', 'ci')
    assert code == 1
    last = json.loads(out[out.rindex('\n{') + 1:])
    assert last['command'] == 'ci'
    assert last['data'] == {'failed': ['fmt --check src tests']}


@pytest.mark.parametrize('words, message', [
    (['--src'], '--src requires a value'),
    (['x'], 'unknown flag `x`; usage: lexvm ci [--no-fmt] [--src <dir>] [--tests <dir>]'),
    ([], 'there is neither a folder `src` nor a folder `tests`')])
def test_wrong_words_of_ci(words, message, capfd):
    assert lexvm(capfd, 'ci', *words) == (1, '', 'error: %s\n' % message)


def test_what_init_writes_is_in_standard_form(here, capfd):
    lexvm(capfd, 'init')
    for path in ['src/main.lex', 'tests/test_main.lex']:
        text = here.join(path).read()
        assert formatted(text) == text
