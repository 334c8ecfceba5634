"""core: what enters and leaves a logbook as text."""
