import sys, time
sys.path.insert(0, 'tools/tracefuzz')
import harness, machine, generate, observe
sys.stdout = sys.stderr
p0 = generate.program(1)
m = harness.Machine(p0.text())
start = int(sys.argv[1]); count = int(sys.argv[2])
t0 = time.clock(); traces = 0
import traceback
tpy=0
for seed in range(start, start+count):
    p = generate.program(seed)
    t=time.clock()
    e = observe.of_python(machine.entry(p.text()))
    tpy += time.clock()-t
    t=time.clock()
    try:
        a = observe.of_structure(m.run(p.text(), p.parameters))
    except Exception as ex:
        print e and '=== CRASH', seed, ex.__class__.__name__, ex, traceback.extract_tb(sys.exc_info()[2])[-1]
        if '-v' in sys.argv: traceback.print_exc()
        continue
    traces += m.desc.stats.compiled_count
    if time.clock() - t > 2: print 'slow', seed, time.clock()-t
    if e != a:
        print '=== DIFF', seed
        if '-v' in sys.argv: print p.listing(); print e; print '---'; print a
print count, traces, time.clock()-t0, tpy
