"""The mode of an activation: a green constant of the dispatch loop.

Each combination of flags is its own specialisation of compiled code, so a
flag that is off costs nothing.
"""

EXACT = 1       # little fuel is left: test it before every instruction
OBSERVED = 2    # a recorder wants the trace events
HOOKED = 4      # a JitHook is consulted at calls
COUNTED = 8     # somebody will read the memo counters
WORKER = 16     # a worker of par_map runs: it has a memo of its own
PROFILED = 32   # a profiler takes samples
CALLS = 64      # calls are counted


def describe(mode):
    text = ''
    if mode & EXACT:
        text += ' exact'
    if mode & OBSERVED:
        text += ' observed'
    if mode & HOOKED:
        text += ' hooked'
    if mode & COUNTED:
        text += ' counted'
    if mode & WORKER:
        text += ' worker'
    if mode & PROFILED:
        text += ' profiled'
    if mode & CALLS:
        text += ' calls'
    return text
