"""The tests in this folder run the translated programs."""

import pytest

from tests.native.program import MODES


@pytest.fixture(scope='session', autouse=True)
def programs(built):
    return built


@pytest.fixture(params=list(MODES))
def mode(request):
    """Each of: no JIT built in, JIT as shipped, JIT switched off, JIT at once."""
    return request.param
