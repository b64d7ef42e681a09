"""When two function bodies count as the same."""

from tests.bytecode.support import program_of


def same(first, second, params='x :: Int', other_params=None, before=''):
    """Are the bodies of two lambdas alike?"""
    source = before + '''
fn f(n :: Int, m :: Int) -> Int {
  let a := fn (%s) -> Int { %s }
  let b := fn (%s) -> Int { %s }
  0
}
''' % (params, first, other_params or params, second)
    lambdas = [function for function in program_of(source).functions
               if function.name.startswith('__lambda')]
    return lambdas[0].body_hash == lambdas[1].body_hash


def test_hash_size():
    function = program_of('fn f() -> Int { 1 }').find('f')
    assert len(function.body_hash) == 16
    assert function.body_hash != '\0' * 16


def test_equal_bodies():
    assert same('x + 1', 'x + 1')


def test_parameter_names_do_not_matter():
    assert same('x + 1', 'y + 1', 'x :: Int', 'y :: Int')


def test_number_types_do_not_matter():
    assert same('x + x', 'x + x', 'x :: Int', 'x :: Float')
    assert same('x < x', 'x < x', 'x :: Int', 'x :: Float')


def test_constants_matter():
    assert not same('x + 1', 'x + 2')
    assert not same('"a"', '"b"')
    assert not same('"1"', '1')
    assert same('"a"', '"a"')
    assert same('true', 'true')
    assert not same('true', 'false')


def test_floats_units_and_bytes_are_unlike_any_other():
    assert not same('1.5', '1.5')
    assert not same('()', '()')
    assert not same('b"a"', 'b"a"')


def test_operators_matter():
    assert not same('x + x', 'x - x')
    assert not same('x < 1', 'x <= 1')


def test_captured_slots_matter_not_their_names():
    assert same('x + n', 'x + m')


def test_arity_matters():
    assert not same('x', 'x', 'x :: Int', 'x :: Int, y :: Int')


def test_calls_of_the_same_function():
    assert same('1 + g(x)', '1 + g(x)', before='fn g(n :: Int) -> Int { n }')


def test_calls_of_different_functions():
    before = 'fn g(n :: Int) -> Int { n }\nfn h(n :: Int) -> Int { n }'
    assert not same('1 + g(x)', '1 + h(x)', before=before)


def test_a_lambda_inside_makes_bodies_differ():
    source = '''
fn f(n :: Int) -> Int {
  let a := fn (x :: Int) -> Int { (fn () -> Int { 1 })() }
  let b := fn (x :: Int) -> Int { (fn () -> Int { 1 })() }
  0
}
'''
    functions = program_of(source).functions
    assert functions[1].arity == functions[2].arity == 1
    assert functions[1].body_hash != functions[2].body_hash


def test_fields_and_constructors_matter():
    assert same('{ a: x }.a', '{ a: x }.a')
    assert not same('{ a: x }.a', '{ b: x }.b')
    assert same('Some(x)', 'Some(x)')
    assert not same('Some(x)', 'Ok(x)')


def test_fusion_does_not_matter():
    """``x + 1`` is fused for an Int and not for a captured number."""
    assert same('x + 1', 'x + 1', 'x :: Int', 'x :: Str')
