"""core: the line, one thing said or logged in the course of a negotiation; an offer is a line with terms."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from core.meeting import Channel
from core.side import Side
from core.term import Package
from core.verdict import Given


class Verb(StrEnum):
    """What a line does (EXPERIENCE, rules 4, 5 and 10). UNREAD lines are kept as typed and cleared up later."""

    OFFER = "offer"
    AGREE = "agree"
    REFUSE = "refuse"
    PARK = "park"
    ASK = "ask"
    PROMISE = "promise"
    GUESS = "guess"
    TACTIC = "tactic"
    SANCTION = "sanction"
    NEW_ISSUE = "new_issue"
    NOTE = "note"
    ROUND = "round"
    UNREAD = "unread"


# What a line of these verbs says is ours alone.
UNSPOKEN = frozenset({Verb.NOTE, Verb.GUESS, Verb.TACTIC, Verb.SANCTION})


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the log.

    `text` is what was typed, always kept. `at` is when it was said, `logged_at` when it was entered. `terms` are
    what an OFFER states, what an AGREE settles (resolved when it was logged), what a GUESS supposes. `conditions`
    are the speaker's "if": the terms count only when agreed; `condition_words` the same in words; `in_return` the
    speaker's "for", already given. `issues` names the issues of a line without terms (ask, no, park). `rest` is
    the words of a PROMISE, SANCTION, TACTIC, or what of an offer could not be read (shown with the flag check).
    `valid_until` is the last day that an offer holds, or the day by which a promise is due.
    `tactic` is the number of a TACTIC; `is_key` marks a key moment. `exception` is our reason for an own offer past
    our limit. `said` and `stands` are the verdicts as given then.
    """

    id: int = 0
    negotiation_id: int
    meeting_id: int | None = None
    round_number: int = 1
    at: datetime
    logged_at: datetime
    side: Side | None = None
    verb: Verb
    text: str
    terms: Package = ()
    conditions: Package = ()
    condition_words: str = ""
    in_return: Package = ()
    issues: tuple[int, ...] = ()
    rest: str = ""
    note: str = ""
    channel: Channel | None = None
    valid_until: date | None = None
    is_final: bool = False
    tactic: int | None = None
    is_key: bool = False
    exception: str = ""
    said: Given | None = None
    stands: Given | None = None

    @property
    def is_offer(self) -> bool:
        """Tell whether the line put terms on the table."""
        return self.verb is Verb.OFFER

    @property
    def is_conditional(self) -> bool:
        """Tell whether the terms count only once the other side agrees to a condition."""
        return bool(self.conditions or self.condition_words)

    def withdrawn(self, at: datetime, issue_ids: Collection[int] | None = None) -> Line:
        """Return the line taken back at a moment, on some issues or on all; what was taken back keeps its time."""
        return replace(
            self,
            terms=_withdrawn(self.terms, at, issue_ids),
            conditions=_withdrawn(self.conditions, at, issue_ids),
            in_return=_withdrawn(self.in_return, at, issue_ids),
        )


def _withdrawn(terms: Package, at: datetime, issue_ids: Collection[int] | None) -> Package:
    return tuple(
        replace(term, withdrawn_at=term.withdrawn_at or at) if issue_ids is None or term.issue_id in issue_ids else term
        for term in terms
    )
