"""tests: mirrors ui/notes, file for file."""
