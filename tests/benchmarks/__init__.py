"""tests: benchmarks, each against the smallest program that does the same work; run by `python -m tests.benchmarks`."""
