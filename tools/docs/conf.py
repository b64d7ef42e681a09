"""Sphinx's settings: the documents are the .rst files of the tree, where they stand.

They keep to plain reStructuredText, which forges show as well; what Sphinx needs beyond
(a toctree, links between documents, the language of a program) is made of it by
documents.py.
"""

import os
import sys

FOLDER = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, FOLDER)

project = "LexVM"
author = "the LexVM project"
extensions = ["documents"]
include_patterns = ["*.rst", "docs/**.rst", "bench/*.rst", "tools/*/README.rst",
                    "tests/README.rst", "tests/sandbox/README.rst"]
root_doc = "docs/index"
nitpicky = True
highlight_language = "text"

html_title = "LexVM"
html_theme = "alabaster"
html_theme_options = {"fixed_sidebar": True, "page_width": "1100px", "sidebar_width": "260px",
                      "description": "Lex, compiled while it runs"}
html_sidebars = {"**": ["about.html", "searchfield.html", "navigation.html"]}
html_extra_path = [os.path.join(FOLDER, "site"), os.path.join(FOLDER, "..", "..", "LICENSE")]
html_copy_source = False
