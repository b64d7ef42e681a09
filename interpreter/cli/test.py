"""``lexvm test``: run the tests of files and folders."""

import os

from interpreter.cli.failure import EXIT_ERROR, EXIT_OK, CommandError
from interpreter.cli.file_argument import asks_for_help
from interpreter.cli.jit_settings import apply_jit_settings
from interpreter.cli.output import abbreviated, write_error, write_out
from interpreter.cli.test_options import WATCH, TestOptions, test_files
from interpreter.cli.test_report import (
    check_junit, count_failed, line, to_json, to_xml, write_junit)
from interpreter.cli.test_runs import TestFile
from interpreter.cli.usage import TEST_HELP
from interpreter.cli.watch import watch_paths
from interpreter.diagnostics.paint import NEVER, paint_for
from interpreter.diagnostics.report import report
from interpreter.effects.host import STDERR, STDOUT


def test(words, reporter):
    """Raises CommandError, also if a test fails, and OutputError."""
    if asks_for_help(words):
        write_out(TEST_HELP)
        return EXIT_OK
    options = TestOptions(words)
    paths = test_files(options.paths)
    if options.junit != '':
        check_junit(options.junit)
    if len(paths) == 0 and not reporter.as_json:
        write_out('no test_*.lex files found in %s\n' % options.paths[0])
        return EXIT_OK
    apply_jit_settings(options.run.jit)
    tests = _run(paths, options, reporter)
    if len(tests) == 0 and options.filter != '':
        raise CommandError('no test matches `%s`' % abbreviated(options.filter))
    if options.junit != '':
        write_junit(options.junit, to_xml(
            tests, [_explanation(test, paint_for(STDERR, NEVER)) for test in tests]))
    failed = count_failed(tests)
    if reporter.as_json:
        reporter.success(to_json(tests))
        return EXIT_OK if failed == 0 else EXIT_ERROR
    write_out('\n%d passed, %d failed\n' % (len(tests) - failed, failed))
    if failed > 0:
        raise CommandError('%d test file(s) failed' % _failed_files(tests))
    return EXIT_OK


def watch_tests(words, commands):
    """The same again whenever a file of the tests, or one that they import, changes.
    Raises CommandError."""
    options = TestOptions(words)
    test_files(options.paths)
    watch_paths(options.paths, ['test'] + [word for word in words if word != WATCH],
                commands)
    return EXIT_OK


def _run(paths, options, reporter):
    with_times = options.times or os.isatty(STDOUT)
    tests = []
    done = {}
    for path in paths:
        for test in TestFile(path, options, done).run(reporter):
            tests.append(test)
            if not reporter.as_json:
                write_out(line(test, with_times))
                write_error(_explanation(test, reporter.paint(STDERR)))
    return tests


def _explanation(test, paint):
    """The place, the source and the stack of a failure; '' if there is no more to say
    than the message."""
    error = test.error
    if error is None:
        return ''
    diagnosis = error.diagnosis
    if diagnosis is None:
        return ''
    if not diagnosis.span.is_known() and error.details == '':
        return ''
    return report(diagnosis, error.sources, paint) + error.details + '\n'


def _failed_files(tests):
    count = 0
    last = ''
    for test in tests:
        if test.error is not None and test.path != last:
            count += 1
            last = test.path
    return count
