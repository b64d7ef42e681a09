"""Reports: layout, several labels, long lines, other files, colours."""

import os


from interpreter.diagnostics import paint as paints
from interpreter.diagnostics.diagnosis import Diagnosis, NOWHERE, Span, distinct
from interpreter.diagnostics.report import MOST_NOTES, report
from interpreter.diagnostics.sources import Sources

TEXT = 'first line\nsecond \xc3\xa9\xc3\xa9 line\n\tthird\n\nfifth\n'


def sources():
    result = Sources('/here')
    result.add('/here/a.lex', TEXT)
    result.add('/far/b.lex', 'other\n')
    result.add('/far/secret', 'secret\n')
    result.hide('/far/secret')
    return result


def span(word, path='/here/a.lex'):
    text = sources().text(path)
    start = text.index(word)
    return Span(path, start, start + len(word))


def shown(diagnosis, paint=paints.PLAIN):
    return report(diagnosis, sources(), paint)


def test_one_place():
    diagnosis = Diagnosis('wrong', span('line'), 'here')
    diagnosis.help('do this')
    diagnosis.help('')
    assert shown(diagnosis) == '''\
error: wrong
  --> a.lex:1:7
   |
 1 | first line
   |       ^^^^ here
  help: do this
'''


def test_several_places():
    diagnosis = Diagnosis('wrong', span('third'))
    diagnosis.note(span('\xc3\xa9\xc3\xa9'), 'see')
    diagnosis.note(span('fifth'), '')
    diagnosis.note(span('other', '/far/b.lex'), 'and there')
    diagnosis.note(NOWHERE, 'not shown')
    assert shown(diagnosis) == '''\
error: wrong
  --> a.lex:3:2
   |
 2 | second \xc3\xa9\xc3\xa9 line
   |        -- see
 3 | \tthird
   | \t^^^^^
  ...
 5 | fifth
   | -----
  ::: /far/b.lex:1:1
   |
 1 | other
   | ----- and there
'''


def test_without_a_place():
    assert shown(Diagnosis('wrong', NOWHERE)) == 'error: wrong\n'


def test_hidden_lines():
    assert shown(Diagnosis('wrong', span('secret', '/far/secret'))) == (
        'error: wrong\n  --> /far/secret:1:1\n')


def test_spans_over_lines_and_ends():
    text = shown(Diagnosis('wrong', Span('/here/a.lex', 6, 20)))
    assert text.endswith(' 1 | first line\n   |       ^^^^\n')
    text = shown(Diagnosis('wrong', Span('/here/a.lex', len(TEXT), len(TEXT))))
    assert text.endswith('  --> a.lex:6:1\n   |\n 6 | \n   | ^\n')


def test_number_of_notes():
    diagnosis = Diagnosis('wrong', span('line'))
    for _ in range(MOST_NOTES + 3):
        diagnosis.note(span('fifth'), 'also')
    text = shown(diagnosis)
    assert text.count('also') == MOST_NOTES
    assert '... and 3 more places' in text


def test_long_lines_are_cut():
    long = Sources()
    long.add('m', '\xc3\xa9' * 10000)
    text = report(Diagnosis('wrong', Span('m', 10000, 10002)), long, paints.PLAIN)
    line, caret = text.decode('utf-8').splitlines()[3:]
    assert len(line) <= 90
    assert line[caret.index('^')] == u'\xe9'


def test_control_characters_are_not_printed():
    steering = Sources()
    steering.add('m', 'a\x1b[2Jb')
    diagnosis = Diagnosis('x\x1by', Span('m', 0, 1), '\x07')
    assert '\x1b' not in report(diagnosis, steering, paints.PLAIN)


def test_colours():
    diagnosis = Diagnosis('wrong', span('line'))
    text = shown(diagnosis, paints.Paint(True))
    assert text.startswith('\x1b[1;31merror\x1b[0m\x1b[1m: wrong\x1b[0m\n')
    assert '\x1b[1;31m^^^^\x1b[0m' in text


def test_when_colours_are_used(monkeypatch):
    for name in ['NO_COLOR', 'TERM']:
        monkeypatch.delenv(name, raising=False)
    master, slave = os.openpty()
    try:
        assert paints.paint_for(slave, paints.AUTO).enabled
        assert not paints.paint_for(slave, paints.NEVER).enabled
        monkeypatch.setenv('NO_COLOR', '1')
        assert not paints.paint_for(slave, paints.AUTO).enabled
        assert paints.paint_for(slave, paints.ALWAYS).enabled
        monkeypatch.setenv('NO_COLOR', '')
        monkeypatch.setenv('TERM', 'dumb')
        assert not paints.paint_for(slave, paints.AUTO).enabled
    finally:
        os.close(master)
        os.close(slave)
    read_end, write_end = os.pipe()
    try:
        assert not paints.paint_for(write_end, paints.AUTO).enabled
    finally:
        os.close(read_end)
        os.close(write_end)


def test_distinct():
    first = Diagnosis('one', span('fifth'))
    second = Diagnosis('two', span('line'))
    follower = Diagnosis('three', span('first'))
    follower.follows = True
    again = Diagnosis('two', span('third'))
    second.cause = again.cause = 'name x'
    kept = distinct([first, again, follower, second])
    assert [each.title for each in kept] == ['two', 'one']
    assert [label.text for label in kept[0].notes] == ['also here']
    assert distinct([follower]) == [follower]
