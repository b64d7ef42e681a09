"""Not RPython: runs at import time only.

The manual page of ``lexvm``, made of the table of options.
"""

import re

from interpreter.cli import failure, usage
from interpreter.cli.option_table import COMMANDS, GLOBAL_OPTIONS
from interpreter.cli.output import LANGUAGE_VERSION, LEXVM_VERSION

HEAD = r'''.TH LEXVM 1 "" "LexVM %s" "Lex %s"
.SH NAME
lexvm \- run, check and explore programs written in Lex
.SH SYNOPSIS
.B lexvm
.RI [ options ]
.I command
\&...
.SH DESCRIPTION
'''

TAIL = r'''.SH EXIT STATUS
.TP
.B %d
success
.TP
.B %d
an error: the command line, a file, the syntax, or the run
.TP
.B %d
type errors, and examples that do not hold
.TP
.B %d
the policy forbids an effect
.TP
.B %d
the plan of
.B run \-\-dry\-run
.TP
.B 70
LexVM itself has failed
.TP
.B 128+N
ended by signal N
.SH ENVIRONMENT
.TP
.B NO_COLOR
if it is not empty, nothing is coloured
.TP
.B LEX_PACKAGES_DIR
where packages are, instead of
.I ~/.lex/packages
.TP
.B LEXVM_HISTORY
the file of the history of
.BR repl ,
instead of
.IR ~/.lexvm_history ;
if it is empty, there is none
.SH SEE ALSO
.BR "lexvm docs" ,
the manual of the standard library
'''


def roff(text):
    """A text without the signs that roff reads."""
    text = text.replace('\\', '\\e').replace('-', '\\-')
    if text.startswith(('.', "'")):
        text = '\\&' + text
    return text


def _option(option):
    text = '.TP\n\\fB%s\\fR' % roff(option.flag)
    if option.value:
        text += ' \\fI%s\\fR' % roff(option.value)
    return text + '\n' + roff(option.text) + '\n'


def _command(command):
    text = '.SS %s\n' % command.name
    for line in command.usages:
        text += '.B %s\n.br\n' % roff(line)
    for paragraph in command.paragraphs:
        text += '.PP\n%s\n' % roff(paragraph)
    return text + ''.join(_option(option) for option in command.options)


def page():
    text = HEAD % (LEXVM_VERSION, LANGUAGE_VERSION)
    intro = usage.HELP.splitlines()[0]
    files = re.sub(r'\s+', ' ', usage.HELP.split('\n\n')[-1]).strip()
    text += '%s\n%s\n.SH OPTIONS\n' % (roff(intro), roff(files))
    for option in GLOBAL_OPTIONS:
        text += _option(option)
    text += '.SH COMMANDS\n'
    for command in COMMANDS:
        text += _command(command)
    return text + TAIL % (failure.EXIT_OK, failure.EXIT_ERROR, failure.EXIT_TYPE_ERRORS,
                          failure.EXIT_POLICY, failure.EXIT_DRY_RUN)


PAGE = page()
