"""RPython target of a LexVM that does not keep the policy of a run itself.

It shows that the kernel keeps it alone (tests/native/test_open_gate.py), and is for
nothing else.
"""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))

from interpreter.effects import policy

policy.IS_KEPT = False

from targetlexvm import entry_point, jitpolicy, target

assert entry_point and jitpolicy and target
