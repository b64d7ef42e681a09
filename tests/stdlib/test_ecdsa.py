"""ECDSA signatures are the numbers that the definition gives (SEC 1, section 4.1.3)."""

import random

import pytest

from interpreter.stdlib import ecdsa

SCHEMES = {'P-256': ecdsa.P256, 'secp256k1': ecdsa.SECP256K1}


def value_of(data):
    return int(data.encode('hex'), 16)


def bytes_of(value):
    return ('%064x' % value).decode('hex')


def expected(scheme, secret, digest):
    """-> r and s with the first nonce, before the lower s is chosen."""
    order = scheme.order.tolong()
    nonce = ecdsa.Nonces(secret, digest).next()
    point = scheme.curve.combination(nonce, '', '')
    r = value_of(point[1:33]) % order
    inverse = pow(value_of(nonce), order - 2, order)
    return r, inverse * (value_of(digest) + r * value_of(secret)) % order


def examples(scheme):
    rng = random.Random(0)
    order = scheme.order.tolong()
    secrets = [1, 2, order - 1, order - 2, 1 << 255, 0xff]
    digests = [0, 1, order - 1, order, order + 1, (1 << 256) - 1]
    for i in range(2):
        secrets.append(rng.randrange(1, order))
        digests.append(rng.randrange(1 << 256))
    return zip(secrets, digests)


@pytest.mark.parametrize('name', sorted(SCHEMES))
def test_signatures(name):
    scheme = SCHEMES[name]
    order = scheme.order.tolong()
    for secret, digest in examples(scheme):
        secret, digest = bytes_of(secret), bytes_of(digest)
        signature = scheme.sign(secret, digest)
        r, s = expected(scheme, secret, digest)
        if scheme.low_s:
            s = min(s, order - s)
        assert (signature.r.tolong(), signature.s.tolong()) == (r, s)
        public = scheme.public_key(secret)
        assert scheme.verify(public, digest, signature.r, signature.s)
        other = digest[:-1] + chr(ord(digest[-1]) ^ 1)
        assert not scheme.verify(public, other, signature.r, signature.s)
        assert scheme.recover(digest, signature.r, signature.s,
                              signature.recovery) == public


@pytest.mark.parametrize('name', sorted(SCHEMES))
def test_secrets(name):
    scheme = SCHEMES[name]
    order = scheme.order.tolong()
    for value in [1, order - 1]:
        assert scheme.secret(bytes_of(value)) == bytes_of(value)
    for value in [0, order, order + 1, (1 << 256) - 1]:
        assert scheme.secret(bytes_of(value)) == ''
    assert scheme.secret('\x01' * 24) == '\x00' * 8 + '\x01' * 24
    assert scheme.secret('\x01' * 23) == scheme.secret('\x01' * 33) == ''
