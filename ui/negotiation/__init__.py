"""ui: the frame of one negotiation, with its header and its tabs."""
