"""Type errors as the commands that run programs report them."""

from interpreter.check.checker import check_program
from interpreter.cli.output import write_error
from interpreter.objects.json import JsonError, from_json, to_json


def accepts_types(stages, reporter):
    """Check ``stages`` before they run; reports the errors, if any.

    Calls that decode text into known records are rewritten in place to their
    validating forms.  Raises OutputError.
    """
    errors = check_program(stages, True)
    if len(errors) == 0:
        return True
    if reporter.as_json:
        objects = [_with_sorted_keys(error.json()) for error in errors]
        reporter.success('{"errors":[%s],"phase":"type-check"}'
                         % ','.join(objects))
    else:
        for error in errors:
            write_error(error.json() + '\n')
    return False


def _with_sorted_keys(document):
    try:
        return to_json(from_json(document))
    except JsonError:
        return document         # nests deeper than the reader goes
