"""What ``lexvm init`` puts into a package; ``@NAME@`` stands for its name."""

_MANIFEST = '''\
[package]
name = "@NAME@"
version = "0.1.0"

[dependencies]
# greetings = { path = "../greetings" }
'''

_MAIN = '''\
import "std.str" as str

fn greeting(name :: Str) -> Str
  examples {
    greeting("Ann") => "Hello, Ann!"
  }
{
  f"Hello, {name}!"
}

fn main() -> Str {
  greeting("world")
}

'''

_TEST = '''\
import "../src/main" as app

fn run_all() -> Result[Int, Str] {
  if app.greeting("Bob") == "Hello, Bob!" {
    Ok(1)
  } else {
    Err("greeting")
  }
}

'''

_WORKFLOW = '''\
name: CI

on: [push, pull_request]

jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4

      # The variable LEXVM_URL of the repository tells where the program is fetched.
      - name: Install LexVM
        run: |
          curl --fail --silent --show-error --location "$LEXVM_URL" --output lexvm
          sudo install -m 755 lexvm /usr/local/bin/lexvm
          rm lexvm
        env:
          LEXVM_URL: ${{ vars.LEXVM_URL }}

      - name: Types, form and tests
        run: lexvm ci
'''

_AGENTS = '''\
# @NAME@: notes for whoever changes the code, person or program

`lexvm ci` must pass: it runs `lexvm check --strict` on every file of `src/`,
`lexvm fmt --check` on `src/` and `tests/`, and `lexvm test`.

- `src/main.lex` is the entry; `lexvm run src/main.lex` calls its function `main`.
- Each `tests/test_*.lex` has a function `run_all`, which gives an `Err` or `false` if
  something is wrong.
- A name is bound by `:=`, a type follows `::`, and there is no `return`: the last
  expression of a block is its value.
- What a function does besides giving a value is in its type, as in `-> [io] Int`. Keep
  functions pure where that is possible, and give them an `examples` block.
- `lexvm fmt src tests` brings all files into standard form.
- `lexvm help` lists the other commands.
'''

FILES = [
    ('lex.toml', _MANIFEST),
    ('src/main.lex', _MAIN),
    ('tests/test_main.lex', _TEST),
    ('.github/workflows/lex.yml', _WORKFLOW),
    ('AGENTS.md', _AGENTS),
]
