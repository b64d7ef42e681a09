"""URLs of the network operations: ``http`` and ``https`` with a host.

The host found here is the one that is compared with the policy and the one
that is connected to; so whatever could be read in two ways is refused.
"""

from rpython.rlib.rsocket import AF_INET6, SocketError, inet_ntop, inet_pton
from rpython.rlib.rstring import StringBuilder


DEFAULT_PORTS = {'http': 80, 'https': 443}
HIGHEST_PORT = 65535
UPPER_HEX = '0123456789ABCDEF'


class UrlError(Exception):
    def __init__(self, msg):
        self.msg = msg


class Url(object):
    """``host`` is lower-case, an IPv6 address has its shortest form and no
    brackets; ``userinfo`` is '' if there is none; ``target`` is the path
    with the query and starts with a slash."""

    def __init__(self, scheme, userinfo, host, port, target):
        self.scheme = scheme
        self.userinfo = userinfo
        self.host = host
        self.port = port
        self.target = target

    def authority(self):
        """The host and, unless it is the default, the port."""
        host = self.host
        if host.find(':') >= 0:
            host = '[' + host + ']'
        if self.port == DEFAULT_PORTS[self.scheme]:
            return host
        return '%s:%d' % (host, self.port)

    def base(self):
        return '%s://%s' % (self.scheme, self.authority())


def parse(text):
    """-> Url.  Raises UrlError."""
    mark = text.find('://')
    if text == '':
        raise UrlError('http: empty string')
    for c in text:
        if c <= ' ' or c == '\x7f' or c in '"<>\\^`{|}':
            raise UrlError('http: invalid uri character')
    if mark < 0:
        raise UrlError('bad uri: %s is missing scheme' % text)
    scheme = text[:mark].lower()
    if scheme not in DEFAULT_PORTS:
        raise UrlError('bad uri: unknown scheme: %s' % scheme)
    start = mark + 3
    stop = start
    while stop < len(text) and text[stop] not in '/?#':
        stop += 1
    if start == len(text):
        raise UrlError('http: empty string')
    authority = text[start:stop]
    userinfo = ''
    at = authority.rfind('@')
    if at >= 0:
        userinfo = authority[:at]
        if userinfo.find('@') >= 0:
            raise UrlError('http: invalid authority')
        authority = authority[at + 1:]
    host, port = parse_host(authority, DEFAULT_PORTS[scheme])
    return Url(scheme, userinfo, host, port, target_of(text, stop))


def parse_host(authority, default_port):
    """-> (host, port) of ``host``, ``host:port`` or ``[address]:port``."""
    rest = 0
    if authority.startswith('['):
        close = authority.find(']')
        if close < 0:
            raise UrlError('http: invalid authority')
        host = shortest_address(authority[1:close])
        if host == '':
            raise UrlError('http: invalid authority')
        rest = close + 1
    else:
        while rest < len(authority) and authority[rest] != ':':
            if not is_host_character(authority[rest]):
                raise UrlError('http: invalid uri character')
            rest += 1
        host = authority[:rest].lower()
        if host == '':
            raise UrlError('http: invalid format')
    if rest == len(authority):
        return host, default_port
    if authority[rest] != ':':
        raise UrlError('http: invalid authority')
    return host, parse_port(authority[rest + 1:], default_port)


def parse_port(text, default_port):
    if text == '':
        return default_port
    port = 0
    for c in text:
        if not '0' <= c <= '9':
            raise UrlError('http: invalid port')
        port = port * 10 + (ord(c) - ord('0'))
        if port > HIGHEST_PORT:
            raise UrlError('http: invalid port')
    return port


def is_host_character(c):
    return ('a' <= c <= 'z' or 'A' <= c <= 'Z' or '0' <= c <= '9'
            or c in '-._~')


def shortest_address(text):
    """The shortest form of an IPv6 address; '' for anything else."""
    for c in text:
        if not ('0' <= c <= '9' or 'a' <= c <= 'f' or 'A' <= c <= 'F'
                or c in ':.'):
            return ''
    try:
        return inet_ntop(AF_INET6, inet_pton(AF_INET6, text))
    except SocketError:
        return ''


def target_of(text, start):
    """The path and the query; bytes beyond ASCII are escaped and the
    fragment is dropped."""
    builder = StringBuilder()
    if start == len(text) or text[start] != '/':
        builder.append('/')
    for i in range(start, len(text)):
        c = text[i]
        if c == '#':
            break
        if ord(c) >= 0x80:
            append_escaped(builder, c)
        else:
            builder.append(c)
    return builder.build()


def append_escaped(builder, c):
    builder.append('%')
    builder.append(UPPER_HEX[ord(c) >> 4])
    builder.append(UPPER_HEX[ord(c) & 15])


def normal_host(text):
    """A host as the policy lists it in the form of :class:`Url`."""
    inner = text
    last = len(text) - 1
    if last > 0 and text[0] == '[' and text[last] == ']':
        inner = text[1:last]
    address = shortest_address(inner)
    if address != '':
        return address
    return text.lower()


def resolved(base, reference):
    """The Url that a ``Location`` header means.  Raises UrlError."""
    reference = reference.strip(' \t')
    colon = reference.find(':')
    if colon > 0 and is_scheme(reference[:colon]):
        return parse(reference)
    if reference.startswith('//'):
        return parse(base.scheme + ':' + reference)
    if reference.startswith('/'):
        return parse(base.base() + reference)
    path = base.target
    query = path.find('?')
    if query >= 0:
        path = path[:query]
    if reference.startswith('?'):
        return parse(base.base() + path + reference)
    if reference == '' or reference.startswith('#'):
        return parse(base.base() + base.target)
    slash = path.rfind('/')
    assert slash >= 0
    return parse(base.base() + without_dots(path[:slash + 1] + reference))


def is_scheme(text):
    for c in text:
        if not ('a' <= c <= 'z' or 'A' <= c <= 'Z' or '0' <= c <= '9'
                or c in '+-.'):
            return False
    return True


def without_dots(target):
    """A target whose path has no ``.`` and ``..`` segments."""
    stop = 0
    while stop < len(target) and target[stop] not in '?#':
        stop += 1
    kept = []
    segments = target[:stop].split('/')
    for i in range(len(segments)):
        segment = segments[i]
        is_last = i == len(segments) - 1
        if segment == '.' or segment == '..':
            if segment == '..' and len(kept) > 1:
                kept.pop()
            if is_last:
                kept.append('')
        else:
            kept.append(segment)
    return '/'.join(kept) + target[stop:]
