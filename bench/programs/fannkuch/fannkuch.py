"""The most flips that any permutation of 1..n takes until its first number is 1, and a
checksum. The permutations are made by inserting numbers."""
import sys


def flips(xs):
    ys = xs[:]
    count = 0
    while ys[0] != 1:
        first = ys[0]
        ys[:first] = ys[:first][::-1]
        count += 1
    return count


class State(object):
    most = 0
    total = 0


def permute(next, n, xs, state):
    if next > n:
        count = flips(xs)
        state.most = max(state.most, count)
        state.total = (state.total * 3 + count) % 1000003
        return
    for place in range(next):
        permute(next + 1, n, xs[:place] + [next] + xs[place:], state)


def main(n):
    state = State()
    permute(1, n, [], state)
    return state.total * 100 + state.most


print(main(int(sys.argv[1])))
