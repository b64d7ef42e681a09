"""Which name was meant: spelling and synonyms."""

from rpython.rlib.listsort import make_timsort_class

StringSort = make_timsort_class()

# So many names are listed for those who look for one.
MOST_LISTED = 12
# Longest name that is compared letter by letter.
MAX_LENGTH = 100

# What people of other languages call the same thing, the names of Lex among it.
SYNONYMS = [
    ['len', 'length', 'size', 'count'],
    ['to_str', 'to_string', 'string', 'show', 'str', 'from_int'],
    ['to_upper', 'upper', 'uppercase', 'upcase', 'toUpperCase', 'to_uppercase'],
    ['to_lower', 'lower', 'lowercase', 'downcase', 'toLowerCase', 'to_lowercase'],
    ['contains', 'has', 'includes', 'member', 'elem', 'include'],
    ['concat', 'append', 'join', 'plus', 'extend'],
    ['cons', 'push', 'prepend', 'add', 'insert', 'put', 'set'],
    ['head', 'first'],
    ['tail', 'rest', 'drop'],
    ['fold', 'reduce', 'foldl', 'fold_left', 'inject', 'accumulate'],
    ['filter', 'where', 'select', 'find_all', 'keep'],
    ['map', 'each', 'for_each', 'collect', 'transform'],
    ['sort_by', 'sort', 'sorted', 'order_by'],
    ['trim', 'strip'],
    ['replace', 'sub', 'gsub', 'replace_all'],
    ['slice', 'substring', 'substr', 'sub_list', 'sublist'],
    ['print', 'println', 'puts', 'log', 'echo', 'write_line'],
    ['readline', 'read_line', 'input', 'gets'],
    ['to_int', 'parse_int', 'parseInt', 'int', 'parse'],
    ['to_float', 'parse_float', 'parseFloat', 'float', 'of_int', 'from_int'],
    ['get', 'lookup', 'at', 'nth', 'index', 'find'],
    ['remove', 'delete', 'erase'],
    ['keys', 'key_list'],
    ['from_list', 'of_list', 'new', 'from'],
    ['to_list', 'items', 'list', 'values'],
    ['starts_with', 'startswith', 'has_prefix', 'startsWith'],
    ['ends_with', 'endswith', 'has_suffix', 'endsWith'],
    ['and_then', 'flat_map', 'bind', 'then'],
    ['unwrap_or', 'get_or', 'or_default', 'with_default', 'unwrap'],
    ['is_empty', 'empty', 'isEmpty'],
    ['Str', 'String', 'string', 'str', 'Text', 'char', 'Char'],
    ['Int', 'Integer', 'int', 'i32', 'i64', 'u64', 'usize', 'integer', 'Long', 'Nat',
     'Number', 'number'],
    ['Float', 'Double', 'double', 'float', 'f64', 'f32'],
    ['Bool', 'Boolean', 'bool', 'boolean'],
    ['Unit', 'Void', 'void', 'Null', 'None'],
    ['List', 'Array', 'Vec', 'list', 'Seq', 'array'],
    ['Map', 'Dict', 'HashMap', 'dict', 'Object'],
    ['Option', 'Maybe', 'Optional'],
    ['Result', 'Either'],
    ['Some', 'Just'],
    ['None', 'Nothing', 'Nil', 'Null'],
    ['Ok', 'Right', 'Success'],
    ['Err', 'Left', 'Error', 'Failure'],
    ['true', 'True', 'TRUE'],
    ['false', 'False', 'FALSE'],
]


def distance(a, b, limit):
    """How many letters are to be inserted, dropped, changed or swapped with their
    neighbour to turn ``a`` into ``b`` (optimal string alignment); some number above
    ``limit`` if it is more than that."""
    if abs(len(a) - len(b)) > limit:
        return limit + 1
    width = len(b) + 1
    before = [0] * width
    above = [0] * width
    for j in range(width):
        above[j] = j
    for i in range(1, len(a) + 1):
        row = [0] * width
        row[0] = i
        least = i
        for j in range(1, width):
            cost = 1
            if a[i - 1] == b[j - 1]:
                cost = 0
            best = min(above[j] + 1, row[j - 1] + 1)
            best = min(best, above[j - 1] + cost)
            if (i > 1 and j > 1 and a[i - 1] == b[j - 2]
                    and a[i - 2] == b[j - 1]):
                best = min(best, before[j - 2] + 1)
            row[j] = best
            least = min(least, best)
        if least > limit:
            return limit + 1
        before = above
        above = row
    return above[len(b)]


def closest(name, candidates):
    """The candidate that was probably meant, '' if none is close."""
    if len(name) > MAX_LENGTH or name == '':
        return ''
    best = ''
    fewest = max(1, len(name) // 3) + 1
    lowered = name.lower()
    for candidate in in_order(candidates):
        if candidate == name or candidate.startswith('__'):
            continue
        if candidate.lower() == lowered:
            return candidate
        if len(candidate) == 1 and len(name) == 1:
            continue                    # any letter is close to any other
        edits = distance(name, candidate, fewest - 1)
        if edits < fewest and edits < len(candidate):
            fewest = edits
            best = candidate
    return best


def synonym(name, candidates):
    """The candidate that other languages call ``name``, '' if there is none."""
    known = {}
    for candidate in candidates:
        known[candidate] = None
    for group in SYNONYMS:
        if name in group:
            for other in group:
                if other != name and other in known:
                    return other
    return ''


def kin(name, candidates):
    """The candidate that starts with ``name``, starts it, or has its longest word;
    '' if there is none."""
    if len(name) < 3 or len(name) > MAX_LENGTH:
        return ''
    ordered = in_order(candidates)
    for candidate in ordered:
        if len(candidate) >= 3 and candidate != name and (
                name.startswith(candidate) or candidate.startswith(name)):
            return candidate
    longest = ''
    for word in name.split('_'):
        if len(word) > len(longest):
            longest = word
    if len(longest) >= 4:
        for candidate in ordered:
            if candidate != name and longest in candidate.split('_'):
                return candidate
    return ''


def guess(name, candidates):
    """The candidate that was meant, by spelling, synonyms or kinship; '' if there is
    none."""
    found = synonym(name, candidates)
    spelled = closest(name, candidates)
    if spelled != '' and (found == '' or distance(name, spelled, 1) == 1):
        return spelled
    if found != '':
        return found
    return kin(name, candidates)


def did_you_mean(name):
    """The question about a guess; '' for ''."""
    if name == '':
        return ''
    return 'did you mean `%s`?' % name


def listed(names, most=MOST_LISTED):
    """``a, b and 3 more``; the names in their order, at most ``most`` of them."""
    if len(names) <= most:
        return ', '.join(names)
    return '%s and %d more' % (', '.join([names[i] for i in range(most)]),
                               len(names) - most)


def way_out(meant, candidates, introduction):
    """A question about the candidate that was ``meant``; if that is '', what there is
    behind an introduction; '' if there is nothing."""
    if meant != '' or len(candidates) == 0:
        return did_you_mean(meant)
    return introduction + listed(in_order(candidates))


def in_order(names):
    """The names, sorted."""
    result = names[:]
    StringSort(result).sort()
    return result
