"""Responses of the HTTP server, and their text."""

from interpreter.effects import http1
from interpreter.texts.hexadecimal import of_number


REASONS = {
    200: 'OK', 201: 'Created', 202: 'Accepted',
    203: 'Non-Authoritative Information', 204: 'No Content',
    205: 'Reset Content', 206: 'Partial Content', 300: 'Multiple Choices',
    301: 'Moved Permanently', 302: 'Found', 303: 'See Other',
    304: 'Not Modified', 305: 'Use Proxy', 307: 'Temporary Redirect',
    308: 'Permanent Redirect', 400: 'Bad Request', 401: 'Unauthorized',
    402: 'Payment Required', 403: 'Forbidden', 404: 'Not Found',
    405: 'Method Not Allowed', 406: 'Not Acceptable',
    407: 'Proxy Authentication Required', 408: 'Request Timeout',
    409: 'Conflict', 410: 'Gone', 411: 'Length Required',
    412: 'Precondition Failed', 413: 'Payload Too Large',
    414: 'URI Too Long', 415: 'Unsupported Media Type',
    416: 'Range Not Satisfiable', 417: 'Expectation Failed',
    418: "I'm a teapot", 421: 'Misdirected Request',
    422: 'Unprocessable Entity', 423: 'Locked', 424: 'Failed Dependency',
    426: 'Upgrade Required', 428: 'Precondition Required',
    429: 'Too Many Requests', 431: 'Request Header Fields Too Large',
    451: 'Unavailable For Legal Reasons', 500: 'Internal Server Error',
    501: 'Not Implemented', 502: 'Bad Gateway', 503: 'Service Unavailable',
    504: 'Gateway Timeout', 505: 'HTTP Version Not Supported',
}
UNKNOWN_REASON = '<none>'


class Response(object):
    """What to answer.  With ``chunks`` the body is sent in these pieces."""

    def __init__(self, status, body):
        self.status = status
        self.body = body
        self.chunks = None
        self.headers = http1.Headers()

    def text(self, is_head, can_chunk, keep_alive, date):
        """The bytes of the message.  ``can_chunk`` is false for HTTP/1.0."""
        chunks = self.chunks
        body = self.body
        if chunks is not None and not can_chunk:
            body = ''.join(chunks)
            chunks = None
        lines = ['HTTP/1.1 %d %s' % (self.status, REASONS.get(
            self.status, UNKNOWN_REASON))]
        headers = self.headers
        for i in range(len(headers.names)):
            lines.append('%s: %s' % (headers.names[i], headers.values[i]))
        has_body = self.status != 204 and self.status != 304
        if chunks is not None and has_body:
            lines.append('transfer-encoding: chunked')
        elif has_body:
            lines.append('content-length: %d' % len(body))
        if not keep_alive:
            lines.append('connection: close')
        elif not can_chunk:
            # Clients of HTTP/1.0 have to be told.
            lines.append('connection: keep-alive')
        lines.append('date: ' + date)
        lines.append('')
        parts = ['\r\n'.join(lines), '\r\n']
        if has_body and not is_head:
            if chunks is not None:
                append_chunks(parts, chunks)
            else:
                parts.append(body)
        return ''.join(parts)


def append_chunks(parts, chunks):
    for chunk in chunks:
        # An empty chunk would be the end.
        if len(chunk) > 0:
            parts.append(of_number(len(chunk)))
            parts.append('\r\n')
            parts.append(chunk)
            parts.append('\r\n')
    parts.append('0\r\n\r\n')
