"""core: parts 2 to 6 of the prep."""
