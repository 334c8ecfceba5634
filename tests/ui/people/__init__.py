"""tests: mirrors ui/people, file for file."""
