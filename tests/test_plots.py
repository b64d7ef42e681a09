"""The pictures of the benchmarks: what is cut is marked, and axes say what they are."""

import json
import os
import subprocess
import xml.etree.ElementTree as xml

import pytest

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
RESULTS = os.path.join(ROOT, 'bench', 'results')
SVG = '{http://www.w3.org/2000/svg}'
LARGEST = 32.0

CUT_BARS = '''
import json, sys
sys.path.insert(0, "bench")
from harness import report
results = json.load(open(sys.argv[1]))
base = report.base_of(results)
print(json.dumps([report.ratio(entry, peer, base) for entry in results["programs"].values()
                  for peer in report.others(results)]))
'''


def read(path):
    with open(path) as stream:
        return stream.read()


def texts(path):
    return [element.text for element in xml.parse(path).iter(SVG + 'text')]


@pytest.fixture(scope='module')
def folder(tmpdir_factory):
    """Where the pictures of the latest results are drawn."""
    folder = str(tmpdir_factory.mktemp('plots'))
    subprocess.check_call(['python3', 'bench/report.py', '--plots', folder], cwd=ROOT)
    return folder


@pytest.mark.parametrize('name', ['ratios.svg', 'warm-up.svg'])
def test_pictures_show_the_latest_results(folder, name):
    assert read(os.path.join(folder, name)) == read(os.path.join(RESULTS, name))


def test_bars_that_are_cut_are_marked(folder):
    out = subprocess.check_output(
        ['python3', '-c', CUT_BARS, os.path.join(RESULTS, 'latest.json')], cwd=ROOT)
    ratios = [ratio for ratio in json.loads(out) if ratio is not None]
    cut = [ratio for ratio in ratios if not 1 / LARGEST <= ratio <= LARGEST]
    assert 0 < len(cut) < len(ratios)
    path = os.path.join(folder, 'ratios.svg')
    marks = [element for element in xml.parse(path).iter(SVG + 'polygon')
             if element.get('class') == 'break']
    assert len(marks) == len(cut) + 1  # and one in the key
    assert 'cut: see the number' in texts(path)


def test_axes_are_labelled(folder):
    found = texts(os.path.join(folder, 'ratios.svg'))
    for peer in ['off', 'reference', 'pypy3', 'luajit', 'node', 'ocaml', 'c']:
        assert peer + ' / lexvm, log scale' in found
    found = texts(os.path.join(folder, 'warm-up.svg'))
    programs = len(json.loads(read(os.path.join(RESULTS, 'latest.json')))['programs'])
    assert found.count('since the start, log scale') == programs
    assert found.count('a run, log scale') == programs


@pytest.mark.parametrize('name', sorted(name for name in os.listdir(RESULTS)
                                        if name.startswith('scaling_')
                                        and name.endswith('.svg')))
def test_axes_of_scaling_are_labelled(name):
    found = texts(os.path.join(RESULTS, name))
    assert 'elements' in found and 'seconds' in found
