"""``lexvm run``: call one function of a program and print its result."""

from interpreter.bytecode.errors import CompileError
from interpreter.cli import dry_run, policy_report
from interpreter.cli.arguments import arguments, check_utf8
from interpreter.cli.failure import (
    EXIT_DRY_RUN, EXIT_OK, EXIT_POLICY, EXIT_TYPE_ERRORS, CommandError)
from interpreter.cli.hooks import hook_for
from interpreter.cli.invocation import Attention, invoke
from interpreter.cli.jit_settings import apply_jit_settings
from interpreter.cli.loading import load
from interpreter.cli.output import write_error, write_out
from interpreter.cli.profile import Profile
from interpreter.cli.run_options import parse_run_options
from interpreter.cli.stack_report import RUNTIME
from interpreter.cli.tracing import Trace
from interpreter.cli.type_errors import accepted
from interpreter.cli.usage import RUN_HELP
from interpreter.cli.violations import (
    unknown_grant, violations_data, violations_text)
from interpreter.effects import kernel_wall
from interpreter.effects.host import STDERR, OutputError
from interpreter.effects.kernel_wall import Wall
from interpreter.effects.policy import as_kept
from interpreter.machine.modes import COUNTED
from interpreter.machine.session import Session
from interpreter.objects.json import to_json
from jit_policy import statistics


def run(words, reporter):
    """Run the command with the words after ``run``; returns the exit code.

    Raises CommandError and OutputError.
    """
    options = parse_run_options(words)
    if options.help:
        write_out(RUN_HELP)
        return EXIT_OK
    return run_program(options, reporter)


def run_program(options, reporter):
    """Run what the RunOptions say; returns the exit code.

    Raises CommandError and OutputError.
    """
    if options.shows_policy:
        write_out(policy_report.report(options))
        return EXIT_OK
    if options.dry_run:
        dry_run.report(options, reporter)
        return EXIT_DRY_RUN
    options.limits.start(reporter)
    program = load(options.path)
    checker = accepted(program, reporter)
    if checker is None:
        return EXIT_TYPE_ERRORS
    session = _session(program.stages, options)
    _check_grants(session.policy, program.stages)
    violations = session.static_violations()
    if len(violations) > 0:
        _report_violations(violations, program, options, reporter)
        return EXIT_POLICY
    options.limits.apply(session)
    apply_jit_settings(options.jit)
    hook = hook_for(session, options.hook)
    if hook is not None:
        session.install_hook(hook)
    if options.memo_stats:
        session.vm.base_mode |= COUNTED
    try:
        _call(session, program, checker, options, reporter)
    finally:
        if options.jit_stats:
            write_error('steps: %d\n%s' % (session.steps(),
                                           statistics.report()))
            if hook is not None:
                write_error(hook.report())
        if options.memo_stats:
            vm = session.vm
            write_error('memo: %d hits, %d misses, %d skips\n' % (
                vm.memo_hits, vm.memo_misses, vm.memo_skips))
    return EXIT_OK


def _session(stages, options):
    for word in options.program_args:
        check_utf8(word)
    try:
        return Session(stages, as_kept(options.policy()), options.program_args,
                       options.limits.steps, options.limits.depth)
    except CompileError as error:
        raise CommandError('compile: ' + error.msg)


def _check_grants(policy, stages):
    """Raises CommandError for a grant of what is no effect."""
    for grant in policy.grant_list:
        mistake = unknown_grant(grant, stages)
        if mistake != '':
            raise CommandError('--allow-effects: ' + mistake)


def _call(session, program, checker, options, reporter):
    args_w = arguments(program, checker, options)
    profile = Profile(options.profile)
    trace = Trace(options.trace, options.overrides, session)
    attention = Attention(session, options.limits.steps)
    profile.start(session, options.profile_calls)
    try:
        _build_wall(options, trace)
        try:
            _call_traced(session, program.sources, options, args_w, trace, reporter)
        finally:
            profile.save(session, program.sources, options.profile_calls)
    finally:
        attention.end()
        trace.discard()
        profile.close()


def _build_wall(options, trace):
    """Let the kernel keep the policy too.  Raises CommandError if it must and
    cannot."""
    if options.wall == 'off':
        return
    wall = Wall(options.policy())
    folder = trace.folder()
    if folder != '':
        wall.allow_replacing(trace.file.place, folder)
    if not wall.build() and options.wall == 'on':
        raise CommandError('--wall on: this kernel offers %s; Landlock and seccomp '
                           'are needed' % kernel_wall.available())


def _call_traced(session, sources, options, args_w, trace, reporter):
    """Raises CommandError, OutputError and, from a blocked write, Interrupted."""
    failure = None
    output_error = None
    w_result = None
    try:
        w_result = invoke(session, options.function, args_w, sources,
                          options.repeat)
    except CommandError as error:
        failure = error
    except OutputError as error:
        output_error = error
    try:
        session.host.flush()
    except OutputError as error:
        output_error = error
    message = ''
    if failure is not None:
        message = _without_prefix(failure.message)
    elif output_error is not None:
        message = output_error.message()
        w_result = None
    try:
        trace.save(options.function, w_result, message, reporter)
    except CommandError as error:
        if failure is None:
            failure = error
        else:
            write_error('error: %s\n' % error.message)
    if output_error is not None:
        raise output_error
    if w_result is not None:
        result = to_json(w_result)
        session.host.output_limit.count(len(result) + 1)
        _print_result(result, trace.run_id, reporter)
    if failure is not None:
        raise failure


def _without_prefix(message):
    if message.startswith(RUNTIME):
        return message[len(RUNTIME):]
    return message


def _print_result(result, run_id, reporter):
    if not reporter.as_json:
        write_out(result + '\n')
    elif run_id == '':
        reporter.success('{"result":' + result + '}')
    else:
        reporter.success('{"result":%s,"trace_id":"%s"}' % (result, run_id))


def _report_violations(violations, program, options, reporter):
    if reporter.as_json:
        reporter.success('{"phase":"policy","violations":%s}'
                         % violations_data(violations, program, options))
    else:
        write_error(violations_text(violations, program, options,
                                    reporter.paint(STDERR)))
