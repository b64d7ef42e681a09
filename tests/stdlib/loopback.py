"""A server on the loopback interface that gives prepared answers."""

import socket
import threading


class Answers(object):
    """Answers each connection with the text that its path is mapped to, and
    keeps what was asked."""

    def __init__(self, answers):
        self.answers = answers
        self.requests = []
        self.listener = socket.socket()
        self.listener.bind(('127.0.0.1', 0))
        self.listener.listen(5)
        self.port = self.listener.getsockname()[1]
        thread = threading.Thread(target=self.serve)
        thread.daemon = True
        thread.start()

    def url(self, path, host='127.0.0.1'):
        return 'http://%s:%d%s' % (host, self.port, path)

    def serve(self):
        while True:
            try:
                connection, _ = self.listener.accept()
            except socket.error:
                return
            try:
                self.answer(connection)
            except socket.error:
                pass
            connection.close()

    def answer(self, connection):
        connection.settimeout(5)
        request = ''
        while not is_complete(request):
            data = connection.recv(65536)
            if not data:
                return
            request += data
        self.requests.append(request)
        answer = self.answers[request.split(' ')[1]]
        if answer is None:
            # Wait until the client gives up.
            connection.recv(1)
        else:
            connection.sendall(answer.replace('PORT', str(self.port)))

    def close(self):
        self.listener.close()


def is_complete(request):
    head, separator, body = request.partition('\r\n\r\n')
    if not separator:
        return False
    for line in head.lower().split('\r\n'):
        if line.startswith('content-length: '):
            return len(body) >= int(line.split(' ')[1])
    return True
