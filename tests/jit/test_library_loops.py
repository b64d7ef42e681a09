"""What the JIT leaves of loops over lists, texts, maps and records."""

from tests.jit.support import Run, peeled, programs

PROGRAM = '''
import "std.map" as map
import "std.option" as option

fn mapped(n :: Int, k :: Int) -> Int {
  list.len(list.map(list.range(0, n), fn (x :: Int) -> Int { x * k + 1 }))
}
fn filtered(n :: Int, k :: Int) -> Int {
  list.len(list.filter(list.range(0, n), fn (x :: Int) -> Bool { x * k > 100 }))
}
fn folded(n :: Int, k :: Int) -> Int {
  list.fold(list.map(list.range(0, n), fn (x :: Int) -> Int { x + k }), 0, add)
}
fn add(acc :: Int, x :: Int) -> Int { acc + x }

fn scan(text :: Str, i :: Int, found :: Int) -> Int {
  if i == str.len(text) { found } else {
    scan(text, i + 1, if str.char_at(text, i) == "b" { found + 1 } else { found })
  }
}
fn scanned(n :: Int, k :: Int) -> Int {
  scan("abcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabc", 0, k)
}

fn look(m :: Map[Str, Int], n :: Int, acc :: Int) -> Int {
  match n {
    0 => acc,
    _ => look(m, n - 1, acc + (match map.get(m, "b") { Some(v) => v, None => 0 })),
  }
}
fn looked(n :: Int, k :: Int) -> Int {
  look(map.from_list([("a", 1), ("b", k), ("c", 3)]), n, 0)
}

fn first(n :: Int, acc :: Int) -> Int {
  match n {
    0 => acc,
    _ => first(n - 1, acc + (match list.head([n, acc]) { Some(x) => x, None => 0 })),
  }
}

type Named = { x :: Int, y :: Int, name :: Str }
fn update(p :: Named, n :: Int) -> Named {
  match n { 0 => p, _ => update({ x: p.x + n, y: p.y + 1, name: p.name }, n - 1) }
}
fn updated(n :: Int, k :: Int) -> Int {
  let p := update({ x: k, y: 0, name: "p" }, n)
  p.x + p.y
}
'''


programs.add(PROGRAM, [
    Run('mapped', 60, 7, 'list.map'), Run('filtered', 60, 7, 'list.filter'),
    Run('folded', 60, 7, 'list.fold add'), Run('scanned', 0, 0, 'scan'),
    Run('looked', 60, 5, 'look'), Run('first', 60, 5), Run('updated', 60, 7, 'update')])


def paths_of(name):
    """The operations of the ways through the loops of a run, each up to its jump: the
    peeled loops and their bridges."""
    paths = []
    for loop in programs.run_of(name).loops:
        path = []
        for operation in peeled(loop):
            path.append(operation)
            if operation == 'jump':
                paths.append(path)
                path = []
    assert paths
    return paths


def shortest(name):
    return min(paths_of(name), key=len)


def count(names, prefix):
    return len([name for name in names if name.startswith(prefix)])


def assert_no_boxes(names):
    """Nothing is allocated, no type is asked for, no function is called."""
    assert count(names, 'new') == 0
    assert count(names, 'guard_class') == 0
    assert count(names, 'guard_nonnull_class') == 0
    assert count(names, 'call') == 0


def test_map():
    names = shortest('mapped')
    assert_no_boxes(names)
    # The result is written where it belongs.
    assert count(names, 'setarrayitem_gc') == 1
    assert count(names, 'getarrayitem_gc') == 0


def test_filter():
    assert_no_boxes(shortest('filtered'))
    keeping = [names for names in paths_of('filtered')
               if 'setarrayitem_gc' in names and count(names, 'call') == 0]
    assert keeping
    for names in keeping:
        assert count(names, 'new') == 0


def test_fold_over_an_array():
    names = shortest('folded')
    assert_no_boxes(names)
    assert count(names, 'getarrayitem_gc_i') == 1
    assert count(names, 'int_add_ovf') == 1


def test_scanning_a_text():
    for names in paths_of('scanned'):
        assert count(names, 'call') == 0 and count(names, 'new') == 0
        assert count(names, 'strgetitem') > 0


def test_looking_up_a_constant_key():
    """One call finds the entry in the tree; its key is made for it."""
    names = shortest('looked')
    assert count(names, 'call') == 1
    assert count(names, 'new') == 1
    assert count(names, 'guard_nonnull_class') == 1


def test_short_list_that_nobody_keeps():
    names = shortest('first')
    assert_no_boxes(names)
    assert count(names, 'setarrayitem') == 0


def test_updating_a_record():
    names = shortest('updated')
    assert_no_boxes(names)
    for prefix in ['getfield', 'setfield', 'getarrayitem', 'setarrayitem']:
        assert count(names, prefix) == 0
    assert count(names, 'int_add_ovf') == 2
