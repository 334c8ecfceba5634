"""tests: a filled logbook of every revision, as a file and as what it holds; `python -m tests.golden` writes them."""
