"""tools/toolchain/translate: what it prints, and what it leaves running."""

import imp
import os
import re
import threading

import pytest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

# In the place of RPython: OPTIONS... TARGET after the folder of the cache.
TRANSLATOR = '''
import sys
print('[translation:info] Annotating&simplifying...')
print('[translation:WARNING] an error to be shown')
print('nobody needs to see this')
output = [word for word in sys.argv if word.startswith('--output=')][0][9:]
%s
'''
SUCCESS = 'open(output, "w").write("program")'
FAILURE = 'sys.exit("it broke")'


@pytest.fixture
def translate(monkeypatch, tmpdir):
    """A function of the last line of the translator -> exit code and new threads."""
    monkeypatch.setattr('sys.dont_write_bytecode', True)
    module = imp.load_source('translate',
                             os.path.join(ROOT, 'tools', 'toolchain', 'translate'))

    def translate(line):
        before = threading.active_count()
        translator = tmpdir.join('translator.py')
        translator.write(TRANSLATOR % line)
        monkeypatch.setattr(module, 'LAUNCH', str(translator))
        code = module.translate(str(tmpdir), 'jit', str(tmpdir.join('lexvm')))
        return code, threading.active_count() - before
    return translate


def test_success(translate, tmpdir, capsys):
    assert translate(SUCCESS) == (0, 0)
    assert tmpdir.join('lexvm').read() == 'program'
    assert not tmpdir.join('lexvm.new').exists()
    out, err = capsys.readouterr()
    assert err == ''
    said = [re.sub(r'^lexvm +\d+:\d\d  ', '', line) for line in out.splitlines()]
    assert said == ['translating with --opt=jit; the log is %s' % tmpdir.join('lexvm.log'),
                    'Annotating&simplifying', '  an error to be shown',
                    'done: %s, 0.0 MB' % tmpdir.join('lexvm')]
    assert 'nobody needs to see this' in tmpdir.join('lexvm.log').read()


def test_failure(translate, tmpdir, capsys):
    assert translate(FAILURE) == (1, 0)
    assert not tmpdir.join('lexvm').exists()
    out, err = capsys.readouterr()
    assert err == ''
    assert out.splitlines()[-1] == 'it broke'
    assert 'failed; the end of %s:' % tmpdir.join('lexvm.log') in out


def test_translator_that_cannot_be_started(translate, monkeypatch):
    monkeypatch.setattr('sys.executable', '/no/such/python')
    before = threading.active_count()
    with pytest.raises(OSError):
        translate(SUCCESS)
    assert threading.active_count() == before
