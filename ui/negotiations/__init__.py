"""ui: the list of negotiations."""
