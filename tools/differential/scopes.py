"""What random programs are made of: words, functions that may be called, and scopes."""

WORK_LIMIT = 30000
LIST_SIZE = 6               # assumed length of the lists that natives walk

WORDS = ['', 'a', 'b', 'ab', 'lex', 'x,y', ' pad ', 'Hello', 'h\xe9', '12', '-7', '3.5',
         '\u20ac', 'tab\\t', 'q\\"', 'zz top']
FLOATS = ['0.0', '1.0', '0.5', '2.25', '10.0', '0.1', '1e3', '1e16', '123456.789', '1e-7']
BIG_INTS = [9223372036854775807, 4611686018427387904, 1000000007, 65536, 255]


class Function(object):
    """A function that may be called."""

    def __init__(self, name, params, result, effect, work, bound=None):
        self.name = name
        self.params = params        # types; a refined Int is REFINED
        self.result = result
        self.effect = effect        # does it print?
        self.work = work            # steps of one call, estimated
        self.bound = bound          # largest first argument, a counter


REFINED = ('Refined',)


class Scope(object):
    """What an expression may use, and how often it will run."""

    def __init__(self, variables, effect, times, body):
        self.variables = variables  # pairs of a name and a type
        self.effect = effect
        self.times = times
        self.body = body            # the Body whose work is added up

    def with_variables(self, variables, times=1):
        return Scope(self.variables + variables, self.effect, self.times * times,
                     self.body)

    def pure(self, times=1):
        return Scope(self.variables, False, self.times * times, self.body)


class Body(object):
    """The work of one function call, added up while the function is made."""

    def __init__(self):
        self.work = 10
