"""Adds up the campaigns of a log that lexfuzz.py --log has written.

    python3 tools/fuzz/totals.py LOG...
"""

import collections
import json
import sys


def main():
    last = {}
    for path in sys.argv[1:]:
        with open(path, encoding='utf-8') as stream:
            for line in stream:
                row = json.loads(line)
                last[row['campaign']] = row
    sums = collections.Counter()
    kinds = collections.Counter()
    problems = collections.Counter()
    for name, row in sorted(last.items()):
        print('%s: %d cases, LexVM %.0f s, fuzzer %.0f s, clock %.0f s%s' % (
            name, sum(row['cases'].values()), row['lexvm_seconds'], row['fuzzer_seconds'],
            row['clock_seconds'], '' if row['ended'] else ', running or killed'))
        for key in ('lexvm_seconds', 'fuzzer_seconds', 'errors'):
            sums[key] += row[key]
        for key in ('cases', 'runs', 'limited'):
            sums[key] += sum(row[key].values())
        kinds.update(row['cases'])
        problems.update(row['problems'])
    print(', '.join('%d %s' % (count, kind) for kind, count in sorted(kinds.items())))
    print('%d cases, %d runs (%d ended by a limit), %d problems, %d errors of the fuzzer' % (
        sums['cases'], sums['runs'], sums['limited'], sum(problems.values()), sums['errors']))
    for problem, count in sorted(problems.items()):
        print('%d x %s' % (count, problem))
    print('processor hours: LexVM %.2f, with the fuzzer %.2f' % (
        sums['lexvm_seconds'] / 3600,
        (sums['lexvm_seconds'] + sums['fuzzer_seconds']) / 3600))


if __name__ == '__main__':
    main()
