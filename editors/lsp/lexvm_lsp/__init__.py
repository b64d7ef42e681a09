"""A language server for Lex, which asks the ``lexvm`` program what it does not know."""

__version__ = "0.1.0"
