"""db: remembers - the logbook file with its journal, its search and its upgrades; no Qt, no screen."""
