"""tests: ui/debrief."""
