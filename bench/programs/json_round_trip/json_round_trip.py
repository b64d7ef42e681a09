"""A dictionary with a list of dictionaries becomes JSON text and a dictionary again, n
times."""
import json
import sys


def item(i):
    return {"id": i, "name": "item " + str(i), "price": i / 4,
            "tags": ["red", 'a "quoted" tag']}


def basket(n):
    return {"owner": "customer " + str(n), "items": [item(i) for i in range(n, n + 10)],
            "paid": n % 2 == 0}


def round_trip(n):
    text = json.dumps(basket(n), separators=(",", ":"))
    total = len(text)
    for i in json.loads(text)["items"]:
        total += i["id"] + len(i["tags"]) + len(i["name"])
    return total


def main(n):
    total = 0
    for i in range(n, 0, -1):
        total = (total * 31 + round_trip(i)) % 1000003
    return total


print(main(int(sys.argv[1])))
