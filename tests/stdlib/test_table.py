"""The table in docs/stdlib.rst claims nothing that is not so."""

from tests.stdlib import table


def rows(text):
    result = {}
    for line in text.splitlines():
        cells = line.split()
        if len(cells) == 5 and cells[1].isdigit():
            result[cells[0]] = [int(cell) for cell in cells[1:]]
    return result


def test_the_document_is_right():
    with open(table.DOCUMENT) as f:
        documented = rows(table.documented(f.read()))
    actual = rows(table.table())
    assert sorted(documented) == sorted(actual)
    for module in actual:
        functions, implemented, tested, differing = actual[module]
        assert documented[module][:2] == [functions, implemented], module
        # Tests that were added since the table was written do no harm.
        assert documented[module][2] <= tested, module
        assert documented[module][3] >= differing, module


def test_functions_are_tested():
    assert len(table.untested()) <= 15
