import pytest

from interpreter.source import manifest
from tests.source.test_loader import load, load_error, names, prefix

MAIN = 'import "p/sub/m" as m fn f() -> Int { m.g() }'
MODULE = 'fn g() -> Int { 1 }'


def package_error(folder, files):
    root, error = load_error(folder, files)
    detail = error.cause
    assert error.text() == 'package import error: %s: %s' % (detail, detail)
    assert error.location() == root + '/main.lex:1:8'
    return detail.replace(root, 'ROOT')


@pytest.mark.parametrize('place', ['p/src/sub/m.lex', 'p/sub/m.lex'])
def test_path_dependency(tmpdir, place):
    items = load(tmpdir, {
        'lex.toml': '[dependencies]\np = { path = "./p" }\n',
        'main.lex': MAIN, place: MODULE})
    module = prefix('%s/%s' % (tmpdir.realpath(), place))
    assert names(items) == [module + '.g', 'f']


def test_manifest_is_searched_upwards(tmpdir):
    items = load(tmpdir, {
        'lex.toml': 'dependencies.p.path = "libs/p"\n',
        'a/b/main.lex': MAIN, 'libs/p/src/sub/m.lex': MODULE}, 'a/b/main.lex')
    assert names(items)[1] == 'f'


@pytest.mark.parametrize('entry, folder', [
    ('git = "u"', 'p'), ('git = "u", tag = "v/1"', 'p@tag-v_1'),
    ('git = "u", rev = "0123456789abcdef"', 'p@rev-0123456789ab'),
    ('git = "u", branch = "b"', 'p@branch-b'),
    ('registry = "r", version = "1.2.3"', 'p-1.2.3')])
def test_fetched_dependency(tmpdir, monkeypatch, entry, folder):
    monkeypatch.setenv('LEX_PACKAGES_DIR', str(tmpdir.join('store')))
    items = load(tmpdir, {
        'lex.toml': '[dependencies]\np = { %s }' % entry, 'main.lex': MAIN,
        'store/%s/src/sub/m.lex' % folder: MODULE})
    assert names(items)[1] == 'f'


def test_dependency_that_is_not_fetched(tmpdir, monkeypatch):
    monkeypatch.setenv('LEX_PACKAGES_DIR', '/no/store')
    assert package_error(tmpdir, {
        'lex.toml': '[dependencies]\np = { git = "http://g" }',
        'main.lex': MAIN}) == (
            'git clone of http://g failed: not present at /no/store/p; '
            'fetching is not supported, put the package there')
    assert package_error(tmpdir, {
        'lex.toml': '[dependencies.p]\nregistry = "R"\nversion = "1.0.0"'}) == (
            'registry fetch of p@1.0.0 from R failed: not present at '
            '/no/store/p-1.0.0; fetching is not supported, put the package '
            'there')


def test_no_manifest(tmpdir):
    assert package_error(tmpdir, {'main.lex': MAIN}) == (
        'no lex.toml found searching up from ROOT/main.lex '
        '(needed to resolve "p/sub/m")')


def test_unknown_package(tmpdir):
    assert package_error(tmpdir, {'lex.toml': '', 'main.lex': MAIN}) == (
        'package "p" not found in ROOT/lex.toml')


def test_unknown_module(tmpdir):
    assert package_error(tmpdir, {
        'lex.toml': '[dependencies]\np = { path = "p" }', 'main.lex': MAIN,
        'p/other.lex': ''}) == (
            'module "sub/m" not found in package "p" '
            '(looked in ROOT/p/src/ and ROOT/p/)')


def test_missing_package_folder(tmpdir):
    assert package_error(tmpdir, {
        'lex.toml': '[dependencies]\np = { path = "../nope" }',
        'main.lex': MAIN}) == (
            'I/O error at ROOT/../nope: No such file or directory (os error 2)')


def test_bad_manifest(tmpdir):
    assert package_error(tmpdir, {
        'lex.toml': '[dependencies\n', 'main.lex': MAIN}) == (
            'failed to parse ROOT/lex.toml: parsing ROOT/lex.toml: '
            'TOML parse error at line 1, column 14\n'
            '  |\n'
            '1 | [dependencies\n'
            '  |              ^\n'
            'unclosed table, expected `]`\n')


def found(text):
    return [(d.name, d.path or d.git or d.registry + d.version)
            for d in manifest.dependencies(text)]


def test_manifest_forms():
    assert found('''
# comment
[package]
name = "x" # comment
lines = """
[dependencies]
no = { path = "no" }
"""
list = [ 1, [2, "]"], { a = 'b' },
  3.5 ]
when = 2020-01-01T00:00:00Z
[dependencies]
a = { path = "p\\"\\\\q" }
"b-c" = { git = 'g', tag = "t" }
[dependencies.d]
registry = "r"
version = "v"
[[other]]
path = 1
''') == [('a', 'p"\\q'), ('b-c', 'g'), ('d', 'rv')]


@pytest.mark.parametrize('text, place, problem', [
    ('[dependencies]\np={}', 'line 2, column 3',
     'data did not match any variant of untagged enum Dependency'),
    ('[dependencies]\np.path=1', 'line 2, column 1',
     'data did not match any variant of untagged enum Dependency'),
    ('[dependencies.p]\nx=1', 'line 1, column 1',
     'data did not match any variant of untagged enum Dependency'),
    ('[dependencies]\np={git="q",tag=1}', 'line 2, column 3',
     'data did not match any variant of untagged enum Dependency'),
    ('dependencies=1979-05-27', 'line 1, column 14',
     'data did not match any variant of untagged enum Dependency'),
    ('dependencies=1.5', 'line 1, column 14',
     'invalid type: floating point `1.5`, expected a map'),
    ('[[dependencies]]', 'line 1, column 1',
     'invalid type: sequence, expected a map')])
def test_wrong_dependencies(text, place, problem):
    with pytest.raises(manifest.ManifestError) as raised:
        manifest.dependencies(text)
    lines = raised.value.detail.split('\n')
    assert lines[0] == 'TOML parse error at ' + place
    assert lines[-2:] == [problem, '']


@pytest.mark.parametrize('text', [
    '[', '[a', 'a', 'a =', 'a = "', 'a = [1', 'a = {b=1', 'a = 1 [b]',
    '"\\q" = 1', '[dependencies]\na = "1.0"', 'a = ' + '[' * 10000])
def test_manifest_errors(text):
    with pytest.raises(manifest.ManifestError):
        manifest.dependencies(text)


@pytest.mark.parametrize('text, place, problem', [
    ('[package]\nversion = "1"', 'line 1, column 1', 'missing field `name`'),
    ('package = { version = "1" }', 'line 1, column 11', 'missing field `name`'),
    ('package = 1', 'line 1, column 11',
     'invalid type: integer `1`, expected struct PackageMeta'),
    ('package = "x"', 'line 1, column 11',
     'invalid type: string "x", expected struct PackageMeta'),
    ('[package]\nname = 1', 'line 2, column 8',
     'invalid type: integer `1`, expected a string'),
    ('[package]\nname = "x"\nversion = 2', 'line 3, column 11',
     'invalid type: integer `2`, expected a string'),
    ('[package]\nname = "x"\ndescription = true', 'line 3, column 15',
     'invalid type: boolean `true`, expected a string'),
    ('[package]\nname = "x"\nregistry = 1.5', 'line 3, column 12',
     'invalid type: floating point `1.5`, expected a string'),
    ('[package]\nversion = 1\n[dependencies]\np = {}', 'line 4, column 5',
     'data did not match any variant of untagged enum Dependency')])
def test_wrong_package(text, place, problem):
    with pytest.raises(manifest.ManifestError) as raised:
        manifest.dependencies(text)
    lines = raised.value.detail.split('\n')
    assert lines[0] == 'TOML parse error at ' + place
    assert lines[-2:] == [problem, '']


@pytest.mark.parametrize('keys', [
    'tag = "a", rev = "b"', 'branch = "", tag = "a"',
    'branch = "a", tag = "b", rev = "c"'])
def test_two_revisions(tmpdir, keys):
    assert package_error(tmpdir, {
        'lex.toml': '[dependencies]\np = { git = "u", %s }' % keys,
        'main.lex': MAIN}) == (
            'failed to parse ROOT/lex.toml: at most one of `branch`, `tag`, `rev` '
            'may be set on a git dependency')


def test_manifest_that_is_not_text(tmpdir):
    tmpdir.join('lex.toml').write_binary(b'[dependencies]\np = { path = "\xff" }')
    assert package_error(tmpdir, {'main.lex': MAIN}) == (
        'failed to parse ROOT/lex.toml: reading ROOT/lex.toml: '
        'stream did not contain valid UTF-8')


@pytest.mark.parametrize('module', ['', 'sub/..'])
def test_module_without_a_name(tmpdir, module):
    tmpdir.mkdir('p').mkdir('src').mkdir('sub')
    root, error = load_error(tmpdir, {
        'lex.toml': '[dependencies]\np = { path = "p" }',
        'main.lex': 'import "p/%s" as m' % module})
    assert error.text().replace(root, 'ROOT') == (
        'read ROOT/p/src: Is a directory (os error 21): '
        'Is a directory (os error 21)')
