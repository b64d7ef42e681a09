"""Every function of the library is documented, and its example is true."""

import os

import pytest

from interpreter.machine.availability import is_available
from interpreter.stdlib import manual
from interpreter.stdlib.registry import BUILTINS, MODULES
from tests.stdlib import examples, pages
from tests.stdlib.table import functions
from tests.stdlib.test_registry import HIDDEN, LOWERED

# What cannot be shown without a server at the other end.
NOT_RUN = ['http.send', 'http.get', 'http.post', 'http.stream_lines', 'stream.next',
           'stream.collect', 'net.get', 'net.post', 'net.serve', 'net.serve_fn',
           'net.serve_routed', 'net.serve_with', 'net.serve_fn_with',
           'net.serve_routed_with', 'net.serve_tls', 'net.serve_ws', 'net.serve_ws_fn',
           'net.serve_ws_fn_auth', 'net.serve_ws_fn_actor', 'net.dial_ws',
           'net.dial_ws_actor']

ENTRIES = [entry for module in MODULES for entry in manual.PAGES[module].entries]


def test_every_function_has_an_entry_in_the_order_of_the_signatures():
    modules, by_module = functions()
    assert sorted(modules) == sorted(MODULES)
    for module in modules:
        names = [entry.name for entry in manual.PAGES[module].entries]
        assert names == by_module[module], module


def test_every_operation_of_the_registry_has_an_entry():
    documented = set(entry.path() for entry in ENTRIES)
    for path in list(BUILTINS) + LOWERED:
        assert path in documented or path in HIDDEN, path


def test_every_entry_has_a_sentence_and_an_example():
    for entry in ENTRIES:
        assert entry.sentence.endswith('.'), entry.path()
        assert entry.path() in ' '.join(entry.inputs), entry.path()


def test_every_module_is_described():
    for module in MODULES:
        page = manual.PAGES[module]
        assert page.paragraphs and page.paragraphs[0].endswith('.'), module
        assert len(page.summary()) < 100, module


def test_only_what_needs_another_machine_has_no_result():
    for entry in ENTRIES:
        runs = is_available(entry.module, entry.name) and entry.path() not in NOT_RUN
        assert (entry.result != '') == runs, entry.path()


@pytest.mark.parametrize('module', MODULES)
def test_examples(module, tmpdir):
    with tmpdir.as_cwd():
        for entry in manual.PAGES[module].entries:
            if entry.result != '':
                assert examples.run(entry) == entry.result, entry.path()
            else:
                examples.check(entry)


def test_a_line_in_no_place_is_refused():
    for text in ['Text.\n= f\nOne.\nTwo.\n', 'Text.\n= f\nOne.\n> f()\n1\n2\n']:
        with pytest.raises(ValueError):
            manual.read_page('list', text)


def test_reference_pages_are_up_to_date():
    found = pages.documents()
    assert sorted(os.listdir(pages.FOLDER)) == sorted(found)
    for name in found:
        with open(os.path.join(pages.FOLDER, name)) as f:
            assert f.read() == found[name], (
                '%s: python -m tests.stdlib.pages --write' % name)
