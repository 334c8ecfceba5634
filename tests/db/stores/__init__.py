"""tests: the verbs, noun by noun."""
