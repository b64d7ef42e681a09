"""From the FILE word of a command line to the stages of a program."""

from interpreter.canonical.pipeline import stages_of
from interpreter.cli.failure import CommandError
from interpreter.diagnostics import names
from interpreter.diagnostics.diagnosis import Diagnosis, NOWHERE
from interpreter.diagnostics.sources import Sources
from interpreter.effects import files
from interpreter.effects.host import STDIN
from interpreter.source import files as source_files
from interpreter.source.errors import LoadError
from interpreter.source.loader import load_program, load_source

STDIN_PATH = '-'
STDIN_LABEL = '<input>'


class Loaded(object):
    """A program: its canonical ``stages``, imports included, and the texts of its
    files; ``path`` is that of the entry file as the user wrote it."""

    def __init__(self, stages, sources, path):
        self.stages = stages
        self.sources = sources
        self.path = path

    def entry_text(self):
        """The text of the entry file."""
        return self.sources.text(self.sources.entry)


def load(path):
    """The Loaded program at ``path``; ``-`` is standard input.  Raises
    CommandError."""
    try:
        if path == STDIN_PATH:
            program = load_source(read_stdin(), STDIN_LABEL)
        else:
            program = load_program(path)
    except LoadError as error:
        raise load_failure(error, path)
    return Loaded(stages_of(program), program.sources, path)


def load_stages(path):
    """The canonical stages of the program at ``path``.  Raises CommandError."""
    return load(path).stages


def load_failure(error, path):
    """The CommandError for a LoadError of the program at ``path``."""
    failure = CommandError(error.text())
    diagnosis = error.diagnosis
    sources = Sources(source_files.current_folder())
    if diagnosis is None:
        diagnosis = Diagnosis(error.message, NOWHERE)
        if error.message.endswith(source_files.NO_FILE):
            diagnosis.help(_similar_path(path))
    else:
        sources.add(error.path, error.source)
        if error.is_entry:
            sources.call(error.path, path)
    failure.explain(diagnosis, sources)
    return failure


def _similar_path(path):
    """A question about a file that was probably meant."""
    slash = path.rfind('/') + 1
    assert slash >= 0
    folder = path[:slash]
    if folder == '':
        folder = '.'
    found = [name for name in source_files.entries(folder) if name.endswith('.lex')]
    if not path.endswith('.lex') and path[slash:] + '.lex' in found:
        return names.did_you_mean(path + '.lex')
    meant = names.closest(path[slash:], found)
    if meant == '':
        return ''
    return names.did_you_mean(path[:slash] + meant)


def read_stdin():
    """The text of standard input.  Raises CommandError."""
    parts = []
    try:
        while True:
            part = files.read_some(STDIN)
            if part == '':
                return ''.join(parts)
            parts.append(part)
    except OSError as error:
        detail = files.os_error_text(error.errno)
        raise CommandError('read %s: %s: %s' % (STDIN_LABEL, detail, detail))
