"""``lexvm run --profile``."""

import os
import xml.etree.ElementTree

import pytest

from tests.cli.test_main import lexvm

SOURCE = '''\
import "std.list" as list
fn light(n :: Int) -> Int { if n == 0 { 0 } else { light(n - 1) } }
fn fib(n :: Int) -> Int {
  match n {
    0 => 0,
    1 => 1,
    _ =>
      fib(n - 1) +
      fib(n - 2)
  }
}
fn mapped() -> List[Int] { list.map(list.range(0, 9), fn (k :: Int) -> Int { light(k) }) }
fn main() -> Int { light(3000) + fib(12) + list.len(mapped()) }
fn fails() -> Int { light(3000) / (light(3) - light(4)) }
fn endless(n :: Int) -> Int { endless(n + 1) }
'''


@pytest.fixture
def program(tmpdir):
    path = tmpdir.join('p.lex')
    path.write(SOURCE)
    return str(path)


def stacks(path):
    found = {}
    with open(path) as f:
        for line in f.read().splitlines():
            stack, steps = line.rsplit(' ', 1)
            found[stack] = int(steps)
    return found


def test_collapsed_stacks(program, tmpdir, capfd):
    path = str(tmpdir.join('out.folded'))
    _, _, stats = lexvm(capfd, 'run', '--jit-stats', program)
    steps = int(stats.split('steps: ')[1].split('\n')[0])
    code, out, err = lexvm(capfd, 'run', '--profile', path, '--profile-calls', program)
    assert (code, out) == (0, '153\n')
    found = stacks(path)
    assert sum(found.values()) == steps
    assert found['main;light;%s:2' % program] > steps * 0.8
    for stack in found:
        assert stack.split(';')[0] == 'main'
    assert err.startswith('profile: %d steps, ' % steps)
    assert ' %%  light  (%s:2)\n' % program in err
    assert '  3001' not in err          # tail calls run in one activation each
    assert '\n  13  fib\n' in err
    assert err.endswith('profile saved: %s\n' % path)


def test_flame_graph(program, tmpdir, capfd):
    path = str(tmpdir.join('out.svg'))
    assert lexvm(capfd, 'run', '--profile', path, program)[0] == 0
    root = xml.etree.ElementTree.parse(path).getroot()
    titles = [each.text for each in root.iter('{http://www.w3.org/2000/svg}title')]
    assert titles[0].startswith('all: ')
    assert any(title.startswith('light: ') for title in titles)
    assert lexvm(capfd, 'run', '--profile', path, program)[0] == 0     # replaced


def test_failed_runs_are_profiled(program, tmpdir, capfd):
    path = str(tmpdir.join('out.folded'))
    code, _, err = lexvm(capfd, 'run', '--profile', path, program, 'fails')
    assert code == 1 and 'profile saved' in err
    assert any(stack.startswith('fails;light') for stack in stacks(path))
    code, _, err = lexvm(capfd, 'run', '--profile', path, '--max-steps', '9000', program,
                         'endless', '0')
    assert code == 1 and 'step limit' in err
    assert sum(stacks(path).values()) in [9000, 9001]


def test_other_files_are_not_replaced(program, tmpdir, capfd):
    for name, text in [('a.svg', '<svg/>'), ('b.folded', 'fn main() -> Int { 1 }\n')]:
        tmpdir.join(name).write(text)
        code, out, err = lexvm(capfd, 'run', '--profile', str(tmpdir.join(name)), program)
        assert (code, out) == (1, '')
        assert 'is not replaced' in err
        assert tmpdir.join(name).read() == text
    code, _, err = lexvm(capfd, 'run', '--profile', program, program)
    assert code == 1 and '.svg' in err
    with open(program) as f:
        assert f.read() == SOURCE
    code, _, err = lexvm(capfd, 'run', '--profile', str(tmpdir.join('no', 'a.svg')),
                         program)
    assert code == 1 and 'cannot write profile' in err
    assert lexvm(capfd, 'run', '--profile-calls', program)[0] == 1
    assert not os.path.exists(str(tmpdir.join('no')))
