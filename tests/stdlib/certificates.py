"""Certificates for tests, made by the openssl program."""

import os
import subprocess

import pytest


def self_signed(folder, host, names):
    """-> the paths of a certificate for ``names`` and of its key."""
    certificate = str(folder.join(host + '.pem'))
    key = str(folder.join(host + '.key'))
    try:
        process = subprocess.Popen(
            ['openssl', 'req', '-x509', '-newkey', 'rsa:2048', '-nodes',
             '-keyout', key, '-out', certificate, '-days', '2', '-subj',
             '/CN=' + host, '-addext', 'subjectAltName=' + names],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    except OSError:
        pytest.skip('there is no openssl program')
    output = process.communicate()[0]
    assert process.returncode == 0 and os.path.exists(certificate), output
    return certificate, key
