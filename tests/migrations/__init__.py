"""tests: mirrors migrations/, file for file."""
