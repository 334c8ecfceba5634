"""core: findings, what a chart says of a negotiation - its sentence, its figures and its data, from the records."""
