"""The rules of docs/architecture.rst, "Virtualizable rules".

Each check gets the sources, returns what breaks the rule, and is shown to work
on sources in which the rule is broken.
"""

import ast
import os

import pytest

from tests.machine.support import session_of

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def read_sources():
    """-> {path below interpreter/: text} of the packages that know frames"""
    sources = {}
    for package in ['machine', 'stdlib', 'effects', 'cli']:
        folder = os.path.join(ROOT, 'interpreter', package)
        for name in os.listdir(folder):
            if name.endswith('.py'):
                with open(os.path.join(folder, name)) as stream:
                    sources[package + '/' + name] = stream.read()
    return sources


SOURCES = read_sources()
FRAME = 'machine/frame.py'
PORTAL = 'machine/portal.py'


def functions(tree):
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]


def function(tree, name):
    return [node for node in functions(tree) if node.name == name][0]


def attributes(tree, name):
    return [node for node in ast.walk(tree)
            if isinstance(node, ast.Attribute) and node.attr == name]


def is_local_list(node):
    return isinstance(node, ast.Attribute) and node.attr == 'locals'


def called_name(call):
    if isinstance(call.func, ast.Name):
        return call.func.id
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return ''


def replaced_lists(sources):
    """Rule 1: Frame.__init__ makes the list, of fixed size; nobody else does."""
    broken = []
    for path, text in sources.items():
        for each in functions(ast.parse(text)):
            for node in ast.walk(each):
                if isinstance(node, (ast.Assign, ast.AugAssign)):
                    targets = getattr(node, 'targets', None) or [node.target]
                    for target in targets:
                        if is_local_list(target) and (path, each.name) != (
                                FRAME, '__init__'):
                            broken.append('%s: %s' % (path, each.name))
    init = function(ast.parse(sources[FRAME]), '__init__')
    fixed = [node for node in ast.walk(init) if isinstance(node, ast.Call) and
             called_name(node) == 'make_sure_not_resized' and
             is_local_list(node.args[0])]
    if not fixed:
        broken.append('not declared fixed')
    return broken


def passed_around(sources):
    """Rule 3: only subscripts of the list, and only in methods of Frame."""
    broken = []
    for path, text in sources.items():
        tree = ast.parse(text)
        if path != FRAME:
            broken += [path for _ in attributes(tree, 'locals')]
            continue
        allowed = []
        for node in ast.walk(tree):
            if isinstance(node, ast.Subscript):
                allowed.append(node.value)
            elif isinstance(node, ast.Assign):
                allowed += node.targets
            elif (isinstance(node, ast.Call) and
                  called_name(node) == 'make_sure_not_resized'):
                allowed += node.args
        broken += ['%s:%d' % (path, node.lineno)
                   for node in attributes(tree, 'locals') if node not in allowed]
    return broken


def unproved_indices(sources):
    """Rule 4: each index is a variable that is asserted not to be negative; the
    stack's is a promoted constant."""
    broken = []
    for each in functions(ast.parse(sources[FRAME])):
        asserted = [node.test.left.id for node in ast.walk(each)
                    if isinstance(node, ast.Assert) and
                    isinstance(node.test, ast.Compare) and
                    isinstance(node.test.ops[0], ast.GtE)]
        for node in ast.walk(each):
            if isinstance(node, ast.Subscript) and is_local_list(node.value):
                index = node.slice.value
                if not (isinstance(index, ast.Name) and index.id in asserted):
                    broken.append('%s: index' % each.name)
        promoted = [argument for node in ast.walk(each)
                    if isinstance(node, ast.Call) and called_name(node) == 'promote'
                    for argument in node.args]
        for node in attributes(each, 'stackdepth'):
            if isinstance(node.ctx, ast.Load) and node not in promoted:
                broken.append('%s: stackdepth' % each.name)
    return broken


def unmarked_frames(sources):
    """Rule 5: __init__ begins with the hint."""
    first = function(ast.parse(sources[FRAME]), '__init__').body[0]
    marked = (isinstance(first, ast.Assign) and isinstance(first.value, ast.Call) and
              called_name(first.value) == 'hint' and
              sorted(keyword.arg for keyword in first.value.keywords) ==
              ['access_directly', 'fresh_virtualizable'])
    return [] if marked else ['Frame.__init__']


def frames_out_of_sight(sources):
    """Rule 6: no function that the tracer does not look into gets a frame."""
    broken = []
    for path, text in sources.items():
        for each in functions(ast.parse(text)):
            hidden = [decorator for decorator in each.decorator_list
                      if isinstance(decorator, ast.Attribute) and
                      decorator.attr in ('dont_look_inside', 'elidable')]
            names = [argument.id for argument in each.args.args]
            if hidden and ('frame' in names or 'inner' in names):
                broken.append('%s: %s' % (path, each.name))
            if hidden and path == FRAME:
                broken.append('%s: %s' % (path, each.name))
    return broken


def changed_portal_variable(sources):
    """Rule 7: the variable is set before the loop only, and handed to the driver."""
    run = function(ast.parse(sources[PORTAL]), 'run')
    loop = [node for node in run.body if isinstance(node, ast.While)][0]
    broken = ['assigned in line %d' % node.lineno for node in ast.walk(loop)
              if isinstance(node, ast.Name) and node.id == 'frame' and
              isinstance(node.ctx, ast.Store)]
    entries = [node for node in ast.walk(loop) if isinstance(node, ast.Call) and
               called_name(node) in ('jit_merge_point', 'can_enter_jit')]
    for entry in entries:
        passed = [keyword.value for keyword in entry.keywords
                  if keyword.arg == 'frame']
        if not (passed and isinstance(passed[0], ast.Name) and
                passed[0].id == 'frame'):
            broken.append('%s in line %d' % (called_name(entry), entry.lineno))
    return broken if len(entries) > 1 else broken + ['no entries']


BREAKING = [
    (replaced_lists, FRAME, '        make_sure_not_resized(self.locals)\n', ''),
    (replaced_lists, FRAME, '    def push(self, w_value):\n',
     '    def push(self, w_value):\n        self.locals = []\n'),
    (passed_around, FRAME, 'return self.locals[slot]', 'return self.locals'),
    (passed_around, PORTAL, 'pc = 0\n', 'pc = len(frame.locals)\n'),
    (unproved_indices, FRAME, '        assert slot >= 0\n', ''),
    (unproved_indices, FRAME, 'jit.promote(self.stackdepth)', 'self.stackdepth'),
    (unmarked_frames, FRAME, ', fresh_virtualizable=True', ''),
    (frames_out_of_sight, 'machine/call.py', 'def check_depth(vm, frame)',
     '@jit.dont_look_inside\ndef check_depth(vm, frame)'),
    (changed_portal_variable, PORTAL, '                code = callee\n',
     '                code = callee\n                frame = vm.tail_frame\n'),
    (changed_portal_variable, PORTAL, '\n                                     frame=frame)',
     '\n                                     frame=vm.tail_frame)'),
]


@pytest.mark.parametrize('check', [
    replaced_lists, passed_around, unproved_indices, unmarked_frames,
    frames_out_of_sight, changed_portal_variable])
def test_rule_is_kept(check):
    assert check(SOURCES) == []


@pytest.mark.parametrize('check, path, old, new', BREAKING)
def test_breaking_the_rule_is_noticed(check, path, old, new):
    assert old in SOURCES[path]
    broken = dict(SOURCES)
    broken[path] = broken[path].replace(old, new)
    assert check(broken) != []


TAIL_GROUP = '''
fn one(a :: Int) -> Int { if a == 0 { 1 } else { two(a - 1, a, a, a) } }
fn two(a :: Int, b :: Int, c :: Int, d :: Int) -> Int {
  let e := a + b
  let f := c + d
  if a == 0 { e + f } else { one(a - 1) }
}
fn alone(a :: Int) -> Int { one(a) }
'''


def test_a_tail_group_has_one_frame_size():
    # Rule 2: the frame of the one goes on as the frame of the other.
    program = session_of(TAIL_GROUP, 0).program
    one, two, alone = [
        program.functions[program.function_index[name]]
        for name in ['one', 'two', 'alone']]
    assert one.capacity == two.capacity
    assert one.nlocals < two.nlocals
    assert alone.capacity < one.capacity
