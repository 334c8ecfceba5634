"""tests: mirrors db/, file for file."""
