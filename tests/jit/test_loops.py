"""What the JIT leaves of the loops of small programs."""

from tests.jit.support import Run, operations, peeled, programs

PROGRAM = '''
fn sum_to(n :: Int, acc :: Int) -> Int {
  match n { 0 => acc, _ => sum_to(n - 1, acc + n) }
}

fn even(n :: Int, k :: Int) -> Int { if n == 0 { k } else { odd(n - 1, k + 1) } }
fn odd(n :: Int, k :: Int) -> Int { if n == 0 { 0 - k } else { even(n - 1, k + 2) } }

fn total(n :: Int, k :: Int) -> Int {
  match n { 0 => k, _ => n + total(n - 1, k + n) }
}

type P = { x :: Int, y :: Int, z :: Int }
fn walk_fixed_loop(p :: P, n :: Int, acc :: Int) -> Int {
  match n { 0 => acc, _ => walk_fixed_loop(p, n - 1, acc + p.x + p.y + p.z) }
}
fn walk_fixed(n :: Int, k :: Int) -> Int {
  walk_fixed_loop({ x: k, y: 2, z: 3 }, n, 0)
}

type Q = { x :: Int, y :: Int }
fn walk_rebuilt_loop(p :: Q, n :: Int) -> Int {
  match n { 0 => p.x - p.y, _ => walk_rebuilt_loop({ x: p.x + n, y: p.y - p.x }, n - 1) }
}
fn walk_rebuilt(n :: Int, k :: Int) -> Int { walk_rebuilt_loop({ x: k, y: 2 }, n) }

fn fold_range(n :: Int, k :: Int) -> Int {
  list.fold(list.range(0, n), 0, fn (acc :: Int, x :: Int) -> Int { acc + x * k })
}

fn join_tails(n :: Int, k :: Int) -> Int {
  match n {
    0 => k,
    _ => join_tails(n - 1, k + str.len(str.join(list.tail(["a", int.to_str(n), "b"]), "-"))),
  }
}

fn square(n :: Int, k :: Int) -> Int { n * n + k }
fn sum_squares(n :: Int, acc :: Int) -> Int {
  match n { 0 => acc, _ => sum_squares(n - 1, acc + square(n, n)) }
}

fn k8(a3 :: Int, a4 :: Int, a5 :: Int, a6 :: Int) -> Int {
  if a3 <= 0 { a6 } else { k8((a3 - 2), a5, 1, ((a4 % 7) / 7)) }
}
fn k13(a9 :: Int, a10 :: Int, a11 :: Int, a12 :: Int) -> Int {
  if a9 <= 0 { a12 } else { (if (a12 < a11) { 1 } else { 1 }) }
}
fn top(n :: Int, k :: Int) -> Int { k13(1, 1, k8(n, 10, 2, 318), 1) }
fn top_71(n :: Int, k :: Int) -> Int { top(n, k) }
'''


def count(names, prefix):
    return len([name for name in names if name.startswith(prefix)])


def assert_unboxed(names):
    """Nothing is allocated or called, and no memory is read or written."""
    assert count(names, 'new') == 0
    assert count(names, 'call') == 0
    assert count(names, 'setfield') == 0
    assert count(names, 'setarrayitem') == 0
    assert count(names, 'getarrayitem') == 0


programs.add(PROGRAM, [
    Run('sum_to', 60, 0), Run('even', 60, 0), Run('total', 60, 0),
    Run('walk_fixed', 60, 7), Run('walk_rebuilt', 60, 7),
    Run('fold_range', 60, 7, 'list.fold __lambda'), Run('sum_squares', 200, 0),
    Run('join_tails', 60, 0), Run('top', 70, 0, 'k8'), Run('top_71', 71, 0, 'k8')])


def the_loop(name):
    """The operations of the tightest peeled loop of the program.  Others may
    stand beside it, from before a memo was disabled or behind a bridge; which
    ones are compiled depends on hashes of addresses."""
    loops = [peeled(loop) for loop in programs.run_of(name).loops]
    loops = [names for names in loops if names[-1] == 'jump']
    return min(loops, key=len)


def test_tail_recursive_sum():
    assert len(programs.run_of('sum_to').loops) == 1
    loop = the_loop('sum_to')
    assert_unboxed(loop)
    assert count(loop, 'getfield') == 0
    assert count(loop, 'int_sub_ovf') == 1
    assert count(loop, 'int_add_ovf') == 1
    # Fuel: charged on either side of the branch, tested once.
    assert count(loop, 'int_sub') - count(loop, 'int_sub_ovf') == 2
    assert count(loop, 'int_lt') == 1


def test_mutual_recursion():
    loop = the_loop('even')
    assert_unboxed(loop)
    assert count(loop, 'int_sub_ovf') == 2


def test_non_tail_recursion():
    names = []
    for loop in programs.run_of('total').loops:
        names += operations(loop)
    assert count(names, 'call_assembler') >= 1


def test_record_fields():
    loop = the_loop('walk_fixed')
    assert_unboxed(loop)
    assert count(loop, 'guard_class') == 0
    assert count(loop, 'getfield') == 0
    assert count(loop, 'int_add_ovf') == 3


def test_rebuilt_record_stays_virtual():
    assert_unboxed(the_loop('walk_rebuilt'))


def test_closure_in_fold():
    loop = the_loop('fold_range')
    assert count(loop, 'new') == 0
    assert count(loop, 'call') == 0
    assert count(loop, 'guard_class') == 0
    assert count(loop, 'int_mul_ovf') == 1
    assert count(loop, 'int_add_ovf') == 1


def test_helper_is_inlined():
    loop = the_loop('sum_squares')
    assert count(loop, 'call_assembler') == 0
    assert count(loop, 'new') == 0


def test_residual_calls_see_stored_objects():
    # The list of each iteration is virtual until str.join wants it; the run
    # itself has checked the results.
    assert count(the_loop('join_tails'), 'call') > 0


def test_argument_whose_bounds_leave_one_value():
    # The run itself has compared results and steps.
    assert len(programs.run_of('top').loops) >= 1


def test_frames_stay_virtual():
    programs.compile()
    assert programs.escapes == 0
    for name in ['sum_to', 'even', 'walk_fixed', 'fold_range', 'sum_squares']:
        loop = the_loop(name)
        assert count(loop, 'force_token') == 0
        assert count(loop, 'guard_not_forced') == 0
