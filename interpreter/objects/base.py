"""The root of all values of the language."""


class W_Root(object):
    """A value.  Values are immutable for programs; identity means nothing
    except for actors."""
    _attrs_ = []

    def type_name(self):
        """The name of the value's variant: ``Int``, ``Str``, ``List``, ..."""
        raise NotImplementedError
