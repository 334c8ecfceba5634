"""tests: mirrors ui/joint, file for file."""
