"""ui: the cover - one harmless page over everything - and what brings it up."""
