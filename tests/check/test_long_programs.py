"""Programs that are long or nest to the left are checked without recursion."""

from tests.check.programs import texts

LENGTH = 5000


def test_lets():
    lines = ['let x0 := 1']
    lines += ['let x%d := x%d + 1' % (i, i - 1) for i in range(1, LENGTH)]
    assert texts('fn f() -> Int { %s\n x%d }' % ('\n'.join(lines), LENGTH - 1)) == []


def test_sum():
    assert texts('fn f() -> Int { ' + ' + '.join(['1'] * LENGTH) + ' }') == []


def test_wrong_operand_at_the_end_of_a_sum():
    assert texts('fn f() -> Int { ' + ' + '.join(['1'] * LENGTH) + ' + "a" }') == [
        'type mismatch at n_0: expected Str, got Int (operator `+`)']


def test_pipes():
    assert texts('fn g(x :: Int) -> Int { x }\n'
                 'fn f() -> Int { 1' + ' |> g' * LENGTH + ' }') == []


def test_calls_of_calls():
    assert texts('fn f[T](g :: T) -> Int { g' + '(1)' * LENGTH + ' }') == []


def test_deep_inferred_type():
    lines = ['let x0 := 1']
    lines += ['let x%d := [x%d]' % (i, i - 1) for i in range(1, 1000)]
    error, = texts('fn f() -> Int { %s\n x999 }' % '\n'.join(lines))
    assert error == ('type mismatch at n_0: expected Int, got ' + 'List[' * 999 + 'Int'
                     + ']' * 999 + ' (in function `f`)')


def test_statements_between_lets():
    lines = ['let x%d := %d\n  f()' % (i, i) for i in range(LENGTH)]
    assert texts('fn f() -> Int { %s\n 1 }' % '\n'.join(lines)) == []


def test_predicate_too_deep_to_decide():
    predicate = ' and '.join(['x > 0'] * LENGTH)
    assert texts('fn f(x :: Int{x | %s}) -> Int { f(-1) }' % predicate) == []
