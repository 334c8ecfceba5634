"""ui: Analyse, what the figures say in a break - range, dance, packages, frontier, concessions, what-if."""
