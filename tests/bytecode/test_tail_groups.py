"""Tail-call groups: one frame capacity per cycle, and which calls close it."""

from tests.bytecode.support import lines_of, program_of

SOURCE = '''
fn alone(n :: Int) -> Int { match n { 0 => 0, _ => alone(n - 1) } }
fn even(n :: Int) -> Bool { match n { 0 => true, _ => odd(n - 1) } }
fn odd(n :: Int) -> Bool { match n { 0 => false, _ => even(n - 1) } }
fn a(n :: Int) -> Int { b(n, 1) }
fn b(n :: Int, m :: Int) -> Int {
  let x := n - m
  let y := x - m
  c(x, y, m)
}
fn c(n :: Int, m :: Int, k :: Int) -> Int { if n < k { done(n, m, k, 1, 2) } else { a(n) } }
fn done(n :: Int, m :: Int, k :: Int, i :: Int, j :: Int) -> Int { n }
fn not_tail(n :: Int) -> Int { 1 - not_tail(n) }
fn into(n :: Int) -> Int { alone(n) }
'''

PROGRAM = program_of(SOURCE)


def tail_calls(name):
    calls = []
    for line in lines_of(PROGRAM.find(name)):
        words = line.split(' ')
        if words[1].startswith('TailCall'):
            calls.append((words[1], words[2]))
    return calls


def group(name):
    return PROGRAM.find(name).tail_group


def test_self_recursion():
    assert tail_calls('alone') == [('TailCallLoop', 'alone')]


def test_mutual_recursion_closes_where_it_goes_back():
    assert tail_calls('even') == [('TailCall', 'odd')]
    assert tail_calls('odd') == [('TailCallLoop', 'even')]
    assert group('even') == group('odd')


def test_cycle_of_three():
    assert tail_calls('a') == [('TailCall', 'b')]
    assert tail_calls('b') == [('TailCall', 'c')]
    assert tail_calls('c') == [('TailCallLeave', 'done'), ('TailCallLoop', 'a')]
    assert group('a') == group('b') == group('c') != group('done')


def test_capacity_is_common_to_the_group():
    capacities = [PROGRAM.find(name).capacity for name in 'abc']
    assert len(set(capacities)) == 1
    assert capacities[0] >= max(PROGRAM.find(name).nlocals for name in 'abc')


def test_call_of_another_group_leaves():
    assert tail_calls('into') == [('TailCallLeave', 'alone')]


def test_other_calls_do_not_group():
    assert tail_calls('not_tail') == []


def test_long_chain_of_tail_calls():
    lines = ['fn f0(n :: Int) -> Int { n }']
    for i in range(1, 300):
        lines.append('fn f%d(n :: Int) -> Int { f%d(n) }' % (i, i - 1))
    program = program_of('\n'.join(lines))
    groups = set(function.tail_group for function in program.functions)
    assert len(groups) == 300
