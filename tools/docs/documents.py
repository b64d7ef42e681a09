"""A Sphinx extension for documents in plain reStructuredText.

- A list of links to documents is a toctree as well (in the files of INDEXES).
- A link to a file ``other.rst`` or ``other.rst#section`` leads to its page; one that leads
  nowhere is a warning.
- A block of text that is named like a Lex program is shown as Lex.
- The functions of the reference and the commands and flags are in the index.
"""

import os
import posixpath
import re

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import logging

from lex_lexer import LexLexer

logger = logging.getLogger(__name__)

INDEXES = ("docs/index", "docs/reference/index")
LIST_ITEM = re.compile(r"^- `[^`<]*<([^>`]*)\.rst>`_", re.MULTILINE)
TOCTREE = "\n\n.. toctree::\n   :hidden:\n   :maxdepth: 1\n\n%s\n"
COMMAND_LINE = "docs/cli"
REFERENCE = "docs/reference/"


def add_toctree(app, docname, source):
    """Sphinx's event source-read: ``source`` is a list of one text."""
    if docname in INDEXES:
        listed = LIST_ITEM.findall(source[0])
        source[0] += TOCTREE % "\n".join("   " + name for name in listed)


def colour_programs(app, doctree):
    """Sphinx's event doctree-read."""
    for block in doctree.findall(nodes.literal_block):
        if any(name.endswith(".lex") for name in block.get("names", ())):
            block["language"] = "lex"


def add_index_entries(app, doctree):
    """Sphinx's event doctree-read."""
    docname = app.env.docname
    if docname.startswith(REFERENCE):
        for section in list(doctree.findall(nodes.section)):
            title = section[0].astext()
            if "." in title:
                _add_entry(section, title)
    elif docname == COMMAND_LINE:
        for section in list(doctree.findall(nodes.section)):
            title = section[0].astext()
            if title.startswith("lexvm "):
                _add_entry(section, title)
        for term in list(doctree.findall(nodes.term)):
            for flag in list(term.findall(nodes.literal)):
                if flag.astext().startswith("--"):
                    _add_entry(term, flag.astext())


def _add_entry(node, text):
    """Make the node a place that the index names by the text."""
    if not node["ids"]:
        anchor = nodes.make_id("flag-" + text.split()[0])
        node["ids"].append(anchor)
    entry = addnodes.index(entries=[("single", text, node["ids"][0], "", None)])
    node.insert(1 if isinstance(node, nodes.section) else 0, entry)


class DocumentLinks(SphinxPostTransform):
    """Links to files of the tree become links to pages."""

    default_priority = 5

    def run(self):
        for node in list(self.document.findall(nodes.reference)):
            target = node.get("refuri", "")
            if target and not re.match(r"[a-z]+:|#", target):
                self.resolve(node, *target.partition("#")[::2])

    def resolve(self, node, path, section):
        here = posixpath.dirname(self.env.docname)
        path = posixpath.normpath(posixpath.join(here, path))
        docname, extension = posixpath.splitext(path)
        if extension == ".rst" and docname in self.env.found_docs:
            if section and section not in self.sections(docname):
                logger.warning("no section %s in %s", section, path, location=node)
            uri = self.app.builder.get_relative_uri(self.env.docname, docname)
            node["refuri"] = uri + ("#" + section if section else "")
        elif path not in map(os.path.basename, self.config.html_extra_path):
            logger.warning("no document: %s", path, location=node)

    def sections(self, docname):
        known = self.env.temp_data.setdefault("document_sections", {})
        if docname not in known:
            tree = self.env.get_doctree(docname)
            known[docname] = {name for section in tree.findall(nodes.section)
                              for name in section["ids"]}
        return known[docname]


def setup(app):
    app.add_lexer("lex", LexLexer)
    app.add_post_transform(DocumentLinks)
    app.connect("source-read", add_toctree)
    app.connect("doctree-read", colour_programs)
    app.connect("doctree-read", add_index_entries)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
