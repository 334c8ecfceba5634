"""tests: mirrors ui/settings, file for file."""
