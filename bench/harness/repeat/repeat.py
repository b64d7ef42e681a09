"""Runs a script again and again in one process: repeat.py COUNT SCRIPT ARGUMENT.

Each run is a fresh module; its time goes to standard error.
"""
import sys
import time

count, path = int(sys.argv[1]), sys.argv[2]
sys.argv = sys.argv[2:]
with open(path) as stream:
    code = compile(stream.read(), path, "exec")
for _ in range(count):
    start = time.perf_counter()
    exec(code, {"__name__": "__main__"})
    sys.stderr.write("call: %d ns\n" % ((time.perf_counter() - start) * 1e9))
