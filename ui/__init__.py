"""ui: shows - Qt screens, and the command line as a second face; decides nothing about negotiation."""
