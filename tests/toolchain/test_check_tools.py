"""tools/toolchain/check-tools: what is missing is installed, or named."""

import os
import subprocess

import pytest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
CHECK = os.path.join(ROOT, 'tools', 'toolchain', 'check-tools')

USUAL = ['sh', 'grep', 'cat', 'rm', 'mktemp']
APT = '''
echo "$@" >>"$0.log"
case $* in *update*) exit 0;; esac
exit %d
'''


def which(name):
    for folder in ['/usr/bin', '/bin']:
        if os.path.exists(os.path.join(folder, name)):
            return os.path.join(folder, name)


@pytest.fixture
def check(tmpdir):
    """A function that runs the script on a system that has only some programs.

    ``programs`` maps their names to shell scripts.
    """
    def run(words, programs, user=1000, **environment):
        folder = tmpdir.ensure('bin', dir=1)
        for name in USUAL:
            folder.join(name).mksymlinkto(which(name))
        for name, script in dict(programs, id='echo %d' % user).items():
            path = folder.join(name)
            path.write('#!/bin/sh\n' + script)
            path.chmod(0o755)
        child = subprocess.Popen(
            ['/bin/sh', CHECK] + words, env=dict(environment, PATH=str(folder)),
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        out = child.communicate()[0]
        log = folder.join('apt-get.log')
        return child.returncode, out, log.read().splitlines() if log.check() else []
    return run


COMPILER = {'make': '', 'pkg-config': '', 'gcc': 'cat >/dev/null'}
TESTERS = {
    'python3': '', 'openssl': '', 'ldconfig':
    'for l in libsqlite3.so.0 libyaml-0.so.2 libargon2.so.1; '
    'do printf "\\t$l (libc6,x86-64) => /lib/$l\\n"; done'}


def certificates():
    if os.path.exists('/etc/debian_version') and not os.path.exists(
            '/etc/ssl/certs/ca-certificates.crt'):
        pytest.skip('this system has no certificates itself')


def test_nothing_is_missing(check):
    certificates()
    assert check(['build'], COMPILER) == (0, '', [])


def test_user_is_told(check):
    certificates()
    assert check(['build'], {'make': '', 'apt-get': APT % 0}) == (1, (
        'missing for the build: pkg-config, gcc\n'
        'On Debian or Ubuntu, as root:\n'
        '    apt-get install pkg-config gcc libc6-dev libffi-dev\n'), [])


@pytest.mark.parametrize('header, package, title', [
    ('math.h', 'libc6-dev', 'headers of the C library'),
    ('ffi.h', 'libffi-dev', 'headers of libffi')])
def test_headers(check, header, package, title):
    certificates()
    programs = dict(COMPILER, gcc='! grep -q "<%s>"' % header)
    code, out, _ = check(['build'], programs)
    assert code == 1
    assert out.splitlines()[0] == 'missing for the build: ' + title
    assert out.splitlines()[-1] == '    apt-get install ' + package


def test_another_compiler(check):
    certificates()
    programs = {'make': '', 'pkg-config': '', 'mycc': 'cat >/dev/null'}
    assert check(['build'], programs, CC='mycc') == (0, '', [])


def test_root_installs(check):
    certificates()
    code, out, log = check(['build'], {'make': '', 'apt-get': APT % 0}, user=0)
    assert code == 0
    assert out == ('check-tools: installing pkg-config gcc libc6-dev libffi-dev '
                   '(missing: pkg-config, gcc)\n')
    assert log[0] == '-qq update'
    assert log[1].endswith(' install pkg-config gcc libc6-dev libffi-dev')


def test_root_may_refuse(check):
    certificates()
    code, out, log = check(['build', 'no'], {'make': '', 'apt-get': APT % 0}, user=0)
    assert (code, log) == (1, [])
    assert 'apt-get install pkg-config' in out


def test_root_without_apt(check):
    certificates()
    code, out, _ = check(['build'], {'make': ''}, user=0)
    assert code == 1
    assert 'missing for the build: pkg-config, gcc\n' in out


def test_installing_fails(check):
    certificates()
    code, out, _ = check(['build'], {'make': '', 'apt-get': 'echo why\n' + APT % 100},
                         user=0)
    assert code == 1
    assert '\nwhy\n' in out
    assert out.endswith('    apt-get install pkg-config gcc libc6-dev libffi-dev\n')


def test_tests_need_nothing_more(check):
    if not os.path.exists('/usr/share/zoneinfo/Europe/Berlin'):
        pytest.skip('this system has no time zones itself')
    assert check(['test'], TESTERS) == (0, '', [])


def test_what_tests_need(check):
    code, out, _ = check(['test'], {'ldconfig': ''})
    assert code == 1
    for package in ['python3', 'openssl', 'libsqlite3-0', 'libyaml-0-2', 'libargon2-1']:
        assert package in out.splitlines()[-1].split()


def test_similar_library_is_not_enough(check):
    _, out, _ = check(['test'], dict(TESTERS, ldconfig='echo "\tlibsqlite3.so.0.8 x"'))
    assert 'libsqlite3-0' in out.splitlines()[-1].split()


@pytest.mark.parametrize('python3, missing, packages', [
    (None, 'python3 with venv', 'python3 python3-venv'),
    ('case $* in *version*) exit 1;; esac', 'Python 3.11 or newer', 'python3'),
    ('case $* in *ensurepip*) exit 1;; esac', 'venv of python3', 'python3-venv')])
def test_what_documents_need(check, python3, missing, packages):
    certificates()
    programs = {'make': ''} if python3 is None else {'make': '', 'python3': python3}
    assert check(['docs'], programs) == (1, (
        'missing for the docs: %s\n'
        'On Debian or Ubuntu, as root:\n'
        '    apt-get install %s\n' % (missing, packages)), [])


def test_documents_need_nothing_more(check):
    certificates()
    assert check(['docs'], {'make': '', 'python3': ''}) == (0, '', [])


def test_wrong_word(check):
    assert check(['tests'], {}) == (2, 'usage: check-tools build|test|docs [no]\n', [])
