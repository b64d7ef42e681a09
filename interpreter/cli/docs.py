"""``lexvm docs``: the manual of the standard library, and documents of source files."""

from interpreter.cli.failure import EXIT_OK, CommandError, refusal
from interpreter.cli.file_argument import asks_for_help, refuse_flags
from interpreter.cli.file_docs import FileDocs
from interpreter.cli.loading import load_failure
from interpreter.cli import manual_text
from interpreter.cli.output import abbreviated, write_out
from interpreter.cli.usage import DOCS_HELP
from interpreter.diagnostics import names
from interpreter.diagnostics.paint import PLAIN
from interpreter.effects.host import STDOUT
from interpreter.source import files
from interpreter.source.errors import LoadError
from interpreter.source.loader import parse_file
from interpreter.stdlib import manual, registry

USAGE = 'usage: lexvm docs [std.MODULE | std.MODULE.FUNCTION | FILE]'


def docs(words, reporter):
    """Raises CommandError and OutputError; returns the exit code."""
    if asks_for_help(words):
        write_out(DOCS_HELP)
        return EXIT_OK
    refuse_flags('docs', words)
    if len(words) > 1:
        raise CommandError(USAGE)
    subject = ''
    if len(words) == 1:
        subject = words[0]
    if subject != '' and not is_library(subject):
        _show_file(subject, reporter)
    elif reporter.as_json:
        reporter.success(library_json(subject))
    else:
        write_out(library_text(subject, reporter.paint(STDOUT)))
    return EXIT_OK


def is_library(subject):
    """Whether a word means a part of the library: all that starts with ``std.``, and
    what it may be without that unless there is such a file."""
    if subject.startswith('std.') or subject == 'std':
        return True
    dot = subject.find('.')
    module = subject
    if dot >= 0:
        module = subject[:dot]
    return registry.is_module(module) and not files.exists(subject)


def library_text(subject, paint):
    """The text about ``std``, a module or a function.  Raises CommandError."""
    module, function = _parts(subject)
    if module == '':
        return manual_text.contents(paint)
    page = _page(module)
    if function == '':
        return manual_text.page_text(page, paint)
    return manual_text.entry_text(_entry(page, function), paint)


def library_json(subject):
    """Like ``library_text``, as a compact JSON document."""
    module, function = _parts(subject)
    if module == '':
        return manual_text.contents_json()
    page = _page(module)
    if function == '':
        return manual_text.page_json(page)
    return manual_text.entry_json(_entry(page, function))


def _parts(subject):
    """The module and the function that a word names, '' for those that it does
    not."""
    if subject == '' or subject == 'std':
        return '', ''
    if subject.startswith('std.'):
        subject = subject[4:]
    dot = subject.find('.')
    if dot < 0:
        return subject, ''
    return subject[:dot], subject[dot + 1:]


def _page(module):
    page = manual.page(module)
    if page is None:
        title = 'there is no module `std.%s`' % abbreviated(module)
        way_out = '`lexvm docs` lists the modules'
        meant = names.guess(module, registry.MODULES)
        if meant != '':
            way_out = names.did_you_mean('std.' + meant)
        raise refusal(title, title, way_out)
    return page


def _entry(page, name):
    for entry in page.entries:
        if entry.name == name:
            return entry
    title = 'std.%s has no function `%s`' % (page.module, abbreviated(name))
    known = [entry.name for entry in page.entries]
    meant = names.guess(name, known)
    if meant != '':
        way_out = names.did_you_mean(page.module + '.' + meant)
    else:
        way_out = 'there are ' + names.listed(known, len(known))
    raise refusal(title, title, way_out)


def _show_file(path, reporter):
    try:
        program, text = parse_file(path)
    except LoadError as error:
        raise load_failure(error, path)
    document = FileDocs(path, program, text)
    if reporter.as_json:
        reporter.success(document.to_json())
    else:
        write_out(document.to_text(reporter.paint(STDOUT)))


def function_text(document, name):
    """The text about a function of FileDocs without colours, '' if it is not
    there."""
    function = document.function(name)
    if function is None:
        return ''
    return document.function_text(function, PLAIN)
