"""Help texts."""

HELP = '''\
LexVM runs programs written in Lex.

usage: lexvm [--output text|json] [--color auto|always|never] COMMAND ...

commands:
  run FILE [FN] [ARG...]   run a function of a program (FN defaults to main)
  check [--strict] FILE    check the types, effects and examples of a program
  test [PATH...]           run the tests of a folder or of files
  repl [FILE]              evaluate what is typed in, with a program's functions
  docs [NAME|FILE]         show the manual of std, or what a file documents
  fmt [--check] PATH...    bring files, and those in folders, into standard form
  watch PATH [COMMAND]     check, run, test or format again on every change
  init [DIR]               make the files of a new package
  ci                       check, fmt --check and test, for a whole package
  trace TRACE              print a trace that run --trace has saved
  replay TRACE FILE [FN] [ARG...]
                           run again with the results of effects replaced
  diff TRACE TRACE         print the first difference between two traces
  parse FILE               print the canonical tree of a program as JSON
  hash FILE                print the hashes of a program's declarations
  dis FILE [FN]            print the instructions of a program, with source lines
  completions SHELL        print a script that completes command lines
  man                      print the manual page
  version                  print the version (also --version, -V)
  help [COMMAND]           print this help or a command's (also --help, -h)

FILE is a path, or - for standard input.  The exit code is 0 on success, 1 on
an error, 2 on type errors, 3 if the policy forbids an effect.
'''

RUN_HELP = '''\
usage: lexvm run [flags] FILE [FN] [ARG...]
       lexvm run [flags] FILE [FN] -- WORD...

Calls FN (default: main) with the ARGs, each of them one JSON document, and
prints its result as JSON.  With WORDs behind --, FN is called without
arguments and the program reads the words with io.argv().  Flags may stand
anywhere before --.

policy (without any, a program may not declare effects):
  --allow-effects K,...    grant these effects, e.g. io,time,net
  --allow-fs-read PATH     restrict reading to PATH (repeatable)
  --allow-fs-write PATH    restrict writing to PATH (repeatable)
  --allow-net-host HOST    restrict connections to HOST (repeatable)
  --allow-proc NAME,...    restrict the commands that may be started
  --allow-approval S,...   grant these approval scopes
  --budget N               ceiling of the declared budgets
  --wall auto|on|off       let the kernel keep the policy as well, where it can
                           (auto, the default), or not run without (on)
  --policy                 show the policy and what keeps it, and do not run

limits and the JIT:
  --max-steps N            stop after N steps, 0 for no limit (default 10000000)
  --max-depth N            stop where calls nest deeper (default 1024)
  --max-memory SIZE        stop when more is in use, e.g. 500M (default: a third of
                           the memory of the system)
  --max-output SIZE        stop before more is printed and written
  --timeout SECONDS        stop after this time, e.g. 10 or 0.5
  --jit on|off|NAME=N,...  switch the JIT or set its parameters, e.g.
                           threshold=500,trace_eagerness=100
  --jit-stats              report steps and compiled traces on standard error
  --memo-stats             report the counters of the memo on standard error
  --repeat N               call the function N times and report the time of
                           each call on standard error
  --hook NAME              install a hook, for tests: kernel, decline,
                           random=SEED or failing=SEED

  --trace TRACE            save the calls and effects of the run in this file,
                           - for standard output
  --profile FILE           save where the steps went, as a flame graph (FILE.svg) or
                           as collapsed stacks (FILE.folded)
  --profile-calls          with --profile, report how often each function ran
  --dry-run                show what would be called, and exit with code 9
  --help, -h               print this help
'''

CHECK_HELP = '''\
usage: lexvm check [--strict] FILE

Checks types and effects and evaluates the examples of pure functions.  Prints
ok and the effects that the program needs, or each type error and failed example
with its place and the way out (exit code 2).  Matches that are not exhaustive,
arms that are never taken, unused names and other suspicious code of FILE are
warnings.

  --timeout SECONDS, --max-memory SIZE
                           the limits of lexvm run, for examples
  --strict                 warnings fail (exit code 1), except for unused names
  --help, -h               print this help
'''

TEST_HELP = '''\
usage: lexvm test [flags] [PATH...]

Calls run_all() of every test file, and its functions prop_... with generated
arguments.  PATH is a folder, whose files test_*.lex are meant (default: tests), a
file, or a pattern like 'tests/test_a*.lex'.  A test fails if its file cannot be
loaded or checked, if the call ends in an error, or if it gives Err(...), false or a
record of failures (exit code 1).

  --filter TEXT            only tests with TEXT in their file or name
  --examples               also the examples of the files and of what they import
  --cases N, --seed N      how many arguments a property gets (default 100), and
                           where their generator starts (default 1)
  --times                  show times and steps also where the output is no terminal
  --junit FILE             write a JUnit report in XML
  --watch                  run again whenever a file changes
  --ignore-results         what run_all returns does not matter
  --allow-effects K,...    grant only these effects (default: all known ones)
  --allow-fs-read PATH, --allow-fs-write PATH, --allow-net-host HOST,
  --allow-proc NAME,..., --allow-approval S,..., --budget N
                           restrict effects as lexvm run does
  --max-steps N, --max-depth N, --max-memory SIZE, --max-output SIZE,
  --timeout SECONDS        the limits of lexvm run, for each file; steps for each
                           test and each case of a property
  --jit on|off|NAME=N,..., --hook NAME
                           those of lexvm run
  --help, -h               print this help
'''

DOCS_HELP = '''\
usage: lexvm docs [std.MODULE | std.MODULE.FUNCTION | FILE]

Shows the modules of the standard library, the functions of one with examples, or
one function.  For a FILE, shows the comments, signatures and examples of its
functions.
'''

REPL_HELP = '''\
usage: lexvm repl [flags] [FILE] [-- WORD...]

Reads expressions and declarations, and prints the values.  FILE is loaded first.
The modules of std need no import.  :help lists the commands.  Without a terminal,
the exit code is 1 if anything failed.

  --editor auto|libedit|readline|none
                           what edits lines on a terminal (default: what is there)
  --allow-effects K,..., --allow-fs-read PATH, --allow-fs-write PATH,
  --allow-net-host HOST, --allow-proc NAME,..., --allow-approval S,...,
  --budget N               the policy of lexvm run, for the session
  --max-steps N, --max-depth N, --max-output SIZE, --timeout SECONDS
                           the limits of lexvm run, for each input
  --max-memory SIZE        the limit of lexvm run, for the session
  --jit on|off|NAME=N,...  switch the JIT or set its parameters
  --help, -h               print this help

The history is in ~/.lexvm_history, or where the variable LEXVM_HISTORY says.
'''

COMPLETIONS_HELP = '''\
usage: lexvm completions bash|zsh|fish

Prints a script that lets a shell complete command lines of lexvm.  Where to put it:

  bash   lexvm completions bash > ~/.local/share/bash-completion/completions/lexvm
  zsh    lexvm completions zsh > ~/.zfunc/_lexvm, with fpath+=~/.zfunc before compinit
  fish   lexvm completions fish > ~/.config/fish/completions/lexvm.fish
'''

MAN_HELP = '''\
usage: lexvm man

Prints the manual page.  To read it: lexvm man | man -l -
'''

FMT_HELP = '''\
usage: lexvm fmt [--check] FILE|DIR...

Rewrites each FILE, and each .lex file in and below each DIR, in the standard form
and prints which ones changed.  The program stays the same and keeps its comments.
A FILE that cannot be read is left alone.  With - for FILE, the form of standard
input is printed.

  --check                  only print what would change, and exit with code 1 then
  --help, -h               print this help
'''

WATCH_HELP = '''\
usage: lexvm watch FILE|DIR [check|run|test|fmt] [ARG...]

Runs `lexvm check FILE`, or another command with the ARGs, at once and again whenever
FILE, what it imports, or a .lex file in or below DIR changes, until it is stopped by
Ctrl-C.
'''

INIT_HELP = '''\
usage: lexvm init [DIR]

Makes the files of a new package in DIR (default: here): lex.toml, src/main.lex,
tests/test_main.lex, a workflow that runs lexvm ci, and AGENTS.md.  Files that are
there already stay as they are.
'''

CI_HELP = '''\
usage: lexvm ci [--no-fmt] [--src DIR] [--tests DIR]

Runs lexvm check --strict on each file of the sources, lexvm fmt --check on sources
and tests, and lexvm test.  All steps run; the exit code is 0 if all succeed.

  --no-fmt                 leave out the form
  --src DIR, --tests DIR   where the files are (default: src, tests)
'''

TRACE_HELP = '''\
usage: lexvm trace TRACE

Prints a trace that lexvm run --trace has saved, as readable JSON.
'''

REPLAY_HELP = '''\
usage: lexvm replay [flags] TRACE FILE [FN] [ARG...]

Runs FILE again like lexvm run, whose flags it takes.  FN defaults to the
function that was traced; the ARGs are not in the trace.

  --override NODE=JSON     give the value JSON to all calls of standard
                           operations at the node id NODE, without executing
                           them (repeatable)
'''

DIFF_HELP = '''\
usage: lexvm diff TRACE TRACE

Prints the first node, callers before what they call, at whose place two traces
differ in node id, input, output or error.
'''

PARSE_HELP = '''\
usage: lexvm parse FILE

Prints the canonical tree as JSON: imports merged, sugar expanded, branches of
constant conditions folded.
'''

HASH_HELP = '''\
usage: lexvm hash FILE

Prints a line for every declaration: its name, the SHA-256 of its canonical
JSON, and its stage id, which does not depend on the name.
'''

DIS_HELP = '''\
usage: lexvm dis FILE [FN]

Prints the instructions that FILE becomes: for every function, or for FN and the
lambdas in it, each instruction below the line of the source that it is for.
Nothing is run, so no effects need to be granted.
'''


def help_for(command):
    """The help text of a command; None if there is no such command."""
    if command == 'run':
        return RUN_HELP
    if command == 'check':
        return CHECK_HELP
    if command == 'test':
        return TEST_HELP
    if command == 'repl':
        return REPL_HELP
    if command == 'completions':
        return COMPLETIONS_HELP
    if command == 'man':
        return MAN_HELP
    if command == 'docs':
        return DOCS_HELP
    if command == 'fmt':
        return FMT_HELP
    if command == 'watch':
        return WATCH_HELP
    if command == 'init':
        return INIT_HELP
    if command == 'ci':
        return CI_HELP
    if command == 'trace':
        return TRACE_HELP
    if command == 'replay':
        return REPLAY_HELP
    if command == 'diff':
        return DIFF_HELP
    if command == 'parse':
        return PARSE_HELP
    if command == 'hash':
        return HASH_HELP
    if command == 'dis':
        return DIS_HELP
    if command in ['', 'help', 'version']:
        return HELP
    return None
