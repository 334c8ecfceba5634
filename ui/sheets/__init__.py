"""ui: lists of a negotiation typed in place - cells, texts kept as typed, undo, and the sheet that shows them."""
