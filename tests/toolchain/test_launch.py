"""tools/toolchain/launch.py: settings of the translator that it has no options for."""

import ctypes
import imp
import os
import subprocess

import pytest
from rpython.translator.platform import host, posix
from rpython.translator.tool.cbuild import ExternalCompilationInfo

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
launch = imp.load_source('launch', os.path.join(ROOT, 'tools', 'toolchain', 'launch.py'))

ANSWER = ('static int table[4] = {40, 41, 42, 43};\n'
          '__attribute__((visibility("default"))) int answer(int i) { return table[i]; }\n')
PROGRAM = ('#include <stdio.h>\nextern int answer(int);\n'
           'int main(void) { printf("%d\\n", answer(2)); return 0; }\n')


@pytest.fixture
def fixed_address(monkeypatch):
    monkeypatch.setattr(posix.BasePosix, 'gen_makefile', posix.BasePosix.gen_makefile)
    launch.fix_address_of_program()


def written(tmpdir, name, text):
    path = tmpdir.join(name)
    path.write(text)
    return path


def is_relocatable(program):
    """Of the type DYN in its ELF header, not EXEC?"""
    with open(str(program), 'rb') as stream:
        return stream.read(18)[16:] == '\x03\x00'


def test_program_has_a_fixed_address(fixed_address, tmpdir):
    files = [written(tmpdir, 'answer.c', ANSWER), written(tmpdir, 'program.c', PROGRAM)]
    makefile = host.gen_makefile(files, ExternalCompilationInfo(), path=tmpdir,
                                 exe_name=tmpdir.join('program'))
    makefile.write()
    subprocess.check_output(['make', '-C', str(tmpdir)], stderr=subprocess.STDOUT)
    assert subprocess.check_output([str(tmpdir.join('program'))]) == '42\n'
    assert not is_relocatable(tmpdir.join('program'))


def test_shared_library_can_be_loaded(fixed_address):
    sources = ExternalCompilationInfo(separate_module_sources=[ANSWER])
    library = sources.compile_shared_lib().libraries[0]
    assert is_relocatable(library)
    assert ctypes.CDLL(library).answer(2) == 42


def test_flags_of_the_platform_stay(fixed_address, tmpdir):
    before = host.cflags, host.link_flags
    host.gen_makefile([written(tmpdir, 'answer.c', ANSWER)], ExternalCompilationInfo(),
                      path=tmpdir)
    assert (host.cflags, host.link_flags) == before
