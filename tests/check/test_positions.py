"""Positions: the ``fn`` keyword of the enclosing function."""

from interpreter.check import positions
from tests.check.programs import check_program, stages_of


def located(source):
    """(line, column) per error, None for those without a position."""
    stages = stages_of(source)
    found = check_program(stages)
    positions.attach(found, stages, source, 'm.lex')
    return [error.position and (error.position.line, error.position.column)
            for error in found]


def test_line_and_column():
    assert located('import "std.io" as io\n'
                   'fn shout(s :: Str) -> [io] Nil { io.print(s) }\n'
                   'fn twice(n :: Int) -> Int { n * 2 }\n'
                   'fn oops(n :: Int) -> Str { n }\n') == [(4, 1)]


def test_column_counts_characters():
    source = 'fn a() -> Str { "\xc3\xa9\xe2\x82\xac" } fn b() -> Int { "x" }'
    assert located(source) == [(1, 24)]


def test_last_of_a_name_counts():
    assert located('fn f() -> Int { "a" }\nfn f() -> Int { 1 }') == [(2, 1)]


def test_imported_functions_have_none():
    source = 'fn f() -> Int { "a" }'
    stages = stages_of(source)
    stages[0].name = 'models_01234567.f'
    found = check_program(stages)
    positions.attach(found, stages, source, 'm.lex')
    assert found[0].position is None
