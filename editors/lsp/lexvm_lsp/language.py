"""The words of the language.

A test compares them with those of the interpreter; the file needs no Python 3 for that.
"""

KEYWORDS = (
    "fn", "let", "type", "match", "if", "else", "return", "import", "as", "true", "false",
    "and", "or", "not",
)

# What an effect row may contain without the program declaring it.
EFFECTS = (
    "io", "net", "time", "llm", "proc", "panic", "fs_read", "fs_write", "budget",
    "llm_local", "llm_cloud", "a2a", "mcp", "env", "sql", "random", "chat", "log", "kv",
    "stream", "fs_walk", "concurrent", "crypto", "vcs", "approval", "moe",
)

# Types and constructors that every program knows.
TYPES = (
    "Int", "Float", "Bool", "Str", "Bytes", "Unit", "List", "Map", "Set", "Option", "Result",
)
CONSTRUCTORS = ("Some", "None", "Ok", "Err")
