"""The translated ``lexvm repl``: long lines, and memory that runs out."""

import pytest

from tests.native.program import execute


@pytest.mark.parametrize('name', ['lexvm', 'lexvm-nojit'])
def test_a_line_of_a_megabyte(name):
    text = '1' + ' + 1' * 262144 + '\n40 + 2\n'
    assert execute(name, ['repl'], text).stdout == '262145 :: Int\n42 :: Int\n'
    text = 'str.len("%s")\n' % ('a' * (1 << 20))
    assert execute(name, ['repl'], text).stdout == '1048576 :: Int\n'
    for text in ['(' * (1 << 20), '[' * (1 << 20) + ']' * (1 << 20), 'f(' * (1 << 19),
                 '{' * (1 << 20), '\xff' * (1 << 20), '"' * ((1 << 20) + 1), ':' * (1 << 20)]:
        outcome = execute(name, ['repl'], text + '\n')
        assert outcome.code == 1
        assert outcome.report.startswith('error: ')
        assert len(outcome.report) < 5000


@pytest.mark.parametrize('name', ['lexvm', 'lexvm-nojit'])
def test_memory_that_runs_out(name):
    text = ('fn more(n :: Int, xs :: List[Str]) -> List[Str] { if n == 0 { xs } else { '
            'more(n - 1, list.cons(str.join(list.map(list.range(0, 1000), int.to_str), '
            '""), xs)) } }\nlist.len(more(100000, []))\n40 + 2\n')
    outcome = execute(name, ['repl', '--max-memory', '64M', '--max-steps', '0'], text)
    assert outcome.code == 1
    assert 'memory limit exceeded' in outcome.report
    assert outcome.stdout.splitlines()[-1] == '42 :: Int'
