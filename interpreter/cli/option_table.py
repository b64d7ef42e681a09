"""Not RPython: runs at import time only.

The commands and options of ``lexvm``, read from the help texts of ``usage``, for
shells and manual pages.  An option is on a line like ``  --flag VALUE   text``;
several on one line, and on lines that end in a comma, share a text.
"""

import re

from interpreter.cli import usage
from interpreter.stdlib.registry import MODULES

FLAG = re.compile(r'(--?[a-z][a-z-]*)(?: ([^ ,]\S*?))?(?:,(?= |$)|$)')
COMMAND = re.compile(r'  ([a-z]+)( .*?)?(?:   *(\S.*))?$')
TEXT_COLUMN = 20

# The commands that take the options of another one, too.
INHERITED = {'replay': 'run'}

GLOBAL = [('--output text|json', 'how results and errors are printed'),
          ('--color auto|always|never', 'whether text is coloured')]

# Values that are names of files.
FILES = ['FILE', 'PATH', 'TRACE']


class Option(object):
    """``value`` is '' for a switch; ``text`` what it does."""

    def __init__(self, flag, value, text):
        self.flag = flag
        self.value = value
        self.text = text

    def choices(self):
        """The words that the value can be, [] if there are others."""
        words = self.value.split('|')
        if len(words) < 2:
            return []
        return [word for word in words if word == word.lower()]

    def takes_file(self):
        return self.value in FILES


class Command(object):
    """``usages`` are the lines behind ``usage:``, ``paragraphs`` the other text."""

    def __init__(self, name, summary):
        self.name = name
        self.summary = summary
        self.usages = []
        self.paragraphs = []
        self.options = []

    def words(self):
        """What its positional arguments may be, besides files."""
        if self.name == 'docs':
            return ['std.' + module for module in MODULES]
        if self.name == 'completions':
            return SHELLS
        if self.name == 'help':
            return [command.name for command in COMMANDS]
        return []

    def takes_files(self):
        return re.search(r'\b(FILE|TRACE)\b', ' '.join(self.usages)) is not None

    def takes_folder(self):
        return re.search(r'\bDIR\b', ' '.join(self.usages)) is not None


SHELLS = ['bash', 'zsh', 'fish']


def read_flags(text):
    """``--a X, --b Y`` -> [(flag, value)]."""
    found = []
    rest = text
    while rest:
        match = FLAG.match(rest)
        if match is None:
            raise ValueError('no options: %r' % text)
        found.append((match.group(1), match.group(2) or ''))
        rest = rest[match.end():].strip()
    return found


def read_options(lines):
    """The Options among the lines of a help text."""
    options = []
    pending = []
    group = []
    for line in lines:
        if line.startswith('  -'):
            flags, _, text = line.strip().partition('  ')
            pending += read_flags(flags)
            if text or not flags.endswith(','):
                group = [Option(flag, value, text.strip()) for flag, value in pending]
                options += group
                pending = []
        elif group and line.startswith(' ' * TEXT_COLUMN):
            for option in group:
                option.text = (option.text + ' ' + line.strip()).strip()
        else:
            group = []
    return options


def read_command(name, summary, help_text):
    command = Command(name, summary)
    paragraphs = help_text.strip('\n').split('\n\n')
    for line in paragraphs[0].splitlines():
        command.usages.append(line.replace('usage:', '', 1).strip())
    for paragraph in paragraphs[1:]:
        if '\n  -' not in '\n' + paragraph:
            command.paragraphs.append(' '.join(paragraph.split()))
    command.options = read_options(help_text.splitlines())
    return command


def read_commands():
    commands = []
    in_list = False
    for line in usage.HELP.splitlines():
        if line == 'commands:':
            in_list = True
        elif line == '':
            in_list = False
        elif in_list and line.startswith(' ' * TEXT_COLUMN):
            commands[-1].summary = (commands[-1].summary + ' ' + line.strip()).strip()
        elif in_list:
            name, _, summary = COMMAND.match(line).groups()
            text = usage.help_for(name)
            if text == usage.HELP:
                text = 'usage: lexvm ' + re.sub(r'  +.*', '', line.strip())
            commands.append(read_command(name, summary or '', text))
    by_name = dict((command.name, command) for command in commands)
    for name in INHERITED:
        mine = set(option.flag for option in by_name[name].options)
        by_name[name].options += [option for option in by_name[INHERITED[name]].options
                                  if option.flag not in mine]
    return commands


COMMANDS = read_commands()
GLOBAL_OPTIONS = [Option(flag, value, text) for flags, text in GLOBAL
                  for flag, value in read_flags(flags)]
