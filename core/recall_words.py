"""core: the words of the recall card that screen and paper share."""

from __future__ import annotations

from collections.abc import Sequence

from core.issue import Issue, ScaleKind
from core.recall import KeepRate, Promise, RecallCard, Sittings
from core.side import Side
from core.term import Term
from core.verdict import Flag
from core.words import Words


def who(say: Words, side: Side) -> str:
    """Return who promised, as the first word of a row."""
    return say("We") if side is Side.US else say("They")


def due(say: Words, promise: Promise) -> str:
    """Return until when a promise is to be kept, as the reason of its flag."""
    day = promise.commitment.due
    if day is None:
        return say("no day set")
    return say("overdue since {day}", day=day) if promise.flag is Flag.ACT else say("due {day}", day=day)


def rates(say: Words, found: Sequence[tuple[Side, KeepRate]]) -> str:
    """Return how reliably either side kept its word, in one sentence; empty where nothing fell due."""
    by_side = dict(found)
    theirs, ours = by_side.get(Side.THEM), by_side.get(Side.US)
    if theirs is not None and ours is not None:
        return say(
            "Kept in time: they {kept} of {of}, we {own} of {all}.",
            kept=theirs.kept,
            of=theirs.of,
            own=ours.kept,
            all=ours.of,
        )
    if theirs is not None:
        return say("Kept in time: they {kept} of {of}.", kept=theirs.kept, of=theirs.of)
    return "" if ours is None else say("Kept in time: we {kept} of {of}.", kept=ours.kept, of=ours.of)


def met(say: Words, sittings: Sittings) -> str:
    """Return how often one met, and when last."""
    last = sittings.last
    if last is None or last.started_at is None:
        return say("Not met yet")
    return say.plural("Met once, on {day}", "Met {n} times, last on {day}", sittings.met, day=last.started_at.date())


def opened(say: Words, card: RecallCard) -> str:
    """Return what we opened with last time, and where that was; empty where we made no offer."""
    if not card.opening:
        return ""
    terms = ", ".join(f"{issue.name} {_said(say, issue, term)}" for issue, term in card.opening)
    return say("You opened with {terms}, in “{title}”.", terms=terms, title=card.opened_in)


def _said(say: Words, issue: Issue, term: Term) -> str:
    unit = issue.unit if issue.kind is ScaleKind.NUMERIC else ""
    if term.upto is None:
        return say.quantity(term.value, unit)
    return say("{low} to {high}", low=say.quantity(term.value), high=say.quantity(term.upto, unit))
