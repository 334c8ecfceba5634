"""tests: mirrors ui/documents, file for file."""
