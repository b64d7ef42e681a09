"""The hooks that ``lexvm run --hook`` can install, for tests of the seam."""

from rpython.rlib.rarithmetic import intmask, r_uint
from rpython.rlib.rrandom import Random

from interpreter.cli.failure import CommandError
from interpreter.machine.call import invoke_function
from interpreter.machine.kernel import compile_kernel
from interpreter.objects.errors import Panic, VMError
from jit_policy import EligibleHook, is_eligible


class CountingHook(EligibleHook):
    """Declines, and counts what it does."""

    def __init__(self):
        self.answered = 0
        self.declined = 0
        self.failed = 0

    def try_call(self, fn_id, args_w, steps, limit):
        try:
            w_value = self.answer(fn_id, args_w, steps)
        except VMError as error:
            self.failed += 1
            raise error
        if w_value is None:
            self.declined += 1
        else:
            self.answered += 1
        return w_value

    def answer(self, fn_id, args_w, steps):
        """-> the value of a call, or None."""
        return None

    def report(self):
        return 'hook: %d answered, %d declined, %d failed\n' % (
            self.answered, self.declined, self.failed)


class KernelHook(CountingHook):
    """Answers the calls of functions that have a kernel."""

    def __init__(self, session):
        CountingHook.__init__(self)
        self.session = session
        self.kernels = [None] * len(session.program.functions)
        for function in session.program.functions:
            if is_eligible(function):
                self.kernels[function.index] = compile_kernel(function)

    def accepts_function(self, code):
        return self.kernels[code.index] is not None

    def answer(self, fn_id, args_w, steps):
        kernel = self.kernels[fn_id]
        if kernel is None:
            return None
        return kernel.call(args_w, steps)


class RandomHook(KernelHook):
    """Answers, declines and, if it may, fails by chance.  It answers with the
    kernel or by running the function on the machine itself."""

    def __init__(self, session, seed, may_fail):
        KernelHook.__init__(self, session)
        self.random = Random(r_uint(seed))
        self.may_fail = may_fail

    def accepts_function(self, code):
        return is_eligible(code)

    def answer(self, fn_id, args_w, steps):
        choice = intmask(self.random.genrand32()) & 255
        if choice < 100:
            return None
        if choice < 180:
            return KernelHook.answer(self, fn_id, args_w, steps)
        if choice == 255 and self.may_fail:
            raise Panic('the hook fails')
        vm = self.session.vm
        return invoke_function(vm, self.session.program.functions[fn_id],
                               args_w, vm.base_depth)


def hook_for(session, setting):
    """-> the CountingHook that the value of ``--hook`` asks for, None for ''.
    Raises CommandError."""
    if setting == '':
        return None
    if setting == 'kernel':
        return KernelHook(session)
    if setting == 'decline':
        return CountingHook()
    if setting.startswith('random='):
        return RandomHook(session, _seed(setting, len('random=')), False)
    if setting.startswith('failing='):
        return RandomHook(session, _seed(setting, len('failing=')), True)
    raise _bad_setting(setting)


def _seed(setting, start):
    try:
        return int(setting[start:])
    except ValueError:
        raise _bad_setting(setting)


def _bad_setting(setting):
    return CommandError('--hook: `%s` is none of kernel, decline, random=SEED '
                        'and failing=SEED' % setting)
