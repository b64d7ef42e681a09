"""Published hashes of three one-item files."""

import pytest

from interpreter.canonical import tree
from interpreter.canonical.identity import canonical_hash, sig_id, stage_id


def int_type():
    return tree.NamedType('Int', [])


def add():
    return tree.FnDecl(
        'add', [], [tree.Param('x', int_type()), tree.Param('y', int_type())],
        [], None, int_type(), tree.BinOp('+', tree.Var('x'), tree.Var('y')), [])


def color():
    return tree.TypeDecl('Color', [], tree.UnionType(
        [tree.UnionVariant('Green', int_type()),
         tree.UnionVariant('Red', None)]))


def identity():
    example = tree.Example([tree.IntLit(7)], tree.IntLit(7))
    return tree.FnDecl('id', [], [tree.Param('x', int_type())], [], None,
                       int_type(), tree.Var('x'), [example])


@pytest.mark.parametrize('stage, sig, stage_hash', [
    (add(), 'cdcc7bb1e0c5088a04490e615f609dcad42d43ce272e44fe002c421c26e21ebb',
     '815a70c6d41bad919dd8b322b23cfcca0a5c98d2ffe0f533de89b54cc6b3cb45'),
    (color(), 'b9d24b4854288c4e4771e2ba67740dbfcf2441dea8ec36b1fc567bf2c9ca20c1',
     'b904dbb8b96bdfd42f2cc2a8249d146bc6dc2263a79232ed5d50f5f1a8e544d7'),
    (identity(), '3d9fd6d3b06543d694db7564920145d1ea2c62a4b222d8f80b4f4cf8b3224ed7',
     '35647e8af17bde2d4c5da510f69fe812d07f2052af0f1674f1ecfa3dd1def75e'),
])
def test_ids(stage, sig, stage_hash):
    assert sig_id(stage) == sig
    assert stage_id(stage) == stage_hash


def test_canonical_hash():
    assert canonical_hash(add()) == \
        '884094bddff36ce9378f748076a4081c38daf286a572b49d422b9bf509f9fde4'
    assert canonical_hash(color()) == \
        'a248c19692e53ce8dc47a876ebb2be11dbd524fee25ce2a82e9974de73aa52ba'


def test_imports_have_no_ids():
    stage = tree.Import('std.io', 'io')
    assert sig_id(stage) == ''
    assert stage_id(stage) == ''
