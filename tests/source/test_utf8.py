import pytest

from interpreter.source import utf8


@pytest.mark.parametrize('text', [
    '', 'abc', '\xc2\x80', '\xdf\xbf', '\xe0\xa0\x80', '\xed\x9f\xbf',
    '\xef\xbf\xbf', '\xf0\x90\x80\x80', '\xf4\x8f\xbf\xbf'])
def test_valid(text):
    assert utf8.is_valid(text)


@pytest.mark.parametrize('text', [
    '\x80', '\xc0\x80', '\xc1\xbf', '\xc3', '\xe0\x80\x80', '\xe1\x80',
    '\xed\xa0\x80', '\xf0\x80\x80\x80', '\xf4\x90\x80\x80', '\xf5\x80\x80\x80',
    '\xe1\x80a', 'a\xff'])
def test_invalid(text):
    assert not utf8.is_valid(text)


def test_trim():
    assert utf8.trim(' \t\n\x0b\xc2\xa0a b\xe2\x80\xa8 ') == 'a b'
    assert utf8.trim('\xe3\x80\x80') == ''
    assert utf8.trim('\xc3\xa9') == '\xc3\xa9'
