"""core: knows what negotiation is - records, rules, analysis, words, reports; no Qt, no SQL."""
