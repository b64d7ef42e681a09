"""The typing of ``examples`` blocks."""

from interpreter.check import errors, rows


def check_examples(inference, decl, function):
    """The errors of ``decl``'s examples; ``function`` is its type in its body.

    Errors that were recovered from inside the examples come last.
    """
    if len(decl.examples) == 0:
        return []
    if len(decl.effects) > 0:
        error = errors.examples_on_effectful_fn(decl.name)
        return [inference.explain.effectful_examples(error)]
    cases = ExampleCases(inference, decl, function)
    for index in range(len(decl.examples)):
        cases.check(index)
    return cases.found + inference.recovered


class ExampleCases(object):
    """Checks case after case and collects the errors in ``found``."""

    def __init__(self, inference, decl, function):
        self.inference = inference
        self.decl = decl
        self.function = function
        self.found = []
        inference.recovered = []

    def check(self, index):
        """One case: its arguments, then its expected value, then its effects."""
        case = self.decl.examples[index]
        name = self.decl.name
        params = self.function.params
        count = len(params)
        if len(case.args) != count:
            error = errors.example_arity_mismatch(name, index, count, len(case.args))
            self.found.append(self.inference.explain.example_arity(error, case))
            return
        where = 'in example #%d for `%s`, ' % (index + 1, name)
        self.inference.effects = rows.EffectSet()
        effects = self.inference.effects
        sound = True
        for i in range(count):
            context = '%sargument %d' % (where, i + 1)
            if not self._accept(case.args[i], params[i], context):
                sound = False
        if sound:
            self._accept(case.expected, self.function.result,
                         where + 'expected value')
        used = effects.first_uncovered([])
        if used is not None:
            error = errors.effect_not_declared(used.show())
            self.found.append(
                self.inference.explain.example_effects(error, effects, used))

    def _accept(self, expr, expected, context):
        """Whether ``expr`` has the expected type; notes the error if not."""
        inference = self.inference
        effects = inference.effects
        try:
            self._coerce(expr, inference.infer(expr), expected, context)
        except errors.LexTypeError as error:
            inference.locals.undo(0)
            inference.effects = effects
            self.found.append(error)
            return False
        return True

    def _coerce(self, expr, found, expected, context):
        inference = self.inference
        try:
            inference.unifier.coerce(found, expected, context)
        except errors.LexTypeError as error:
            raise inference.explain.example(error, expr, found, expected)
