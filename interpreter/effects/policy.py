"""What a program may do: granted effects, scopes and the budget.

The static gate compares the effects that functions declare with the policy
before anything runs (:meth:`Policy.violations`).  The run-time checks are
those an operation makes itself (:meth:`Policy.grants`, the scope lists).
"""

from rpython.rlib.rarithmetic import LONG_BIT

from interpreter.effects import paths, places, programs, urls
from interpreter.objects.quote import debug_quoted


KNOWN_KINDS = [
    'io', 'net', 'time', 'llm', 'proc', 'panic', 'fs_read', 'fs_write',
    'budget', 'llm_local', 'llm_cloud', 'a2a', 'mcp', 'env', 'sql',
    'random', 'chat', 'log', 'kv', 'stream', 'fs_walk', 'concurrent',
    'crypto', 'vcs', 'approval', 'moe',
]

MAX_INT = (1 << (LONG_BIT - 1)) - 1

# Only the target tools/toolchain/open_gate.py translates without.
IS_KEPT = True


class DeclaredEffect(object):
    """An effect as a function declares it.  ``arg_kind`` is '' (no
    argument), 'Str', 'Int' or 'Ident'; the text or the integer is in
    ``arg_text`` or ``arg_int``."""

    def __init__(self, kind, arg_kind='', arg_text='', arg_int=0):
        self.kind = kind
        self.arg_kind = arg_kind
        self.arg_text = arg_text
        self.arg_int = arg_int

    def display(self):
        if self.arg_kind == 'Str':
            return '%s("%s")' % (self.kind, self.arg_text)
        if self.arg_kind == 'Int':
            return '%s(%d)' % (self.kind, self.arg_int)
        if self.arg_kind == 'Ident':
            return '%s(%s)' % (self.kind, self.arg_text)
        return self.kind


class FunctionEffects(object):
    """A function's name and its DeclaredEffects in source order."""

    def __init__(self, name, effects):
        self.name = name
        self.effects = effects


class Violation(object):
    """One refusal of the static gate; None for an absent part."""

    def __init__(self, kind, detail, effect=None, path=None, at=None):
        self.kind = kind
        self.detail = detail
        self.effect = effect
        self.path = path
        self.at = at

    def debug(self):
        """The structure's debug text, as ``lexvm test`` prints it."""
        return ('PolicyViolation { kind: %s, detail: %s, effect: %s, '
                'path: %s, at: %s }' % (
                    debug_quoted(self.kind), debug_quoted(self.detail),
                    debug_option(self.effect), debug_option(self.path),
                    debug_option(self.at)))


def debug_option(text):
    if text is None:
        return 'None'
    return 'Some(%s)' % debug_quoted(text)


class Grant(object):
    """One entry of the allowed effects: ``kind``, ``kind:arg`` or
    ``kind(arg)``."""

    def __init__(self, text):
        self.text = text
        self.kind = text
        self.arg = None
        colon = text.find(':')
        paren = text.find('(')
        if paren > 0 and text.endswith(')') and (
                colon < 0 or paren < colon):
            self.kind = text[:paren]
            start = paren + 1
            stop = len(text) - 1
            assert stop >= start
            self.arg = unquoted(text[start:stop])
        elif colon >= 0:
            self.kind = text[:colon]
            self.arg = text[colon + 1:]

    def covers(self, declared):
        if self.kind != declared.kind:
            return False
        if self.arg is None:
            return True
        return declared.arg_kind == 'Str' and self.arg == declared.arg_text


def unquoted(text):
    start = 0
    stop = len(text)
    while start < stop and text[start] == '"':
        start += 1
    while stop > start and text[stop - 1] == '"':
        stop -= 1
    assert start >= 0
    assert stop >= 0
    return text[start:stop]


class Policy(object):
    """Allowed effects and scopes.  ``budget`` is a ceiling or -1 for none.
    The lists are filled by the caller before the program runs."""

    def __init__(self, allow_effects, fs_read=None, fs_write=None,
                 net_hosts=None, procs=None, approvals=None, budget=-1):
        self.allow_effects = allow_effects
        self.fs_read = fs_read or []
        self.fs_write = fs_write or []
        self.net_hosts = net_hosts or []
        self.procs = procs or []
        self.approvals = approvals or []
        self.budget = budget
        self.grant_list = [Grant(text) for text in allow_effects]
        self.granted = {}
        for text in allow_effects:
            self.granted[text] = None

    # The run-time gate.

    def grants(self, kind):
        """Whether an operation may perform ``kind`` now: only a bare grant
        counts."""
        return kind in self.granted

    def allows_read(self, path):
        """An empty list of read scopes means no restriction."""
        return len(self.fs_read) == 0 or paths.under_any(path, self.fs_read)

    def allows_write(self, path):
        return len(self.fs_write) == 0 or paths.under_any(path, self.fs_write)

    def place_to_read(self, path):
        """The places.Place of a path without NUL, None outside the scopes."""
        return places.permitted(path, self.fs_read)

    def place_to_write(self, path):
        return places.permitted(path, self.fs_write)

    def entry_to_write(self, path):
        """Like ``place_to_write``; a link is not what it leads to."""
        return places.permitted_entry(path, self.fs_write)

    def restricts_hosts(self):
        return len(self.net_hosts) > 0

    def allows_host(self, host):
        """``host`` is in the form of urls.Url."""
        if len(self.net_hosts) == 0:
            return True
        for allowed in self.net_hosts:
            if urls.normal_host(allowed) == host:
                return True
        return False

    def allows_program(self, program):
        """With scopes, a program is one of them: a name that is looked up,
        or a path.  Other files of that name are other programs."""
        return len(self.procs) == 0 or program in self.procs

    def allows_variable(self, name):
        """Whether a child may get a variable, which could make a permitted
        program run other code."""
        return len(self.procs) == 0 or not programs.chooses_code(name)

    # The static gate.

    def violations(self, functions):
        """What the FunctionEffects in ``functions`` declare and this policy
        refuses, as a list of Violations in source order."""
        found = []
        declared_budget = 0
        for function in functions:
            for declared in function.effects:
                covered = self.check_declared(function.name, declared, found)
                if (covered and declared.kind == 'budget'
                        and declared.arg_kind == 'Int'
                        and declared.arg_int > 0):
                    if declared_budget > MAX_INT - declared.arg_int:
                        declared_budget = MAX_INT
                    else:
                        declared_budget += declared.arg_int
        if self.budget >= 0 and declared_budget > self.budget:
            found.append(Violation(
                'budget_exceeded',
                'declared budget %d exceeds ceiling %d' % (
                    declared_budget, self.budget),
                'budget'))
        return found

    def check_declared(self, name, declared, found):
        """Append the violations of one declared effect; whether some grant
        covers it."""
        if not self.covers(declared):
            found.append(Violation(
                'effect_not_allowed',
                'effect `%s` not in --allow-effects' % declared.display(),
                declared.display(), None, name))
            return False
        if declared.arg_kind != 'Str':
            return True
        if declared.kind == 'fs_read':
            scopes = self.fs_read
        elif declared.kind == 'fs_write':
            scopes = self.fs_write
        else:
            return True
        path = declared.arg_text
        for scope in scopes:
            if paths.has_prefix(path, scope):
                return True
        found.append(Violation(
            'fs_path_not_allowed',
            'path `%s` outside --allow-%s' % (path, declared.kind),
            declared.kind, path, name))
        return True

    def covers(self, declared):
        for grant in self.grant_list:
            if grant.covers(declared):
                return True
        return False


def permissive():
    """A policy that grants every known effect, without scopes."""
    return Policy(KNOWN_KINDS[:])


def pure():
    """A policy that grants nothing."""
    return Policy([])


class Unkept(Policy):
    """Stands for a Policy in the test build that does not keep it."""

    def violations(self, functions):
        return []


def as_kept(policy):
    """The policy that programs meet: the given one, unless this is the test build."""
    if IS_KEPT:
        return policy
    return Unkept(KNOWN_KINDS[:])
