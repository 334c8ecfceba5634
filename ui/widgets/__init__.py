"""ui: parts that every screen is put together from; they know nothing of negotiation."""
