"""``lexvm run --policy``: the policy in force, and what keeps each part of it."""

from interpreter.effects import kernel_wall

CHECKS = 'types, checks at run time'


def report(options):
    """-> the lines of the report, for RunOptions."""
    policy = options.policy()
    wall = kernel_wall.Wall(policy)
    has_landlock = options.wall != 'off' and kernel_wall.has_landlock()
    has_seccomp = options.wall != 'off' and kernel_wall.has_seccomp()
    lines = ['effects    %s' % _names(policy.allow_effects, 'none')]
    lines.append(_line('reading', wall.reading, policy.fs_read, has_landlock,
                       'Landlock'))
    lines.append(_line('writing', wall.writing, policy.fs_write, has_landlock,
                       'Landlock'))
    lines.append(_line('programs', wall.executing or len(policy.procs) > 0, policy.procs,
                       has_seccomp and wall.executing, 'seccomp'))
    lines.append(_line('network', wall.network or len(policy.net_hosts) > 0,
                       policy.net_hosts, has_seccomp and wall.network, 'seccomp'))
    lines.append('kernel     %s' % kernel_wall.available())
    return '\n'.join(lines) + '\n'


def _names(names, otherwise):
    if len(names) == 0:
        return otherwise
    return ', '.join(names)


def _line(title, is_restricted, allowed, has_wall, wall):
    keepers = CHECKS
    if has_wall and is_restricted:
        keepers += ', ' + wall
    what = 'anywhere'
    if is_restricted:
        what = _names(allowed, 'none')
    return '%s%s (kept by: %s)' % (title + ' ' * (11 - len(title)), what, keepers)
