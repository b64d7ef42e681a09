"""The command line of ``lexvm run``."""

from interpreter.cli.failure import CommandError
from interpreter.cli.run_limits import FLAGS as LIMIT_FLAGS, RunLimits, integer
from interpreter.effects import line_editor
from interpreter.effects.policy import Policy

USAGE = ('usage: lexvm run [policy] <file> [fn] [args] '
         'or <file> -- [program args]')

REPL_USAGE = 'usage: lexvm repl [policy] [<file>]'

# Flags of ``run`` that a session has no use for.
NOT_FOR_SESSIONS = ['--trace', '--wall', '--hook', '--repeat', '--policy', '--dry-run',
                    '--memo-stats', '--jit-stats', '--profile', '--profile-calls']

REPLAY_USAGE = ('usage: lexvm replay [policy] [--override NODE=JSON]... '
                '<trace> <file> [fn] [args]')


class RunOptions(object):
    """What to run and under which conditions."""

    def __init__(self):
        self.path = ''
        self.function = 'main'
        self.words = []             # the words behind the function
        self.args = []              # those of them that are arguments: JSON texts
        self.program_args = []      # the words behind ``--``
        self.allow_effects = []
        self.allow_fs_read = []
        self.allow_fs_write = []
        self.allow_net_hosts = []
        self.allow_procs = []
        self.allow_approvals = []
        self.budget = -1            # -1: no ceiling
        self.limits = RunLimits()
        self.jit = 'on'             # 'on', 'off' or 'name=value,...'
        self.jit_stats = False
        self.memo_stats = False
        self.profile = ''           # '' or where to write the profile
        self.profile_calls = False
        self.repeat = 0             # 0: once, untimed
        self.hook = ''              # '' or what install_hook knows
        self.trace = ''             # '' or where to write the trace
        self.is_replay = False
        self.is_session = False     # for repl
        self.editor = 'auto'        # one of line_editor.CHOICES
        self.replayed = ''          # for replay: the saved trace
        self.overrides = []         # for replay: NODE=JSON
        self.dry_run = False
        self.wall = 'auto'          # 'auto', 'on' or 'off'
        self.shows_policy = False
        self.help = False

    def policy(self):
        return Policy(self.allow_effects, self.allow_fs_read,
                      self.allow_fs_write, self.allow_net_hosts,
                      self.allow_procs, self.allow_approvals, self.budget)


class Words(object):
    """The words of the command line that are still to be read."""

    def __init__(self, words):
        self.words = words
        self.next = 0

    def at_end(self):
        return self.next >= len(self.words)

    def peek(self):
        return self.words[self.next]

    def take(self):
        word = self.words[self.next]
        self.next += 1
        return word

    def rest(self):
        start = self.next
        assert start >= 0
        self.next = len(self.words)
        return self.words[start:]


def parse_run_options(words):
    """The words after ``run`` -> RunOptions.  Raises CommandError.

    A flag's value is the next word, or follows ``=`` in the same word.
    """
    options = RunOptions()
    positional = _parse_words(options, words)
    if not options.help:
        if len(positional) == 0:
            raise CommandError(USAGE)
        _set_call(options, positional)
    return options


def parse_replay_options(words):
    """The words after ``replay`` -> RunOptions; ``function`` is '' if it is
    left out.  Raises CommandError."""
    options = RunOptions()
    options.is_replay = True
    options.function = ''
    positional = _parse_words(options, words)
    if not options.help:
        if len(positional) < 2:
            raise CommandError(REPLAY_USAGE)
        options.replayed = positional[0]
        _set_call(options, positional[1:])
    return options


def parse_repl_options(words):
    """The words after ``repl`` -> RunOptions; ``path`` is '' if it is left out.
    Raises CommandError."""
    options = RunOptions()
    options.is_session = True
    positional = _parse_words(options, words)
    if len(positional) > 1:
        raise CommandError(REPL_USAGE)
    if len(positional) == 1:
        options.path = positional[0]
    return options


def _parse_words(options, words):
    """Set the flags; -> the other words."""
    positional = []
    remaining = Words(words)
    while not remaining.at_end():
        word = remaining.take()
        if word == '--':
            options.program_args = remaining.rest()
        elif word == '-h':
            options.help = True
        elif word.startswith('--'):
            parse_flag(options, word, remaining)
        else:
            positional.append(word)
    if options.profile_calls and options.profile == '':
        raise CommandError('--profile-calls needs --profile FILE')
    return positional


def _set_call(options, positional):
    options.path = positional[0]
    if len(positional) > 1:
        options.function = positional[1]
    for i in range(2, len(positional)):
        options.words.append(positional[i])
    if len(options.program_args) == 0:
        options.args = options.words


def parse_flag(options, word, remaining):
    if options.is_session:
        for flag in NOT_FOR_SESSIONS:
            if word == flag or word.startswith(flag + '='):
                raise CommandError('%s is a flag of `lexvm run`, not of `lexvm repl`'
                                   % flag)
    if word == '--jit':
        options.jit = 'on'
        if not remaining.at_end() and _is_jit_setting(remaining.peek()):
            options.jit = remaining.take()
        return
    if word == '--jit-stats':
        options.jit_stats = True
        return
    if word == '--memo-stats':
        options.memo_stats = True
        return
    if word == '--profile-calls':
        options.profile_calls = True
        return
    if word == '--policy':
        options.shows_policy = True
        return
    if word == '--dry-run':
        options.dry_run = True
        return
    if word == '--help':
        options.help = True
        return
    flag = word
    value = ''
    equals = word.find('=')
    if equals >= 0:
        flag = word[:equals]
        value = word[equals + 1:]
    if flag == '--jit':
        options.jit = value
        return
    if not takes_value(flag) and not (
            options.is_replay and flag == '--override') and not (
            options.is_session and flag == '--editor'):
        command = 'run'
        if options.is_replay:
            command = 'replay'
        elif options.is_session:
            command = 'repl'
        raise CommandError('unknown flag `%s`; try `lexvm %s --help`'
                           % (flag, command))
    if equals < 0:
        if remaining.at_end():
            raise CommandError('%s needs a value' % flag)
        value = remaining.take()
    _set_value(options, flag, value)


def _is_jit_setting(word):
    """``--jit`` alone is allowed, so its value must be recognisable."""
    if word == 'on' or word == 'off':
        return True
    return word.find('=') > 0 and not word.startswith('-')


def takes_value(flag):
    return flag in LIMIT_FLAGS or flag in [
        '--allow-effects', '--allow-fs-read', '--allow-fs-write',
        '--allow-net-host', '--allow-proc', '--allow-approval', '--budget',
        '--hook', '--profile', '--repeat', '--trace', '--wall']


def _set_value(options, flag, value):
    if flag in LIMIT_FLAGS:
        options.limits.set(flag, value)
    elif flag == '--allow-effects':
        options.allow_effects = _split(value)
    elif flag == '--allow-fs-read':
        options.allow_fs_read.append(value)
    elif flag == '--allow-fs-write':
        options.allow_fs_write.append(value)
    elif flag == '--allow-net-host':
        options.allow_net_hosts.append(value)
    elif flag == '--allow-proc':
        options.allow_procs.extend(_split(value))
    elif flag == '--allow-approval':
        options.allow_approvals.extend(_split(value))
    elif flag == '--override':
        options.overrides.append(value)
    elif flag == '--trace':
        if value == '':
            raise CommandError('--trace needs a value')
        options.trace = value
    elif flag == '--profile':
        if value == '':
            raise CommandError('--profile needs a value')
        options.profile = value
    elif flag == '--wall':
        if value != 'auto' and value != 'on' and value != 'off':
            raise CommandError('--wall must be auto, on or off: `%s`' % value)
        options.wall = value
    elif flag == '--editor':
        if value not in line_editor.CHOICES:
            raise CommandError('--editor must be auto, libedit, readline or none: `%s`'
                               % value)
        options.editor = value
    elif flag == '--hook':
        options.hook = value
    elif flag == '--budget':
        options.budget = integer(flag, value)
    else:
        options.repeat = integer(flag, value)


def _split(value):
    """The non-empty pieces between commas."""
    return [piece for piece in value.split(',') if piece != '']
