"""Handles: small numbers that programs hold for resources of the host."""

CAPACITY = 256


class Resource(object):
    """What a handle stands for."""

    def close(self):
        """Give back what the resource holds.  Never raises."""
        raise NotImplementedError


class HandleTable(object):
    """Numbers from 1 on.  The table keeps the CAPACITY resources used last
    and closes the others."""

    def __init__(self):
        self.last = 0
        self.numbers = []
        self.resources = []

    def add(self, resource):
        """-> the new handle."""
        if len(self.numbers) >= CAPACITY:
            self.remove_at(0).close()
        self.last += 1
        self.numbers.append(self.last)
        self.resources.append(resource)
        return self.last

    def get(self, handle):
        """The resource, which is now the one used last; None if closed."""
        at = self.position(handle)
        if at < 0:
            return None
        resource = self.remove_at(at)
        self.numbers.append(handle)
        self.resources.append(resource)
        return resource

    def remove(self, handle):
        """Take the resource out without closing it; None if closed."""
        at = self.position(handle)
        if at < 0:
            return None
        return self.remove_at(at)

    def position(self, handle):
        at = len(self.numbers) - 1
        while at >= 0:
            if self.numbers[at] == handle:
                break
            at -= 1
        return at

    def remove_at(self, at):
        assert at >= 0
        resource = self.resources[at]
        del self.numbers[at]
        del self.resources[at]
        return resource
