"""core: what makes up for a concession that is being considered, from our target package (match compensation)."""

from __future__ import annotations

from datetime import date

from core.analysis.compensation import Compensation, compensation
from core.analysis.party import our_party, their_party
from core.issue import Issue
from core.message import Message
from core.negotiation import Negotiation
from core.term import Term, Value


def target_package(negotiation: Negotiation) -> dict[int, Value]:
    """Return what we aim to sign, by issue: the fair deal, where it says nothing the baseline."""
    found: dict[int, Value] = {}
    for issue in negotiation.issues:
        value = issue.baseline if issue.fair is None else issue.fair
        if value is not None:
            found[issue.id] = value
    return found


def made_up(negotiation: Negotiation, issue: Issue, value: Value, on: date) -> Compensation | Message:
    """Return how other issues pay for moving one from our target to a value, or what is missing for that.

    Their side enters where it is estimated.
    """
    ours = our_party(negotiation, on)
    if isinstance(ours, Message):
        return ours
    theirs = their_party(negotiation)
    known = None if isinstance(theirs, Message) else theirs
    return compensation(negotiation, ours, known, target_package(negotiation), Term(issue_id=issue.id, value=value))
