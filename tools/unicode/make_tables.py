#!/usr/bin/env python3
"""Make interpreter/texts/unicode_data.txt from published packages of the Unicode data.

usage: make_tables.py VERSION        (for example 16.0.0; needs node, npm and pip)

The packages are @unicode/unicode-VERSION, unicode-property-aliases and
unicode-property-value-aliases of npm, and unicode-age of PyPI.  The form of the result is
described in interpreter/texts/unicode.py, which reads it.
"""

import importlib
import json
import os
import subprocess
import sys
import tarfile
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
RESULT = os.path.join(HERE, '..', '..', 'interpreter', 'texts', 'unicode_data.txt')
ALIASES = ['unicode-property-aliases@3.0.0', 'unicode-property-value-aliases@4.0.0']
# Ages of characters never change, so a later version has those of all before.
AGES = 'unicode-age==17.0.0.0'
DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

SECTIONS = [('gc', 'General_Category'), ('sc', 'Script'), ('scx', 'Script_Extensions'),
            ('is', 'Binary_Property'), ('gcb', 'Grapheme_Cluster_Break'),
            ('wb', 'Word_Break'), ('sb', 'Sentence_Break')]
# What the patterns of the reference do not know.
LEFT_OUT = {
    'General_Category': ['Surrogate'],
    'Binary_Property': [
        'Any', 'Assigned', 'ASCII', 'Changes_When_NFKC_Casefolded',
        'Composition_Exclusion', 'Expands_On_NFC', 'Expands_On_NFD', 'Expands_On_NFKC',
        'Expands_On_NFKD', 'Full_Composition_Exclusion', 'InCB',
        'NFKC_Simple_Casefold'],
    'Grapheme_Cluster_Break': ['Other'], 'Word_Break': ['Other'],
    'Sentence_Break': ['Other'],
}


def fetch(package, folder):
    """-> the path of an unpacked package."""
    name = subprocess.run(['npm', 'pack', '--silent', package], cwd=folder, check=True,
                          stdout=subprocess.PIPE, universal_newlines=True).stdout.split()[-1]
    place = os.path.join(folder, name + '.d')
    with tarfile.open(os.path.join(folder, name)) as archive:
        archive.extractall(place)
    return os.path.join(place, 'package')


def read(version):
    with tempfile.TemporaryDirectory() as folder:
        packages = [fetch(name, folder) for name in ['@unicode/unicode-' + version] + ALIASES]
        text = subprocess.run(['node', os.path.join(HERE, 'read_package.mjs')] + packages,
                              check=True, stdout=subprocess.PIPE).stdout
        data = json.loads(text)
        data['ages'] = read_ages(folder, version)
    return data


def read_ages(folder, version):
    """-> a dictionary from (major, minor) to the ranges of what that version added."""
    place = os.path.join(folder, 'ages')
    subprocess.run([sys.executable, '-m', 'pip', 'install', '--quiet', '--no-deps',
                    '--target', place, AGES], check=True)
    sys.path.insert(0, place)
    ages = {}
    spans = importlib.import_module('unicode_age.unicode_age_db').iter_spans()
    for first, last, major, minor in spans:
        if (major, minor) <= tuple(map(int, version.split('.')[:2])):
            ages.setdefault((major, minor), []).append((first, last))
    return ages


def encoded(numbers):
    """Numbers as text: five bits a character, the sixth says that more follow."""
    text = ''
    for number in numbers:
        while number >= 32:
            text += DIGITS[32 + number % 32]
            number //= 32
        text += DIGITS[number]
    return text


def encoded_ranges(ranges):
    """The gap before each range, and its length less one."""
    numbers = []
    end = 0
    for low, high in joined(ranges):
        numbers += [low - end, high - low]
        end = high + 1
    return encoded(numbers)


def joined(ranges):
    result = []
    for low, high in sorted(map(list, ranges)):
        if result and low <= result[-1][1] + 1:
            result[-1][1] = max(high, result[-1][1])
        else:
            result.append([low, high])
    return result


def encoded_map(mapping):
    """For each code the gap before it, and what it becomes: how many codes, and each as
    twice its distance, plus one if it is lower."""
    numbers = []
    end = 0
    for code in sorted(mapping):
        numbers += [code - end, len(mapping[code])]
        numbers += [2 * (to - code) if to >= code else 2 * (code - to) + 1
                    for to in mapping[code]]
        end = code + 1
    return encoded(numbers)


def plain(name):
    """Loose matching (UAX44-LM3), as interpreter/texts/unicode.py does it."""
    return name.replace('_', '').replace('-', '').replace(' ', '').lower()


def names_of(canonical, aliases):
    names = [canonical] + [alias for alias in aliases if aliases[alias] == canonical]
    result = []
    for name in map(plain, names):
        if name.startswith('is') and len(name) > 2:
            name = name[2:]
        if name not in result:
            result.append(name)
    return ','.join(result)


def full_mapping(data, name):
    mapping = {code: to for code, to in data['maps']['Simple_Case_Mapping/' + name]}
    for code, to in data['maps']['Special_Casing/' + name]:
        mapping[code] = to
    return {code: to for code, to in mapping.items() if to != [code]}


def orbits(data):
    """Each code to the others that are the same without regard to letter case."""
    classes = {}
    for code, to in data['maps']['Case_Folding/C'] + data['maps']['Case_Folding/S']:
        classes.setdefault(to[0], {to[0]}).add(code)
    return {code: sorted(members - {code})
            for members in classes.values() for code in members}


def lines(data, version):
    yield 'version %s' % version
    for section, kind in SECTIONS:
        aliases = data['valueAliases'].get(kind, {})
        if kind == 'Binary_Property':
            aliases = data['aliases']
        for name in sorted(data['sets'][kind]):
            if name in LEFT_OUT.get(kind, ()):
                continue
            yield '%s %s %s' % (section, names_of(name, aliases),
                                encoded_ranges(data['sets'][kind][name]))
    for major, minor in sorted(data['ages']):
        yield 'age %d.%d,v%d%d %s' % (major, minor, major, minor,
                                      encoded_ranges(data['ages'][major, minor]))
    binary = set(data['sets']['Binary_Property']) - set(LEFT_OUT['Binary_Property'])
    others = set(data['aliases'].values()) - binary - {'Any', 'Assigned', 'ASCII', 'InCB'}
    yield 'other ' + ','.join(names_of(name, data['aliases']) for name in sorted(others))
    for name in ['Uppercase', 'Lowercase']:
        yield 'map %s %s' % (name.lower(), encoded_map(full_mapping(data, name)))
    yield 'map orbit ' + encoded_map(orbits(data))


def main(words):
    if len(words) != 1:
        sys.exit(__doc__)
    data = read(words[0])
    with open(RESULT, 'w') as stream:
        for line in lines(data, words[0]):
            stream.write(line + '\n')


if __name__ == '__main__':
    main(sys.argv[1:])
