"""tests: ui/prepare, mirrored file for file."""
