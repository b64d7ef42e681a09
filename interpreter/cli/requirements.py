"""What a program needs: grants for the effects that its functions declare, and
the standard operations that it calls."""

from rpython.rlib.listsort import make_timsort_class

from interpreter.canonical import tree
from interpreter.canonical.json import quote
from interpreter.machine.availability import is_available

_StringSort = make_timsort_class()


class Requirements(object):
    """The declared effects of a program, and the operations it calls that this
    build does not have; all lists are sorted."""

    def __init__(self, effects, fs_read, fs_write, net_hosts):
        self.effects = effects
        self.fs_read = fs_read
        self.fs_write = fs_write
        self.net_hosts = net_hosts
        self.unavailable = []

    def text(self, path):
        """Lines for people, with the flags that grant it all; '' if pure."""
        lines = []
        _add_line(lines, 'not available in this build: ', self.unavailable)
        if len(self.effects) == 0:
            return _joined(lines)
        lines.append('required effects: ' + ', '.join(self.effects))
        _add_line(lines, 'required fs_read paths: ', self.fs_read)
        _add_line(lines, 'required fs_write paths: ', self.fs_write)
        _add_line(lines, 'required net hosts: ', self.net_hosts)
        words = ['hint: lexvm run --allow-effects', ','.join(self.effects)]
        _add_flags(words, '--allow-fs-read', self.fs_read)
        _add_flags(words, '--allow-fs-write', self.fs_write)
        _add_flags(words, '--allow-net-host', self.net_hosts)
        words.append(path)
        words.append('<fn> [args]')
        lines.append(' '.join(words))
        return _joined(lines)

    def to_json(self, stage_count, warnings, advice):
        """The data of the JSON envelope; ``warnings`` and ``advice`` are JSON
        arrays, advice is shown if there is any."""
        ok = 'false'
        if warnings == '[]':
            ok = 'true'
        unavailable = ''
        if len(self.unavailable) > 0:
            unavailable = ',"unavailable":' + _array(self.unavailable)
        unused = ''
        if advice != '[]':
            unused = ',"unused":' + advice
        return ('{"ok":%s,"required_effects":%s,"required_fs_read":%s,'
                '"required_fs_write":%s,"required_net_host":%s,"stages":%d%s%s,'
                '"warnings":%s}' % (
                    ok, _array(self.effects), _array(self.fs_read),
                    _array(self.fs_write), _array(self.net_hosts),
                    stage_count, unavailable, unused, warnings))

    def add_unavailable(self, module_calls):
        """Note the standard operations among the calls, a list of
        infer.TypedCall, that this build does not have."""
        names = {}
        for typed in module_calls:
            callee = typed.call.callee
            assert isinstance(callee, tree.FieldAccess)
            if not is_available(typed.module.name, callee.field):
                names[typed.module.name + '.' + callee.field] = None
        self.unavailable = names.keys()
        _StringSort(self.unavailable).sort()


def _joined(lines):
    if len(lines) == 0:
        return ''
    return '\n'.join(lines) + '\n'


def of_stages(stages):
    """The Requirements of all functions in ``stages``, used or not."""
    effects = {}
    fs_read = {}
    fs_write = {}
    net_hosts = {}
    for stage in stages:
        if not isinstance(stage, tree.FnDecl):
            continue
        for effect in stage.effects:
            effects[effect.name] = None
            if effect.arg_kind == '':
                continue
            if effect.name == 'fs_read':
                fs_read[_argument(effect)] = None
            elif effect.name == 'fs_write':
                fs_write[_argument(effect)] = None
            elif effect.name == 'net':
                net_hosts[_argument(effect)] = None
    return Requirements(_sorted(effects), _sorted(fs_read), _sorted(fs_write),
                        _sorted(net_hosts))


def _argument(effect):
    if effect.arg_kind == 'Int':
        return str(effect.arg_int)
    return effect.arg_text


def _sorted(names):
    result = names.keys()
    _StringSort(result).sort()
    return result


def _add_line(lines, label, names):
    if len(names) > 0:
        lines.append(label + ', '.join(names))


def _add_flags(words, flag, names):
    for name in names:
        words.append(flag)
        words.append(name)


def _array(texts):
    return '[' + ','.join([quote(text) for text in texts]) + ']'
