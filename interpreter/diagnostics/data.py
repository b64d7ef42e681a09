"""Diagnoses as parts of JSON documents: compact, keys sorted."""

from rpython.rlib.rstring import StringBuilder

from interpreter.objects.quote import append_json_quoted


def quote(text):
    """``text`` (UTF-8) as a JSON string."""
    out = StringBuilder(len(text) + 2)
    append_json_quoted(out, text)
    return out.build()


def span_json(span, sources):
    """The object of a Span: file, and line and column of its first and behind its
    last character, from 1; '' if the place is not known."""
    if not span.is_known() or not sources.has(span.path):
        return ''
    line, column = sources.position(span.path, span.start)
    end_line, end_column = sources.position(span.path, span.end)
    return '{"col":%d,"end_col":%d,"end_line":%d,"file":%s,"line":%d}' % (
        column, end_column, end_line, quote(sources.name(span.path)), line)
