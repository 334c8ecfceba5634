"""tests: ui/sheets, mirrored file for file."""
