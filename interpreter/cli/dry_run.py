"""``lexvm run --dry-run``: show what would be called."""

from interpreter.canonical.json import quote
from interpreter.canonical.json_layout import pretty
from interpreter.cli.output import LANGUAGE_VERSION, write_error, write_out
from interpreter.diagnostics.names import in_order


def report(options, reporter):
    """Print the plan of a run; loads nothing.  Raises OutputError."""
    action = _action(options)
    if reporter.as_json:
        document = ('{"command":"run","data":null,"dry_run":true,"meta":'
                    '{"duration_ms":0,"version":"%s"},"ok":true,'
                    '"planned_actions":[%s]}' % (LANGUAGE_VERSION, action))
        write_out(pretty(document) + '\n')
        return
    write_error('dry-run: would call `%s` in %s\n  \xe2\x80\xa2 %s\n' % (
        options.function, options.path, action))


def _action(options):
    budget = 'null'
    if options.budget >= 0:
        budget = str(options.budget)
    traced = 'false'
    if options.trace != '':
        traced = 'true'
    steps = 'null'
    if options.limits.has_steps:
        steps = str(options.limits.steps)
    policy = ('{"allow_approval":%s,"allow_effects":%s,"allow_fs_read":%s,'
              '"allow_fs_write":%s,"allow_net_host":%s,"budget":%s}' % (
                  _strings(options.allow_approvals),
                  _strings(_distinct(options.allow_effects)),
                  _strings(options.allow_fs_read),
                  _strings(options.allow_fs_write),
                  _strings(options.allow_net_hosts), budget))
    return ('{"action":"execute","args":%s,"function":%s,"max_steps":%s,'
            '"policy":%s,"source":%s,"trace":%s}' % (
                _strings(options.words), quote(options.function), steps, policy,
                quote(options.path), traced))


def _distinct(texts):
    """The texts sorted, each once."""
    found = {}
    for text in texts:
        found[text] = None
    return in_order(found.keys())


def _strings(texts):
    return '[' + ','.join([quote(text) for text in texts]) + ']'
