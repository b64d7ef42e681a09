"""Runs the examples of interpreter/stdlib/pages.

    python -m tests.stdlib.examples MODULE...

prints what they give.
"""

import sys

from interpreter.cli.output import Reporter
from interpreter.cli.run_options import parse_run_options
from interpreter.cli.value_text import shown
from interpreter.cli.workspace import INPUT, Workspace
from interpreter.effects.policy import KNOWN_KINDS
from interpreter.objects.errors import VMError
from interpreter.objects.numbers import w_unit
from interpreter.stdlib.manual import PAGES


def new_workspace():
    options = parse_run_options(['--allow-effects', ','.join(KNOWN_KINDS),
                                 '--allow-approval', 'deploy', '-'])
    return Workspace(options, Reporter('repl', False))


def check(entry):
    """Check the types of an example; raises Rejected."""
    workspace = new_workspace()
    for text in entry.inputs:
        expression = workspace.expression(text)
        workspace.keep(expression, w_unit)


def run(entry):
    """The text of the value of the last input; raises Rejected and VMError."""
    workspace = new_workspace()
    for text in entry.inputs:
        expression = workspace.expression(text)
        session = workspace.session(expression)
        w_value = session.invoke(
            INPUT, [binding.w_value for binding in expression.arguments])
        workspace.host.flush()
        workspace.keep(expression, w_value)
    return shown(w_value, 2000)


def main(modules):
    for module in modules:
        for entry in PAGES[module].entries:
            try:
                print('%s => %s' % (entry.path(), run(entry)))
            except VMError as error:
                print('%s fails: %s' % (entry.path(), error.display()))


if __name__ == '__main__':
    main(sys.argv[1:])
