"""tests: mirrors ui/cover, file for file."""
