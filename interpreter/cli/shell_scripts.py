"""Not RPython: runs at import time only.

Scripts that complete command lines of ``lexvm``, made of the table of options.
"""

from interpreter.cli.option_table import COMMANDS, GLOBAL_OPTIONS
from interpreter.effects.policy import KNOWN_KINDS

EFFECTS = 'K,...'

BASH = '''\
# Completion of lexvm for bash; made by `lexvm completions bash`.

_lexvm() {
    local current=${COMP_WORDS[COMP_CWORD]} command= previous= i words
    for ((i = 1; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in
            %(global_flags)s) ((i++)) ;;
            -*) ;;
            *) command=${COMP_WORDS[i]}; break ;;
        esac
    done
    ((COMP_CWORD > 1)) && previous=${COMP_WORDS[COMP_CWORD - 1]}
    COMPREPLY=()
    case $previous in
%(global_values)s    esac
    if [[ -z $command ]]; then
        if [[ $current == -* ]]; then
            words='%(global_words)s'
        else
            words='%(commands)s'
        fi
        COMPREPLY=($(compgen -W "$words" -- "$current"))
        return
    fi
    case $command:$previous in
%(values)s    esac
    if [[ $current == -* ]]; then
        case $command in
%(options)s            *) words= ;;
        esac
        COMPREPLY=($(compgen -W "$words" -- "$current"))
        return
    fi
    case $command in
%(arguments)s    esac
}

complete -o filenames -F _lexvm lexvm
'''

BASH_EFFECTS = '''\
            local before=
            [[ $current == *,* ]] && before=${current%%,*},
            COMPREPLY=($(compgen -P "$before" -W '%s' -- "${current##*,}"))
            compopt -o nospace +o filenames
            return ;;
'''


def _flags(command):
    return ' '.join(option.flag for option in command.options)


def _bash_values(command):
    text = ''
    for option in command.options:
        if option.value == '':
            continue
        head = '        %s:%s)\n' % (command.name, option.flag)
        if option.value == EFFECTS:
            text += head + BASH_EFFECTS % ' '.join(KNOWN_KINDS)
        elif option.takes_file():
            text += head + ('            COMPREPLY=($(compgen -f -- "$current"))\n'
                            '            return ;;\n')
        else:
            text += head + ('            COMPREPLY=($(compgen -W \'%s\' -- "$current"))\n'
                            '            return ;;\n' % ' '.join(option.choices()))
    return text


def _bash_arguments(command):
    parts = []
    if command.words():
        parts.append('compgen -W \'%s\' -- "$current"' % ' '.join(command.words()))
    if command.takes_files():
        parts.append('compgen -f -- "$current"')
    elif command.takes_folder():
        parts.append('compgen -d -- "$current"')
    if not parts:
        return ''
    return '        %s)\n            COMPREPLY=($(%s)) ;;\n' % (
        command.name, '; '.join(parts))


def bash():
    return BASH % {
        'global_flags': '|'.join(option.flag for option in GLOBAL_OPTIONS),
        'global_values': ''.join(
            '        %s)\n            COMPREPLY=($(compgen -W \'%s\' -- "$current"))\n'
            '            return ;;\n' % (option.flag, ' '.join(option.choices()))
            for option in GLOBAL_OPTIONS),
        'global_words': ' '.join([option.flag for option in GLOBAL_OPTIONS]
                                 + ['--help', '--version']),
        'commands': ' '.join(command.name for command in COMMANDS),
        'values': ''.join(_bash_values(command) for command in COMMANDS),
        'options': ''.join('            %s) words=\'%s\' ;;\n'
                           % (command.name, _flags(command))
                           for command in COMMANDS if command.options),
        'arguments': ''.join(_bash_arguments(command) for command in COMMANDS),
    }


ZSH = '''\
#compdef lexvm
# Completion of lexvm for zsh; made by `lexvm completions zsh`.

_lexvm() {
    local context state state_descr line
    typeset -A opt_args
    local -a commands
    commands=(
%(commands)s    )
    _arguments -C \\
%(globals)s        '(- *)--help[print the help]' \\
        '(- *)--version[print the version]' \\
        '1:command:->command' \\
        '*::argument:->argument'
    case $state in
        command) _describe command commands ;;
        argument)
            case $words[1] in
%(arguments)s            esac ;;
    esac
}

_lexvm "$@"
'''

# Marks of zsh's specifications inside of descriptions.
ZSH_MARKS = [('\\', '\\\\'), ('[', '\\['), (']', '\\]'), (':', '\\:'), ("'", "'\\''")]


def _zsh_text(text):
    for mark, escaped in ZSH_MARKS:
        text = text.replace(mark, escaped)
    return text


def _zsh_option(option):
    text = _zsh_text(option.text or option.value)
    repeat = ''
    if '(repeatable)' in option.text:
        repeat = '*'
    action = ''
    if option.value == EFFECTS:
        action = ':effects:_values -s , effect %s' % ' '.join(KNOWN_KINDS)
    elif option.takes_file():
        action = ':file:_files'
    elif option.value != '':
        action = ':%s:(%s)' % (_zsh_text(option.value), ' '.join(option.choices()))
    return "'%s%s[%s]%s'" % (repeat, option.flag, text, action)


def _zsh_command(command):
    specs = [_zsh_option(option) for option in command.options]
    if command.words() and command.takes_files():
        specs.append("'*:argument:_alternative \"names:name:(%s)\" \"files:file:_files\"'"
                     % ' '.join(command.words()))
    elif command.words():
        specs.append("'*:argument:(%s)'" % ' '.join(command.words()))
    elif command.takes_files():
        specs.append("'*:file:_files'")
    elif command.takes_folder():
        specs.append("'*:folder:_files -/'")
    if not specs:
        return ''
    return '                %s)\n                    _arguments %s ;;\n' % (
        command.name, ' \\\n                        '.join(specs))


def zsh():
    return ZSH % {
        'commands': ''.join("        '%s:%s'\n" % (command.name,
                                                   _zsh_text(command.summary))
                            for command in COMMANDS),
        'globals': ''.join('        %s \\\n' % _zsh_option(option)
                           for option in GLOBAL_OPTIONS),
        'arguments': ''.join(_zsh_command(command) for command in COMMANDS),
    }


FISH = '''\
# Completion of lexvm for fish; made by `lexvm completions fish`.

function __lexvm_command
    set -l words (commandline -opc)
    set -e words[1]
    set -l is_value 0
    for word in $words
        if test $is_value = 1
            set is_value 0
        else if contains -- $word %s
            set is_value 1
        else if not string match -q -- '-*' $word
            echo $word
            return 0
        end
    end
    return 1
end

complete -c lexvm -f
complete -c lexvm -n 'not __lexvm_command' -l help -d 'print the help'
complete -c lexvm -n 'not __lexvm_command' -l version -d 'print the version'
'''


def _fish_text(text):
    return text.replace('\\', '\\\\').replace("'", "\\'")


def _fish_option(condition, option):
    line = "complete -c lexvm -n '%s'" % condition
    if option.flag.startswith('--'):
        line += ' -l ' + option.flag[2:]
    else:
        line += ' -s ' + option.flag[1:]
    if option.takes_file():
        line += ' -rF'
    elif option.value == EFFECTS:
        line += " -xa '(__fish_append , %s)'" % ' '.join(KNOWN_KINDS)
    elif option.value != '':
        line += ' -x'
        if option.choices():
            line += " -a '%s'" % ' '.join(option.choices())
    if option.text:
        line += " -d '%s'" % _fish_text(option.text)
    return line + '\n'


def fish():
    text = FISH % ' '.join(option.flag for option in GLOBAL_OPTIONS)
    for option in GLOBAL_OPTIONS:
        text += _fish_option('not __lexvm_command', option)
    for command in COMMANDS:
        text += "complete -c lexvm -n 'not __lexvm_command' -a %s -d '%s'\n" % (
            command.name, _fish_text(command.summary))
    for command in COMMANDS:
        condition = 'contains %s (__lexvm_command)' % command.name
        for option in command.options:
            text += _fish_option(condition, option)
        if command.words():
            text += "complete -c lexvm -n '%s' -a '%s'\n" % (
                condition, ' '.join(command.words()))
        if command.takes_files():
            text += "complete -c lexvm -n '%s' -F\n" % condition
        elif command.takes_folder():
            text += ("complete -c lexvm -n '%s' -a '(__fish_complete_directories)'\n"
                     % condition)
    return text


SCRIPTS = {'bash': bash(), 'zsh': zsh(), 'fish': fish()}
