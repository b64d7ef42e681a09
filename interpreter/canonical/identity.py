"""Hashes that identify stages: lowercase hexadecimal SHA-256.

The canonical hash covers a whole stage.  The signature id covers what callers
of a function see, and the stage id its signature and body without its name.
"""

from interpreter.canonical import tree
from interpreter.canonical.json import signature_json, to_json
from interpreter.hashes.sha256 import sha256_hex


def canonical_hash(stage):
    return sha256_hex(to_json(stage))


def sig_id(stage):
    """Signature id of a function or type; '' for an import."""
    if isinstance(stage, tree.Import):
        return ''
    return sha256_hex(signature_json(stage, True))


def stage_id(stage):
    """Stage id of a function or type; '' for an import."""
    if isinstance(stage, tree.Import):
        return ''
    signature = sha256_hex(signature_json(stage, False))
    return sha256_hex(signature + sha256_hex(to_json(_without_name(stage))))


def stage_name(stage):
    """The name of a function or type, the alias of an import."""
    if isinstance(stage, tree.Import):
        return stage.alias
    if isinstance(stage, tree.TypeDecl):
        return stage.name
    assert isinstance(stage, tree.FnDecl)
    return stage.name


def _without_name(stage):
    if isinstance(stage, tree.TypeDecl):
        return tree.TypeDecl('', stage.params, stage.definition)
    assert isinstance(stage, tree.FnDecl)
    return tree.FnDecl('', stage.type_params, stage.params, stage.effects,
                       stage.effect_row_var, stage.return_type, stage.body,
                       stage.examples)
