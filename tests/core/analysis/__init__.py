"""tests: the mathematics of two parties."""
