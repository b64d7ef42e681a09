"""Documents lead to each other: every document is in an index, every link leads to a
document and a section that there is, and no document is mentioned without a link.

``make docs`` finds the same, and what is wrong in reStructuredText, with Sphinx.
"""

import glob
import os
import re

import pytest

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
INDEXES = ['docs/index.rst', 'docs/reference/index.rst']
# Links are read over line breaks; what is quoted or indented as an example is none.
LINK = re.compile(r'`[^`<]+<([^>`]+)>`_')
LISTED = re.compile(r'^- `[^`<]*<([^>`]*\.rst)>`_', re.MULTILINE)
LITERAL_BLOCK = re.compile(r'^( *)(\.\. code-block::.*|(?!\.\. ).*::)\n'
                           r'(?:\1 +:.*\n)*\n(?:\1 +.*\n|\n)+', re.MULTILINE)
TITLE = re.compile(r'^(?!\.\. |=+$)(\S.*)\n([=\-~.])\2+$', re.MULTILINE)
MENTION = re.compile(r'[\w./-]*\w\.rst\b')


def documents():
    """All documents, as paths below the root."""
    patterns = ['*.rst', 'docs/*.rst', 'docs/*/*.rst', 'bench/*.rst', 'tools/*/*.rst',
                'tests/*.rst', 'tests/*/*.rst']
    found = [path for pattern in patterns
             for path in glob.glob(os.path.join(ROOT, pattern))]
    return sorted(os.path.relpath(path, ROOT) for path in found)


def read(document):
    with open(os.path.join(ROOT, document)) as stream:
        return stream.read()


def prose(text):
    """A text without its literal blocks and comments."""
    text = re.sub(r'^\.\. (?![\w-]+::|_).*\n', '\n', text, flags=re.MULTILINE)
    return LITERAL_BLOCK.sub(r'\2\n\n', text)


def identifier(title):
    """The anchor that docutils and forges make of a title."""
    return re.sub(r'[^a-z0-9]+', '-', title.replace('``', '').lower()).strip('-')


def sections(text):
    return set(identifier(match.group(1)) for match in TITLE.finditer(prose(text)))


def target_of(document, path):
    return os.path.normpath(os.path.join(os.path.dirname(document), path))


def mistakes(document, text):
    """What is wrong with the links of a document that has this text."""
    found = []
    text = prose(text)
    for link in LINK.findall(text):
        link = ''.join(link.split('\n'))
        path, _, section = link.partition('#')
        if ':' in path or not path:
            continue
        target = target_of(document, path)
        if not os.path.isfile(os.path.join(ROOT, target)):
            found.append('no file %s' % target)
        elif section and section not in sections(read(target)):
            found.append('no section %s in %s' % (section, target))
    known = documents()
    for mention in MENTION.findall(LINK.sub('', text)):
        if mention in known or target_of(document, mention) in known:
            found.append('not a link: %s' % mention)
    return found


@pytest.mark.parametrize('document', documents())
def test_links(document):
    assert mistakes(document, read(document)) == []


def test_every_document_is_in_an_index():
    listed = set(INDEXES[:1])
    for index in INDEXES:
        links = LISTED.findall(read(index))
        assert len(links) == len(set(links)), index
        listed.update(target_of(index, link) for link in links)
    assert sorted(listed) == documents()


def test_mistakes_are_found():
    text = ('Title\n=====\n\nSee `Limits <limits.rst>`_, `a rule\n<types.rst#no-rule>`_, '
            '`none <none.rst>`_ and ``docs/cli.rst``::\n\n    cli.rst\n\n'
            'and `Types <types.rst#warnings>`_.\n')
    assert mistakes('docs/some.rst', text) == [
        'no section no-rule in docs/types.rst', 'no file docs/none.rst',
        'not a link: docs/cli.rst']


def test_requirements_are_pinned():
    lines = read('tools/docs/requirements.txt').splitlines()
    packages = [line for line in lines if line and not line.startswith('#')]
    assert all(re.match(r'[\w.-]+==[\w.]+$', line) for line in packages)
    assert any(line.lower().startswith('sphinx==') for line in packages)
