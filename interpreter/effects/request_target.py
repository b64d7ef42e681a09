"""What a request asks for: the target of its first line and the header Host
(RFC 9112, section 3; RFC 3986, section 3)."""


BAD_HOST = "/\\?#@,<>\"{}|^`"
SCHEMES = ['http://', 'https://']


class Target(object):
    """The parts of a target: ``authority`` is '' unless the target names one."""

    def __init__(self, path, query, authority):
        self.path = path
        self.query = query
        self.authority = authority


def parse(method, text):
    """-> the Target, or None for a text that is none of the four forms."""
    for c in text:
        if c <= ' ' or c == '\x7f' or c == '#':
            return None
    if text == '*':
        if method == 'OPTIONS':
            return Target('*', '', '')
        return None
    if text.startswith('/'):
        return split(text, '')
    for scheme in SCHEMES:
        if text[:len(scheme)].lower() == scheme:
            stop = end_of_authority(text, len(scheme))
            authority = text[len(scheme):stop]
            if authority == '' or not is_host(authority):
                return None
            return split(text[stop:], authority)
    return None


def end_of_authority(text, start):
    stop = start
    while stop < len(text) and text[stop] != '/' and text[stop] != '?':
        stop += 1
    return stop


def split(text, authority):
    """The Target of a path with its query; an empty path is the root."""
    mark = text.find('?')
    path = text
    query = ''
    if mark >= 0:
        path = text[:mark]
        query = text[mark + 1:]
    if path == '':
        path = '/'
    return Target(path, query, authority)


def is_host(text):
    """Whether a text is a host, with or without a port; it may be empty."""
    stop = len(text)
    if text.startswith('['):
        end = text.find(']')
        if end < 0 or not is_address(text[1:end]):
            return False
        stop = end + 1
    else:
        colon = text.find(':')
        if colon >= 0:
            stop = colon
        for i in range(stop):
            c = text[i]
            if c <= ' ' or c >= '\x7f' or c in BAD_HOST or c == '[' or c == ']':
                return False
    return stop == len(text) or is_port(text, stop)


def is_address(text):
    """Whether a text can be an IPv6 address, or one of the future."""
    if text == '':
        return False
    for c in text:
        if not ('0' <= c <= '9' or 'a' <= c <= 'z' or 'A' <= c <= 'Z' or c in ':.'):
            return False
    return True


def is_port(text, start):
    """Whether a colon and digits follow."""
    if text[start] != ':':
        return False
    for i in range(start + 1, len(text)):
        if not '0' <= text[i] <= '9':
            return False
    return True
