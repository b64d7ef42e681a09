import hashlib

import pytest

from interpreter.hashes.sha256 import SHA256, sha256, sha256_hex


@pytest.mark.parametrize('length', [0, 1, 3, 55, 56, 63, 64, 65, 119, 1000])
def test_against_the_standard_library(length):
    data = ''.join([chr(i * 7 & 255) for i in range(length)])
    assert sha256_hex(data) == hashlib.sha256(data).hexdigest()
    assert sha256(data) == hashlib.sha256(data).digest()


def test_updates_are_concatenated():
    state = SHA256()
    for part in ['a' * 50, '', 'b' * 50, 'c' * 200]:
        state.update(part)
    assert state.hexdigest() == hashlib.sha256(
        'a' * 50 + 'b' * 50 + 'c' * 200).hexdigest()
