"""The canonical form of a whole program: desugared, folded and numbered."""

from interpreter.canonical import dead_branches, node_ids
from interpreter.canonical.desugar import canonicalize


def stages_of(program):
    """source.tree.Program -> list of canonical.tree.Stage, ready to compile."""
    stages = canonicalize(program)
    dead_branches.fold(stages)
    node_ids.assign(stages)
    return stages
