"""tests: mirrors ui/negotiation, file for file."""
