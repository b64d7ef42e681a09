"""From the surface tree to the canonical tree.

``canonicalize`` turns every top-level item into one stage.  ``if``, pipes,
``?``, ascriptions and statement lists become matches, calls, lets and blocks;
record fields and union variants are sorted by name.  The rules are listed in
docs/language.rst, "The canonical tree".

Long flat chains (operators, pipes, calls of calls, lets) may have any length,
so a chain is walked in a loop; only what the parser's nesting limit bounds is
walked recursively.
"""

from rpython.rlib.listsort import make_timsort_class

from interpreter.canonical import tree
from interpreter.canonical.patterns import (
    desugar_literal, desugar_pattern, is_constructor_name, last_component, place)
from interpreter.source import tree as surface

ASCRIPTION = '__ascription'


def _name_precedes(a, b):
    return a.name < b.name


_TypeFieldSort = make_timsort_class(lt=_name_precedes)
_VariantSort = make_timsort_class(lt=_name_precedes)
_EffectSort = make_timsort_class(lt=_name_precedes)
_RecordFieldSort = make_timsort_class(lt=_name_precedes)


def canonicalize(program):
    """source.tree.Program -> list of canonical.tree.Stage, in item order."""
    return [_desugar_item(item) for item in program.items]


# Stages

def _desugar_item(item):
    if isinstance(item, surface.Import):
        stage = tree.Import(item.reference, item.alias)
        stage.reference_offset = item.reference_offset
        stage.reference_end = item.reference_end
    elif isinstance(item, surface.TypeDecl):
        stage = tree.TypeDecl(item.name, item.params,
                              desugar_type(item.definition))
    else:
        assert isinstance(item, surface.FnDecl)
        stage = _desugar_function(item)
    place(stage, item)
    stage.name_offset = item.name_offset
    stage.path = item.path
    return stage


def _desugar_function(item):
    return tree.FnDecl(
        item.name, item.type_params, _desugar_params(item.params),
        _desugar_effects(item.effects), item.effect_row_var,
        desugar_type(item.return_type), desugar_block(item.body),
        [_desugar_example(example) for example in item.examples])


def _desugar_params(params):
    result = []
    for param in params:
        canonical = tree.Param(param.name, desugar_type(param.type))
        place(canonical, param)
        result.append(canonical)
    return result


def _desugar_effects(effects):
    result = []
    for effect in effects:
        canonical = tree.Effect(effect.name, effect.arg_kind, effect.arg_text,
                                effect.arg_int)
        place(canonical, effect)
        result.append(canonical)
    return result


def _sorted_effects(effects):
    result = _desugar_effects(effects)
    _EffectSort(result).sort()
    return result


def _desugar_example(example):
    canonical = tree.Example(_desugar_all(example.args),
                             desugar_expr(example.expected))
    place(canonical, example)
    return canonical


# Types

def desugar_type(type):
    """Surface Type -> canonical Type."""
    result = _desugar_type(type)
    place(result, type)
    return result


def _desugar_type(type):
    if isinstance(type, surface.NamedType):
        return tree.NamedType(type.name, _desugar_types(type.args))
    if isinstance(type, surface.RecordType):
        fields = _desugar_type_fields(type.fields)
        if len(type.spreads) == 0:
            _TypeFieldSort(fields).sort()
        return tree.RecordType(type.spreads, fields)
    if isinstance(type, surface.TupleType):
        return tree.TupleType(_desugar_types(type.items))
    if isinstance(type, surface.FunctionType):
        return tree.FunctionType(
            _desugar_types(type.params), _sorted_effects(type.effects),
            type.effect_row_var, desugar_type(type.ret))
    if isinstance(type, surface.UnionType):
        return tree.UnionType(_desugar_variants(type.variants))
    assert isinstance(type, surface.RefinedType)
    return tree.RefinedType(desugar_type(type.base), type.binding,
                            desugar_expr(type.predicate))


def _desugar_types(types):
    return [desugar_type(type) for type in types]


def _desugar_optional_type(type):
    if type is None:
        return None
    return desugar_type(type)


def _desugar_type_fields(fields):
    result = []
    for field in fields:
        canonical = tree.TypeField(field.name, desugar_type(field.type))
        place(canonical, field)
        result.append(canonical)
    return result


def _desugar_variants(variants):
    result = []
    for variant in variants:
        canonical = tree.UnionVariant(variant.name,
                                      _desugar_optional_type(variant.payload))
        place(canonical, variant)
        result.append(canonical)
    _VariantSort(result).sort()
    return result


# Blocks

def desugar_block(block):
    """Surface Block -> canonical Expr: nested lets around the result.

    A maximal run of expression statements becomes one Block node.
    """
    result = desugar_expr(block.result)
    run = []                    # the expression statements behind, last first
    first = block.result
    i = len(block.statements) - 1
    while i >= 0:
        statement = block.statements[i]
        if isinstance(statement, surface.Let):
            result = _close_run(run, first, result)
            run = []
            let = tree.Let(statement.name,
                           _desugar_optional_type(statement.type),
                           desugar_expr(statement.value), result)
            place(let, statement)
            let.name_offset = statement.name_offset
            result = let
        else:
            assert isinstance(statement, surface.ExprStatement)
            run.append(desugar_expr(statement.expr))
            first = statement.expr
        i -= 1
    return _close_run(run, first, result)


def _close_run(run, first, result):
    """The expression statements ``run``, last first, before ``result``; ``first`` is
    the first of them."""
    if len(run) == 0:
        return result
    run.reverse()
    block = tree.Block(run, result)
    block.offset = first.offset
    block.end = result.end
    return block


# Expressions

def desugar_expr(expr):
    """Surface Expr -> canonical Expr."""
    spine = []
    inner = _spine_child(expr)
    while inner is not None:
        spine.append(expr)
        expr = inner
        inner = _spine_child(expr)
    result = _desugar_tip(expr)
    while len(spine) > 0:
        expr = spine.pop()
        result = _desugar_link(expr, result)
        place(result, expr)
    return result


def _desugar_all(exprs):
    return [desugar_expr(expr) for expr in exprs]


def _spine_child(expr):
    """The one operand whose nesting the parser does not limit, or None."""
    if isinstance(expr, surface.BinOp):
        return expr.lhs
    if isinstance(expr, surface.Pipe):
        return expr.left
    if isinstance(expr, surface.Call):
        if not _is_plain_callee(expr.callee):
            return expr.callee
        # string interpolation nests in the first argument of str.concat
        if len(expr.args) > 0:
            return expr.args[0]
        return None
    if isinstance(expr, surface.Field):
        return expr.value
    if isinstance(expr, surface.Try):
        return expr.expr
    if isinstance(expr, surface.UnaryOp):
        return expr.expr
    return None


def _is_plain_callee(callee):
    if isinstance(callee, surface.Field):
        return isinstance(callee.value, surface.Var)
    return isinstance(callee, surface.Var)


def _desugar_link(expr, inner):
    """Desugar a chain node whose spine child has become ``inner``."""
    if isinstance(expr, surface.BinOp):
        return tree.BinOp(expr.op, inner, desugar_expr(expr.rhs))
    if isinstance(expr, surface.Pipe):
        return _desugar_pipe(inner, desugar_expr(expr.right))
    if isinstance(expr, surface.Call):
        if not _is_plain_callee(expr.callee):
            return tree.Call(inner, _desugar_all(expr.args))
        args = [inner]
        for i in range(1, len(expr.args)):
            args.append(desugar_expr(expr.args[i]))
        return _apply_plain_callee(expr.callee, args)
    if isinstance(expr, surface.Field):
        access = tree.FieldAccess(inner, expr.name)
        access.field_offset = expr.name_offset
        return access
    if isinstance(expr, surface.Try):
        return _desugar_try(inner, expr)
    assert isinstance(expr, surface.UnaryOp)
    return tree.UnaryOp(expr.op, inner)


def _apply_plain_callee(callee, args):
    if isinstance(callee, surface.Var) and is_constructor_name(callee.name):
        return _constructor(callee, args)
    return tree.Call(desugar_expr(callee), args)


def _constructor(var, args):
    constructor = tree.Constructor(last_component(var.name), args)
    constructor.name_offset = var.offset
    constructor.name_end = var.end
    return constructor


def _desugar_pipe(left, right):
    """``left |> right``; decided by the canonical form of ``right``."""
    if isinstance(right, tree.Call):
        return tree.Call(right.callee, [left] + right.args)
    if isinstance(right, tree.Constructor):
        constructor = tree.Constructor(right.name, [left] + right.args)
        constructor.name_offset = right.name_offset
        constructor.name_end = right.name_end
        return constructor
    return tree.Call(right, [left])


def _desugar_try(inner, expr):
    value = tree.Var('v')
    place(value, expr)
    error = tree.Constructor('Err', [tree.Var('e')])
    place(error, expr)
    leave = tree.Return(error)
    place(leave, expr)
    match = tree.Match(inner, [
        tree.Arm(tree.PConstructor('Ok', [tree.PVar('v')]), value),
        tree.Arm(tree.PConstructor('Err', [tree.PVar('e')]), leave)])
    match.form = tree.TRY
    return match


def _desugar_tip(expr):
    literal = desugar_literal(expr)
    if literal is not None:
        return literal
    if isinstance(expr, surface.BlockExpr):
        # a block has no node of its own, so its result keeps its own offset
        return desugar_block(expr.block)
    if isinstance(expr, surface.Var):
        result = _desugar_var(expr)
    elif isinstance(expr, surface.Call):
        result = _apply_plain_callee(expr.callee, [])
    elif isinstance(expr, surface.If):
        result = _desugar_if(expr)
    elif isinstance(expr, surface.Match):
        result = tree.Match(desugar_expr(expr.scrutinee),
                            [_desugar_arm(arm) for arm in expr.arms])
    elif isinstance(expr, surface.RecordLit):
        result = tree.RecordLit(_desugar_record_fields(expr.fields))
    elif isinstance(expr, surface.TupleLit):
        result = tree.TupleLit(_desugar_all(expr.items))
    elif isinstance(expr, surface.ListLit):
        result = tree.ListLit(_desugar_all(expr.items))
    elif isinstance(expr, surface.Lambda):
        result = tree.Lambda(
            _desugar_params(expr.params), desugar_type(expr.return_type),
            _sorted_effects(expr.effects), expr.effect_row_var,
            desugar_block(expr.body))
    else:
        assert isinstance(expr, surface.Ascription)
        result = _desugar_ascription(expr)
    place(result, expr)
    return result


def _desugar_var(var):
    if is_constructor_name(var.name):
        return _constructor(var, [])
    return tree.Var(var.name)


def _desugar_if(expr):
    then_arm = tree.Arm(tree.PLiteral(tree.BoolLit(True)),
                        desugar_block(expr.then_block))
    else_arm = tree.Arm(tree.PLiteral(tree.BoolLit(False)),
                        desugar_block(expr.else_block))
    place(then_arm, expr.then_block)
    place(else_arm, expr.else_block)
    match = tree.Match(desugar_expr(expr.cond), [then_arm, else_arm])
    match.form = tree.IF
    return match


def _desugar_arm(arm):
    canonical = tree.Arm(desugar_pattern(arm.pattern), desugar_expr(arm.body))
    place(canonical, arm)
    return canonical


def _desugar_record_fields(fields):
    result = []
    for field in fields:
        canonical = tree.RecordField(field.name, desugar_expr(field.value))
        place(canonical, field)
        result.append(canonical)
    _RecordFieldSort(result).sort()
    return result


def _desugar_ascription(expr):
    body = tree.Var(ASCRIPTION)
    place(body, expr)
    return tree.Let(ASCRIPTION, desugar_type(expr.type),
                    desugar_expr(expr.expr), body)
