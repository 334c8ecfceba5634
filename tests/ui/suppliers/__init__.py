"""tests: mirrors ui/suppliers, file for file."""
