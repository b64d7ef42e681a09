"""The outcomes of tests as lines, as JSON, and as the XML that JUnit made common."""

import os

from rpython.rlib.rstring import assert_str0

from interpreter.canonical.json import quote
from interpreter.cli import temporary
from interpreter.cli.failure import CommandError
from interpreter.cli.output import abbreviated
from interpreter.cli.test_runs import UNKNOWN
from interpreter.cli.xml_text import escaped
from interpreter.effects import files
from interpreter.source import files as source_files

XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites'


def line(test, with_times):
    """``ok   PATH`` or ``FAIL PATH -- message``."""
    text = 'ok   ' + test.title()
    if test.error is not None:
        text = 'FAIL %s \xe2\x80\x94 %s' % (test.title(), test.error.message)
    if with_times:
        text += '  (' + _details(test) + ')'
    return text + '\n'


def _details(test):
    text = '%s ms' % _milliseconds(test)
    if test.steps != UNKNOWN:
        text += ', %d steps' % test.steps
    if test.cases != UNKNOWN:
        text += ', %d cases' % test.cases
    return text


def _milliseconds(test):
    return '%d.%d' % (test.microseconds // 1000, test.microseconds % 1000 // 100)


def count_failed(tests):
    count = 0
    for test in tests:
        if test.error is not None:
            count += 1
    return count


def to_json(tests):
    failed = count_failed(tests)
    return '{"failed":%d,"passed":%d,"tests":[%s]}' % (
        failed, len(tests) - failed, ','.join([_test_json(test) for test in tests]))


def _test_json(test):
    members = []
    if test.cases != UNKNOWN:
        members.append('"cases":%d' % test.cases)
    members.append('"duration_ms":%s' % _milliseconds(test))
    members.append('"file":' + quote(test.path))
    error = test.error
    if error is not None:
        members.append('"message":' + quote(error.message))
    members.append('"name":' + quote(test.name))
    members.append('"ok":true' if error is None else '"ok":false')
    if test.steps != UNKNOWN:
        members.append('"steps":%d' % test.steps)
    if error is not None:
        members.extend(error.members)
    return '{' + ','.join(members) + '}'


# XML

def to_xml(tests, texts):
    """The test suites of a JUnit report, one for each file; ``texts`` are the reports
    of the tests for people, '' where there is none."""
    total = 0
    suites = []
    i = 0
    while i < len(tests):
        start = i
        elapsed = 0
        cases = []
        while i < len(tests) and tests[i].path == tests[start].path:
            elapsed += tests[i].microseconds
            cases.append(_case_xml(tests[i], texts[i]))
            i += 1
        total += elapsed
        suites.append('  <testsuite name="%s" tests="%d" failures="%d" time="%s">\n%s'
                      '  </testsuite>\n' % (
                          escaped(tests[start].path), i - start,
                          count_failed([tests[k] for k in range(start, i)]),
                          _seconds(elapsed), ''.join(cases)))
    return XML_HEAD + ' name="lexvm test" tests="%d" failures="%d" time="%s">\n%s' \
        '</testsuites>\n' % (len(tests), count_failed(tests), _seconds(total),
                             ''.join(suites))


def _case_xml(test, text):
    head = '    <testcase classname="%s" name="%s" time="%s"' % (
        escaped(test.path), escaped(test.name), _seconds(test.microseconds))
    error = test.error
    if error is None:
        return head + '/>\n'
    return '%s>\n      <failure message="%s">%s</failure>\n    </testcase>\n' % (
        head, escaped(error.message), escaped(text))


def _seconds(microseconds):
    digits = '%d' % (microseconds % 1000000)
    return '%d.%s' % (microseconds // 1000000, '0' * (6 - len(digits)) + digits)


def check_junit(path):
    """Raises CommandError unless there is no file at ``path``, an empty one, or a
    report."""
    if not source_files.exists(path) or source_files.is_special(path):
        return
    try:
        text = source_files.read(path)
    except source_files.FileError as error:
        raise _failure(path, error.detail)
    if text != '' and not text.startswith(XML_HEAD):
        raise _failure(path, 'the file exists and is not a report of tests; use another '
                       'name, or remove it')


def write_junit(path, text):
    """Raises CommandError."""
    try:
        if source_files.is_special(path):
            fd = os.open(assert_str0(path), os.O_WRONLY, 0)
            try:
                files.write_all(fd, text)
            finally:
                os.close(fd)
            return
        name, fd = temporary.create(assert_str0(path), 0666)
        try:
            try:
                files.write_all(fd, text)
            finally:
                os.close(fd)
            temporary.become(name, assert_str0(path))
            name = ''
        finally:
            if name != '':
                temporary.remove(name)
    except OSError as error:
        raise _failure(path, files.os_error_text(error.errno))


def _failure(path, reason):
    return CommandError('cannot write report %s: %s' % (abbreviated(path), reason))
