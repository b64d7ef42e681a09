"""The hooks that ``lexvm run --hook`` can install, for tests of the seam."""

from rpython.rlib.rarithmetic import intmask, r_uint
from rpython.rlib.rrandom import Random

from interpreter.cli.failure import CommandError
from interpreter.machine.call import invoke_function
from interpreter.machine.kernel import compile_kernel
from interpreter.objects.errors import Panic
from jit_policy import EligibleHook, is_eligible


class KernelHook(EligibleHook):
    """Answers the calls of functions that have a kernel."""

    def __init__(self, session):
        self.session = session
        self.kernels = [None] * len(session.program.functions)
        for function in session.program.functions:
            if is_eligible(function):
                self.kernels[function.index] = compile_kernel(function)

    def accepts_function(self, code):
        return self.kernels[code.index] is not None

    def try_call(self, fn_id, args_w, steps, limit):
        return self.call_kernel(fn_id, args_w, steps)

    def call_kernel(self, fn_id, args_w, steps):
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

    def try_call(self, fn_id, args_w, steps, limit):
        choice = intmask(self.random.genrand32()) & 255
        if choice < 100:
            return None
        if choice < 180:
            return self.call_kernel(fn_id, args_w, steps)
        if choice == 255 and self.may_fail:
            raise Panic('the hook fails')
        vm = self.session.vm
        return invoke_function(vm, self.session.program.functions[fn_id],
                               args_w, vm.base_depth)


def install_hook(session, setting):
    """Install what the value of ``--hook`` asks for; '' is no hook.  Raises
    CommandError."""
    if setting == '':
        return
    if setting == 'kernel':
        session.install_hook(KernelHook(session))
    elif setting == 'decline':
        session.install_hook(EligibleHook())
    elif setting.startswith('random='):
        session.install_hook(RandomHook(session, _seed(setting, len('random=')),
                                        False))
    elif setting.startswith('failing='):
        session.install_hook(RandomHook(session, _seed(setting, len('failing=')),
                                        True))
    else:
        raise _bad_setting(setting)


def _seed(setting, start):
    try:
        return int(setting[start:])
    except ValueError:
        raise _bad_setting(setting)


def _bad_setting(setting):
    return CommandError('--hook: `%s` is none of kernel, decline, random=SEED '
                        'and failing=SEED' % setting)
