import hashlib
import os

import pytest

from interpreter.source import files, tree
from interpreter.source.errors import LoadError
from interpreter.source.loader import load_program, load_source
from tests.source.render import params, show_block, show, typ


def write(folder, files):
    for name in files:
        folder.join(name).write(files[name], 'wb', ensure=True)
    return str(folder.realpath())


def prefix(path):
    """What the names of the file at ``path`` are preceded by."""
    stem = path.split('/')[-1].rsplit('.', 1)[0]
    return stem + '_' + hashlib.sha256(path).hexdigest()[:8]


def load(folder, files, entry='main.lex'):
    return load_program(write(folder, files) + '/' + entry).items


def names(items):
    return [item.alias if isinstance(item, tree.Import) else item.name
            for item in items]


def fn(items, name):
    return [i for i in items if isinstance(i, tree.FnDecl) and i.name == name][0]


def load_error(folder, files, entry='main.lex'):
    root = write(folder, files)
    with pytest.raises(LoadError) as info:
        load_program(root + '/' + entry)
    return root, info.value


# Mangling

def test_entry_file_keeps_its_names(tmpdir):
    items = load(tmpdir, {'main.lex': 'fn f() -> T { f() } type T = Int'})
    assert names(items) == ['f', 'T']
    assert show_block(items[0].body) == '{f()}'
    assert typ(items[0].return_type) == 'T'


def test_imported_names_carry_stem_and_hash(tmpdir):
    items = load(tmpdir, {
        'main.lex': 'import "./models" as m fn f(x :: m.T) -> m.T { m.g(x) }',
        'models.lex': 'type T = Int fn g(x :: T) -> T { h(x) }'
                      ' fn h(x :: T) -> T { x }'})
    p = prefix(str(tmpdir.realpath()) + '/models.lex')
    assert names(items) == [p + '.T', p + '.g', p + '.h', 'f']
    assert show_block(fn(items, p + '.g').body) == '{%s.h(x)}' % p
    f = fn(items, 'f')
    assert params(f.params) == 'x :: %s.T' % p
    assert show_block(f.body) == '{%s.g(x)}' % p


LIBRARY = '''
type T = A(T) | B(Int)
type R = { ...S, f :: List[T] }
type S = { g :: Int }
fn g(x :: T{v | g(v)}) -> [io] (T) -> U { %s }
fn d() -> Int examples { d(g, e) => g } { 1 }
fn e() -> Int { 1 }
'''


def library_item(tmpdir, name, body='1'):
    items = load(tmpdir, {'main.lex': 'import "./lib" as l',
                          'lib.lex': LIBRARY % body})
    p = prefix(str(tmpdir.realpath()) + '/lib.lex')
    item = [i for i in items if i.name == p + '.' + name][0]
    return item, p


def mangled_body(tmpdir, body):
    """The body of an imported function, its prefix written ``P``."""
    item, p = library_item(tmpdir, 'g', body)
    return show_block(item.body).replace(p, 'P')


def test_types_are_mangled_and_predicates_not(tmpdir):
    item, p = library_item(tmpdir, 'g')
    assert params(item.params) == 'x :: %s.T{v | g(v)}' % p
    assert typ(item.return_type) == '(%s.T) -> U' % p


def test_spreads_and_payloads_are_mangled_and_variants_not(tmpdir):
    item, p = library_item(tmpdir, 'R')
    assert typ(item.definition) == '{...%s.S, f :: List[%s.T]}' % (p, p)
    item, p = library_item(tmpdir, 'T')
    assert typ(item.definition) == 'union(A of %s.T, B of Int)' % p


def test_examples_see_no_parameters(tmpdir):
    item, p = library_item(tmpdir, 'd')
    assert [show(a) for a in item.examples[0].args] == [p + '.g', p + '.e']
    assert show(item.examples[0].expected) == p + '.g'


@pytest.mark.parametrize('body, expected', [
    ('g(e) |> d + u.e', '{(P.g(P.e) |> (P.d + u.e))}'),
    ('x', '{x}'),
    ('let e := e e', '{let e = P.e; e}'),
    ('let y := { let e := 1 e } e', '{let y = {let e = 1; e}; P.e}'),
    ('match e { d => d, _ => d }', '{match P.e [d => d, _ => P.d]}'),
    ('match e { { d } => d, A((d, e)) => d(e), { x: d } => d(e) }',
     '{match P.e [record(d) => d, A(tuple(d, e)) => d(e), '
     'record(x: d) => d(P.e)]}'),
    ('fn (e :: T) -> S { d(e) }', '{fn (e :: P.T) -> P.S {P.d(e)}}'),
    ('if e { d } else { [e, (d, g)] }',
     '{if P.e {P.d} else {[P.e, tuple(P.d, P.g)]}}'),
    ('{ d, e: (g :: T) }', '{record(d: P.d, e: (P.g :: P.T))}'),
    ('-e.d(g)?.e', '{(- P.e.d(P.g)?.e)}'),
    ('let y :: T := A(B) y', '{let y :: P.T = A(B); y}'),
    ('f"a{d}b"', "{str.concat(str.concat('a', P.d), 'b')}"),
])
def test_expressions(tmpdir, body, expected):
    assert mangled_body(tmpdir, body) == expected


def test_alias_rules(tmpdir):
    items = load(tmpdir, {
        'lib.lex': 'fn g() -> Int { 1 }',
        'main.lex': 'import "./lib" as l import "std.io" as io\n'
                    'fn a() -> Int { l.g() + l.Circle(1) + l.nosuch + io.g }\n'
                    'fn b(l :: l.T) -> io.T { l.g }'})
    p = prefix(str(tmpdir.realpath()) + '/lib.lex')
    assert show_block(fn(items, 'a').body).replace(p, 'P') == (
        '{(((P.g() + P.Circle(1)) + P.nosuch) + io.g)}')
    b = fn(items, 'b')
    assert params(b.params).replace(p, 'P') == 'l :: P.T'
    assert typ(b.return_type) == 'io.T'
    assert show_block(b.body) == '{l.g}'


# Resolving and merging

def test_extension_rules(tmpdir):
    load(tmpdir, {'main.lex': 'import "./a.b" as x import "./sub/../c" as y',
                  'a.b': 'fn f() -> Int { 1 }', 'c.lex': '', 'sub/d': ''})
    root, error = load_error(tmpdir.join('no'), {
        'main.lex': 'import "./x.foo" as x', 'x.foo.lex': '', 'x.lex': ''})
    assert error.text() == (
        'import "./x.foo" from %s/main.lex: file not found' % root)


def test_absolute_import(tmpdir):
    root = write(tmpdir, {'lib/a.lex': 'fn f() -> Int { 1 }'})
    items = load(tmpdir, {'main.lex': 'import "%s/lib/a" as a' % root})
    assert names(items) == [prefix(root + '/lib/a.lex') + '.f']


def test_diamond_is_merged_once(tmpdir):
    items = load(tmpdir, {
        'main.lex': 'import "./l" as l import "./r" as r'
                    ' fn f() -> Int { l.f() + r.f() }',
        'l.lex': 'import "./base" as b fn f() -> Int { b.f() }',
        'r.lex': 'import "./base" as c fn f() -> Int { c.f() }',
        'base.lex': 'fn f() -> Int { 1 }'})
    root = str(tmpdir.realpath())
    base, left, right = [prefix('%s/%s.lex' % (root, name))
                         for name in ('base', 'l', 'r')]
    assert names(items) == [base + '.f', left + '.f', right + '.f', 'f']
    assert show_block(items[2].body) == '{%s.f()}' % base


def test_links_are_followed(tmpdir):
    root = write(tmpdir, {'real/a.lex': 'fn f() -> Int { 1 }'})
    tmpdir.join('link').mksymlinkto('real')
    items = load(tmpdir, {'main.lex': 'import "./link/a" as x'
                                      ' import "./real/a" as y'})
    assert names(items) == [prefix(root + '/real/a.lex') + '.f']


def test_order_and_repeated_std_imports(tmpdir):
    items = load(tmpdir, {
        'main.lex': 'import "std.io" as io fn f() -> Int { 1 }'
                    ' import "std.str" as s import "./a" as a'
                    ' import "foo" as foo',
        'a.lex': 'import "std.io" as io import "std.int" as int type T = Int'})
    p = prefix(str(tmpdir.realpath()) + '/a.lex')
    assert names(items) == ['s', 'foo', 'io', 'int', p + '.T', 'f']


IO = 'import "std.io" as io\n'


@pytest.mark.parametrize('before, inside, kept', [
    # What stands between the two imports of main.lex, of a.lex; are both kept?
    ('\n', '\n', False),
    ('\n# c\n', '\n', True),
    ('\n', '\n# c\n', True),
    ('\n# c\n', '\n# c\n', False),
    ('\n# c\n', '\n# d\n', True),
    ('\n# c\n# d\n', '\n# c\n', True),
    ('\n# c\n# d\n', '\n\n\t # c \r\n\n # d\xc2\xa0\n', False),
    ('\n# c\n', '\n#c\n', True),
    (' # c\n', '\n', True),
    (' # c\n', '\n# c\n', False),
    ('; # c\n', '\n', False),
    ('\n; # c\n', '\n', False),
    ('\n# c\n; ', '\n', True),
])
def test_comments_are_part_of_std_imports(tmpdir, before, inside, kept):
    items = load(tmpdir, {
        'main.lex': 'import "./a" as a' + before + IO,
        'a.lex': 'import "std.str" as s' + inside + IO})
    assert names(items) == ['io'] * kept + ['s', 'io']


@pytest.mark.parametrize('item, counts', [
    ('fn f() -> Int { 1 }', True),
    ('type T = Int', True),
    ('type T = { x :: Int }', True),
    ('type T = A(Int)', True),
    ('type T = (Int) -> [io] Int', True),
    ('type T = Int{n | n > 0}', True),
    ('import "./b" as b', True),
    ('import "std.str" as s', True),
    ('type T = A | B', False),
    ('type T = A(Int)\n# c\n | B(Int)', False),
])
def test_comments_after_unions_belong_to_nothing(tmpdir, item, counts):
    items = load(tmpdir, {
        'main.lex': 'import "./a" as a\n' + item + '\n# c\n' + IO,
        'a.lex': IO, 'b.lex': ''})
    assert names(items).count('io') == 1 + counts


def test_comments_above_the_first_item_are_the_file_s(tmpdir):
    items = load(tmpdir, {
        'main.lex': '# c\n' + IO + 'import "./a" as a\n# d\n' + IO,
        'a.lex': '# e\n' + IO})
    assert names(items) == ['io', 'io']


@pytest.mark.parametrize('reference, alias, kept', [
    ('std.io', 'io', False), ('std.io', 'out', True), ('std.str', 'io', True)])
def test_std_imports_are_told_apart_by_alias(tmpdir, reference, alias, kept):
    items = load(tmpdir, {
        'main.lex': 'import "./a" as a import "%s" as %s' % (reference, alias),
        'a.lex': IO})
    assert names(items) == [alias] * kept + ['io']


def test_std_imports_repeated_in_one_file_or_by_siblings_stay(tmpdir):
    items = load(tmpdir, {
        'main.lex': 'import "./a" as a\nimport "./b" as b\n# c\n' + IO + IO,
        'a.lex': IO + IO, 'b.lex': 'import "./c" as c\n# d\n' + IO,
        'c.lex': 'import "./d" as d\n# d\n' + IO, 'd.lex': IO})
    # main's commented one; a's two; b's equals c's, c's differs from d's.
    assert names(items) == ['io'] + ['io', 'io'] + ['io', 'io']


def test_items_know_their_file_and_place(tmpdir):
    text = '\nimport "./a" as a fn f() -> Int { 1 }'
    items = load(tmpdir, {'main.lex': text, 'a.lex': '  type T = Int'})
    root = str(tmpdir.realpath())
    assert [(i.path, i.offset) for i in items] == [
        (root + '/a.lex', 2), (root + '/main.lex', text.index('fn'))]


# Errors

def test_unreadable_files(tmpdir):
    with pytest.raises(LoadError) as info:
        load_program('no/such.lex')
    assert info.value.text() == (
        'read no/such.lex: No such file or directory (os error 2): '
        'No such file or directory (os error 2)')
    assert info.value.location() == ''
    root = write(tmpdir, {'bad.lex': '\xff', 'sub.lex/x': '',
                          'main.lex': 'import "./bad" as b'})
    with pytest.raises(LoadError) as info:
        load_program(root + '/sub.lex')
    assert info.value.message == (
        'read %s/sub.lex: Is a directory (os error 21)' % root)
    with pytest.raises(LoadError) as info:
        load_program(root + '/main.lex')
    assert info.value.text() == (
        'read %s/bad.lex: stream did not contain valid UTF-8: '
        'stream did not contain valid UTF-8' % root)


def test_syntax_error_has_a_place(tmpdir):
    root, error = load_error(tmpdir, {
        'main.lex': 'import "./a" as a', 'a.lex': '# a\nfn f(x: Int) -> Int'})
    inner = ('parse error at byte 10: '
             'expected ColonColon after parameter name, got Colon')
    assert error.text() == 'parse %s/a.lex: %s: %s' % (root, inner, inner)
    assert error.location() == root + '/a.lex:2:7'
    assert error.diagnosis.span.start == 10


def test_lexical_error(tmpdir):
    root, error = load_error(tmpdir, {'main.lex': 'fn f() -> Int { ~ }'})
    inner = 'unrecognized token `~` at 16..17'
    assert error.text() == 'parse %s/main.lex: %s: %s' % (root, inner, inner)


def test_missing_file(tmpdir):
    root, error = load_error(tmpdir, {'main.lex': '\nimport "./nope" as n'})
    assert error.text() == (
        'import "./nope" from %s/main.lex: file not found' % root)
    assert error.location() == root + '/main.lex:2:8'
    assert error.diagnosis.title == 'there is no file `%s/nope.lex`' % root


def test_nul_in_a_path(tmpdir):
    root, error = load_error(tmpdir, {'main.lex': 'import "./a\\0b" as n'})
    assert error.text() == (
        'import "./a\0b" from %s/main.lex: file not found' % root)


def test_cycles(tmpdir):
    root, error = load_error(tmpdir, {
        'main.lex': 'import "./a" as a', 'a.lex': 'import "./b" as b',
        'b.lex': 'import "./a" as a'})
    assert error.text() == (
        'import cycle: %s/main.lex -> %s/a.lex -> %s/b.lex -> %s/a.lex'
        % (root, root, root, root))
    root, error = load_error(tmpdir, {'main.lex': 'import "./main" as m'})
    assert error.text() == (
        'import cycle: %s/main.lex -> %s/main.lex' % (root, root))


# Sources without a file

def test_source_text():
    program = load_source('import "std.io" as io fn f() -> Int { 1 }', '<input>')
    assert names(program.items) == ['io', 'f']
    assert program.items[1].path == '<input>'


@pytest.mark.parametrize('reference', ['./a', '../a', '/a', 'pkg/a'])
def test_source_text_without_base(reference):
    with pytest.raises(LoadError) as info:
        load_source('import "%s" as a' % reference, '<input>')
    assert info.value.text() == (
        'local imports (`./`, `../`, `/`) require a base path; '
        'cannot resolve from a string source')


def test_source_text_syntax_error():
    with pytest.raises(LoadError) as info:
        load_source('fn', '<input>')
    assert info.value.message == (
        'parse <input>: parse error at byte 2: '
        'expected identifier for function name, got None')


# Files that are no programs

def test_import_shows_nothing_of_other_files(tmpdir):
    root, error = load_error(tmpdir, {
        'main.lex': 'import "./secret.txt" as s', 'secret.txt': 'password: 123'})
    assert error.text() == 'parse %s/secret.txt: not a Lex program' % root
    assert error.location() == ''


def test_import_refuses_pipes(tmpdir):
    os.mkfifo(str(tmpdir.join('pipe.lex')))
    root, error = load_error(tmpdir, {'main.lex': 'import "./pipe" as p'})
    assert error.text() == ('read %s/pipe.lex: not a regular file: '
                            'not a regular file' % root)


def test_main_file_without_an_end(tmpdir, monkeypatch):
    monkeypatch.setattr(files, 'MAX_SIZE', 1000)
    with pytest.raises(LoadError) as info:
        load_program('/dev/zero')
    assert info.value.text().startswith('read /dev/zero: more than 1000 bytes')
