"""Actors: a state and a handler, run by whoever asks.

Every message is handled at once, on the machine that sends it."""

from interpreter.machine import call
from interpreter.objects.actor import W_Actor
from interpreter.objects.closure import W_Closure
from interpreter.objects.display import debug
from interpreter.objects.errors import EffectError, VMError
from interpreter.objects.list import newlist_str
from interpreter.objects.numbers import w_unit
from interpreter.objects.text import W_Str, newstr
from interpreter.objects.tuple import W_Tuple
from interpreter.objects.variant import (
    Constructor, err, newvariant, ok, some, w_none)

_ALREADY_REGISTERED = Constructor.of('AlreadyRegistered')
_NOT_REGISTERED = Constructor.of('NotRegistered')


class Registry(object):
    """The actors known by a name."""

    def __init__(self):
        self.names = []
        self.actors_w = []

    def position(self, name):
        for i in range(len(self.names)):
            if self.names[i] == name:
                return i
        return -1

    def insert(self, name, w_actor):
        at = 0
        while at < len(self.names) and self.names[at] < name:
            at += 1
        self.names.insert(at, name)
        self.actors_w.insert(at, w_actor)

    def remove(self, at):
        assert at >= 0
        del self.names[at]
        del self.actors_w[at]


registry = Registry()


def perform(vm, op, args_w, depth):
    """One ``conc`` operation.  Raises EffectError."""
    if op == 'spawn' and len(args_w) == 2:
        w_handler = args_w[1]
        if not isinstance(w_handler, W_Closure):
            raise EffectError('conc.spawn: handler must be a Closure, got '
                              + debug(w_handler))
        return W_Actor(args_w[0], w_handler)
    if op == 'ask' and len(args_w) == 2:
        return send(vm, op, args_w[0], args_w[1], depth)
    if op == 'tell' and len(args_w) == 2:
        send(vm, op, args_w[0], args_w[1], depth)
        return w_unit
    if op == 'register' and len(args_w) == 2:
        name = _name(op, args_w[1])
        if registry.position(name) >= 0:
            return err(newvariant(_ALREADY_REGISTERED, [newstr(name)]))
        registry.insert(name, _actor(op, args_w[0]))
        return ok(w_unit)
    if op == 'lookup' and len(args_w) == 1:
        at = registry.position(_name(op, args_w[0]))
        if at < 0:
            return w_none
        return some(registry.actors_w[at])
    if op == 'unregister' and len(args_w) == 1:
        name = _name(op, args_w[0])
        at = registry.position(name)
        if at < 0:
            return err(newvariant(_NOT_REGISTERED, [newstr(name)]))
        registry.remove(at)
        return ok(w_unit)
    if op == 'registered' and len(args_w) == 0:
        return newlist_str(registry.names[:])
    raise EffectError('unknown conc.%s' % op)


def _actor(op, w_actor):
    if not isinstance(w_actor, W_Actor):
        raise EffectError('conc.%s: first arg must be an Actor, got %s'
                          % (op, debug(w_actor)))
    return w_actor


def _name(op, w_name):
    if not isinstance(w_name, W_Str):
        raise EffectError('conc.%s: name must be Str, got %s'
                          % (op, debug(w_name)))
    return w_name.utf8_w()


def send(vm, op, w_receiver, w_message, depth):
    """Run the handler; -> its reply.  A failure leaves the state alone."""
    w_actor = _actor(op, w_receiver)
    w_handler = w_actor.w_handler
    assert isinstance(w_handler, W_Closure)
    if w_actor.busy:
        raise EffectError('conc.%s: the actor is handling a message; '
                          'it cannot ask itself' % op)
    w_actor.busy = True
    try:
        w_result = call.invoke_closure(vm, w_handler,
                                       [w_actor.w_state, w_message], depth)
    except VMError as error:
        if error.ends_run:
            raise error
        failure = EffectError('conc.%s: handler error: %s' % (op, error.debug()))
        failure.stack = error.stack
        raise failure
    finally:
        w_actor.busy = False
    if not (isinstance(w_result, W_Tuple) and w_result.arity() == 2):
        raise EffectError('conc.%s: handler must return a 2-tuple '
                          '(new_state, reply), got %s' % (op, debug(w_result)))
    w_actor.w_state = w_result.getitem(0)
    return w_result.getitem(1)
