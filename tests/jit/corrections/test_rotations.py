"""optimizeopt/unroll.py: label, jump and short preamble of loops whose variables change
places."""

import pytest
from rpython.jit.metainterp.test.support import LLJitMixin

import toolchain_fixes
from tests.jit.corrections.rotations import KINDS, family

assert toolchain_fixes.APPLIED


class TestRotations(LLJitMixin):

    @pytest.mark.parametrize('kind', sorted(KINDS))
    def test_variables_change_places(self, kind):
        run, source = family(kind, 1, 5)
        result = self.meta_interp(run, [40, 0], listops=True)
        assert result == run(40, 0), source
