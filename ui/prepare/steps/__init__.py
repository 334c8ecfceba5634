"""ui: the page of each step of Prepare and what stands on it; widgets only."""
