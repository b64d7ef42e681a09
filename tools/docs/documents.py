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
from sphinx.transforms import SphinxTransform
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


class IndexEntries(SphinxTransform):
    """Runs before Sphinx collects what is in the index, which has priority 850."""

    default_priority = 840

    def apply(self, **kwargs):
        if self.env.docname.startswith(REFERENCE):
            self.name_sections(".")
        elif self.env.docname == COMMAND_LINE:
            self.name_sections("lexvm ")
            self.name_flags()

    def name_sections(self, part):
        """Sections whose title has that part."""
        for section in list(self.document.findall(nodes.section)):
            if part in section[0].astext():
                _add_entry(section, 1, section[0].astext(), section["ids"][0])

    def name_flags(self):
        """``--flag`` in the terms of definition lists."""
        for term in list(self.document.findall(nodes.term)):
            for literal in list(term.findall(nodes.literal)):
                flag = literal.astext()
                if flag.startswith("--"):
                    target = nodes.make_id("flag" + flag.split()[0])
                    if target not in self.document.ids:
                        self.document.ids[target] = term
                        term["ids"].append(target)
                        _add_entry(term, 0, flag, target)


def _add_entry(node, place, text, target):
    """The index names the target by the text; an entry is an invisible child of a node."""
    node.insert(place, addnodes.index(entries=[("single", text, target, "", None)]))


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
    app.add_transform(IndexEntries)
    app.add_post_transform(DocumentLinks)
    app.connect("source-read", add_toctree)
    app.connect("doctree-read", colour_programs)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
