"""Three nested dictionaries for each of n requests, read in part."""
import sys


def handle(i):
    return {"middle": {"inner": {"a": i, "b": i + 1}, "c": i * 2}, "status": 200}


def main(n):
    total = 0
    for i in range(n, 0, -1):
        r = handle(i)
        total = (total + r["status"] + r["middle"]["inner"]["b"]) % 1000003
    return total


print(main(int(sys.argv[1])))
