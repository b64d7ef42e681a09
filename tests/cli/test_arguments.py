"""Words of the command line that are not text."""

import pytest

from interpreter.cli.main import main

PROGRAM = '''
import "std.io" as io
fn echo(text :: Str) -> Str { text }
fn given() -> [io] List[Str] { io.argv() }
'''


@pytest.mark.parametrize('words', [['echo', '"a\xffb"'], ['given', '--', 'a\xffb']],
                         ids=['argument', 'word'])
def test_words_that_are_not_utf8(tmpdir, capfd, words):
    path = tmpdir.join('f.lex')
    path.write(PROGRAM)
    code = main(['lexvm', 'run', '--allow-effects', 'io', str(path)] + words)
    out, err = capfd.readouterr()
    assert (code, out) == (1, '')
    assert err.startswith('error: arg `') and err.endswith('` is not valid UTF-8\n')
