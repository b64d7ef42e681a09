"""A handler that goes through six dictionaries to a response, n times."""
import sys


def handle(u, i, q):
    v1 = {"a": u, "b": i, "c": q}
    v2 = {"d": v1["a"], "e": v1["b"], "f": v1["c"], "g": v1["a"] * 2}
    v3 = {"h": v2["d"], "i": v2["e"], "j": v2["f"], "k": v2["g"]}
    v4 = {"l": v3["h"] * 3, "m": v3["i"] * 5, "n": v3["j"] * 7, "o": v3["k"]}
    v5 = {"p": v4["l"] + v4["m"], "q": v4["n"] + v4["o"], "r": v4["l"] - v4["m"]}
    v6 = {"s": v5["p"] + v5["q"], "t": v5["q"] + v5["r"], "u": v5["p"] - v5["r"]}
    if v6["s"] > 0:
        return {"status": 200, "total": v6["s"] + v6["t"] + v6["u"]}
    return {"status": 400, "total": 0}


def main(n):
    total = 0
    for i in range(n, 0, -1):
        r = handle(i, 7, 3)
        total = (total + r["total"] + r["status"]) % 1000003
    return total


print(main(int(sys.argv[1])))
