"""``net.serve*``: Lex functions answer the requests of an HTTP server.

Every request is answered as if on a machine of its own: with steps and a memo
of its own, without recorder and hook, at depth 0.  What it uses up, of steps, time or
memory, ends its answer and not the server.
"""

from rpython.rlib.rstackovf import StackOverflow, check_stack_overflow
from rpython.rlib.rstring import StringBuilder

from interpreter import memory
from interpreter.effects import clock, http1, http_server, limits, tls_server
from interpreter.effects.channels import Doorkeeper
from interpreter.effects.files import FileError
from interpreter.effects.http_response import Response
from interpreter.effects.http_server import ListenError
from interpreter.effects.interrupts import Check, Interrupted, signals
from interpreter.effects.tls import TlsError
from interpreter.effects.urls import HIGHEST_PORT
from interpreter.machine import call
from interpreter.machine.modes import WORKER
from interpreter.machine.parallel import MachineState, Worker
from interpreter.objects.closure import W_Closure
from interpreter.objects.display import debug
from interpreter.objects.errors import EffectError, Panic, VMError
from interpreter.objects.list import W_List
from interpreter.objects.map import empty_map
from interpreter.objects.numbers import W_Int, w_unit
from interpreter.objects.pace import pace
from interpreter.objects.quote import debug_quoted
from interpreter.objects.record import Shape, W_Record, newrecord
from interpreter.objects.text import W_Str, newstr
from interpreter.objects.tree import StrKey
from interpreter.objects.tuple import W_Tuple
from interpreter.objects.variant import W_Variant
from interpreter.stdlib import civil, utf8
from interpreter.stdlib.args import mismatch, to_int, to_list, to_str, to_tuple
from interpreter.stdlib.net import ANY_ADDRESS
from interpreter.stdlib.parts import field, text_entries


REQUEST_SHAPE = Shape.of(['body', 'headers', 'method', 'path', 'path_params',
                          'query'])
ANY_METHOD = '*'
MOST_RESPONSE = 256 * 1024 * 1024
ANSWER_NS = 30 * clock.NS_PER_SECOND

# What the operations take, as their errors show it.
SERVERS = {
    'serve': 'port, handler', 'serve_with': 'port, handler, opts',
    'serve_fn': 'port, handler', 'serve_fn_with': 'port, handler, opts',
    'serve_tls': 'port, cert, key, handler',
    'serve_routed': 'port, routes, fallback',
    'serve_routed_with': 'port, routes, fallback, opts',
}


def perform(vm, op, args_w, depth):
    """``net.<op>``, one of SERVERS: serve until a stopping signal comes.
    Raises EffectError, and Interrupted when the run must end for another
    reason."""
    vm.host.check('net')
    arguments = SERVERS[op]
    if len(args_w) != len(arguments.split(', ')):
        raise EffectError('missing argument')
    w_port = args_w[0]
    if not isinstance(w_port, W_Int) or not 0 <= w_port.intval <= HIGHEST_PORT:
        raise EffectError('net.%s(%s): port must be Int 0..=65535'
                          % (op, arguments))
    port = w_port.intval
    if op == 'serve_tls':
        serve_tls(vm, port, to_str(args_w[1]), to_str(args_w[2]),
                  to_str(args_w[3]))
        return w_unit
    address = ANY_ADDRESS
    name = op
    if op.endswith('_with'):
        stop = len(op) - len('_with')
        assert stop >= 0
        name = op[:stop]
        address = to_str(field(args_w[len(args_w) - 1], 'host'))
    if name == 'serve':
        application = LexApplication(
            vm, [], NamedHandler(vm, to_str(args_w[1])))
    elif name == 'serve_fn':
        application = LexApplication(vm, [], closure_handler(vm, args_w[1]))
    else:
        application = LexApplication(vm, routes_of(vm, args_w[1]),
                                     closure_handler(vm, args_w[2]))
    label = 'net.' + name
    listener = listen(label, '%s:%d' % (address, port), address, port)
    run_server(vm, label, 'http://%s:%d' % (
        address, http_server.port_of(listener)), listener, Doorkeeper(),
        application)
    return w_unit


def serve_tls(vm, port, certificate_path, key_path, name):
    certificates = pem_text(vm, 'cert', certificate_path)
    key = pem_text(vm, 'key', key_path)
    try:
        doorkeeper = tls_server.doorkeeper(certificates, key)
    except TlsError as e:
        raise EffectError('net.serve_tls bind %d: %s' % (port, e.msg))
    try:
        listener = listen('net.serve_tls', str(port), ANY_ADDRESS, port)
    except EffectError:
        doorkeeper.close()
        raise
    run_server(vm, 'net.serve', 'https://%s:%d' % (
        ANY_ADDRESS, http_server.port_of(listener)), listener, doorkeeper,
        LexApplication(vm, [], NamedHandler(vm, name)))


def pem_text(vm, what, path):
    try:
        return vm.host.read_file(path)
    except FileError as e:
        raise EffectError('net.serve_tls: read %s %s: %s' % (what, path,
                                                             e.msg))


def listen(label, place, address, port):
    try:
        return http_server.listen(address, port)
    except ListenError as e:
        raise EffectError('%s bind %s: %s' % (label, place, e.msg))


def run_server(vm, label, url, listener, doorkeeper, application):
    signals.install()
    signals.defer()
    state = MachineState(vm)
    try:
        vm.host.print_error('%s: listening on %s%s' % (
            label, url, application.description()))
        http_server.Server(listener, doorkeeper, application,
                           vm.interrupts).run()
    finally:
        state.restore(vm)
        pace.bound(vm.step_limit())
        signals.resume()


class Handler(object):
    """Who answers requests."""

    def call(self, w_request):
        """The value that the handler gives.  Raises VMError."""
        raise NotImplementedError


class ClosureHandler(Handler):

    def __init__(self, vm, w_closure):
        self.vm = vm
        self.w_closure = w_closure

    def call(self, w_request):
        return call.invoke_closure(self.vm, self.w_closure, [w_request], 0)


class NamedHandler(Handler):

    def __init__(self, vm, name):
        self.vm = vm
        self.name = name

    def call(self, w_request):
        function = self.vm.program.find(self.name)
        if function is None:
            raise Panic('no function `%s`' % self.name)
        return call.invoke_function(self.vm, function, [w_request], 0)


def closure_handler(vm, w_closure):
    if not isinstance(w_closure, W_Closure):
        raise mismatch('Closure', w_closure)
    return ClosureHandler(vm, w_closure)


class Route(object):
    """A method and a pattern of segments; those with a colon take any text
    and name it."""

    def __init__(self, method, pattern, handler):
        self.method = method
        self.segments = pattern.split('/')
        self.handler = handler

    def match(self, method, segments):
        """The map of the named segments, None if the route is another."""
        if self.method != ANY_METHOD and self.method != method:
            return None
        if len(segments) != len(self.segments):
            return None
        w_params = empty_map
        for i in range(len(segments)):
            expected = self.segments[i]
            if expected.startswith(':'):
                w_params = w_params.set(StrKey(expected[1:]),
                                        newstr(segments[i]))
            elif expected != segments[i]:
                return None
        return w_params


def routes_of(vm, w_routes):
    w_routes = to_list(w_routes)
    routes = []
    for i in range(w_routes.length()):
        w_route = to_tuple(w_routes.getitem(i))
        if w_route.arity() != 3:
            raise mismatch('a route', w_route)
        pattern = to_str(w_route.getitem(1))
        if not pattern.startswith('/'):
            raise EffectError(
                'net.serve_routed: route #%d (%s): path pattern must start '
                "with '/' (got %s)" % (i, debug_quoted(pattern),
                                       debug_quoted(pattern)))
        routes.append(Route(utf8.to_upper(to_str(w_route.getitem(0))), pattern,
                            closure_handler(vm, w_route.getitem(2))))
    return routes


class RequestTakesTooLong(Interrupted):
    """Ends the answering of one request."""


class RequestTime(Check):
    """Bounds the time that the answer to a request takes."""

    def __init__(self):
        self.stop_ns = 0

    def start(self):
        self.stop_ns = clock.monotonic_ns() + ANSWER_NS

    def stop(self):
        self.stop_ns = 0

    def run(self):
        if 0 < self.stop_ns < clock.monotonic_ns():
            raise RequestTakesTooLong('the request takes too long', limits.EXIT_LIMIT)


class LexApplication(http_server.Application):
    """Routes in the order of the program, and a handler for the rest."""

    def __init__(self, vm, routes, fallback):
        self.vm = vm
        self.routes = routes
        self.fallback = fallback
        self.has_routes = len(routes) > 0
        self.last_worker = vm.last_worker
        self.time = RequestTime()
        vm.add_check(self.time)

    def description(self):
        if not self.has_routes:
            return ''
        return ' (%d routes)' % len(self.routes)

    def date(self):
        return http_date(clock.wall_ns() // clock.NS_PER_SECOND)

    def before_wait(self):
        self.vm.host.flush()

    def respond(self, request):
        vm = self.vm
        vm.worker = Worker(vm.initial_fuel, self.last_worker)
        vm.last_worker = vm.worker
        vm.base_mode = WORKER
        vm.used_memos = []
        vm.set_remaining(vm.initial_fuel)
        pace.bound(vm.step_limit())
        self.time.start()
        try:
            return self.response(self.value_for(request))
        except VMError as e:
            return failure('internal error: ' + e.display())
        except StackOverflow:
            check_stack_overflow()
            return failure('internal error: call stack overflow')
        except RequestTakesTooLong:
            return Response(http_server.OVERLOADED, 'the request takes too long')
        except MemoryError:
            memory.limit.lift()
            vm.worker = None
            vm.last_worker = self.last_worker
            vm.used_memos = []
            memory.limit.recover()
            return Response(http_server.OVERLOADED,
                            'the request needs too much memory')
        finally:
            self.time.stop()

    def value_for(self, request):
        path = utf8.repaired(request.path())
        handler = self.fallback
        w_params = empty_map
        segments = path.split('/')
        for route in self.routes:
            w_found = route.match(request.method, segments)
            if w_found is not None:
                handler = route.handler
                w_params = w_found
                break
        return handler.call(request_record(request, path, w_params))

    def response(self, w_value):
        """The Response that a handler's value means.  Raises VMError."""
        if not isinstance(w_value, W_Record):
            return failure('handler returned non-record: ' + debug(w_value))
        status = 200
        w_status = w_value.getfield('status')
        if w_status is not None:
            status = to_int(w_status)
        response = Response(status, '')
        self.fill_body(response, w_value.getfield('body'))
        w_headers = w_value.getfield('headers')
        if w_headers is not None:
            add_headers(response, w_headers)
        if not 200 <= status <= 999 or not are_sendable(response.headers):
            return failure('response build error')
        return response

    def fill_body(self, response, w_body):
        if isinstance(w_body, W_Str):
            response.body = w_body.utf8_w()
        elif isinstance(w_body, W_Variant) and w_body.arity() == 1:
            kind = w_body.constructor.name
            w_content = w_body.getarg(0)
            if kind == 'BodyStr':
                response.body = to_str(w_content)
            elif kind == 'BodyStream' or kind == 'BodyBytes':
                response.chunks = self.chunks_of(w_content,
                                                 kind == 'BodyBytes')
            else:
                raise mismatch('a response body', w_body)
        elif w_body is not None:
            raise mismatch('a response body', w_body)

    def chunks_of(self, w_iterator, are_bytes):
        """All elements of an iterator, as byte strings."""
        chunks = []
        size = 0
        if not isinstance(w_iterator, W_Variant) or w_iterator.arity() != 2:
            raise mismatch('Iter', w_iterator)
        kind = w_iterator.constructor.name
        if kind == '__IterEager':
            w_list = to_list(w_iterator.getarg(0))
            start = to_int(w_iterator.getarg(1))
            for i in range(max(start, 0), w_list.length()):
                chunks.append(chunk_of(w_list.getitem(i), are_bytes))
            return chunks
        w_step = w_iterator.getarg(1)
        if kind != '__IterLazy' or not isinstance(w_step, W_Closure):
            raise mismatch('Iter', w_iterator)
        w_seed = w_iterator.getarg(0)
        while True:
            w_next = call.invoke_closure(self.vm, w_step, [w_seed], 0)
            if not isinstance(w_next, W_Variant) or w_next.arity() == 0:
                return chunks
            w_pair = w_next.getarg(0)
            if not isinstance(w_pair, W_Tuple) or w_pair.arity() != 2:
                raise mismatch('Tuple', w_pair)
            chunk = chunk_of(w_pair.getitem(0), are_bytes)
            size += len(chunk)
            if size > MOST_RESPONSE:
                raise EffectError('response body is too large')
            chunks.append(chunk)
            w_seed = w_pair.getitem(1)


def failure(text):
    return Response(http_server.FAILED, text)


def chunk_of(w_item, are_bytes):
    if not are_bytes:
        return to_str(w_item)
    if not isinstance(w_item, W_List):
        raise mismatch('List', w_item)
    builder = StringBuilder()
    for i in range(w_item.length()):
        pace.work(1)
        builder.append(chr(to_int(w_item.getitem(i)) & 0xff))
    return builder.build()


def request_record(request, path, w_params):
    w_headers = empty_map
    headers = request.headers
    for i in range(len(headers.names)):
        w_headers = w_headers.set(StrKey(headers.names[i]),
                                  newstr(utf8.repaired(headers.values[i])))
    return newrecord(REQUEST_SHAPE, [
        newstr(utf8.repaired(request.body)), w_headers,
        newstr(request.method), newstr(path), w_params,
        newstr(utf8.repaired(request.query()))])


def add_headers(response, w_headers):
    """What describes the connection and the body's size is the server's."""
    names, values_w = text_entries(w_headers)
    for i in range(len(names)):
        name = names[i].lower()
        if (name != 'content-length' and name != 'transfer-encoding'
                and name != 'connection' and name != 'date'):
            response.headers.add(name, to_str(values_w[i]))


def are_sendable(headers):
    for i in range(len(headers.names)):
        if not http1.is_token(headers.names[i]) or (
                not http1.is_field_value(headers.values[i])):
            return False
    return True


WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep',
          'Oct', 'Nov', 'Dec']


def http_date(seconds):
    """``Thu, 01 Jan 1970 00:00:00 GMT`` for 0."""
    moment = civil.from_seconds(seconds, 0)
    return '%s, %s %s %s %s:%s:%s GMT' % (
        WEEKDAYS[moment.weekday()], civil.padded(moment.day, 2),
        MONTHS[moment.month - 1], civil.padded(moment.year, 4),
        civil.padded(moment.hour, 2), civil.padded(moment.minute, 2),
        civil.padded(moment.second, 2))
