"""The signatures of the standard library."""

from interpreter.check.modules import MODULES
from interpreter.check.types import FunctionType, show
from interpreter.stdlib import registry


def signature(module, name):
    module = MODULES[module]
    return show(module.types[module.names.index(name)])


def test_size():
    assert len(MODULES) == 50
    assert sum(len(module.names) for module in MODULES.values()) == 466
    assert sorted(MODULES) == sorted(registry.MODULES)


def test_every_member_is_a_function():
    for module in MODULES.values():
        for type in module.types:
            assert isinstance(type, FunctionType)


def test_variables_are_shared_by_the_module():
    assert signature('list', 'map') == '(List[?0], (?0) -> [?e0] ?1) -> [?e0] List[?1]'
    assert signature('list', 'fold') == \
        '(List[?0], ?1, (?1, ?0) -> [?e4] ?1) -> [?e4] ?1'
    assert MODULES['list'].type_count == 2
    assert MODULES['list'].row_count == 5


def test_abbreviations():
    assert signature('net', 'serve_fn') == \
        '(Int, (Request) -> [?e0] Response) -> [net, ?e0] Unit'
    assert signature('decimal', 'is_zero') == \
        '({ coefficient :: Int, exponent :: Int }) -> Bool'


def test_effects_are_sorted():
    assert signature('fs', 'copy') == \
        '(Str, Str) -> [fs_walk, fs_write] Result[Unit, Str]'


def test_order_is_the_registry_order():
    assert MODULES['int'].names == ['to_str', 'to_float', 'abs', 'min', 'max']
