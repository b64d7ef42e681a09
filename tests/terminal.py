"""A program on a pseudo-terminal."""

import os
import pty
import select
import signal
import time


class Terminal(object):
    """Runs the program at ``path`` with words; ``expect`` reads what it shows."""

    def __init__(self, path, words, env):
        self.shown = ''
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.execve(path, [path] + words, dict(os.environ, **env))

    def send(self, text):
        """Type a text; reads meanwhile what is shown."""
        while text:
            readable, writable, _ = select.select([self.fd], [self.fd], [], 60)
            assert readable or writable, 'the program does not read'
            if readable:
                self._read()
            elif writable:
                count = os.write(self.fd, text[:512])
                text = text[count:]

    def _read(self):
        """-> whether there was something."""
        try:
            part = os.read(self.fd, 65536)
        except OSError:
            return False
        self.shown += part
        return part != ''

    def expect(self, text, seconds=60):
        """Wait until a text is shown; forgets everything up to it, which it gives."""
        end = time.time() + seconds
        while text not in self.shown:
            left = end - time.time()
            ready = left > 0 and select.select([self.fd], [], [], left)[0]
            assert ready and self._read(), (text, self.shown[-2000:])
        before, self.shown = self.shown.split(text, 1)
        return before

    def end(self):
        """Wait for the end; -> the exit code, negative for a signal."""
        while self._read():
            pass
        _, status = os.waitpid(self.pid, 0)
        self.pid = 0
        os.close(self.fd)
        if os.WIFSIGNALED(status):
            return -os.WTERMSIG(status)
        return os.WEXITSTATUS(status)

    def kill(self):
        if self.pid:
            os.kill(self.pid, signal.SIGKILL)
            self.end()
