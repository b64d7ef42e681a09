from interpreter.source.errors import excerpt, position


def test_position_counts_characters_from_one():
    text = 'ab\n\xc3\xa9\xc3\xa9x\n'
    assert position(text, 0) == (1, 1)
    assert position(text, 2) == (1, 3)
    assert position(text, 3) == (2, 1)
    assert position(text, 7) == (2, 3)
    assert position(text, 9) == (3, 1)
    assert position(text, 99) == (3, 1)


def test_excerpt_points_at_the_character():
    assert excerpt('fn\n\t\xc3\xa9 x\r\nlet', 7) == '\t\xc3\xa9 x\n\t  ^'
    assert excerpt('', 0) == '\n^'
    assert excerpt('abc', 3) == 'abc\n   ^'


def test_excerpt_of_a_very_long_line_is_cut():
    line, caret = excerpt('\xc3\xa9' * 10000, 9999 + 1).split('\n')
    assert len(line.decode('utf-8')) <= 76
    assert line.decode('utf-8')[len(caret) - 1] == u'\xe9'
