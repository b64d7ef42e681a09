"""RPython's translator with settings that it has no options for.

usage: build/python tools/toolchain/launch.py CACHE_DIR [OPTION...] TARGET

CACHE_DIR takes the compiled snippets; the rest is the translator's own.
"""

import sys

from rpython.config import translationoption
from rpython.translator.platform.posix import BasePosix

# A program that may be loaded anywhere has 3.5 MB of relocations, which are read at
# start and make a private copy of 2.7 MB of data: more than half of what it occupies.
COMPILER_FLAGS = ('-fno-pie',)
LINKER_FLAGS = ('-no-pie',)


def fix_address_of_program():
    """Give the flags to the program's makefile only: the translator also makes shared
    libraries, which have to be loaded anywhere."""
    gen_makefile = BasePosix.gen_makefile.im_func

    def gen_makefile_of_program(self, *args, **options):
        compiler_flags = self.cflags
        linker_flags = self.link_flags
        self.cflags = tuple(compiler_flags) + COMPILER_FLAGS
        self.link_flags = tuple(linker_flags) + LINKER_FLAGS
        try:
            return gen_makefile(self, *args, **options)
        finally:
            self.cflags = compiler_flags
            self.link_flags = linker_flags

    BasePosix.gen_makefile = gen_makefile_of_program


def simplify_by_own_graphs():
    """Whenever a helper is annotated, RPython looks through all graphs for those that the
    new blocks begin, a tenth of the whole time: let it look at the blocks' own graphs."""
    from rpython.translator import simplify, transform

    def transform_dead_op_vars(annotator, blocks):
        graphs = set()
        for block in blocks:
            graph = annotator.annotated.get(block)
            if graph:
                graphs.add(graph)
        simplify.transform_dead_op_vars_in_blocks(
            blocks, list(graphs), annotator.translator)

    transform.transform_dead_op_vars = transform_dead_op_vars


def use_cache(folder):
    """RPython empties its cache of compiled snippets when it starts, while the tests, or
    another translation, may be using it: each translation has a cache of its own.  Must
    come before the translator is imported."""
    translationoption.CACHE_DIR = folder


if __name__ == '__main__':
    use_cache(sys.argv.pop(1))
    fix_address_of_program()
    simplify_by_own_graphs()
    from rpython.translator.goal.translate import main
    main()
