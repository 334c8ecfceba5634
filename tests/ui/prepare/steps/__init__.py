"""tests: ui/prepare/steps, mirrored file for file."""
