import pytest

from interpreter.effects import urls
from interpreter.effects.policy import Policy


def parts(text):
    url = urls.parse(text)
    return (url.scheme, url.userinfo, url.host, url.port, url.target)


def problem(text):
    with pytest.raises(urls.UrlError) as raised:
        urls.parse(text)
    return raised.value.msg


def test_parts():
    assert parts('http://a.b') == ('http', '', 'a.b', 80, '/')
    assert parts('HTTPS://A.b:8/x?y#z') == ('https', '', 'a.b', 8, '/x?y')
    assert parts('http://u:p@h:/?q') == ('http', 'u:p', 'h', 80, '/?q')
    assert parts('http://h?q') == ('http', '', 'h', 80, '/?q')
    assert parts('http://h/\xc3\xa9') == ('http', '', 'h', 80, '/%C3%A9')
    assert parts('http://[::1]:9/') == ('http', '', '::1', 9, '/')
    assert parts('http://[0:0:0::0001]') == ('http', '', '::1', 80, '/')


def test_the_host_is_behind_the_last_at_of_the_authority():
    assert parts('http://good/@evil')[2] == 'good'
    assert parts('http://good?@evil')[2] == 'good'
    assert parts('http://good#@evil')[2] == 'good'
    assert parts('http://good:80@evil/')[2] == 'evil'
    assert parts('http://good%2f@evil/')[2] == 'evil'


def test_problems():
    # The texts are the reference's.
    assert problem('') == 'http: empty string'
    assert problem('foo') == 'bad uri: foo is missing scheme'
    assert problem('ftp://x/') == 'bad uri: unknown scheme: ftp'
    assert problem('http://') == 'http: empty string'
    assert problem('http:///x') == 'http: invalid format'
    assert problem('http://h?a b') == 'http: invalid uri character'


@pytest.mark.parametrize('text', [
    'http://good\\@evil/', 'http://good\t.evil/', 'http://a@b@c/',
    'http://[::1', 'http://[::1]x/', 'http://[::1%25lo]/', 'http://[1.2.3.4]/',
    'http://h:99999/', 'http://h:8a/', 'http://h:-1/', 'http://::1/',
    'http://g%6fod/', 'http://g\xc3\xb6\xc3\xb6d/', 'http://h/\r\nx: y',
    'http://u@/', 'http://[]/', 'http://h:99999999999999999999/'])
def test_ambiguous_urls_are_refused(text):
    problem(text)


@pytest.mark.parametrize('reference, result', [
    ('/x', 'http://h:8/x'), ('x?y', 'http://h:8/a/x?y'), ('', 'http://h:8/a/b?q'),
    ('?z', 'http://h:8/a/b?z'), ('//k/x', 'http://k/x'),
    ('https://k', 'https://k/'), ('../x', 'http://h:8/x'),
    ('../../x/./y', 'http://h:8/x/y'), ('//h:8@k', 'http://k/')])
def test_redirects(reference, result):
    base = urls.parse('http://h:8/a/b?q')
    url = urls.resolved(base, reference)
    assert url.base() + url.target == result


def allows(listed, url):
    return Policy([], net_hosts=listed).allows_host(urls.parse(url).host)


def test_hosts_are_compared_exactly():
    assert allows([], 'http://any/')
    assert allows(['good'], 'http://good:123/')
    assert allows(['Good'], 'http://gOOD/')
    for url in ['http://good.evil/', 'http://evilgood/', 'http://good./',
                'http://x.good/', 'http://good@evil/']:
        assert not allows(['good'], url)


def test_addresses_are_compared_by_value():
    for listed in ['::1', '[::1]', '0:0::1']:
        assert allows([listed], 'http://[0::1]:80/')
    assert not allows(['127.0.0.1'], 'http://[::ffff:127.0.0.1]/')
    assert not allows(['127.0.0.1'], 'http://2130706433/')
    assert not allows(['127.0.0.1'], 'http://127.1/')
