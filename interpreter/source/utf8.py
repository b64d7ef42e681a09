"""UTF-8: validity, white space, code points."""

# What the operating system would say of a text that is not valid.
NOT_VALID = 'stream did not contain valid UTF-8'


def is_valid(text):
    """Whether ``text`` is UTF-8: shortest forms only, no surrogates."""
    length = len(text)
    i = 0
    while i < length:
        first = ord(text[i])
        i += 1
        if first < 0x80:
            continue
        low = 0x80
        high = 0xbf
        if 0xc2 <= first <= 0xdf:
            more = 1
        elif 0xe0 <= first <= 0xef:
            more = 2
            if first == 0xe0:
                low = 0xa0
            elif first == 0xed:
                high = 0x9f
        elif 0xf0 <= first <= 0xf4:
            more = 3
            if first == 0xf0:
                low = 0x90
            elif first == 0xf4:
                high = 0x8f
        else:
            return False
        if i + more > length:
            return False
        if not low <= ord(text[i]) <= high:
            return False
        for k in range(1, more):
            if not 0x80 <= ord(text[i + k]) <= 0xbf:
                return False
        i += more
    return True


def char_length(text, i):
    """The bytes of the character at ``i`` of a valid text."""
    first = ord(text[i])
    if first < 0x80:
        return 1
    if first < 0xe0:
        return 2
    if first < 0xf0:
        return 3
    return 4


def codepoint(text, i):
    """The code point at ``i`` of a valid text."""
    first = ord(text[i])
    length = char_length(text, i)
    if length == 1:
        return first
    if length == 2:
        code = first & 0x1f
    elif length == 3:
        code = first & 0x0f
    else:
        code = first & 0x07
    for k in range(1, length):
        code = (code << 6) | (ord(text[i + k]) & 0x3f)
    return code


def is_space(code):
    """Whether a code point is Unicode white space."""
    if 9 <= code <= 13 or code == 0x20 or code == 0x85 or code == 0xa0:
        return True
    if 0x2000 <= code <= 0x200a:
        return True
    return (code == 0x1680 or code == 0x2028 or code == 0x2029 or
            code == 0x202f or code == 0x205f or code == 0x3000)


def trim(text):
    """``text`` without white space at both ends."""
    start = 0
    while start < len(text) and is_space(codepoint(text, start)):
        start += char_length(text, start)
    end = len(text)
    while end > start:
        last = end - 1
        while last > start and 0x80 <= ord(text[last]) < 0xc0:
            last -= 1
        if not is_space(codepoint(text, last)):
            break
        end = last
    assert start >= 0
    assert end >= 0
    return text[start:end]
