"""``lexvm repl``: expressions and declarations, typed in one by one."""

from rpython.rlib.rstackovf import StackOverflow, check_stack_overflow

from interpreter import memory
from interpreter.check import wording
from interpreter.cli import repl_commands
from interpreter.cli.completion import SessionCompleter
from interpreter.cli.evaluation import Evaluator
from interpreter.cli.failure import EXIT_ERROR, EXIT_OK, CommandError
from interpreter.cli.file_argument import asks_for_help
from interpreter.cli.jit_settings import apply_jit_settings
from interpreter.cli.output import LANGUAGE_VERSION, LEXVM_VERSION, write_error, write_out
from interpreter.cli.repl_input import Inputs, is_command
from interpreter.cli.run_options import parse_repl_options
from interpreter.cli.usage import REPL_HELP
from interpreter.cli.violations import unknown_grant
from interpreter.cli.workspace import Rejected, Workspace
from interpreter.effects.host import STDERR, STDOUT
from interpreter.effects.interrupts import signals
from interpreter.source import parser, tree, utf8

BANNER = 'LexVM %s (Lex %s); :help lists the commands, :quit or Ctrl-D leaves\n'


def repl(words, reporter):
    """Raises CommandError and OutputError; returns the exit code."""
    if asks_for_help(words):
        write_out(REPL_HELP)
        return EXIT_OK
    options = parse_repl_options(words)
    if reporter.as_json:
        raise CommandError('`lexvm repl` is for people; programs use `lexvm run`')
    workspace = Workspace(options, reporter)
    for grant in workspace.policy.grant_list:
        mistake = unknown_grant(grant, [])
        if mistake.endswith('?'):
            raise CommandError('--allow-effects: ' + mistake)
    apply_jit_settings(options.jit)
    signals.install()
    try:
        return Repl(workspace, reporter).run(options)
    finally:
        signals.uninstall()


class Repl(object):

    def __init__(self, workspace, reporter):
        self.workspace = workspace
        self.reporter = reporter
        self.evaluator = Evaluator(workspace, reporter)
        self.has_failed = False

    def run(self, options):
        """-> the exit code.  Raises CommandError if the file cannot be loaded, and
        Interrupted for a signal that ends the session."""
        completer = SessionCompleter(self.workspace, repl_commands.names())
        inputs = Inputs(self.workspace.host, options.editor, completer)
        if inputs.is_terminal:
            write_out(BANNER % (LEXVM_VERSION, LANGUAGE_VERSION))
        if options.path != '':
            self._take(':load ' + options.path)
        try:
            while True:
                text = inputs.next()
                if text is None or not self._take(text):
                    break
        finally:
            inputs.end()
        if self.has_failed and not inputs.is_terminal:
            return EXIT_ERROR
        return EXIT_OK

    def _take(self, text):
        """Do what an input says; whether the session goes on."""
        try:
            return self._obey(text)
        except Rejected as rejected:
            write_error(rejected.text)
        except CommandError as error:
            self.reporter.failure(error)
        except MemoryError:
            memory.limit.lift()
            write_error('error: %s\n' % memory.limit.message())
        except StackOverflow:
            check_stack_overflow()
            write_error('error: this input nests too deeply\n')
        if memory.limit.is_lifted:
            memory.limit.recover()
        self.has_failed = True
        return True

    def _obey(self, text):
        if text.strip(' \t\n') == '':
            return True
        if not utf8.is_valid(text):
            raise Rejected('error: %s\n' % utf8.NOT_VALID)
        if is_command(text):
            return repl_commands.obey(self, ':' + text[1:])
        if parser.starts_item(text):
            self.define(text)
        else:
            self.evaluate(text)
        return True

    def define(self, text):
        items, remarks = self.workspace.define(text)
        checker = self.workspace.checker()
        paint = self.reporter.paint(STDOUT)
        for item in items:
            if isinstance(item, tree.FnDecl):
                function = checker.globals.function(item.name)
                if function is not None:
                    write_out('%s :: %s\n' % (
                        paint.strong(item.name), wording.signature(function.type)))
            elif isinstance(item, tree.TypeDecl):
                write_out('type %s\n' % paint.strong(item.name))
        paint = self.reporter.paint(STDERR)
        for remark in remarks:
            write_error('%s: %s\n' % (paint.warning('warning'), remark))

    def evaluate(self, text):
        """Evaluate, show and keep a value; -> the Outcome."""
        outcome = self.evaluator.evaluate(self.workspace.expression(text))
        shown = outcome.shown(self.reporter.paint(STDOUT))
        if shown != '':
            write_out(shown + '\n')
        return outcome
