"""Calls a script's main again and again in one process: repeat.py COUNT SCRIPT NUMBER.

The script's last line, which calls main, is left out. The time of each call goes to
standard error.
"""
import sys
import time

count, path, n = int(sys.argv[1]), sys.argv[2], int(sys.argv[3])
with open(path) as stream:
    text = stream.read().rstrip()
names = {"__name__": "repeated"}
exec(compile(text[:text.rindex("\n")], path, "exec"), names)
main = names["main"]
for _ in range(count):
    start = time.perf_counter()
    answer = main(n)
    sys.stderr.write("call: %d ns\n" % ((time.perf_counter() - start) * 1e9))
    print(answer)
