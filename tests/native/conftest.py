"""The tests in this folder run the translated programs."""

import pytest

from tests.native.program import MODES

try:
    import pypyjit
except ImportError:
    pypyjit = None


@pytest.fixture(autouse=True)
def programs(built):
    """Models of programs in Python must not meet the faults that the programs are tested
    for: PyPy has them as well."""
    if pypyjit is None:
        yield
        return
    pypyjit.set_param('off')
    try:
        yield
    finally:
        pypyjit.set_param('default')


@pytest.fixture(params=list(MODES))
def mode(request):
    """Each of: no JIT built in, JIT as shipped, JIT switched off, JIT at once."""
    return request.param
