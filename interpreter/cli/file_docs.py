"""The documents of a source file: comments, signatures and examples of its functions.

The JSON form is that of the reference's ``lex docs``.
"""

from interpreter.canonical import tree as canonical
from interpreter.canonical.identity import sig_id
from interpreter.canonical.pipeline import stages_of
from interpreter.cli.manual_text import wrapped
from interpreter.diagnostics.data import quote
from interpreter.effects.policy import effect_text
from interpreter.source import tree
from interpreter.source.parser import comment_lines

SCHEMA_VERSION = 1


class FunctionDoc(object):
    def __init__(self, decl, comment):
        self.decl = decl                        # source.tree.FnDecl
        self.comment = comment
        self.sig_id = ''

    def heading(self, text):
        """The signature as it is written."""
        return ' '.join([word for word in text[
            max(0, self.decl.name_offset):max(0, self.decl.return_type.end)].replace(
                '\n', ' ').split(' ') if word != ''])


class FileDocs(object):
    """``comment`` is the file's own, '' if there is none; ``functions`` are
    FunctionDocs."""

    def __init__(self, path, program, text):
        """The documents of a parsed text, whose items are those of ``program``."""
        self.path = path
        self.text = text
        self.comment = ''
        self.functions = []
        end = 0
        for i in range(len(program.items)):
            item = program.items[i]
            comment = _clean(comment_lines(text, end, item.offset))
            if i == 0:
                self.comment = comment
                comment = ''
            if isinstance(item, tree.FnDecl):
                self.functions.append(FunctionDoc(item, comment))
            end = item.end
        self._identify(program)

    def _identify(self, program):
        functions = [stage for stage in stages_of(program)
                     if isinstance(stage, canonical.FnDecl)]
        for i in range(len(functions)):
            self.functions[i].sig_id = sig_id(functions[i])

    def function(self, name):
        """The FunctionDoc of a name, or None."""
        for function in self.functions:
            if function.decl.name == name:
                return function
        return None

    def to_text(self, paint):
        parts = [paint.strong(self.path), '\n\n']
        if self.comment != '':
            parts.append(_lines(self.comment, ''))
            parts.append('\n')
        for function in self.functions:
            parts.append(self.function_text(function, paint))
            parts.append('\n')
        return ''.join(parts)

    def function_text(self, function, paint):
        decl = function.decl
        heading = function.heading(self.text)
        size = len(decl.name)
        parts = ['fn ', paint.strong(heading[:size]), heading[size:], '\n']
        if function.comment != '':
            parts.append(_lines(function.comment, '    '))
        for example in decl.examples:
            parts.append('    %s\n' % self._example(example))
        return ''.join(parts)

    def _example(self, example):
        return self.text[max(0, example.offset):max(0, example.end)]

    def to_json(self):
        """The ApiDocs of the reference, with sorted keys."""
        functions = [self._function_json(function) for function in self.functions]
        doc = ''
        if self.comment != '':
            doc = '"doc":%s,' % quote(self.comment)
        return ('{"lex_docs_version":%d,"modules":[{%s"file":%s,"functions":[%s]}],'
                '"version":""}' % (SCHEMA_VERSION, doc, quote(self.path),
                                   ','.join(functions)))

    def _function_json(self, function):
        decl = function.decl
        members = []
        if function.comment != '':
            members.append('"doc":' + quote(function.comment))
        members.append('"effects":[%s]' % ','.join(
            [quote(effect_text(effect.name, effect.arg_kind, effect.arg_text,
                               effect.arg_int)) for effect in decl.effects]))
        if len(decl.examples) > 0:
            members.append('"examples":[%s]' % ','.join(
                [quote(self._example(example)) for example in decl.examples]))
        members.append('"name":' + quote(decl.name))
        members.append('"sig_id":' + quote(function.sig_id))
        members.append('"signature":' + quote(_signature(decl)))
        return '{' + ','.join(members) + '}'


def _clean(comments):
    """Lines of comment without their signs."""
    lines = []
    for line in comments.split('\n'):
        if line == '':
            continue
        start = 0
        while start < len(line) and line[start] == '#':
            start += 1
        if start < len(line) and line[start] == ' ':
            start += 1
        lines.append(line[start:])
    return '\n'.join(lines)


def _lines(text, indent):
    return ''.join([wrapped(line, indent) for line in text.split('\n')])


def _signature(decl):
    """The signature as the reference renders it."""
    params = ['%s :: %s' % (param.name, _type(param.type)) for param in decl.params]
    effects = ''
    if len(decl.effects) > 0:
        effects = ' [%s]' % ', '.join([effect.name for effect in decl.effects])
    return '(%s) -> %s%s' % (', '.join(params), _type(decl.return_type), effects)


def _type(type):
    if isinstance(type, tree.NamedType):
        if len(type.args) == 0:
            return type.name
        return '%s<%s>' % (type.name, _types(type.args))
    if isinstance(type, tree.TupleType):
        return '(%s)' % _types(type.items)
    if isinstance(type, tree.RecordType):
        parts = ['...' + name for name in type.spreads]
        parts += ['%s: %s' % (field.name, _type(field.type)) for field in type.fields]
        return '{' + ', '.join(parts) + '}'
    if isinstance(type, tree.FunctionType):
        return '(%s) -> %s' % (_types(type.params), _type(type.ret))
    if isinstance(type, tree.RefinedType):
        return _type(type.base) + '{\xe2\x80\xa6}'
    return '_'


def _types(types):
    return ', '.join([_type(type) for type in types])
