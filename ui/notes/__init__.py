"""ui: notes as a table with an entry line, the same for a supplier and for a person."""
