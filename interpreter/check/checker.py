"""The checker: canonical stages in, type errors out."""

from interpreter.canonical import tree
from interpreter.check import builtins, decode, errors, examples, rows
from interpreter.check.environment import FunctionGlobal, Globals, module_name
from interpreter.check.infer import Inference
from interpreter.check.modules import MODULES
from interpreter.check.typedecls import DeclarationScope, TypeTable, declared_effects
from interpreter.check.unifier import Unifier


class Checker(object):
    def __init__(self, stages):
        self.stages = stages
        self.globals = Globals()
        self.table = TypeTable(builtins.ALIASES.copy(), builtins.UNIONS.copy(),
                               builtins.OWNERS.copy())
        self.unifier = Unifier(self.table)
        self.inference = Inference(self.unifier, self.globals)
        self.explain = self.inference.explain
        self.functions = []                     # [FunctionGlobal] in order

    def check(self):
        """The errors of the program, a list of errors.LexTypeError."""
        found = []
        try:
            self._declare()
            for function in self.functions:
                name = function.decl.name
                path = function.decl.path
                for error in self._check_function(function):
                    error.function = name
                    error.path = path
                    found.append(error)
        except errors.TooComplex as excess:
            return [errors.too_complex(excess.limit)]
        return found

    def rewrite_decodes(self):
        """Change calls that decode into known records to their validating forms; the
        program has no errors."""
        decode.rewrite(self.inference.module_calls, self.table)

    def _declare(self):
        self.explain.stages = self.stages
        for stage in self.stages:
            if isinstance(stage, tree.Import):
                self._import(stage)
        for stage in self.stages:
            if isinstance(stage, tree.TypeDecl):
                scope = DeclarationScope(stage.params, self.unifier)
                self.table.declare(stage, scope)
        for stage in self.stages:
            if isinstance(stage, tree.FnDecl):
                function = FunctionGlobal(stage, self.table)
                self.functions.append(function)
                self.globals.add_function(function)

    def _import(self, stage):
        name = module_name(stage.reference)
        if name in MODULES:
            self.globals.add_module(stage.alias, MODULES[name])
        else:
            self.globals.unknown_imports[stage.alias] = stage

    def _check_function(self, function):
        """The errors of one function, in the order they are reported."""
        decl = function.decl
        self.explain.enter(decl)
        inference = self.inference
        instance = function.instance(self.unifier)
        type = instance.fill_function(function.type)
        inference.row_scope = {}
        for i in range(len(function.row_names)):
            inference.row_scope[function.row_names[i]] = instance.tail_at(i)
        inference.locals.undo(0)
        for i in range(len(decl.params)):
            param = decl.params[i]
            inference.locals.bind(param.name, type.params[i], param.offset)
        body_effects = rows.EffectSet()
        inference.effects = body_effects
        inference.recovered = []
        found = []
        try:
            result = inference.infer(decl.body)
            self._accept_result(decl, result, type.result)
        except errors.LexTypeError as error:
            found.append(error)
        found.extend(inference.recovered)
        if len(found) == 0:
            declared = declared_effects(decl.effects)
            missing = body_effects.first_uncovered(declared)
            if missing is not None:
                error = errors.effect_not_declared(missing.show())
                found.append(self.explain.effects(error, body_effects, declared))
        inference.locals.undo(0)
        found.extend(examples.check_examples(inference, decl, type))
        return found

    def _accept_result(self, decl, found, expected):
        try:
            self.unifier.coerce(found, expected, 'in function `%s`' % decl.name)
        except errors.LexTypeError as error:
            raise self.explain.result(error, found, expected)
