"""The programs behind the contract table: each clause of the call protocol with each
kind of call, many times over, so that compiled code runs it.

``CELLS`` are (clause, kind, function, args, flags of ``lexvm run``);
matrix_expected.json has what the reference says about them
(``tools/contract/record_matrix.py``).
"""

import json
import os
import re

KINDS = ['Call', 'TailCall', 'CallClosure', 'host', 'list', 'par_map', 'actor']

EXPECTED = os.path.join(os.path.dirname(__file__), 'matrix_expected.json')

# What is observable of actors, iterators and workers.
CONCURRENCY = os.path.join(os.path.dirname(__file__), 'concurrency.lex')

# ROW stands for the effects, NAME for the function that is called.
CALLS = '''
import "std.list" as list
import "std.conc" as conc
fn call(n :: Int) -> [ROW] Int { 0 + NAME(n) }
fn tail_call(n :: Int) -> [ROW] Int { NAME(n) }
fn call_closure(n :: Int) -> [ROW] Int {
  let f := NAME
  f(n)
}
fn mapped(n :: Int) -> [ROW] Int { list.len(list.map([n, n + 1], NAME)) }
fn folded(n :: Int) -> [ROW] Int { list.fold([n], 1, NAME_2) }
fn par_mapped(n :: Int) -> [ROW] Int { list.len(list.par_map([n, n], NAME)) }
fn asked(n :: Int) -> [ROW] Int { conc.ask(conc.spawn(n, NAME_actor), n) }
'''

LOOPS = ''.join('''
fn loop_%s(k :: Int, n :: Int, acc :: Int) -> [ROW] Int {
  if k == 0 { acc } else { loop_%s(k - 1, n + STRIDE, acc + %s(n)) }
}
''' % (name, name, name) for name in [
    'call', 'tail_call', 'call_closure', 'mapped', 'folded', 'par_mapped', 'asked'])

CALLEES = '''
fn NAME(n :: PARAM) -> EFFECTS Int { n * 2 + 1 }
fn NAME_2(a :: Int, n :: PARAM) -> EFFECTS Int { a + n }
fn NAME_actor(s :: PARAM, m :: Int) -> EFFECTS (Int, Int) { (s + m, s * m) }
'''

DEEP = '''
import "std.list" as list
import "std.conc" as conc
fn call(n :: Int) -> [io, concurrent] Int { if n == 0 { 0 } else { 1 + call(n - 1) } }
fn tail_call(n :: Int) -> [io, concurrent] Int { if n == 0 { 0 } else { tail_call(n - 1) } }
fn call_closure(n :: Int) -> [io, concurrent] Int {
  if n == 0 { 0 } else {
    let f := call_closure
    1 + f(n - 1)
  }
}
fn mapped(n :: Int) -> [io, concurrent] Int {
  if n == 0 { 0 } else { list.len(list.map([n - 1], mapped)) }
}
fn par_mapped(n :: Int) -> [io, concurrent] Int {
  if n == 0 { 0 } else { list.len(list.par_map([n - 1], par_mapped)) }
}
fn asked(s :: Int, n :: Int) -> [io, concurrent] (Int, Int) {
  if n == 0 { (s, 0) } else { (s, conc.ask(conc.spawn(s, asked), n - 1)) }
}
fn pure_call(n :: Int) -> Int { if n == 0 { 0 } else { 1 + pure_call(n - 1) } }
'''

FUNCTIONS = {'Call': ['call'], 'TailCall': ['tail_call'],
             'CallClosure': ['call_closure'], 'list': ['mapped', 'folded'],
             'par_map': ['par_mapped'], 'actor': ['asked']}


def program(clause):
    """-> the program text of a clause."""
    if clause == 'depth':
        return DEEP
    if clause == 'concurrency':
        with open(CONCURRENCY) as stream:
            return stream.read()
    name, effects, param, stride, row = 'leaf', '', 'Int', '0', 'io, concurrent'
    if clause == 'budget':
        name, effects, row = 'costly', '[budget(10)]', 'budget(10), concurrent'
    elif clause == 'refinements':
        name, param, stride = 'positive', 'Int{x | x > 0 and x < 100}', '0 - 1'
    elif clause == 'memo_disabled':
        stride = '1'
    text = CALLS + LOOPS + CALLEES
    for key, value in [('NAME', name), ('ROW', row), ('EFFECTS', effects),
                       ('PARAM', param), ('STRIDE', stride)]:
        text = text.replace(key, value)
    return text


def _cells():
    cells = []
    for kind in KINDS:
        functions = FUNCTIONS.get(kind, [])
        for name in functions:
            loop = 'loop_' + name
            cells += [
                ('budget', kind, loop, [40, 3, 0], ['--budget', '1000']),
                ('refinements', kind, loop, [40, 30, 0], []),
                ('memo', kind, loop, [40, 3, 0], []),
                ('memo_disabled', kind, loop, [90, 3, 0], []),
                ('steps', kind, loop, [40, 3, 0], ['--max-steps', '333']),
            ]
        if kind == 'host':
            cells += [('budget', kind, 'costly', [3], ['--budget', '1000']),
                      ('refinements', kind, 'positive', [0], []),
                      ('refinements', kind, 'positive', [1], []),
                      ('memo', kind, 'leaf', [3], []),
                      ('steps', kind, 'leaf', [3], ['--max-steps', '2']),
                      ('depth', kind, 'pure_call', [1023], []),
                      ('depth', kind, 'pure_call', [1024], []),
                      ('arity', kind, 'leaf', [3, 4], [])]
    for kind, name, most in [('Call', 'call', 1023), ('TailCall', 'tail_call', 5000),
                             ('CallClosure', 'call_closure', 1023),
                             ('list', 'mapped', 1023), ('par_map', 'par_mapped', 20)]:
        cells += [('depth', kind, name, [most], []),
                  ('depth', kind, name, [most + 1], [])]
    # One more, and the reference runs out of memory: each level quotes the text
    # of the error below it.
    cells.append(('depth', 'actor', 'asked', [0, 1023], []))
    for kind, names in [
            ('actor', ['names', 'twice', 'look', 'in_a_list', 'printing', 'fails',
                       'memoed']),
            ('iterator', ['lazy', 'nexts', 'eager', 'folded', 'endless']),
            ('par_map', ['nested', 'asking'])]:
        for name in names:
            args = [] if kind == 'actor' else [5]
            cells.append(('concurrency', kind, name, args, ['--max-steps', '2000']))
    return cells


CELLS = _cells()


def name_of(cell):
    clause, kind, function, args, _ = cell
    return '%s-%s-%s-%s' % (clause, kind, function, '-'.join(str(a) for a in args))


def expected():
    """-> dict from the name of a cell to what the reference said."""
    with open(EXPECTED) as stream:
        return json.loads(without_digests(stream.read()))


def untimed(nodes):
    """Nodes of a saved trace without their times."""
    return [[node['node_id'], node['kind'], node['target'], node['input'],
             node.get('output'), node.get('error'), untimed(node['children'])]
            for node in nodes]


def without_digests(text):
    """A closure is shown by digits of a digest that are different in the
    reference."""
    return re.sub('<closure [0-9a-f]+>', '<closure>', text)
