"""The warnings of ``lexvm check`` as text and as JSON."""

from interpreter.diagnostics.data import quote, span_json
from interpreter.diagnostics.report import report_all

# How many warnings a text shows.
MOST_SHOWN = 20


def warnings_text(warnings, sources, paint):
    """The reports of the warnings, '' if there are none.  Of many only the first
    are shown, and advice last."""
    count = len(warnings)
    if count == 0:
        return ''
    if count > MOST_SHOWN:
        warnings = _first(warnings)
    diagnoses = [warning.explained() for warning in warnings]
    text = report_all(diagnoses, sources, paint) + '\n'
    if count > MOST_SHOWN:
        text += '%d warnings, of which %d are shown\n' % (count, MOST_SHOWN)
    return text


def _first(warnings):
    chosen = []
    for advice in [False, True]:
        for warning in warnings:
            if warning.is_advice == advice and len(chosen) < MOST_SHOWN:
                chosen.append(warning)
    return chosen


def warnings_json(warnings, program, advice):
    """A compact JSON array of those warnings that are advice, or of the others; the
    keys of its objects are sorted."""
    objects = []
    sources = program.sources
    for warning in warnings:
        if warning.is_advice != advice:
            continue
        line, column = sources.position(sources.entry, warning.offset)
        diagnosis = warning.explained()
        suggestion = diagnosis.suggestion()
        if suggestion != '':
            suggestion = ',"suggestion":' + quote(suggestion)
        objects.append(
            '{"code":%s,"location":%s,"message":%s,'
            '"position":{"col":%d,"file":%s,"line":%d},"span":%s%s}' % (
                quote(warning.code), quote(warning.location),
                quote(warning.message), column, quote(program.path), line,
                span_json(diagnosis.span, sources), suggestion))
    return '[' + ','.join(objects) + ']'
