"""The translated commands around a package: init, ci, test, watch."""

import json
import os
import signal
import subprocess
import time
import xml.etree.ElementTree as xml

import pytest

from tests.native.program import FOLDER, execute, require

SORT = '''\
import "std.list" as list

fn sorted(xs :: List[Int]) -> List[Int] {
  list.sort_by(xs, fn (n :: Int) -> Int { n })
}

fn prop_as_long(xs :: List[Int]) -> Bool {
  list.len(sorted(xs)) == list.len(xs)
}

fn prop_the_same(xs :: List[Int]) -> Bool {
  sorted(xs) == xs
}
'''


@pytest.fixture(params=['lexvm', 'lexvm-nojit'])
def name(request):
    require(request.param)
    return request.param


def test_a_new_package_passes(name, tmpdir):
    package = str(tmpdir.join('package'))
    assert execute(name, ['init', package]).code == 0
    outcome = execute(name, ['ci'], cwd=package)
    assert (outcome.code, outcome.stderr) == (0, '')
    assert outcome.stdout.endswith('CI passed: all steps succeeded\n')
    outcome = execute(name, ['test', '--examples', '--times'], cwd=package)
    assert outcome.stdout.count('ok   tests/test_main.lex') == 2


def test_properties(name, tmpdir):
    tmpdir.join('sort.lex').write(SORT)
    outcome = execute(name, ['test', 'sort.lex'], cwd=str(tmpdir))
    assert outcome.code == 1
    assert outcome.stdout.startswith('ok   sort.lex prop_as_long\nFAIL sort.lex '
                                     'prop_the_same')
    assert 'gives false for xs = [0, -1] (case ' in outcome.stdout or (
        'gives false for xs = [1, 0] (case ' in outcome.stdout)
    for flags in [['--jit', 'off'], ['--jit', 'threshold=2,function_threshold=2']]:
        again = execute(name, ['test', 'sort.lex'] + flags, cwd=str(tmpdir))
        assert again.stdout == outcome.stdout


def test_many_cases(name, tmpdir):
    tmpdir.join('p.lex').write('''\
type Tree = Leaf | Node(Tree, Int, Tree)
fn size(t :: Tree) -> Int {
  match t { Leaf => 0, Node(a, _, b) => size(a) + size(b) + 1 }
}
fn prop_size(t :: Tree, s :: Str, m :: Map[Str, Float], o :: Option[(Int, Bytes)]) -> Bool {
  size(t) >= 0
}
''')
    outcome = execute(name, ['test', 'p.lex', '--cases', '20000', '--max-memory', '256M'],
                      cwd=str(tmpdir))
    assert (outcome.stdout, outcome.stderr, outcome.code) == (
        'ok   p.lex prop_size\n\n1 passed, 0 failed\n', '', 0)


def test_reports(name, tmpdir):
    tmpdir.join('test_a.lex').write('fn run_all() -> Int { 1 / 0 }\n')
    outcome = execute(name, ['--output', 'json', 'test', '.', '--junit', 'report.xml'],
                      cwd=str(tmpdir))
    assert outcome.code == 1
    test, = json.loads(outcome.stdout)['data']['tests']
    assert test['message'] == 'runtime: integer division by zero'
    assert test['stack'][0]['line'] == 1
    root = xml.parse(str(tmpdir.join('report.xml'))).getroot()
    assert root.get('failures') == '1'


def read_until(stream, text):
    lines = []
    while True:
        line = stream.readline()
        assert line != ''
        lines.append(line)
        if text in line:
            return ''.join(lines)


def test_watch(name, tmpdir):
    path = tmpdir.join('a.lex')
    path.write('fn main() -> Int { 1 }\n')
    # Programs that a shell starts in the background ignore SIGINT.
    process = subprocess.Popen(
        [os.path.join(FOLDER, name), 'watch', str(path), 'run'], stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
    try:
        first = read_until(process.stdout, 'exit code')
        assert '\n1\n==> exit code 0 (' in first
        time.sleep(0.2)
        path.write('fn main() -> Int { 22 }\n')
        assert '\n22\n==> exit code 0 (' in read_until(process.stdout, 'exit code')
        time.sleep(0.2)
        path.write('fn main() -> Int { "a" }\n')
        assert '==> exit code 2 (' in read_until(process.stdout, 'exit code')
        process.send_signal(signal.SIGINT)
        process.wait()
        assert process.returncode == -signal.SIGINT
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()
