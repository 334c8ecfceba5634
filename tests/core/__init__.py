"""tests: mirrors core/, file for file."""
