"""tests: mirrors ui/, file for file."""
