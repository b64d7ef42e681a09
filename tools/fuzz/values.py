"""Random JSON: values, their texts, and values with a changed part."""

import json

INTS = [0, 1, -1, 2, 7, 63, 64, 255, 256, 1024, 65535, 2147483647, -2147483648,
        4294967296, 9007199254740993, 9223372036854775807, -9223372036854775808]
FLOATS = [0.0, -0.0, 0.1, 0.5, 1.0, -2.5, 1e16, 1e21, 1e-7, 5e-324, 2.2250738585072014e-308,
          1.7976931348623157e308, 123456789.123456789]
TEXTS = ['', 'a', 'ab', 'key', ' ', '\n', '"', '\\', '\u00e9', '\u20ac', '\U0001f600', '\u0000',
         '\ufeff', 'x' * 40, '12', 'null', '$variant', '1979-05-27']
KEYS = ['a', 'b', 'c', '', '0', 'key', '\u00e9', '$variant', 'args', '$bytes', 'a.b']


def value(rng, depth=4):
    """A value of the kinds that LexVM reads."""
    kind = rng.randrange(10 if depth > 0 else 6)
    if kind == 0:
        return rng.choice([None, True, False])
    if kind <= 2:
        return rng.choice(INTS) if rng.random() < 0.5 else rng.randint(-1000, 1000)
    if kind == 3:
        return rng.choice(FLOATS) if rng.random() < 0.5 else rng.uniform(-1e6, 1e6)
    if kind <= 5:
        return text(rng)
    if kind <= 7:
        return [value(rng, depth - 1) for _ in range(rng.choice([0, 1, 2, 3, 8]))]
    if kind == 8:
        return {rng.choice(KEYS): value(rng, depth - 1) for _ in range(rng.randrange(5))}
    return rng.choice([
        {'$variant': 'Some', 'args': [value(rng, depth - 1)]},
        {'$variant': 'None', 'args': []},
        {'$bytes': ''.join('%02x' % rng.randrange(256) for _ in range(rng.randrange(6)))}])


def text(rng):
    return ''.join(rng.choice(TEXTS) for _ in range(rng.choice([0, 1, 1, 2, 5])))


def written(rng, data):
    """The text of a value, in one of the ways that mean the same."""
    layout = rng.choice([{}, {'indent': rng.randrange(3)}, {'separators': (',', ':')}])
    return json.dumps(data, ensure_ascii=rng.random() < 0.5, **layout)


def changed(rng, data):
    """The same value with one part replaced, doubled or removed."""
    places = []

    def collect(inner):
        if isinstance(inner, (dict, list)):
            keys = list(inner) if isinstance(inner, dict) else range(len(inner))
            for key in keys:
                places.append((inner, key))
                collect(inner[key])

    whole = [json.loads(json.dumps(data))]
    collect(whole)
    holder, key = rng.choice(places)
    kind = rng.randrange(4)
    if kind == 0 and holder is not whole:
        del holder[key]
    elif kind == 1 and isinstance(holder, list) and holder is not whole:
        holder.insert(key, holder[key])
    elif kind == 2:
        other, name = rng.choice(places)
        holder[key] = json.loads(json.dumps(other[name]))
    else:
        holder[key] = value(rng)
    return whole[0]
