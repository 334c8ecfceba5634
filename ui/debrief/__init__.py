"""ui: Debrief, the end of a negotiation - what was signed, who moved, what was promised and learned."""
