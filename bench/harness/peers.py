"""The implementations that are compared: where they are and how they are run."""

import json
import os
import re
import shutil
import subprocess

from harness.measure import Failure

_STEPS = re.compile(r"^steps: (\d+)$", re.MULTILINE)
_CALL = re.compile(r"^call: (\d+) ns$", re.MULTILINE)
_REPEAT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "repeat", "repeat.")


class Peer(object):
    """A language implementation on this machine.

    ``size`` names the size of a program that it runs; ``path`` is None if the
    implementation is missing, and then ``hint`` says where it comes from.
    """

    name = extension = hint = None
    size = "n"
    version_flag = "--version"

    def __init__(self, path):
        self.path = path

    def version(self):
        """The first line that the implementation prints about itself."""
        process = subprocess.run([self.path, self.version_flag], check=False,
                                 stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        lines = process.stdout.decode("utf-8", "replace").strip().splitlines()
        return lines[0] if lines else "unknown"

    def prepare(self, program, build_dir):
        """Build what `command` will run; raises Failure."""

    def command(self, program, n):
        """The words of the command that runs the program at size n."""
        return [self.path, program.source(self.extension), str(n)]

    def repetition(self, program, n, count):
        """The words of the command that runs the program `count` times in one
        process; None for implementations that have nothing to warm up."""
        return None

    def answer(self, run):
        """What the program printed: text without surrounding blanks."""
        return run.stdout.strip()

    def seconds(self, run):
        """The time that counts: that of the whole process."""
        return run.wall

    def calls(self, run):
        """The seconds of each run in the process of a repetition."""
        return [int(ns) / 1e9 for ns in _CALL.findall(run.stderr)]

    def steps(self, run):
        """The steps that a Lex machine counted, or None."""
        return None


class LexVM(Peer):
    name = "lexvm"
    extension = "lex"
    hint = "make, or LEXVM=/path/to/lexvm"
    flags = []

    def command(self, program, n):
        return self._run(program, n, ["--jit-stats"])

    def repetition(self, program, n, count):
        return self._run(program, n, ["--repeat", str(count)])

    def _run(self, program, n, flags):
        return ([self.path, "run", "--max-steps", "0", "--allow-effects", "io"] +
                self.flags + flags + [program.source("lex"), "main", str(n)])

    def steps(self, run):
        found = _STEPS.search(run.stderr)
        return int(found.group(1)) if found else None


class Interpreter(LexVM):
    """LexVM without its JIT; the build that never had one stands in if need be."""

    name = "off"
    size = "small"
    flags = ["--jit", "off"]


class Reference(Peer):
    """The reference's crates below tools/reference, which print one JSON object.

    The time that counts is that of the call alone: the harness is a tool for tests
    and does not start like the reference's own program.
    """

    name = "reference"
    extension = "lex"
    size = "small"
    hint = "make reference-timing, or LEX_REFERENCE_TIMING=/path/to/lex-reference"

    def version(self):
        return "lex-reference on the crates named in tools/reference/Cargo.toml"

    def command(self, program, n):
        return self.repetition(program, n, 1)

    def repetition(self, program, n, count):
        return [self.path, "run", "--max-steps", "1000000000000", "--allow-effects",
                "io", "--repeat", str(count), program.source("lex"), "main", str(n)]

    def answer(self, run):
        return json.dumps(json.loads(run.stdout)["result"])

    def steps(self, run):
        return json.loads(run.stdout)["steps"]

    def calls(self, run):
        return [ns / 1e9 for ns in json.loads(run.stdout)["calls_ns"]]

    def seconds(self, run):
        return self.calls(run)[0]


class Script(Peer):
    """An implementation that runs a script; repeat.EXTENSION runs it repeatedly."""

    def repetition(self, program, n, count):
        return [self.path, _REPEAT + self.extension, str(count),
                program.source(self.extension), str(n)]


class PyPy(Script):
    name = "pypy3"
    extension = "py"
    hint = "Debian package pypy3"


class LuaJIT(Script):
    name = "luajit"
    extension = "lua"
    hint = "Debian package luajit"
    version_flag = "-v"


class Node(Script):
    name = "node"
    extension = "js"
    hint = "Debian package nodejs"


class Native(Peer):
    """A compiler: the program that it makes is what runs."""

    built = None

    def prepare(self, program, build_dir):
        self.built = os.path.join(build_dir, "%s.%s" % (program.name, self.name))
        process = subprocess.run(self.compilation(program, build_dir), check=False,
                                 stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        if process.returncode != 0:
            raise Failure(process.stdout.decode("utf-8", "replace").strip()[-400:])

    def command(self, program, n):
        return [self.built, str(n)]

    def compilation(self, program, build_dir):
        """The words of the command that makes the program."""
        raise NotImplementedError


class OCaml(Native):
    name = "ocaml"
    extension = "ml"
    hint = "Debian package ocaml-nox"
    version_flag = "-version"

    def compilation(self, program, build_dir):
        # The compiler leaves its intermediate files beside the source.
        copy = os.path.join(build_dir, program.name + ".ml")
        shutil.copy(program.source("ml"), copy)
        return [self.path, "-O3", "-o", self.built, copy]


class C(Native):
    name = "c"
    extension = "c"
    hint = "Debian package gcc"
    level = "-O2"

    def compilation(self, program, build_dir):
        return [self.path, self.level, "-o", self.built, program.source("c"), "-lm"]


class UnoptimisedC(C):
    name = "c-O1"
    level = "-O1"


ALL = [LexVM, Interpreter, Reference, PyPy, LuaJIT, Node, OCaml, C]
NAMES = [peer.name for peer in ALL]


def _reference(repository):
    built = os.environ.get("CARGO_TARGET_DIR",
                           os.path.join(repository, "tools", "reference", "target"))
    given = os.environ.get("LEX_REFERENCE_TIMING")
    path = given or os.path.join(built, "timing", "lex-reference")
    return path if os.access(path, os.X_OK) else None


def _executable(path):
    return path if os.access(path, os.X_OK) else None


def find(repository):
    """All peers in the order of the table; those missing have no path."""
    lexvm = _executable(os.environ.get("LEXVM", os.path.join(repository, "lexvm")))
    interpreter = lexvm or _executable(os.path.join(repository, "lexvm-nojit"))
    return [LexVM(lexvm), Interpreter(interpreter), Reference(_reference(repository)),
            PyPy(shutil.which("pypy3")), LuaJIT(shutil.which("luajit")),
            Node(shutil.which("node")), OCaml(shutil.which("ocamlopt")),
            C(shutil.which("gcc"))]
