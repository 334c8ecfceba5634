"""tests: mirrors core/shorthand/, file for file."""
