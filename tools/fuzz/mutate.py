"""Changing texts at random: bytes, tokens and whole stretches."""

import re

TOKENS = [
    b'(', b')', b'[', b']', b'{', b'}', b'<', b'>', b'|', b'|>', b'->', b'=>', b'::', b':=',
    b',', b'.', b':', b';', b'?', b'+', b'-', b'*', b'/', b'%', b'==', b'!=', b'<=', b'"', b"'",
    b'\\', b'#', b'\n', b'\r\n', b'\t', b' ', b'\x00', b'\xff', b'\xc3', b'\xe2\x82\xac',
    b'\xf0\x9f\x98\x80', b'\xef\xbb\xbf', b'fn ', b'let ', b'match ', b'if ', b'else ', b'type ',
    b'import ', b'true', b'false', b'not ', b'and ', b'or ', b'null', b'f"{', b'b"', b'examples {',
    b'Int', b'Str', b'List[', b'Some(', b'None', b'Ok(', b'Err(', b'std.io', b'[io]', b'[| E]',
    b'0', b'-1', b'9223372036854775807', b'-9223372036854775808', b'9223372036854775808', b'1e308',
    b'1e999', b'-0.0', b'0.1', b'NaN', b'1e-400', b'\\u0000', b'\\ud800', b'\\udc00', b'\\u20ac',
    b'$variant', b'{"$variant":"Some","args":[', b'{"$bytes":"00', b'[[', b'"""', b"'''",
    b'1979-05-27T07:32:00Z', b'0x', b'0b', b'inf', b'%Y', b'%', b'%9f', b'%:z', b'(?P<n>', b'(?i',
    b'{1000}', b'{,}', b'*?', b'[^', b'[[:alpha:]]', b'\\p{L}', b'\\b', b'^', b'$', b'=', b'==',
]


def mutated(rng, data, others, most=8):
    """``data`` (bytes) with some changes; ``others`` lend stretches."""
    for _ in range(rng.randint(1, most)):
        data = rng.choice(CHANGES)(rng, data, others)
        if len(data) > 200000:
            data = data[:200000]
    return data


def _place(rng, data):
    return rng.randint(0, len(data))


def _stretch(rng, data, longest=40):
    start = _place(rng, data)
    return start, min(len(data), start + rng.randint(1, longest))


def change_byte(rng, data, others):
    if not data:
        return b'x'
    at = rng.randrange(len(data))
    return data[:at] + bytes([rng.randrange(256)]) + data[at + 1:]


def flip_bit(rng, data, others):
    if not data:
        return data
    at = rng.randrange(len(data))
    return data[:at] + bytes([data[at] ^ 1 << rng.randrange(8)]) + data[at + 1:]


def insert_token(rng, data, others):
    at = _place(rng, data)
    return data[:at] + rng.choice(TOKENS) + data[at:]


def replace_by_token(rng, data, others):
    start, stop = _stretch(rng, data, 8)
    return data[:start] + rng.choice(TOKENS) + data[stop:]


def delete(rng, data, others):
    start, stop = _stretch(rng, data)
    return data[:start] + data[stop:]


def repeat(rng, data, others):
    start, stop = _stretch(rng, data)
    times = rng.choice([2, 3, 10, 100, 1000]) if stop - start < 20 else 2
    return data[:start] + data[start:stop] * times + data[stop:]


def move(rng, data, others):
    start, stop = _stretch(rng, data)
    part, rest = data[start:stop], data[:start] + data[stop:]
    at = _place(rng, rest)
    return rest[:at] + part + rest[at:]


def borrow(rng, data, others):
    other = rng.choice(others)
    start, stop = _stretch(rng, other, 200)
    at = _place(rng, data)
    return data[:at] + other[start:stop] + data[at:]


def nest(rng, data, others):
    opening, closing = rng.choice([(b'(', b')'), (b'[', b']'), (b'{', b'}'), (b'-', b''),
                                   (b'not ', b''), (b'{"a":', b'}'), (b'f(', b')')])
    start, stop = _stretch(rng, data)
    depth = rng.choice([1, 5, 50, 300, 5000])
    return data[:start] + opening * depth + data[start:stop] + closing * depth + data[stop:]


def change_number(rng, data, others):
    digits = [i for i in range(len(data)) if data[i:i + 1].isdigit()]
    if not digits:
        return data
    at = rng.choice(digits)
    return data[:at] + rng.choice([b'0', b'1', b'00', b'64', b'1024', b'4294967296',
                                   b'9223372036854775807', b'99999999999999999999',
                                   b'1e309', b'0.5']) + data[at + 1:]


def cut(rng, data, others):
    return data[:_place(rng, data)]


CHANGES = [change_byte, flip_bit, insert_token, insert_token, replace_by_token,
           replace_by_token, delete, repeat, move, borrow, nest, change_number, cut]


WORD = re.compile(rb'[A-Za-z_]\w*|\d[\d.]*|"[^"\n]*"|[-+*/%<>=!|:.&]+|\n|[^\S\n]+|.', re.DOTALL)

CLASSES = [
    (re.compile(rb'\d'), [b'0', b'1', b'2', b'-1', b'3', b'64', b'9223372036854775807', b'0.5']),
    (re.compile(rb'"'), [b'""', b'"a"', b'"\\n"', b'"\xe2\x82\xac"', b'"12"', b'"{x}"']),
    (re.compile(rb'[-+*/%]$'), [b'+', b'-', b'*', b'/', b'%']),
    (re.compile(rb'(==|!=|<=?|>=?)$'), [b'==', b'!=', b'<', b'<=', b'>', b'>=']),
    (re.compile(rb'[A-Z]'), [b'Int', b'Str', b'Bool', b'Float', b'Some', b'None', b'List']),
    (re.compile(rb'[a-z_]'), [b'true', b'false', b'_', b'main', b'list', b'not']),
]


def edited(rng, data, most=3):
    """A program with a few words replaced by others of their kind, most of them from
    the same program: it is more often correct than a ``mutated`` one."""
    words = WORD.findall(data)
    for _ in range(rng.randint(1, most)):
        kind, others = rng.choice(CLASSES)
        places = [i for i, word in enumerate(words) if kind.match(word)]
        if not places:
            continue
        at = rng.choice(places)
        choice = rng.randrange(4)
        if choice == 0:
            words[at] = rng.choice(others)
        elif choice == 1:
            words[at] = words[rng.choice(places)]
        elif choice == 2:
            other = rng.choice(places)
            words[at], words[other] = words[other], words[at]
        else:
            _copy_line(rng, words)
    return b''.join(words)


def _copy_line(rng, words):
    """Repeat or move a line."""
    ends = [i for i, word in enumerate(words) if word == b'\n']
    if len(ends) < 3:
        return
    first = rng.randrange(len(ends) - 1)
    line = words[ends[first]:ends[first + 1]]
    if rng.random() < 0.5:
        del words[ends[first]:ends[first + 1]]
        ends = [i for i, word in enumerate(words) if word == b'\n']
    at = rng.choice(ends)
    words[at:at] = line


def shrunk(data, still_fails, tries=400):
    """A shorter ``data`` for which ``still_fails(data)`` holds."""
    size = max(1, len(data) // 2)
    while size > 0 and tries > 0:
        start = 0
        while start < len(data) and tries > 0:
            tries -= 1
            shorter = data[:start] + data[start + size:]
            if still_fails(shorter):
                data = shorter
            else:
                start += size
        size //= 2
    return data
