"""core: proof, what an alternative rests on, and whether that is still fresh enough to be trusted at the table."""

from __future__ import annotations

from datetime import date

from core.alternative import Alternative
from core.negotiation import Negotiation

OLD_DAYS = 90
"""Evidence older than this is worth a fresh look: quotes seldom hold for longer. A judgement of ours."""


def is_proven(negotiation: Negotiation, alternative: Alternative) -> bool:
    """Tell whether anything proves an alternative: words, a file, or an offer that was made to us in another talk.

    No deal at all needs no proof.
    """
    if alternative.no_deal or alternative.evidence.strip():
        return True
    has_file = any(each.alternative_id == alternative.id for each in negotiation.attachments)
    return has_file or any(each.alternative_id == alternative.id for each in negotiation.followings)


def is_old(evidence_on: date | None, on: date) -> bool:
    """Tell whether evidence of a day is too old to rest on."""
    return evidence_on is not None and (on - evidence_on).days > OLD_DAYS
