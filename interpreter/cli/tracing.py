"""The trace of a run as its options ask for it."""

import os

from interpreter.cli.failure import CommandError
from interpreter.cli.output import abbreviated, printable, write_error
from interpreter.cli.trace_file import STDOUT_PATH, TraceFile
from interpreter.cli.trace_writer import TraceWriter
from interpreter.effects import clock, files
from interpreter.hashes.sha256 import sha256_hex
from interpreter.machine.recorder import Recorder
from interpreter.objects.json_reader import JsonError, from_json


class Trace(object):
    """The trace of one run, or nothing if ``path`` is empty."""

    def __init__(self, path, overrides, session):
        """``overrides`` are words NODE=JSON: the results of the effects at a
        node id.  Raises CommandError."""
        self.path = path
        self.run_id = ''
        self.file = None
        self.writer = None
        values_w = {}
        for word in overrides:
            equals = word.find('=')
            if equals <= 0:
                raise CommandError('--override must be NODE=JSON, got `%s`'
                                   % abbreviated(word))
            values_w[word[:equals]] = _override(word[equals + 1:])
        if path != '':
            self.file = TraceFile(path)
            self.writer = TraceWriter(self.file.fd)
            self.writer.overrides = values_w
            session.observe_with(self.writer)
        elif len(overrides) > 0:
            recorder = Recorder()
            recorder.overrides = values_w
            session.observe_with(recorder)

    def save(self, function, w_result, error, reporter):
        """The run of ``function`` is over: it has returned ``w_result``, or
        failed with ``error`` and None.  Raises CommandError."""
        writer = self.writer
        if writer is None:
            return
        self.run_id = _new_run_id()
        number = writer.finish(function, w_result, error, self.run_id)
        if number != 0:
            raise self.file.failure(files.os_error_text(number))
        self.file.finish()
        if not reporter.as_json and self.path != STDOUT_PATH:
            write_error('trace saved: %s\n' % printable(self.path))

    def folder(self):
        """The folder in which the saved trace replaces a file; '' if none."""
        if self.file is None or self.file.place == '':
            return ''
        slash = self.file.place.rfind('/')
        if slash < 0:
            return '.'
        if slash == 0:
            return '/'
        return self.file.place[:slash]

    def discard(self):
        """Leave nothing behind, whatever happened before."""
        if self.file is not None:
            self.file.discard()


def _override(text):
    try:
        return from_json(text, False)
    except JsonError as error:
        raise CommandError('override `%s` must be JSON: %s' % (
            abbreviated(text), error.text()))


def _new_run_id():
    return sha256_hex('%d-%d' % (clock.wall_ns(), os.getpid()))
