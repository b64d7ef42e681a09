"""Lex for Pygments, which colours the programs of the documents."""

from pygments.lexer import RegexLexer, words
from pygments.token import (Comment, Keyword, Name, Number, Operator, Punctuation, String,
                            Whitespace)


class LexLexer(RegexLexer):
    name = "Lex"
    aliases = ["lex"]
    filenames = ["*.lex"]
    tokens = {
        "root": [
            (r"\s+", Whitespace),
            (r"#.*", Comment.Single),
            (r'[bf]?"(\\.|[^"\\])*"', String),
            (words(("fn", "let", "type", "match", "if", "else", "return", "import", "as",
                    "examples"), suffix=r"\b"), Keyword),
            (words(("and", "or", "not"), suffix=r"\b"), Operator.Word),
            (words(("true", "false"), suffix=r"\b"), Keyword.Constant),
            (r"[0-9][0-9_]*(\.[0-9][0-9_]*)?([eE][+-]?[0-9]+)?", Number),
            (r"[A-Z][A-Za-z0-9_]*", Name.Class),
            (r"[a-z_][A-Za-z0-9_]*(?=\()", Name.Function),
            (r"[a-z_][A-Za-z0-9_]*", Name),
            (r"\|>|->|=>|:=|::|==|!=|<=|>=|\.\.\.|[-+*/%<>|=?]", Operator),
            (r"[.,;:(){}\[\]]", Punctuation),
        ],
    }
