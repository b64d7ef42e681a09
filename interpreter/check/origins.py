"""Where names and values come from, for the messages of the checker.

``explain`` is the Explainer of the function in hand.
"""

from interpreter.canonical import tree
from interpreter.canonical.children import preorder
from interpreter.check import wording
from interpreter.check.environment import ModuleGlobal
from interpreter.check.modules import MODULES
from interpreter.diagnostics import names
from interpreter.diagnostics.diagnosis import Diagnosis, NOWHERE, Span
from interpreter.source import habits

MOST_CALLERS = 100


# Declarations

def declared_function(explain, callee):
    """The tree.FnDecl that an expression names, None if it is none."""
    if not isinstance(callee, tree.Var) or explain.locals.find(callee.name) is not None:
        return None
    function = explain.globals.function(callee.name)
    if function is None:
        return None
    return function.decl


def declaration_span(decl):
    """The name of a declared function."""
    if decl.name_offset < 0:
        return Span(decl.path, decl.offset, decl.end)
    name = decl.name
    start = name.rfind('.') + 1
    return Span(decl.path, decl.name_offset, decl.name_offset + len(name) - start)


def library_module(explain, expr):
    """The Module that an expression names, None if it is none."""
    if not isinstance(expr, tree.Var) or explain.locals.find(expr.name) is not None:
        return None
    meaning = explain.globals.get(expr.name)
    if isinstance(meaning, ModuleGlobal):
        return meaning.module
    return None


def library_type(explain, callee):
    """The type of a library function with its variables, None for other callees."""
    if not isinstance(callee, tree.FieldAccess):
        return None
    module = library_module(explain, callee.value)
    if module is None:
        return None
    return module.scheme(callee.field)


def declared_variant(explain, name):
    """The Span of the declaration of a variant; NOWHERE for built-in ones."""
    owner = explain.table.owners.get(name, '')
    for stage in explain.stages:
        if isinstance(stage, tree.TypeDecl) and stage.name == owner:
            definition = stage.definition
            if isinstance(definition, tree.UnionType):
                for variant in definition.variants:
                    if variant.name == name:
                        return Span(stage.path, variant.offset, variant.end)
    return NOWHERE


def written_type(decl, name):
    """The tree.NamedType in a function that is written ``name``; None if there is
    none."""
    types = [param.type for param in decl.params] + [decl.return_type]
    for expr in preorder(decl.body):
        if isinstance(expr, tree.Lambda):
            for param in expr.params:
                types.append(param.type)
            types.append(expr.return_type)
        elif isinstance(expr, tree.Let):
            annotation = expr.type
            if annotation is not None:
                types.append(annotation)
    while len(types) > 0:
        type = types.pop()
        if isinstance(type, tree.NamedType):
            if type.name == name:
                return type
            types.extend(type.args)
        elif isinstance(type, tree.TupleType):
            types.extend(type.items)
        elif isinstance(type, tree.RefinedType):
            types.append(type.base)
        elif isinstance(type, tree.RecordType):
            for field in type.fields:
                types.append(field.type)
        elif isinstance(type, tree.FunctionType):
            types.extend(type.params)
            types.append(type.ret)
    return None


def written_result(explain):
    """The result type of the function in hand as a message shows it."""
    function = explain.globals.function(explain.decl.name)
    if function is None:
        return '...'
    return wording.of_type(function.type.result)


def callers(explain, name):
    """The names of the functions that mention the function ``name``, without
    itself."""
    found = []
    for stage in explain.stages:
        if not isinstance(stage, tree.FnDecl) or stage.name == name:
            continue
        if len(found) >= MOST_CALLERS:
            break
        for node in preorder(stage.body):
            if isinstance(node, tree.Var) and node.name == name:
                found.append('`' + wording.of_name(stage.name) + '`')
                break
    return found


# Values

def label(explain, diagnosis, expr, type):
    """Say below the place what ``expr`` is, and where that comes from."""
    diagnosis.label = 'this is ' + type
    if isinstance(expr, tree.Call):
        diagnosis.label = '%s gives %s' % (wording.callee_words(expr), type)
        decl = declared_function(explain, expr.callee)
        if decl is not None:
            diagnosis.note(Span(decl.path, decl.return_type.offset,
                                decl.return_type.end),
                           '`%s` gives %s' % (wording.of_name(decl.name), type))
    else:
        of_value(explain, diagnosis, expr, type)


def of_value(explain, diagnosis, expr, type):
    """Note where the local that ``expr`` reads got its type."""
    if not isinstance(expr, tree.Var):
        return
    local = explain.locals.find(expr.name)
    if local is None or local.offset < 0 or expr.name.startswith('__'):
        return
    diagnosis.note(explain.name_span(local.offset, expr.name),
                   '`%s` is %s since here' % (expr.name, type))


# Unknown names

def unknown_name(explain, var):
    """The Diagnosis of a variable that nothing binds."""
    name = var.name
    span = explain.span(var)
    dot = name.find('.')
    if dot >= 0:
        return _unknown_member(explain, name, dot, span)
    if name in explain.globals.unknown_imports:
        return _unknown_module(explain, explain.globals.unknown_imports[name], span)
    diagnosis = Diagnosis('`%s` is not defined' % name, span)
    diagnosis.cause = 'name %s %s' % (explain.path, name)
    if name in MODULES:
        diagnosis.title = 'the module `%s` is not imported' % name
        diagnosis.help('add `import "std.%s" as %s`' % (name, name))
        return diagnosis
    candidates = []
    for local in explain.locals.names():
        candidates.append(local)
    for other in explain.globals.names():
        if other.find('.') < 0:
            candidates.append(other)
    meant = names.closest(name, candidates + ['true', 'false'])
    if meant != '':
        diagnosis.help(names.did_you_mean(meant))
        local = explain.locals.find(meant)
        if local is not None and local.offset >= 0:
            diagnosis.note(explain.name_span(local.offset, meant),
                           '`%s` is bound here' % meant)
    elif name in habits.STATEMENTS:
        diagnosis.help(habits.STATEMENTS[name])
    else:
        diagnosis.help(_in_modules(explain, name))
    if len(diagnosis.helps) == 0:
        meant = names.closest(name, MODULES.keys())
        if meant != '':
            diagnosis.help('did you mean the module `%s`? Add `import "std.%s" as %s`'
                           % (meant, meant, meant))
        elif explain.decl is not None:
            diagnosis.help(_in_scope(explain))
    return diagnosis


def _in_scope(explain):
    """The names that are bound where the error is."""
    found = []
    for name in names.in_order(explain.locals.names()):
        if not name.startswith('__'):
            found.append('`' + name + '`')
    if len(found) == 0:
        return 'bind it by `let`, or declare it as a parameter'
    return 'in scope are ' + names.listed(found, 8)


def _in_modules(explain, name):
    """Which library function of that name was meant."""
    imported = []
    for alias in names.in_order(explain.globals.names()):
        meaning = explain.globals.get(alias)
        if isinstance(meaning, ModuleGlobal):
            found = _member_called(meaning.module, name)
            if found != '':
                imported.append('`%s.%s`' % (alias, found))
    if len(imported) > 0:
        return 'did you mean %s?' % names.listed(imported, 4)
    for module in ['io', 'list', 'str', 'int', 'float', 'math', 'option', 'map']:
        found = _member_called(MODULES[module], name)
        if found != '':
            return 'did you mean `%s.%s`? Add `import "std.%s" as %s`' % (
                module, found, module, module)
    return ''


def _member_called(module, name):
    if name in module.positions:
        return name
    return names.synonym(name, module.names)


def _unknown_module(explain, stage, use):
    """The Diagnosis of an import of a module that there is not, at the import."""
    reference = stage.reference
    diagnosis = Diagnosis('there is no module `%s`' % reference, Span(
        stage.path, stage.reference_offset, stage.reference_end))
    diagnosis.cause = 'module %s %s' % (stage.path, reference)
    diagnosis.note(use, 'used here')
    meant = similar_module(reference)
    if meant != '':
        diagnosis.help(names.did_you_mean(meant))
    elif not reference.startswith('std.'):
        diagnosis.help('a module of the library is imported as `"std.%s"`, a file as '
                       '`"./%s"`' % (reference, reference))
    return diagnosis


def similar_module(reference):
    """The import of the library that was meant; '' if it cannot be told."""
    name = reference
    if reference.startswith('std.'):
        name = reference[4:]
    elif reference in MODULES:
        return 'std.' + reference
    meant = names.closest(name, MODULES.keys())
    if meant == '':
        meant = names.kin(name, MODULES.keys())
    if meant == '':
        return ''
    return 'std.' + meant


def _unknown_member(explain, name, dot, span):
    """The Diagnosis of a function that an imported file does not have."""
    assert dot >= 0
    prefix = name[:dot + 1]
    member = name[dot + 1:]
    shown = wording.of_name(name)
    stop = len(shown) - len(member) - 1
    assert stop >= 0
    diagnosis = Diagnosis('`%s` has no function `%s`' % (shown[:stop], member),
                          Span(span.path, span.end - len(member), span.end))
    diagnosis.cause = 'name %s %s' % (explain.path, name)
    candidates = []
    for other in explain.globals.names():
        if other.startswith(prefix):
            candidates.append(other[len(prefix):])
    meant = names.guess(member, candidates)
    diagnosis.help(names.way_out(meant, candidates, 'it has '))
    return diagnosis


def unknown_variant(explain, name, span):
    """The Diagnosis of a constructor that no union has."""
    diagnosis = Diagnosis('there is no variant `%s`' % name, span)
    diagnosis.cause = 'variant %s %s' % (explain.path, name)
    if name.lower() in ['true', 'false']:
        diagnosis.help(names.did_you_mean(name.lower()))
        return diagnosis
    meant = names.guess(name, explain.table.owners.keys())
    if meant != '':
        diagnosis.help(names.did_you_mean(meant))
        diagnosis.note(declared_variant(explain, meant), 'declared here')
        return diagnosis
    if wording.is_declared_type(name, explain.table):
        diagnosis.help('`%s` is a type: a record is written `{ x: 1 }`, and a union '
                       'by one of its variants' % name)
        return diagnosis
    locals = explain.locals.names()
    small = name[:1].lower() + name[1:]
    if small in locals or explain.globals.get(small) is not None:
        diagnosis.help(names.did_you_mean(small))
    else:
        diagnosis.help('names that start with a capital letter are variants of a union: '
                       '`type T = %s | ...`' % name)
    return diagnosis


# Patterns

def wrong_pattern(explain, error, match, type):
    """The Diagnosis of a pattern that does not suit a value of type ``type``."""
    has = wording.of_type(type)
    pattern = error.pattern
    if match.form == tree.IF:
        node = match.scrutinee
        diagnosis = Diagnosis('the condition of `if` should be Bool, found ' + has,
                              explain.span(node))
        label(explain, diagnosis, node, has)
        diagnosis.helps.extend(wording.conversions(node, type, wording.BOOL,
                                                   explain.table))
        return diagnosis
    if match.form == tree.TRY or pattern is None:
        diagnosis = Diagnosis('`?` needs a Result, found ' + has,
                              explain.span(match.scrutinee), 'this is ' + has)
        if has.startswith('Option['):
            diagnosis.help('make it a Result first: `option.ok_or(%s, ...)?`'
                           % wording.of_expr(match.scrutinee))
        else:
            diagnosis.help('leave the `?` out')
        return diagnosis
    span = explain.span(pattern)
    if error.kind == 'unknown_variant':
        assert isinstance(pattern, tree.PConstructor)
        return unknown_variant(explain, wording.last_part(pattern.name), Span(
            span.path, span.start, span.start + len(pattern.name)))
    if error.kind == 'unknown_field':
        return _unknown_pattern_field(explain, error, pattern)
    if error.kind == 'arity_mismatch':
        diagnosis = Diagnosis('this pattern has another number of parts than its value',
                              span)
    elif error.kind == 'infinite_type':
        diagnosis = Diagnosis('this pattern would need a value that contains itself',
                              span)
    else:
        diagnosis = Diagnosis('this pattern does not suit its value', span)
        _compare(diagnosis, error)
    diagnosis.note(explain.span(match.scrutinee), 'the value is ' + has)
    if isinstance(pattern, tree.PConstructor):
        diagnosis.note(declared_variant(explain, pattern.name), 'declared here')
    return diagnosis


def _compare(diagnosis, error):
    """Say in the title what the pattern and what its value is."""
    got = error.got
    expected = error.expected
    if got != '' and expected != '':
        diagnosis.title = 'this pattern is for %s, its value is %s' % (
            wording.of_text(got), wording.of_text(expected))
        if expected in ['record', 'tuple']:
            diagnosis.title = 'this pattern is for a %s, its value is %s' % (
                expected, wording.of_text(got))


def _unknown_pattern_field(explain, error, pattern):
    assert isinstance(pattern, tree.PRecord)
    name = error.name
    diagnosis = Diagnosis('the record has no field `%s`' % name, explain.span(pattern))
    for field in pattern.fields:
        if field.name == name:
            diagnosis.span = explain.name_span(field.offset, name)
    meant = names.guess(name, error.candidates)
    diagnosis.help(names.did_you_mean(meant))
    diagnosis.help('its fields are ' + names.listed(error.candidates))
    return diagnosis
