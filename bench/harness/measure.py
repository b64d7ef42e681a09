"""One process: run it, and say what it printed and what it used."""

import os
import signal
import subprocess
import tempfile


class Failure(Exception):
    """A process that could not be started, failed, or took too long."""


class Run(object):
    """What one process printed and used; times in seconds, memory in KiB."""

    def __init__(self, wall, user, system, max_rss, stdout, stderr):
        self.wall = wall
        self.user = user
        self.system = system
        self.max_rss = max_rss
        self.stdout = stdout
        self.stderr = stderr

    def as_json(self):
        return {"wall": self.wall, "user": self.user, "system": self.system,
                "max_rss_kib": self.max_rss}


class Meter(object):
    """Runs commands below the small launcher that measures them."""

    def __init__(self, build_dir, timeout):
        self.launcher = os.path.join(build_dir, "measure")
        self.timeout = timeout
        source = os.path.join(os.path.dirname(__file__), "measure.c")
        subprocess.check_call(["gcc", "-O2", "-o", self.launcher, source])

    def run(self, command):
        """Run a list of words to its end; raises Failure if that is not a success."""
        with tempfile.TemporaryDirectory() as folder:
            report = os.path.join(folder, "report")
            out_path = os.path.join(folder, "out")
            err_path = os.path.join(folder, "err")
            with open(out_path, "wb") as out, open(err_path, "wb") as err:
                self._wait([self.launcher, report] + command, out, err)
            stdout = _text(out_path)
            stderr = _text(err_path)
            words = _text(report).split()
        status = int(words[4])
        if status != 0:
            last = (stderr.strip() or stdout.strip() or "no message").splitlines()[-1]
            raise Failure("%s: %s" % (_status_text(status), last[:200]))
        return Run(float(words[0]), float(words[1]), float(words[2]), int(words[3]),
                   stdout, stderr)

    def _wait(self, command, out, err):
        # A session of its own, so that a timeout ends the launcher and its child.
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out,
                                   stderr=err, start_new_session=True)
        try:
            code = process.wait(timeout=self.timeout)
        except subprocess.TimeoutExpired:
            raise Failure("no answer within %d s" % self.timeout)
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
        if code != 0:
            raise Failure("the launcher failed with exit code %d" % code)


def _text(path):
    with open(path, encoding="utf-8", errors="replace") as stream:
        return stream.read()


def _status_text(status):
    if os.WIFSIGNALED(status):
        return "killed by signal %d" % os.WTERMSIG(status)
    return "exit code %d" % os.WEXITSTATUS(status)
