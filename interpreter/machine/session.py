"""A program on a machine: the entry to running Lex code."""

from interpreter.bytecode.compiler import compile_program
from interpreter.effects.host import Host
from interpreter.effects.policy import DeclaredEffect, FunctionEffects
from interpreter.machine import linker
from interpreter.machine.call import invoke_function
from interpreter.machine.modes import HOOKED, OBSERVED, PROFILED
from interpreter.machine.profiler import FIRST_INTERVAL, Profiler
from interpreter.machine.recorder import TreeRecorder
from interpreter.machine.vm import MAX_DEPTH, VM
from interpreter.objects.errors import Panic

DEFAULT_MAX_STEPS = 10 * 1000 * 1000


class Session(object):
    """Compiles ``stages`` and runs functions of theirs on one machine: steps
    and memo go on from call to call.  Raises CompileError."""

    def __init__(self, stages, policy, argv, max_steps, max_depth=MAX_DEPTH,
                 host=None):
        """``argv`` are the program's own arguments; ``max_steps`` 0 is no
        limit; ``host`` one of an earlier session with the policy, to go on with."""
        self.program = compile_program(stages, linker.STD_ARITIES)
        linker.link(self.program)
        self.policy = policy
        self.host = host
        if host is None:
            self.host = Host(policy, argv)
        self.vm = VM(self.host, max_steps, max_depth)
        self.vm.program = self.program

    def static_violations(self):
        """-> the declared effects that the policy does not grant."""
        declared = []
        for function in self.program.functions:
            effects = []
            for effect in function.effects:
                effects.append(DeclaredEffect(effect.kind, effect.arg_kind,
                                              effect.arg_text, effect.arg_int))
            declared.append(FunctionEffects(function.name, effects))
        return self.policy.violations(declared)

    def install_hook(self, hook):
        """Consult ``hook`` from now on at calls of the functions that it
        accepts."""
        self.vm.hook = hook
        for function in self.program.functions:
            function.declined_offers = 0
            function.asks_hook = hook.accepts_function(function)
            if function.asks_hook:
                self.vm.base_mode |= HOOKED

    def profile(self, interval=FIRST_INTERVAL):
        """Take samples from now on; -> the Profiler.  The machine must have a Check,
        since only then steps are handed out in slices."""
        profiler = Profiler(self.vm.max_depth, interval)
        self.vm.profiler = profiler
        self.vm.base_mode |= PROFILED
        self.vm.slice_size = profiler.due
        self.vm.set_remaining(self.vm.remaining())
        return profiler

    def observe(self):
        """-> the TreeRecorder of the trace events from now on."""
        recorder = TreeRecorder()
        self.observe_with(recorder)
        return recorder

    def observe_with(self, recorder):
        """Report the trace events to ``recorder`` from now on."""
        self.vm.base_mode |= OBSERVED
        self.vm.recorder = recorder

    def invoke(self, name, args_w):
        """Call the function ``name``; -> its value.  Raises VMError."""
        function = self.program.find(name)
        if function is None:
            raise Panic('no function `%s`' % name)
        return invoke_function(self.vm, function, args_w, self.vm.base_depth)

    def forget_results(self):
        """Empty the memo of this machine; functions that have stopped to probe
        do not start again."""
        for memo in self.vm.used_memos:
            memo.forget_results()

    def steps(self):
        return self.vm.steps()
