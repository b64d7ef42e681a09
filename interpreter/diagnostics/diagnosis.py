"""What is wrong with a program, and where: data for people and machines.

A Diagnosis is made where the mistake is found; ``report`` and ``data`` turn it
into text and JSON.
"""

ERROR = 'error'
WARNING = 'warning'


class Span(object):
    """The bytes ``start`` up to ``end`` of the file ``path``.  ``path`` is ''
    and ``start`` is -1 where nothing is known."""

    def __init__(self, path, start, end):
        self.path = path
        self.start = start
        self.end = max(start, end)

    def is_known(self):
        return self.start >= 0


def _placed(span, path):
    if span.path == '' and span.is_known():
        return Span(path, span.start, span.end)
    return span


NOWHERE = Span('', -1, -1)


class Label(object):
    """A remark about a place."""

    def __init__(self, span, text):
        self.span = span
        self.text = text


class Diagnosis(object):
    """``title`` says what is wrong; ``label`` is written below the place.

    ``notes`` are Labels of further places, ``helps`` lines that lead out of the
    mistake, most useful first.  ``cause`` is the same for diagnoses that one
    correction would remove; '' if there are no others.  ``follows`` if another one
    probably is the reason.
    """

    def __init__(self, title, span, label=''):
        self.severity = ERROR
        self.code = ''
        self.title = title
        self.span = span
        self.label = label
        self.notes = []
        self.helps = []
        self.cause = ''
        self.follows = False

    def note(self, span, text):
        """Add a remark about another place, if that is known."""
        if span.is_known():
            self.notes.append(Label(span, text))

    def help(self, text):
        """Add a way out, unless ``text`` is ''."""
        if text != '':
            self.helps.append(text)

    def place_in(self, path):
        """Spans without a file are in ``path``."""
        self.span = _placed(self.span, path)
        for label in self.notes:
            label.span = _placed(label.span, path)

    def suggestion(self):
        """The most useful way out; '' if none is known."""
        if len(self.helps) == 0:
            return ''
        return self.helps[0]


def _precedes(a, b):
    """The order of the places in a file; files are in the order they are given."""
    return a.span.path == b.span.path and a.span.start < b.span.start


def distinct(diagnoses):
    """The first Diagnosis of every cause, with notes where the others are, without
    those that follow from others; in the order of their places."""
    kept = []
    by_cause = {}
    for diagnosis in _sorted(_reasons(diagnoses)):
        cause = diagnosis.cause
        if cause == '':
            kept.append(diagnosis)
        elif cause not in by_cause:
            by_cause[cause] = diagnosis
            kept.append(diagnosis)
        else:
            first = by_cause[cause]
            if diagnosis.span.start != first.span.start:
                first.note(diagnosis.span, 'also here')
    return kept


def _reasons(diagnoses):
    """Those that do not follow from others, all if there are no such."""
    reasons = [each for each in diagnoses if not each.follows]
    if len(reasons) == 0:
        return diagnoses
    return reasons


def _sorted(diagnoses):
    result = []
    for diagnosis in diagnoses:
        result.append(diagnosis)
        i = len(result) - 1
        while i > 0 and _precedes(diagnosis, result[i - 1]):
            result[i] = result[i - 1]
            i -= 1
        result[i] = diagnosis
    return result
