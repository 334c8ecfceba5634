"""core: the standing offer, what of each side is on the table at a moment, and what is agreed or parked."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from operator import attrgetter

from core.issue import Issue
from core.line import Line, Verb
from core.negotiation import Negotiation
from core.side import Side
from core.table import Table, is_withdrawn
from core.term import Package, Term


class Stage(StrEnum):
    """Where the talk about an issue stands."""

    OPEN = "open"
    AGREED = "agreed"
    PARKED = "parked"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class IssueState:
    """The stage of an issue, since when, and by which line; an issue nobody spoke of is open since None."""

    stage: Stage
    since: datetime | None = None
    line_id: int | None = None


def spoken(negotiation: Negotiation) -> list[Line]:
    """Return the lines in the order they were said; those of one moment in the order they were logged."""
    return list(negotiation.spoken)


def lines_before(negotiation: Negotiation, line: Line) -> tuple[Line, ...]:
    """Return what was said before a line of the log, or before a new one: that follows all of its moment."""
    lines = negotiation.spoken
    place = next((at for at, each in enumerate(lines) if each.id == line.id), None) if line.id else None
    return lines[: bisect_right(lines, line.at, key=attrgetter("at")) if place is None else place]


def standing(
    negotiation: Negotiation, side: Side, at: datetime | None = None, before: Line | None = None
) -> dict[int, Term]:
    """Return a side's standing offer: per issue the agreed term, else its last stated one.

    Left out is what is conditional, was withdrawn by then or is valid no longer: then the last earlier term
    counts. `at` is the moment asked for, by default that of the line `before`; without either, that of the last
    thing that happened, a line or a withdrawal.
    """
    lines = _lines(negotiation, at, before)
    if not lines:
        return {}
    moment = at or (_last_moment(lines) if before is None else before.at)
    return _table(negotiation, lines).standing(side, moment)


def agreed(negotiation: Negotiation, at: datetime | None = None) -> dict[int, Term]:
    """Return the agreed terms by issue; refusing or parking an issue afterwards opens it again."""
    lines = _lines(negotiation, at, None)
    return _table(negotiation, lines).agreed(at or _last_moment(lines)) if lines else {}


def issue_states(negotiation: Negotiation, at: datetime | None = None) -> dict[int, IssueState]:
    """Return the stage of every issue: open, agreed, parked or new, since when and by which line.

    A new offer opens a parked or new issue; an agreed one stays agreed until it is refused or parked.
    """
    return {issue.id: _state(issue, negotiation.table.turns(issue.id), at) for issue in negotiation.issues}


def _state(issue: Issue, turns: Iterable[Line], at: datetime | None) -> IssueState:
    state = IssueState(Stage.NEW if issue.added_in_talk else Stage.OPEN)
    for line in turns:
        if at is not None and line.at > at:
            break
        stage = _stage(line, issue.id, state.stage, at)
        if stage is not None:
            state = IssueState(stage, line.at, line.id)
    return state


def _stage(line: Line, issue_id: int, stage: Stage, at: datetime | None) -> Stage | None:
    """Return the stage to which a line brings an issue, None where it stays as it is."""
    match line.verb:
        case Verb.NEW_ISSUE:
            return Stage.NEW
        case Verb.AGREE:
            return Stage.AGREED if _states(line.terms, issue_id, at) else None
        case Verb.PARK:
            return Stage.PARKED
        case Verb.REFUSE:
            return Stage.OPEN if stage is Stage.AGREED else None
        case Verb.OFFER:
            stated = (*line.terms, *line.in_return, *line.conditions)
            return Stage.OPEN if stage in (Stage.PARKED, Stage.NEW) and _states(stated, issue_id, at) else None
    return None


def _states(package: Package, issue_id: int, at: datetime | None) -> bool:
    """Tell whether a package states an issue by a term that holds at a moment."""
    return any(term.issue_id == issue_id and not is_withdrawn(term, at) for term in package)


def _lines(negotiation: Negotiation, at: datetime | None, before: Line | None) -> tuple[Line, ...]:
    if before is not None:
        return lines_before(negotiation, before)
    lines = negotiation.spoken
    return lines if at is None else lines[: bisect_right(lines, at, key=attrgetter("at"))]


def _table(negotiation: Negotiation, lines: tuple[Line, ...]) -> Table:
    """Return the table with the first lines on it: that of the negotiation where they are all."""
    return negotiation.table if len(lines) == len(negotiation.spoken) else Table(lines)


def _last_moment(lines: tuple[Line, ...]) -> datetime:
    withdrawals = (
        term.withdrawn_at for line in lines for term in (*line.terms, *line.in_return) if term.withdrawn_at is not None
    )
    return max((lines[-1].at, *withdrawals))
