"""The warnings of ``lexvm check`` as text and as JSON."""

from interpreter.diagnostics.data import quote, span_json
from interpreter.diagnostics.report import report_all


def warnings_text(warnings, sources, paint):
    """The reports of the warnings, '' if there are none."""
    if len(warnings) == 0:
        return ''
    diagnoses = [warning.explained() for warning in warnings]
    return report_all(diagnoses, sources, paint) + '\n'


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
