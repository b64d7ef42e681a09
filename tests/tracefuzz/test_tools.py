"""The generator, the machine without JIT, the shrinker and the campaign."""

from tests.tracefuzz.support import FOLDER

import campaign
import generate
import instructions as ins
import machine
import shrink
import show
import values
from programs import Program, parsed
from results import DIFFERENT, SAME, Result

assert FOLDER

RET = (ins.RET, 0, 0, 0, 0)


def small(instructions, ints=(0,), floats=(0,), refs=(0,), fuel=20):
    """A Program of one function."""
    return Program([[tuple(list(i) + [0] * (ins.WIDTH - len(i))) for i in instructions]],
                   list(ints), list(floats), list(refs), 1, fuel, {})


def run(program):
    return machine.entry(program.text())


def test_every_instruction_is_generated():
    seen = set()
    for seed in range(600):
        for instructions in generate.program(seed).functions:
            seen.update([instruction[0] for instruction in instructions])
    missing = [ins.NAMES[opcode] for opcode in range(len(ins.NAMES))
               if opcode not in seen]
    assert missing == []


def test_places_are_in_the_pools():
    assert generate.INT_PLACES == len(values.INTS)
    assert generate.FLOAT_PLACES == len(values.FLOATS)
    assert generate.REF_PLACES == len(values.REFS)
    assert sorted(generate.REF_KINDS) == list(range(generate.REF_PLACES))


def test_a_seed_is_a_program():
    assert generate.program(5).listing() == generate.program(5).listing()
    assert generate.program(5).listing() != generate.program(6).listing()


def test_long_functions_are_made_again():
    lengths = [len(function) for function in generate.program(7478).functions]
    assert max(lengths) <= generate.MOST_INSTRUCTIONS
    generate.program(7478).text()


def test_listings_can_be_read():
    for seed in range(30):
        program = generate.program(seed)
        again = parsed(program.listing() + '# a comment\n')
        assert again.text() == program.text()
        assert again.parameters == program.parameters


def test_programs_end_and_show_something():
    for seed in range(200):
        vm = run(generate.program(seed))
        assert vm.ended or vm.fuel == -1
        assert show.shown(vm).count('\n') > 5


def test_shared_objects_show():
    alike = small([(ins.PAIR, 0, 0, 1), (ins.RET, 0)], refs=(2, 2))
    other = small([(ins.PAIR, 0, 0, 1), (ins.RET, 0)], refs=(2, 1))
    assert show.shown(run(alike)) != show.shown(run(other))
    assert 'W_Pair #2 #2' in show.shown(run(alike))


def test_zeros_differ_and_nans_do_not():
    def shown(place):
        return show.shown(run(small([RET], floats=(place,))))
    places = [values.FLOATS.index(0.0), 1]
    assert values.FLOATS[1] == 0.0
    assert shown(places[0]) != shown(places[1])
    assert 'out_floats nan' in shown(values.FLOATS.index(values.NAN))


def test_jumps_go_where_they_went_when_instructions_go():
    instructions = [(ins.JUMP, 3, 0, 0, 0), (ins.OUT, 0, 0, 0, 0), (ins.OUT, 0, 0, 0, 0),
                    (ins.JTRUE, 0, 1, 0, 0), RET]
    assert shrink.without(instructions, 1, 1) == [
        (ins.JUMP, 2, 0, 0, 0), instructions[2], (ins.JTRUE, 0, 1, 0, 0), RET]
    assert shrink.without(instructions, 1, 2) == [
        (ins.JUMP, 1, 0, 0, 0), (ins.JTRUE, 0, 1, 0, 0), RET]


def test_shrinking_keeps_what_fails():
    def fails(program):
        found = [ins.NAMES[i[0]] for i in program.functions[0]]
        return 'fdouble' in found or ('iopk' in found and 'ret' == found[-1])
    seed = [seed for seed in range(50) if fails(generate.program(seed))][0]
    program = shrink.shrink(generate.program(seed), fails)
    assert [ins.NAMES[i[0]] for i in program.functions[0]] == ['iopk', 'ret']
    assert program.fuel == 1 and len(program.functions) == 1


class FakeBackend(object):
    """Fails for programs with a certain instruction."""
    name = 'fake'

    def __init__(self, opcode):
        self.opcode = opcode

    def results(self, program_of, start, end):
        for seed in range(start, end):
            yield seed, self.run(program_of(seed))

    def run(self, program):
        found = [i for function in program.functions for i in function
                 if i[0] == self.opcode]
        return Result(DIFFERENT if found else SAME, 'e', 'a', 2, ['reason'])

    def close(self):
        pass


class Options(object):
    seed = 1
    count = 200
    seconds = 0
    first = True
    strict = False
    as_is = False
    theme = None


def test_campaign_saves_what_fails(tmpdir):
    options = Options()
    options.save = str(tmpdir.join('saved'))
    run = campaign.Campaign(FakeBackend(ins.FSWAP), options, lambda: 0.0)
    run.run()
    assert len(run.failures) == 1 and run.ended == 'ended at a failure'
    saved = tmpdir.join('saved', '%d.trace' % run.failures[0].seed).read()
    kept = [i[0] for function in parsed(saved).functions for i in function]
    assert [code for code in kept if code != ins.RET] == [ins.FSWAP]
    assert run.traces == 2 * run.programs
    assert run.summary()[0].startswith('fake from seed 1, ended at a failure: ')
    assert 'given up: reason' in run.summary()[-1]
    assert run.answer()['failures'][0]['kind'] == DIFFERENT


def test_ignored_kinds_are_no_failures(tmpdir):
    options = Options()
    options.save = str(tmpdir.join('saved'))
    run = campaign.Campaign(FakeBackend(ins.FSWAP), options, lambda: 0.0, [DIFFERENT])
    run.run()
    assert run.failures == [] and run.programs == options.count
