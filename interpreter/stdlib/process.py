"""std.process: programs of the operating system."""

from rpython.rlib import jit

from interpreter.effects import processes
from interpreter.effects.processes import ProcessError
from interpreter.objects.errors import EffectError
from interpreter.objects.numbers import newbool, newint, w_unit
from interpreter.objects.quote import debug_strings
from interpreter.objects.record import Shape, newrecord
from interpreter.objects.text import newstr
from interpreter.objects.variant import err_str, ok, some, w_none
from interpreter.stdlib import utf8
from interpreter.stdlib.args import host_int, host_str, to_bytes
from interpreter.stdlib.json_ import strings
from interpreter.stdlib.parts import field, option_content, text_entries
from interpreter.stdlib.registry import effect
from interpreter.stdlib.work import CONSTANT, each


RESULT_SHAPE = Shape.of(['exit_code', 'stderr', 'stdout'])
STATUS_SHAPE = Shape.of(['code', 'signaled'])


def refusal(host, operation, program):
    """The text for a program that the policy does not allow, else ''."""
    if host.policy.allows_program(program):
        return ''
    return '%s: `%s` not in --allow-proc %s' % (
        operation, program, debug_strings(host.policy.procs))


def started_command(host, w_program, w_args):
    return processes.Command(host_str(w_program), strings(w_args),
                             len(host.policy.procs) > 0)


@effect('process', 'run', each(16, 1))
@jit.dont_look_inside
def run(host, w_program, w_args):
    host.check('proc')
    command = started_command(host, w_program, w_args)
    problem = refusal(host, 'process.run', command.program)
    if problem != '':
        return err_str(problem)
    host.flush()
    try:
        stdout, stderr, status = processes.run(command, host.interrupts)
    except ProcessError as e:
        return err_str('process.run `%s`: %s' % (command.program, e.msg))
    return ok(newrecord(RESULT_SHAPE, [
        newint(status.code), newstr(utf8.repaired(stderr)),
        newstr(utf8.repaired(stdout))]))


@effect('process', 'spawn', each(16, 1))
@jit.dont_look_inside
def spawn(host, w_program, w_args, w_options):
    host.check('proc')
    command = started_command(host, w_program, w_args)
    problem = refusal(host, 'process.spawn', command.program)
    if problem != '':
        return err_str(problem)
    w_cwd = option_content(field(w_options, 'cwd'))
    if w_cwd is not None:
        command.cwd = host_str(w_cwd)
    names, values_w = text_entries(field(w_options, 'env'))
    for i in range(len(names)):
        if not host.policy.allows_variable(names[i]):
            return err_str('process.spawn: variable `%s` is not allowed with '
                           '--allow-proc' % names[i])
        command.names.append(names[i])
        command.values.append(host_str(values_w[i]))
    w_stdin = option_content(field(w_options, 'stdin'))
    stdin = ''
    if w_stdin is not None:
        stdin = to_bytes(w_stdin)
    host.flush()
    try:
        child = command.start(stdin, host.interrupts)
    except ProcessError as e:
        return err_str('process.spawn `%s`: %s' % (command.program, e.msg))
    if w_stdin is not None:
        child.stdin.close_when_written()
    return ok(newint(host.processes.add(child)))


def child_of(host, operation, w_handle):
    child = host.processes.get(host_int(w_handle))
    if not isinstance(child, processes.Child):
        raise unknown_handle(operation)
    return child


def unknown_handle(operation):
    return EffectError('process.%s: closed or unknown ProcessHandle'
                       % operation)


def line_of(host, child, inflow):
    host.flush()
    try:
        line = child.read_line(inflow)
    except ProcessError as e:
        raise EffectError('process.read_*_line: ' + e.msg)
    if line is None:
        return w_none
    if not utf8.is_valid(line):
        raise EffectError(
            'process.read_*_line: stream did not contain valid UTF-8')
    return some(newstr(line))


@effect('process', 'read_stdout_line', CONSTANT)
@jit.dont_look_inside
def read_stdout_line(host, w_handle):
    host.check('proc')
    child = child_of(host, 'read_stdout_line', w_handle)
    return line_of(host, child, child.stdout)


@effect('process', 'read_stderr_line', CONSTANT)
@jit.dont_look_inside
def read_stderr_line(host, w_handle):
    host.check('proc')
    child = child_of(host, 'read_stderr_line', w_handle)
    return line_of(host, child, child.stderr)


@effect('process', 'wait', CONSTANT)
@jit.dont_look_inside
def wait(host, w_handle):
    host.check('proc')
    child = child_of(host, 'wait', w_handle)
    host.processes.remove(host_int(w_handle))
    host.flush()
    status = child.wait()
    return newrecord(STATUS_SHAPE, [newint(status.code),
                                    newbool(status.signaled)])


@effect('process', 'kill', CONSTANT)
@jit.dont_look_inside
def kill(host, w_handle, w_signal):
    host.check('proc')
    host_str(w_signal)
    child = child_of(host, 'kill', w_handle)
    try:
        child.kill()
    except ProcessError as e:
        return err_str('process.kill: ' + e.msg)
    return ok(w_unit)
