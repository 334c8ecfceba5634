"""core: for whom a document is made; it decides what may stand in it and what its banner says."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.words import Words


class Audience(StrEnum):
    """Who may read a document. SHAREABLE is what the counterpart may see."""

    FULL = "full"
    STAKEHOLDER = "stakeholder"
    SHAREABLE = "shareable"

    def banner(self, say: Words) -> str:
        """Return the words at the head of each page."""
        match self:
            case Audience.FULL:
                return say("INTERNAL – NEGOTIATION POSITION – NOT FOR SUPPLIER")
            case Audience.STAKEHOLDER:
                return say("CONFIDENTIAL – NAMED RECIPIENTS")
            case Audience.SHAREABLE:
                return say("SUMMARY OF AGREED TERMS – SUBJECT TO CONTRACT")
