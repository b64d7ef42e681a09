"""An exchange takes n generated orders: buyers and sellers are matched, what is left over
waits in lists sorted by price."""
import sys

BUY, SELL, CANCEL = range(3)


class Level(object):
    __slots__ = ("price", "amount")

    def __init__(self, price, amount):
        self.price = price
        self.amount = amount


class Book(object):
    def __init__(self):
        self.bids = []
        self.asks = []
        self.volume = 0
        self.total = 0


def wait(levels, price, amount, sign):
    i = 0
    while i < len(levels) and (price - levels[i].price) * sign > 0:
        i += 1
    if i < len(levels) and levels[i].price == price:
        levels[i].amount += amount
    else:
        levels.insert(i, Level(price, amount))


def trade(book, others, own, price, amount, sign):
    while amount != 0 and others and (others[0].price - price) * sign <= 0:
        best = others[0]
        k = min(amount, best.amount)
        book.volume += k
        book.total = (book.total * 31 + best.price * k) % 1000003
        amount -= k
        best.amount -= k
        if best.amount == 0:
            others.pop(0)
    if amount != 0:
        wait(own, price, amount, -sign)


def handle(book, order):
    kind, price, amount = order
    if kind == BUY:
        trade(book, book.asks, book.bids, price, amount, 1)
    elif kind == SELL:
        trade(book, book.bids, book.asks, price, amount, -1)
    else:
        book.bids = [level for level in book.bids if level.price != price]


def order(seed):
    kind = seed // 64 % 10
    price = 90 + seed // 640 % 21
    amount = 1 + seed // 13440 % 9
    if kind == 0:
        return (CANCEL, price, 0)
    if kind < 6:
        return (BUY, price - 1, amount)
    return (SELL, price + 1, amount)


def main(n):
    book = Book()
    seed = 42
    for _ in range(n):
        seed = (seed * 3877 + 29573) % 139968
        handle(book, order(seed))
    return (book.volume * 31 + book.total) % 1000003


print(main(int(sys.argv[1])))
