"""tests: mirrors the tree, file for file."""
