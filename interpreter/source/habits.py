"""What people write who think in another language, and what Lex has instead."""

# Words at the start of an item.
ITEMS = {
    'def': 'a function is written `fn name(x :: Int) -> Int { ... }`',
    'func': 'a function is written `fn name(x :: Int) -> Int { ... }`',
    'function': 'a function is written `fn name(x :: Int) -> Int { ... }`',
    'fun': 'a function is written `fn name(x :: Int) -> Int { ... }`',
    'const': 'there are no global values: write a function, '
             '`fn limit() -> Int { 10 }`',
    'var': 'there are no global values: write a function, `fn limit() -> Int { 10 }`',
    'let': 'there are no global values: write a function, `fn limit() -> Int { 10 }`',
    'struct': 'a record type is written `type Point = { x :: Int, y :: Int }`',
    'class': 'a record type is written `type Point = { x :: Int, y :: Int }`',
    'record': 'a record type is written `type Point = { x :: Int, y :: Int }`',
    'interface': 'a record type is written `type Point = { x :: Int, y :: Int }`',
    'data': 'a union type is written `type Shape = Circle(Float) | Empty`',
    'enum': 'a union type is written `type Shape = Circle(Float) | Empty`',
    'use': 'an import is written `import "std.list" as list`',
    'from': 'an import is written `import "std.list" as list`',
    'open': 'an import is written `import "std.list" as list`',
    'include': 'an import is written `import "std.list" as list`',
    'require': 'an import is written `import "std.list" as list`',
    'pub': 'all functions of a file can be imported: leave `pub` out',
    'public': 'all functions of a file can be imported: leave `public` out',
    'export': 'all functions of a file can be imported: leave `export` out',
    'private': 'there is no `private`: leave it out',
    'static': 'there is no `static`: leave it out',
    'async': 'there is no `async`: leave it out',
    'module': 'a file is a module: import it, `import "./name" as name`',
    'namespace': 'a file is a module: import it, `import "./name" as name`',
}

# Words at the start of an expression.
STATEMENTS = {
    'for': 'there are no loops: use `list.map`, `list.fold` or a recursive function',
    'while': 'there are no loops: use a recursive function',
    'loop': 'there are no loops: use a recursive function',
    'do': 'there are no loops: use a recursive function',
    'var': 'a name is bound by `let x := ...`, and keeps its value',
    'const': 'a name is bound by `let x := ...`',
    'mut': 'a name is bound by `let x := ...`, and keeps its value',
    'switch': 'use `match x { pattern => result, ... }`',
    'case': 'use `match x { pattern => result, ... }`',
    'try': 'there are no exceptions: return a `Result`, and pass an `Err` on by `?`',
    'throw': 'there are no exceptions: return `Err(...)`',
    'raise': 'there are no exceptions: return `Err(...)`',
    'def': 'a function inside another one is a value: '
           '`let f := fn (x :: Int) -> Int { ... }`',
    'lambda': 'a function is written `fn (x :: Int) -> Int { ... }`',
    'elif': 'write `else { if ... { ... } else { ... } }`',
    'elsif': 'write `else { if ... { ... } else { ... } }`',
    'then': 'a branch is in braces: `if x { ... } else { ... }`',
    'new': 'a record is written `{ x: 1 }`, a variant `Circle(1.0)`',
    'null': 'there is no null: use `None` of an `Option`',
    'nil': 'there is no null: use `None` of an `Option`',
    'undefined': 'there is no null: use `None` of an `Option`',
    'self': 'there are no methods: give the value to a function',
    'this': 'there are no methods: give the value to a function',
    'break': 'there are no loops: use a recursive function',
    'continue': 'there are no loops: use a recursive function',
}

# Characters that no token starts with.
CHARACTERS = {
    "'": 'a text is in double quotes: `"text"`',
    '`': 'a text is in double quotes: `"text"`',
    '!': 'the negation is written `not x`, unequal `x != y`',
    '&': 'the conjunction is written `x and y`',
    '@': 'there are no annotations',
    '$': 'a value stands in a text as `f"{x}"`',
    '^': 'a power is written `math.pow(x, y)`',
    '~': 'there are no operators on bits',
    '\\': 'a function is written `fn (x :: Int) -> Int { ... }`',
}
