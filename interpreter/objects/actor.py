"""Actors: the one kind of value with identity and changing state."""

from interpreter.objects.base import W_Root


class W_Actor(W_Root):
    _attrs_ = ['w_state', 'w_handler', 'busy']

    def __init__(self, w_state, w_handler):
        self.w_state = w_state
        self.w_handler = w_handler
        self.busy = False

    def type_name(self):
        return 'Actor'
