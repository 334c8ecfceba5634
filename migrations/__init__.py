"""migrations: how an old logbook file becomes a new one; imports nothing of ours."""
