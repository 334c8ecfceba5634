"""ui: the log at the table."""
