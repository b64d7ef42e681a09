"""Type errors as the commands report them."""

from interpreter.check.checker import Checker
from interpreter.cli.output import write_error
from interpreter.diagnostics.diagnosis import distinct
from interpreter.diagnostics.report import report_all
from interpreter.effects.host import STDERR

# So many errors are shown to people.
MOST_SHOWN = 50


def accepted(program, reporter):
    """Check a loading.Loaded before it runs; -> its Checker, or None after the
    errors were reported.

    Calls that decode text into known records are rewritten in place to their
    validating forms.  Raises OutputError.
    """
    checker = Checker(program.stages)
    errors = checker.check()
    if len(errors) == 0:
        checker.rewrite_decodes()
        return checker
    if reporter.as_json:
        objects = [error.json(program.sources) for error in errors]
        reporter.success('{"errors":[%s],"phase":"type-check"}' % ','.join(objects))
    else:
        write_error(errors_text(errors, program.sources, reporter.paint(STDERR)))
    return None


def errors_text(errors, sources, paint):
    """The report of type errors, each mistake once, and how many there are."""
    diagnoses = distinct([error.explained() for error in errors])
    count = len(diagnoses)
    shown = diagnoses
    if count > MOST_SHOWN:
        shown = [diagnoses[i] for i in range(MOST_SHOWN)]
    text = report_all(shown, sources, paint)
    if count > MOST_SHOWN:
        text += '\n%d errors, of which %d are shown\n' % (count, MOST_SHOWN)
    elif count > 1:
        text += '\n%d errors\n' % count
    return text
