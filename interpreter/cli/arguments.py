"""The arguments of ``lexvm run``: read, and checked against the declared types."""

from interpreter.check import wording
from interpreter.check.modules import OPAQUE
from interpreter.check.origins import declaration_span
from interpreter.check.types import (
    BOOL, BYTES, FLOAT, FunctionType, INT, ListType, NamedType, RecordType, STR,
    TupleType, UNIT, prune)
from interpreter.check.unifier import Application
from interpreter.cli import json_examples
from interpreter.cli.failure import CommandError
from interpreter.cli.output import abbreviated
from interpreter.cli.stack_report import RUNTIME
from interpreter.cli.value_text import brief
from interpreter.diagnostics import names
from interpreter.diagnostics.diagnosis import NOWHERE, Diagnosis, Span
from interpreter.objects.bytes import W_Bytes
from interpreter.objects.json_reader import JsonError, from_json
from interpreter.objects.list import W_List
from interpreter.objects.numbers import W_Bool, W_Float, W_Int, W_Unit
from interpreter.objects.record import W_Record
from interpreter.objects.text import W_Str
from interpreter.objects.variant import W_Variant
from interpreter.stdlib import utf8


def check_utf8(word):
    """Raises CommandError."""
    if not utf8.is_valid(word):
        raise CommandError('arg `%s` is not valid UTF-8'
                           % abbreviated(utf8.repaired(word)))


def arguments(program, checker, options):
    """The values of the words of RunOptions for the function that they name.

    ``program`` is a loading.Loaded that ``checker`` has accepted.  Raises
    CommandError.
    """
    function = checker.globals.function(options.function)
    args_w = [_read(options, i, function, program) for i in range(len(options.args))]
    if function is None:
        raise _no_function(program, checker, options)
    decl = function.decl
    if len(args_w) != len(decl.params):
        raise _wrong_number(program, options, function)
    for i in range(len(args_w)):
        wanted = function.type.params[i]
        misfit = Fitting(checker.table).misfit(args_w[i], wanted, '')
        if misfit is not None:
            raise _wrong_type(program, options, i, function, misfit)
    return args_w


def _read(options, i, function, program):
    text = options.args[i]
    check_utf8(text)
    try:
        return from_json(text)
    except JsonError as error:
        reason = error.text()
        failure = CommandError('arg `%s` must be JSON: %s' % (abbreviated(text), reason))
        title = 'argument %d must be JSON, found `%s`: %s' % (
            i + 1, abbreviated(text), reason)
        if function is None or i >= len(function.decl.params):
            failure.explain(Diagnosis(title, NOWHERE), program.sources)
            raise failure
        type = prune(function.type.params[i])
        if type is STR:
            title = '%s must be JSON, and a text has its quotes, found `%s`' % (
                _argument(i, function), abbreviated(text))
        else:
            title = '%s must be JSON, found `%s`: %s' % (
                _argument(i, function), abbreviated(text), reason)
        diagnosis = Diagnosis(title, _param_span(function, i), wording.of_type(type))
        diagnosis.help(json_examples.instead_of_text(type, text))
        failure.explain(diagnosis, program.sources)
        raise failure


def _argument(i, function):
    return 'argument %d (`%s`) of `%s`' % (
        i + 1, function.decl.params[i].name, wording.of_name(function.decl.name))


def _param_span(function, i):
    decl = function.decl
    param = decl.params[i]
    return Span(decl.path, param.offset, param.end)


def _no_function(program, checker, options):
    name = options.function
    failure = CommandError(RUNTIME + 'runtime panic: no function `%s`' % name)
    diagnosis = Diagnosis('there is no function `%s` in %s' % (name, options.path),
                          NOWHERE)
    candidates = [other for other in checker.globals.functions.keys()
                  if other.find('.') < 0]
    meant = names.closest(name, candidates)
    diagnosis.help(names.way_out(meant, candidates, 'its functions are '))
    failure.explain(diagnosis, program.sources)
    return failure


def _wrong_number(program, options, function):
    decl = function.decl
    given = len(options.args)
    failure = CommandError(RUNTIME + 'runtime panic: arity mismatch calling '
                           + decl.name)
    there_are = 'there are %d' % given
    if given == 1:
        there_are = 'there is 1'
    diagnosis = Diagnosis('`%s` takes %s, %s' % (
        wording.of_name(decl.name), wording.counted(len(decl.params), 'argument'),
        there_are), declaration_span(decl))
    words = ['lexvm run', options.path, options.function]
    for type in function.type.params:
        words.append(json_examples.quoted(json_examples.example(type)))
    diagnosis.help('for example `%s`' % ' '.join(words))
    failure.explain(diagnosis, program.sources)
    return failure


def _wrong_type(program, options, i, function, misfit):
    text = options.args[i]
    what = _argument(i, function)
    if misfit.where != '':
        what = misfit.where + ' of ' + what
    title = '%s should be %s, found %s' % (what, misfit.wanted, misfit.found)
    failure = CommandError('arg `%s`: %s' % (abbreviated(text), title))
    diagnosis = Diagnosis(title, _param_span(function, i))
    if misfit.remark != '':
        diagnosis.help(misfit.remark)
    if misfit.where == '':
        diagnosis.help(json_examples.instead_of_value(misfit.type, misfit.w_value, text))
    else:
        diagnosis.help(json_examples.form(misfit.type))
    failure.explain(diagnosis, program.sources)
    return failure


class Misfit(object):
    """A value that a type does not have; ``where`` is the part of the argument."""

    def __init__(self, w_value, type, where):
        self.w_value = w_value
        self.type = type
        self.where = where
        self.wanted = wording.of_type(type)
        self.found = brief(w_value)
        self.remark = ''


class Fitting(object):
    """Compares values that were read with types; ``table`` is the TypeTable."""

    def __init__(self, table):
        self.table = table

    def misfit(self, w_value, type, where):
        """The first Misfit in ``w_value``, None if it has type ``type``."""
        type = self.table.unfolded(type)
        fits = True
        if type is INT:
            fits = isinstance(w_value, W_Int)
        elif type is FLOAT:
            fits = isinstance(w_value, W_Float)
        elif type is STR:
            fits = isinstance(w_value, W_Str)
        elif type is BOOL:
            fits = isinstance(w_value, W_Bool)
        elif type is UNIT:
            fits = isinstance(w_value, W_Unit)
        elif type is BYTES:
            fits = isinstance(w_value, W_Bytes)
        elif isinstance(type, ListType):
            return self._in_list(w_value, type, where)
        elif isinstance(type, RecordType):
            return self._in_record(w_value, type, where)
        elif isinstance(type, NamedType):
            return self._in_named(w_value, type, where)
        elif isinstance(type, FunctionType) or isinstance(type, TupleType):
            return self._impossible(w_value, type, where)
        if fits:
            return None
        return Misfit(w_value, type, where)

    def _impossible(self, w_value, type, where):
        misfit = Misfit(w_value, type, where)
        misfit.remark = 'such a value has no JSON form: call a function that makes it'
        return misfit

    def _in_list(self, w_value, type, where):
        if not isinstance(w_value, W_List):
            return Misfit(w_value, type, where)
        for i in range(w_value.length()):
            misfit = self.misfit(w_value.getitem(i), type.item, _inside(
                'item %d' % (i + 1), where))
            if misfit is not None:
                return misfit
        return None

    def _in_record(self, w_value, type, where):
        if not isinstance(w_value, W_Record):
            return Misfit(w_value, type, where)
        for i in range(len(type.names)):
            name = type.names[i]
            w_field = w_value.getfield(name)
            if w_field is None:
                misfit = Misfit(w_value, type, where)
                misfit.remark = 'the field `%s` is missing' % name
                return misfit
            misfit = self.misfit(w_field, type.types[i], _inside(
                'the field `%s`' % name, where))
            if misfit is not None:
                return misfit
        for name in w_value.shape.names:
            if type.index(name) < 0:
                misfit = Misfit(w_value, type, where)
                misfit.remark = 'there is no field `%s`' % name
                meant = names.closest(name, type.names)
                if meant != '':
                    misfit.remark += ': ' + names.did_you_mean(meant)
                return misfit
        return None

    def _in_named(self, w_value, type, where):
        if type.name in self.table.unions:
            return self._in_union(w_value, type, where)
        if type.name in OPAQUE and type.name not in self.table.aliases:
            return self._impossible(w_value, type, where)
        return None

    def _in_union(self, w_value, type, where):
        union = self.table.unions[type.name]
        if not isinstance(w_value, W_Variant):
            return Misfit(w_value, type, where)
        name = w_value.constructor.name
        if name not in union.variants:
            misfit = Misfit(w_value, type, where)
            misfit.remark = 'its variants are ' + names.listed(
                names.in_order(union.variants.keys()))
            return misfit
        variant = union.variants[name]
        count = w_value.arity()
        if count != variant.size():
            misfit = Misfit(w_value, type, where)
            misfit.remark = '`%s` takes %s' % (name, wording.counted(
                variant.size(), 'value'))
            return misfit
        if variant.payload is None:
            return None
        payload = prune(Application(type.args).fill(variant.payload))
        types = [payload]
        if isinstance(payload, TupleType) and isinstance(variant.payload, TupleType):
            types = payload.items
        for i in range(count):
            misfit = self.misfit(w_value.getarg(i), types[i], _inside(
                'value %d of `%s`' % (i + 1, name), where))
            if misfit is not None:
                return misfit
        return None


def _inside(part, where):
    if where == '':
        return part
    return part + ' of ' + where
