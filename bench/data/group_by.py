"""The group-by of data.lex, as one writes it in Python."""

import csv
import json
import sys


def main(path):
    sums = {}
    rows = 0
    with open(path, newline="") as stream:
        for row in csv.reader(stream):
            rows += 1
            _, region, amount = row
            sums[region] = sums.get(region, 0) + int(amount)
    checksum = 0
    for region in sorted(sums):
        checksum = (checksum * 31 + sums[region]) % 1000003
    print(json.dumps({"checksum": checksum, "largest": max(sums.values()),
                      "regions": len(sums), "rows": rows}, separators=(",", ":")))


main(sys.argv[1])
