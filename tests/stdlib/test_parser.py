# coding: utf-8
import pytest

from interpreter.objects.base import W_Root
from interpreter.objects.errors import DivByZero
from interpreter.objects.json import to_json
from interpreter.objects.numbers import newint
from interpreter.objects.text import newstr
from interpreter.stdlib import parser
from tests.stdlib.support import call, error_of, json_of, ok


class W_Function(W_Root):
    def __init__(self, function):
        self.function = function

    def type_name(self):
        return 'Closure'


class PythonCaller(parser.ClosureCaller):
    def call(self, w_function, w_argument):
        return w_function.function(w_argument)


def run(w_parser, text):
    return to_json(parser.run(PythonCaller(), w_parser, newstr(text)))


def p(name, *args):
    return call('parser.' + name, *args)


def failure(message, position):
    message = message.replace('"', '\\"')
    return ('{"$variant":"Err","args":[{"message":"%s","pos":%d}]}'
            % (message, position))


def test_values():
    assert json_of('parser.char', 'a') == '{"ch":"a","kind":"Char"}'
    assert json_of('parser.string', 'ab') == '{"kind":"String","s":"ab"}'
    assert json_of('parser.eof') == '{"kind":"Eof"}'
    assert json_of('parser.many', p('digit')) == (
        '{"kind":"Many","p":{"kind":"Digit"}}')
    assert error_of('parser.char', 'ab') == (
        'parser.char: expected 1-character string, got "ab"')


@pytest.mark.parametrize('w_parser, text, expected', [
    (p('char', 'x'), 'xy', ok('"x"')),
    (p('char', 'x'), 'y', failure('expected "x"', 0)),
    (p('char', 'x'), '', failure('expected "x", got EOF', 0)),
    (p('char', 'é'), 'x', failure('expected "é", got EOF', 0)),
    (p('string', 'ab'), 'a', failure('expected "ab"', 0)),
    (p('digit'), 'a', failure('expected digit', 0)),
    (p('alpha'), '1', failure('expected alpha', 0)),
    (p('whitespace'), '\x0b', failure('expected whitespace', 0)),
    (p('eof'), '', ok('null')),
    (p('eof'), 'x', failure('expected EOF', 0))])
def test_simple(w_parser, text, expected):
    assert run(w_parser, text) == expected


def test_composition():
    w_number = p('many', p('digit'))
    assert run(w_number, '12x') == ok('["1","2"]')
    assert run(w_number, '') == ok('[]')
    assert run(p('many', p('eof')), '') == ok('[]')
    w_pair = p('seq', p('digit'), p('alpha'))
    assert run(w_pair, '1a') == ok('["1","a"]')
    assert run(w_pair, '11') == failure('expected alpha', 1)
    w_either = p('alt', w_pair, p('string', '12'))
    assert run(w_either, '12') == ok('"12"')
    assert run(w_either, '1b') == ok('["1","b"]')
    assert run(w_either, '3') == failure('expected "12"', 0)
    assert run(p('optional', w_pair), '1a') == ok(
        '{"$variant":"Some","args":[["1","a"]]}')
    w_after = p('seq', p('optional', w_pair), p('digit'))
    assert run(w_after, '12') == ok('[{"$variant":"None","args":[]},"1"]')
    assert run(p('seq', p('many', w_pair), p('digit')), '1a2') == ok(
        '[[["1","a"]],"2"]')


def raise_division(w_argument):
    raise DivByZero('division')


def test_closures():
    w_length = p('map', p('many', p('digit')),
                 W_Function(lambda w_digits: newint(w_digits.length())))
    assert run(w_length, '123') == ok('3')
    w_twice = p('and_then', p('alpha'), W_Function(lambda w: p('char', w)))
    assert run(w_twice, 'aa') == ok('"a"')
    assert run(w_twice, 'ab') == failure('expected "a"', 1)
    w_skip = p('seq', p('digit'),
               p('map', p('digit'), W_Function(raise_division)))
    message = 'closure failed: DivByZero { op: \\"division\\" }'
    assert run(w_skip, '12').endswith('"map: %s","pos":1}]}' % message)
    w_bad = p('and_then', p('digit'), W_Function(raise_division))
    assert run(w_bad, '1').endswith('"and_then: %s","pos":1}]}' % message)
    assert run(p('alt', w_bad, p('digit')), '1') == ok('"1"')


def test_deep_grammar():
    w_parser = p('digit')
    for i in range(20000):
        w_parser = p('optional', w_parser)
    assert parser.run(PythonCaller(), w_parser, newstr('')).arity() == 1
