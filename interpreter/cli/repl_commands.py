"""The commands of an interactive session, which start with a colon."""

from interpreter.bytecode.disassembler import disassemble
from interpreter.check import rows, wording
from interpreter.check.types import FunctionType, prune
from interpreter.cli.docs import function_text, is_library, library_text
from interpreter.cli.file_docs import FileDocs
from interpreter.cli.loading import load_failure
from interpreter.cli.output import abbreviated, write_out
from interpreter.cli.value_text import brief
from interpreter.cli.workspace import INPUT, Rejected
from interpreter.diagnostics import names as spelling
from interpreter.effects.host import STDOUT
from interpreter.machine.recorder import EFFECT
from interpreter.source import tree
from interpreter.source.errors import LoadError
from interpreter.source.mangling import plain_name

# Of two with the same start, the first is meant.
COMMANDS = [
    (':type', 'EXPR', 'the type of an expression, which is not evaluated'),
    (':effects', 'EXPR', 'the effects of an expression, or of calls of a function'),
    (':doc', '[NAME]', 'the manual: a module, a function of one, or one of yours'),
    (':load', 'FILE', 'forget everything and load a file'),
    (':reload', '', 'load the file once more; values stay'),
    (':time', 'EXPR', 'evaluate, and show the time'),
    (':steps', 'EXPR', 'evaluate, and show the steps'),
    (':trace', 'EXPR', 'evaluate, and show the calls and effects'),
    (':dis', 'EXPR', 'the instructions of a function or an expression'),
    (':names', '', 'what is declared and named'),
    (':reset', '', 'forget everything'),
    (':help', '', 'this list'),
    (':quit', '', 'leave, like Ctrl-D'),
]

# So many calls and effects are shown.
MOST_NODES = 200


def names():
    return [name for name, _, _ in COMMANDS]


def obey(repl, text):
    """Obey a line; -> whether the session goes on.  Raises Rejected and what
    evaluations raise."""
    stop = 0
    while stop < len(text) and text[stop] not in ' \t\n':
        stop += 1
    word = text[:stop]
    rest = text[stop:].strip(' \t\n')
    name = ''
    for known, parameter, _ in COMMANDS:
        if len(word) > 1 and known.startswith(word):
            name = known
            if parameter == '' and rest != '':
                raise Rejected('error: %s takes nothing behind it\n' % known)
            if not parameter.startswith('[') and parameter != '' and rest == '':
                raise Rejected('error: write `%s %s`\n' % (known, parameter))
            break
    if name == ':quit':
        return False
    _obey(repl, name, word, rest)
    return True


def _obey(repl, name, word, rest):
    if name == ':type':
        expression = repl.workspace.expression(rest)
        write_out('%s\n' % expression.type_text())
    elif name == ':effects':
        write_out(_effects(repl.workspace.expression(rest)) + '\n')
    elif name == ':doc':
        write_out(_document(repl, rest))
    elif name == ':load':
        _load(repl, rest)
    elif name == ':reload':
        if repl.workspace.path == '':
            raise Rejected('error: no file is loaded; `:load FILE` does that\n')
        _load(repl, repl.workspace.path)
    elif name == ':time':
        outcome = repl.evaluate(rest)
        write_out('time: %s ms\n' % _milliseconds(outcome.nanoseconds))
    elif name == ':steps':
        write_out('steps: %d\n' % repl.evaluate(rest).steps)
    elif name == ':trace':
        _trace(repl, rest)
    elif name == ':dis':
        write_out(_listing(repl, rest))
    elif name == ':names':
        write_out(_names(repl.workspace))
    elif name == ':reset':
        repl.workspace.reset()
    elif name == ':help':
        write_out(help_text())
    else:
        meant = spelling.closest(word, names())
        way_out = '`:help` lists the commands'
        if meant != '':
            way_out = spelling.did_you_mean(meant)
        raise Rejected('error: there is no command `%s`\n  help: %s\n'
                       % (abbreviated(word), way_out))


def help_text():
    lines = []
    for name, parameter, text in COMMANDS:
        head = name + ' ' + parameter
        lines.append('  %s%s%s\n' % (head, ' ' * max(1, 16 - len(head)), text))
    lines.append('\nAnything else is evaluated, or declares something: `1 + 2`, '
                 '`let x := 5`,\n`fn twice(n :: Int) -> Int { n * 2 }`.  `it` is the '
                 'last value.  Tab completes\nnames and fields; Ctrl-C ends an evaluation '
                 'or gives up an input.\n')
    return ''.join(lines)


def _effects(expression):
    effects = expression.inferred.effects
    if len(effects) > 0:
        return expression.effects_text()
    type = prune(expression.inferred.type)
    if isinstance(type, FunctionType):
        row = rows.resolve(type.row)
        if len(row.effects) > 0:
            return 'none here; a call has ' + wording.of_effects(row.effects)
        if row.tail is not None:
            return 'none here; a call has those of a function that it is given'
        return 'none, and none when it is called'
    return 'none'


def _document(repl, subject):
    workspace = repl.workspace
    for item in workspace.all_items():
        if isinstance(item, tree.FnDecl) and item.name == subject:
            path = item.path
            text = workspace.sources.text(path)
            program = tree.Program([each for each in workspace.all_items()
                                    if each.path == path])
            return function_text(FileDocs(path, program, text), subject)
    if subject == '' or is_library(subject):
        return library_text(subject, repl.reporter.paint(STDOUT))
    raise Rejected('error: there is no function or module `%s`\n'
                   '  help: `:doc` lists the modules, `:names` what is declared here\n'
                   % abbreviated(subject))


def _load(repl, path):
    workspace = repl.workspace
    try:
        workspace.load(path)
    except LoadError as error:
        raise load_failure(error, path)
    functions = 0
    types = 0
    for item in workspace.loaded:
        if isinstance(item, tree.FnDecl):
            functions += 1
        elif isinstance(item, tree.TypeDecl):
            types += 1
    write_out('loaded %s: %s, %s\n' % (path, wording.counted(functions, 'function'),
                                       wording.counted(types, 'type')))


def _milliseconds(nanoseconds):
    microseconds = nanoseconds // 1000
    digits = '%d' % (microseconds % 1000)
    return '%d.%s' % (microseconds // 1000, '0' * (3 - len(digits)) + digits)


def _listing(repl, subject):
    expression = repl.workspace.expression(subject)
    program = repl.workspace.compiled(expression)
    function = program.find(subject)
    if function is None or repl.workspace.binding(subject) is not None:
        function = program.find(INPUT)
    assert function is not None
    return disassemble(function)


def _names(workspace):
    lines = []
    checker = workspace.checker()
    for item in workspace.all_items():
        if isinstance(item, tree.TypeDecl):
            lines.append('type %s\n' % plain_name(item.name))
        elif isinstance(item, tree.FnDecl) and '.' not in item.name:
            function = checker.globals.function(item.name)
            if function is not None:
                lines.append('%s :: %s\n' % (item.name,
                                             wording.signature(function.type)))
    for binding in workspace.bindings:
        lines.append('%s = %s :: %s\n' % (
            binding.name, brief(binding.w_value),
            wording.signature(binding.scheme.type)))
    for name in workspace.left_out:
        lines.append('%s (left out, because it does not fit)\n' % plain_name(name))
    return ''.join(lines)


def _trace(repl, text):
    outcome = repl.evaluator.evaluate(repl.workspace.expression(text), True)
    recorder = outcome.recorder
    assert recorder is not None
    lines = []
    count = _add_nodes(lines, recorder.completed, 0, 0)
    if count > MOST_NODES:
        lines.append('... %d more; `lexvm run --trace` saves all\n'
                     % (count - MOST_NODES))
    write_out(''.join(lines))
    shown = outcome.shown(repl.reporter.paint(STDOUT))
    if shown != '':
        write_out(shown + '\n')


def _add_nodes(lines, nodes, depth, count):
    """Add a line for each node and those inside it while there are not too many; ->
    how many there were so far."""
    for node in nodes:
        count += 1
        if count <= MOST_NODES:
            lines.append(_node_line(node, depth))
        count = _add_nodes(lines, node.children, depth + 1, count)
    return count


def _node_line(node, depth):
    name = plain_name(node.site.target)
    if name.startswith('__lambda_'):
        name = 'fn'
    inputs = ', '.join([brief(w_input) for w_input in node.input_w])
    result = ''
    if node.failed:
        result = ' failed: ' + node.error
    elif node.w_output is not None:
        result = ' => ' + brief(node.w_output)
    mark = ''
    if node.site.kind == EFFECT:
        mark = 'std.'
    return '%s%s%s(%s)%s\n' % ('  ' * min(depth, 40), mark, name, inputs, result)
