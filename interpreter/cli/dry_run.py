"""``lexvm run --dry-run``: show what would be called."""

from interpreter.canonical.json import pretty, quote
from interpreter.cli.output import LANGUAGE_VERSION, write_error, write_out


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
    policy = ('{"allow_approval":%s,"allow_effects":%s,"allow_fs_read":%s,'
              '"allow_fs_write":%s,"allow_net_host":%s,"budget":%s}' % (
                  _strings(options.allow_approvals),
                  _strings(options.allow_effects),
                  _strings(options.allow_fs_read),
                  _strings(options.allow_fs_write),
                  _strings(options.allow_net_hosts), budget))
    return ('{"action":"execute","args":%s,"function":%s,"max_steps":%d,'
            '"policy":%s,"source":%s,"trace":%s}' % (
                _strings(options.args), quote(options.function),
                options.limits.steps, policy, quote(options.path), traced))


def _strings(texts):
    return '[' + ','.join([quote(text) for text in texts]) + ']'
