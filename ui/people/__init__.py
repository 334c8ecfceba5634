"""ui: the people on the other side, a list with the file of the one that is chosen."""
