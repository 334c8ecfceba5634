"""core: the negotiation mathematics - exact, pure, each result with what it rests on."""
