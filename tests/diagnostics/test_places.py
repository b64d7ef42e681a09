from interpreter.diagnostics.places import Locator, line_bounds, position


def test_position_counts_characters_from_one():
    text = 'ab\n\xc3\xa9\xc3\xa9x\n'
    assert position(text, 0) == (1, 1)
    assert position(text, 2) == (1, 3)
    assert position(text, 3) == (2, 1)
    assert position(text, 7) == (2, 3)
    assert position(text, 9) == (3, 1)
    assert position(text, 99) == (3, 1)


def test_one_locator_finds_places_in_any_order():
    text = 'ab\n\xc3\xa9\xc3\xa9x\n\ncd'
    locator = Locator(text)
    for offset in [11, 0, 10, 7, 3, 12, 9, 2, 2, 7]:
        assert locator.position(offset) == position(text, offset)


def test_bounds_of_lines():
    text = 'fn\n\tx\r\nlet'
    assert line_bounds(text, 0) == (0, 2)
    assert line_bounds(text, 4) == (3, 5)
    assert line_bounds(text, 99) == (7, 10)
    assert line_bounds('', 0) == (0, 0)
