"""The parts of the benchmark runner: programs, peers, measuring, reports."""
