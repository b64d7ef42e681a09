"""Policy violations for people and as data of a JSON envelope."""

from interpreter.canonical import tree
from interpreter.check.wording import of_name
from interpreter.diagnostics import names
from interpreter.diagnostics.data import quote, span_json
from interpreter.diagnostics.diagnosis import NOWHERE, Diagnosis, Span, distinct
from interpreter.diagnostics.report import report_all
from interpreter.effects.policy import KNOWN_KINDS, effect_text


def violations_data(violations, program, options):
    """A compact JSON array; the keys of its objects are sorted."""
    return '[' + ','.join([_data(violation, program, options)
                           for violation in violations]) + ']'


def _data(violation, program, options):
    parts = []
    _add(parts, 'at', violation.at)
    _add(parts, 'detail', violation.detail)
    _add(parts, 'effect', violation.effect)
    _add(parts, 'kind', violation.kind)
    _add(parts, 'path', violation.path)
    diagnosis = explained(violation, program, options)
    span = span_json(diagnosis.span, program.sources)
    if span != '':
        parts.append('"span":' + span)
    _add(parts, 'suggestion', diagnosis.suggestion())
    return '{' + ','.join(parts) + '}'


def _add(parts, key, text):
    if text is not None:
        parts.append('"' + key + '":' + quote(text))


def violations_text(violations, program, options, paint):
    """The report of violations, each effect once, and the flags that grant them
    all; ``options`` are the RunOptions."""
    diagnoses = distinct([explained(violation, program, options)
                          for violation in violations])
    text = report_all(diagnoses, program.sources, paint)
    if len(diagnoses) > 1:
        text += '\n%d errors; to grant it all:\n  lexvm run %s%s\n' % (
            len(diagnoses), ' '.join(_all_flags(violations, options)),
            _called(options))
    return text


def explained(violation, program, options):
    """The Diagnosis of a policy.Violation, at the effect that is declared;
    ``options`` are the RunOptions."""
    name = violation.at
    effect = violation.effect
    span = NOWHERE
    who = 'the program'
    if name is not None and effect is not None:
        span = _declaration(program.stages, name, effect, violation.path)
        who = '`' + of_name(name) + '`'
    if violation.kind == 'effect_not_allowed' and effect is not None:
        result = Diagnosis('%s needs the effect [%s], which is not granted'
                           % (who, effect), span)
        result.help(_grant(violation, options))
        result.cause = effect
        return result
    path = violation.path
    if path is not None:
        result = Diagnosis('%s declares the path `%s`, which is outside of those that '
                           'are granted' % (who, path), span)
        result.help(_grant(violation, options))
        result.cause = 'path ' + path
        return result
    result = Diagnosis(violation.detail, span)
    result.help('raise the ceiling, `--budget`, or leave it out')
    return result


def _declaration(stages, name, effect, path):
    """The Span of an effect in the row of a function, or of its name."""
    for stage in stages:
        if not isinstance(stage, tree.FnDecl) or stage.name != name:
            continue
        for declared in stage.effects:
            shown = effect_text(declared.name, declared.arg_kind, declared.arg_text,
                                declared.arg_int)
            if shown == effect or (path is not None and declared.name == effect
                                   and declared.arg_text == path):
                return Span(stage.path, declared.offset, declared.end)
        return Span(stage.path, stage.offset, stage.end)
    return NOWHERE


def _kind(effect):
    """The name of an effect without its argument."""
    paren = effect.find('(')
    if paren < 0:
        return effect
    return effect[:paren]


def _grant(violation, options):
    path = violation.path
    effect = violation.effect
    if path is not None:
        flag = _path_flag(violation)
    else:
        assert effect is not None
        flag = '--allow-effects ' + ','.join(options.allow_effects + [_kind(effect)])
    return 'grant it: `lexvm run %s%s`' % (flag, _called(options))


def _path_flag(violation):
    path = violation.path
    assert path is not None
    if violation.effect == 'fs_write':
        return '--allow-fs-write ' + path
    return '--allow-fs-read ' + path


def _all_flags(violations, options):
    kinds = options.allow_effects[:]
    flags = []
    for violation in violations:
        effect = violation.effect
        if violation.kind == 'effect_not_allowed' and effect is not None:
            if _kind(effect) not in kinds:
                kinds.append(_kind(effect))
        elif violation.path is not None:
            flags.append(_path_flag(violation))
    return ['--allow-effects ' + ','.join(kinds)] + flags


def _called(options):
    text = ' ' + options.path
    if options.function != 'main' or len(options.args) > 0:
        text += ' ' + options.function
    if len(options.args) > 0:
        text += ' ...'
    return text


def unknown_grant(grant, stages):
    """What is wrong with one entry of --allow-effects, '' if nothing is: neither the
    language nor the program ``stages`` knows the effect."""
    kind = grant.kind
    known = KNOWN_KINDS[:]
    for stage in stages:
        if isinstance(stage, tree.FnDecl):
            for declared in stage.effects:
                if declared.name not in known:
                    known.append(declared.name)
    if kind in known:
        return ''
    meant = names.closest(kind, known)
    if meant != '':
        return 'there is no effect `%s`: %s' % (kind, names.did_you_mean(meant))
    return 'there is no effect `%s`; there are %s' % (
        kind, ', '.join(names.in_order(known)))
