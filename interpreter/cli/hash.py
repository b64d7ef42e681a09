"""``lexvm hash``: print the hashes of a program's declarations."""

from interpreter.canonical.identity import canonical_hash, stage_id, stage_name
from interpreter.canonical.json import quote
from interpreter.cli.failure import EXIT_OK
from interpreter.cli.file_argument import asks_for_help, file_argument
from interpreter.cli.loading import load_stages
from interpreter.cli.output import write_out
from interpreter.cli.usage import HASH_HELP


def print_hashes(words, reporter):
    """Raises CommandError and OutputError; returns the exit code."""
    if asks_for_help(words):
        write_out(HASH_HELP)
        return EXIT_OK
    lines = []
    objects = []
    for stage in load_stages(file_argument('hash', words)):
        name = stage_name(stage)
        identity = stage_id(stage)
        if identity == '':
            identity = '-'
        digest = canonical_hash(stage)
        lines.append('%s\tcanonical_ast=%s\tstage_id=%s\n' % (
            name, digest, identity))
        objects.append('{"canonical_ast":"%s","name":%s,"stage_id":"%s"}' % (
            digest, quote(name), identity))
    if reporter.as_json:
        reporter.success('{"stages":[' + ','.join(objects) + ']}')
    else:
        write_out(''.join(lines))
    return EXIT_OK
