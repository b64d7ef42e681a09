"""The ``--jit`` flag: parameters of the tracing JIT."""

from rpython.rlib.jit import set_user_param

from interpreter import faults
from interpreter.cli.failure import CommandError
from jit_policy import DEFAULT_PARAMETERS, build

# The toolchain knows more parameters; those make its optimizer and its backend
# meet code that they cannot handle.  Variants of loops, for one (retrace_limit,
# 0 by default), crash when a loop is inlined into itself.
NAMES = ['threshold', 'function_threshold', 'trace_eagerness', 'trace_limit',
         'inlining', 'loop_longevity', 'decay', 'max_unroll_loops',
         'max_unroll_recursion', 'disable_unrolling']

# Longer traces overflow the encoding of trace positions.
TRACE_LIMIT_MAX = 6000


def apply_jit_settings(setting):
    """Apply ``on``, ``off`` or ``name=value,...``.  Raises CommandError."""
    set_user_param(None, DEFAULT_PARAMETERS)
    if setting == 'off' or not build.has_jit:
        faults.jit_is_off()
    if setting == 'on':
        return
    if setting != 'off':
        _refuse_unknown_names(setting)
        _refuse_long_traces(setting)
    try:
        set_user_param(None, setting)
    except ValueError:
        raise _bad_setting(setting)


def _refuse_unknown_names(setting):
    for pair in setting.split(','):
        equals = pair.find('=')
        if equals < 0 or pair[:equals].strip(' ') not in NAMES:
            raise _bad_setting(setting)


def _refuse_long_traces(setting):
    for pair in setting.split(','):
        pair = pair.strip(' ')
        if not pair.startswith('trace_limit='):
            continue
        try:
            limit = int(pair[len('trace_limit='):])
        except ValueError:
            raise _bad_setting(setting)
        if limit > TRACE_LIMIT_MAX:
            raise CommandError('--jit: trace_limit cannot exceed %d'
                               % TRACE_LIMIT_MAX)


def _bad_setting(setting):
    return CommandError(
        '--jit: `%s` is neither `on` nor `off` nor `name=number,...` with the '
        'names %s' % (setting, ', '.join(NAMES)))
