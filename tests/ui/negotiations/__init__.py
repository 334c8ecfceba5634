"""tests: mirrors ui/negotiations, file for file."""
