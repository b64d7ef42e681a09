import sys, time
sys.path.insert(0, 'tools/tracefuzz')
sys.stdout = sys.stderr
import harness, machine, generate, observe
p0 = generate.program(1)
m = harness.Machine(p0.text())
def go(a, b):
    n = 0
    for seed in range(a, b):
        p = generate.program(seed)
        try:
            m.run(p.text(), p.parameters)
        except Exception as e: print seed, e.__class__, e
        n += m.desc.stats.compiled_count
    return n
go(1, 10)
t = time.clock(); n = go(10, 40); print n, time.clock()-t
import cProfile, pstats
pr = cProfile.Profile()
pr.enable()
go(40, 70)
pr.disable()
pstats.Stats(pr, stream=sys.stderr).sort_stats('cumtime').print_stats(60)
pstats.Stats(pr, stream=sys.stderr).sort_stats('tottime').print_stats(45)
