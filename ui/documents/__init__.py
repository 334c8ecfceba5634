"""ui: the documents of a negotiation, made by the job runner."""
