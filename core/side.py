"""core: the two sides of a table, and what knowledge about one of them rests on."""

from __future__ import annotations

from enum import StrEnum


class Side(StrEnum):
    """Who speaks, owns or offers: us, or the supplier's people."""

    US = "us"
    THEM = "them"

    @property
    def other(self) -> Side:
        """Return the side opposite."""
        return Side.THEM if self is Side.US else Side.US


class Basis(StrEnum):
    """What a piece of knowledge rests on (DOMAIN, section 2, note)."""

    SAID = "said"
    OBSERVED = "observed"
    GUESS = "guess"
