"""tests: the sentences."""
