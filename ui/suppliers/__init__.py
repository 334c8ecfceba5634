"""ui: the suppliers, a list with the file of the one that is chosen."""
