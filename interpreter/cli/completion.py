"""How an input of an interactive session can go on."""

from interpreter.check.patterns import prune_alias
from interpreter.check.types import RecordType, prune
from interpreter.diagnostics import names
from interpreter.effects.line_editor import Completer
from interpreter.source import tree
from interpreter.stdlib import manual, registry

KEYWORDS = ['else', 'examples', 'false', 'fn', 'if', 'import', 'let', 'match', 'true',
            'type']
CONSTRUCTORS = ['Err', 'None', 'Ok', 'Some']


class SessionCompleter(Completer):

    def __init__(self, workspace, commands):
        """``commands`` are words with their colons."""
        self.workspace = workspace
        self.commands = commands

    def candidates(self, line, word, start):
        if start == 0 and word.startswith(':'):
            return _starting(self.commands, word)
        if line.startswith(':load'):
            return None
        dot = word.rfind('.')
        if dot < 0:
            return _starting(self._names(), word)
        owner = word[:dot]
        return _starting([owner + '.' + name for name in self._members(owner)], word)

    def _names(self):
        found = KEYWORDS + CONSTRUCTORS
        for name in registry.MODULES:
            found.append(name + '.')
        for binding in self.workspace.bindings:
            found.append(binding.name)
        for item in self.workspace.all_items():
            if isinstance(item, tree.FnDecl):
                found.append(item.name)
            elif isinstance(item, tree.TypeDecl):
                found.append(item.name)
                definition = item.definition
                if isinstance(definition, tree.UnionType):
                    for variant in definition.variants:
                        found.append(variant.name)
        return [name for name in found if name[:-1].find('.') < 0]

    def _members(self, owner):
        """The functions of a module, or the fields of what a path leads to."""
        path = owner.split('.')
        binding = self.workspace.binding(path[0])
        if binding is None:
            page = manual.page(owner)
            if page is None:
                return []
            return [entry.name for entry in page.entries]
        table = self.workspace.checker().table
        type = prune_alias(table, binding.scheme.type)
        for i in range(1, len(path)):
            if not isinstance(type, RecordType):
                return []
            index = type.index(path[i])
            if index < 0:
                return []
            type = prune_alias(table, prune(type.types[index]))
        if isinstance(type, RecordType):
            return type.names
        return []


def _starting(words, start):
    """Those of the words that start so, in order and each once."""
    found = {}
    for word in words:
        if word.startswith(start):
            found[word] = None
    return names.in_order(found.keys())
