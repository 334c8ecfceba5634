"""core: given away, the steps of ours toward one person for which nothing came back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from core.analysis.ledger import Answered, answers
from core.concessions import worth
from core.issue import Issue
from core.negotiation import Negotiation
from core.side import Side
from core.term import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenAway:
    """One step of ours on an issue: from where to where, when, and what it cost us, counted positive.

    `share` is of the whole scale (1 = 100 points), `money` in the negotiation's currency; None where it cannot be
    valued.
    """

    negotiation_id: int
    title: str
    at: datetime
    issue: Issue
    start: Value
    end: Value
    currency: str
    share: Fraction | None = None
    money: Fraction | None = None


def given_away(negotiations: Iterable[Negotiation], counterpart_id: int) -> tuple[GivenAway, ...]:
    """Return our steps that were not answered, of the meetings that the person sat in, last made first.

    Whether a step was answered is what the ledger says of it (`core.analysis.ledger.answers`); one that still waits
    for their next offer is not given away yet.
    """
    found = []
    for negotiation in negotiations:
        with_them = {meeting.id for meeting in negotiation.meetings if counterpart_id in meeting.people}
        lines = {line.id: line for line in negotiation.lines if line.meeting_id in with_them}
        for step, answered in answers(negotiation):
            line, issue = lines.get(step.to_line_id), negotiation.issue_by_id.get(step.issue_id)
            if line is None or issue is None or step.side is not Side.US or answered is not Answered.UNRECIPROCATED:
                continue
            cost = worth(negotiation, step)
            found.append(
                GivenAway(
                    negotiation_id=negotiation.id,
                    title=negotiation.title,
                    at=line.at,
                    issue=issue,
                    start=step.from_value,
                    end=step.to_value,
                    currency=negotiation.currency,
                    share=None if cost.share is None else -cost.share,
                    money=None if cost.money is None else -cost.money,
                )
            )
    return tuple(sorted(found, key=lambda each: each.at, reverse=True))


def worth_by_currency(found: Iterable[GivenAway]) -> dict[str, Fraction]:
    """Return what steps come to in money, each currency for itself; points of several talks make no sum."""
    total: dict[str, Fraction] = {}
    for each in found:
        if each.money is not None:
            total[each.currency] = total.get(each.currency, Fraction(0)) + each.money
    return total
