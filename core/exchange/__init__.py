"""core: exchange with other programs - what goes out of a logbook, and comes in."""
