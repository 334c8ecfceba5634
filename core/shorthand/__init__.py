"""core: the meeting line's grammar - a line is read in all ways that the rules allow, and no other."""
