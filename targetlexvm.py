"""RPython target of LexVM: ``make`` translates it, ``build/python`` can run it.

Nothing escapes from ``entry_point``: whatever the interpreter fails to handle becomes
one line on stderr and exit code 70 (``interpreter/faults.py``).
"""

from rpython.rlib.objectmodel import we_are_translated
from rpython.rlib.rstackovf import StackOverflow, check_stack_overflow

import toolchain_fixes
from interpreter import collector, faults, hashing, stack
from interpreter.cli.main import main
from jit_policy import LexJitHooks, LexJitPolicy, build, statistics

assert toolchain_fixes.APPLIED


def entry_point(argv):
    """Run LexVM with the program's arguments; returns the exit code."""
    faults.catch()
    collector.use_defaults()
    hashing.use_keyed_hashes()
    statistics.reset()
    stack.use_limit()
    try:
        return main(argv)
    except StackOverflow:
        check_stack_overflow()
        return faults.report('out of stack')
    except MemoryError:
        return faults.report('out of memory')
    except Exception as e:
        return faults.report('unexpected ' + exception_name(e))


def exception_name(e):
    """Name the class of an exception."""
    if not we_are_translated():
        return type(e).__name__
    # A translated str(e) is "<KeyError object at 0x...>".  Reading e.__class__ would
    # fix the set of exception classes before the JIT adds its own.
    text = str(e)
    end = text.find(' ')
    if end < 1:
        return text
    return text[1:end]


def target(driver, args):
    build.has_jit = driver.config.translation.jit
    if build.has_jit:
        driver.exe_name = 'lexvm'
    else:
        driver.exe_name = 'lexvm-nojit'
    return entry_point, None


def jitpolicy(driver):
    return LexJitPolicy(LexJitHooks())


if __name__ == '__main__':
    import sys
    sys.exit(entry_point(sys.argv))
