import pytest

from interpreter.cli.failure import CommandError
from interpreter.cli.numerals import MAX_INT
from interpreter.cli.run_options import parse_run_options


def limits(*words):
    return parse_run_options(list(words) + ['f.lex']).limits


def refusal(*words):
    with pytest.raises(CommandError) as info:
        limits(*words)
    return info.value.message


@pytest.mark.parametrize('text, size', [
    ('16777216', 16777216), ('16M', 16 << 20), ('16m', 16 << 20), ('2G', 2 << 30),
    ('16384K', 16 << 20), ('+16M', 16 << 20), ('999999999G', 999999999 << 30),
    ('99999999999G', MAX_INT), ('18446744073709551615', MAX_INT)])
def test_memory(text, size):
    assert limits('--max-memory', text).memory == size
    assert limits('--max-memory=' + text).memory == size


@pytest.mark.parametrize('text', ['', 'M', '1.5M', '-1', '1KB', '1 M', 'x', '0x10'])
def test_bad_sizes(text):
    assert 'must be a size' in refusal('--max-memory', text)
    assert 'must be a size' in refusal('--max-output', text)


def test_least_memory():
    assert refusal('--max-memory', '15M') == '--max-memory must be at least 16M'


@pytest.mark.parametrize('text, milliseconds', [
    ('0', 0), ('1', 1000), ('0.5', 500), ('1.25', 1250), ('0.001', 1), ('2.', None),
    ('10.9999', None), ('.5', None), ('1s', None), ('-1', None),
    ('18446744073709551615', MAX_INT)])
def test_timeout(text, milliseconds):
    if milliseconds is None:
        assert 'must be a number of seconds' in refusal('--timeout', text)
    else:
        assert limits('--timeout', text).milliseconds == milliseconds


def test_depth():
    assert limits('--max-depth', '5').depth == 5
    assert limits().depth == 1024
    assert refusal('--max-depth', '0') == '--max-depth must be at least 1'
    assert 'must be an integer' in refusal('--max-depth', '-3')
