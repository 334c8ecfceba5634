"""core: the standing offer, what of each side is on the table at a moment, and what is agreed or parked."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from operator import attrgetter

from core.line import Line, Verb
from core.negotiation import Negotiation
from core.side import Side
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


def lines_before(negotiation: Negotiation, line: Line) -> list[Line]:
    """Return what was said before a line of the log, or before a new one: that follows all of its moment."""
    lines = spoken(negotiation)
    place = next((at for at, each in enumerate(lines) if line.id and each.id == line.id), None)
    return lines[:place] if place is not None else lines[: bisect_right(lines, line.at, key=attrgetter("at"))]


def stated_by(line: Line, at: datetime | None = None) -> Package:
    """Return everything that an offer states - terms, what it takes as given, conditions - but what was withdrawn.

    With `at`, only what had been withdrawn by then is left out.
    """
    return tuple(
        _unmarked(term) for term in (*line.terms, *line.in_return, *line.conditions) if not _is_withdrawn(term, at)
    )


class Table:
    """What lies on the table, line after line: add the lines in the order they were said, ask at any moment."""

    def __init__(self, lines: Iterable[Line] = ()) -> None:
        """Begin with the lines given."""
        self._stated: dict[Side, dict[int, list[tuple[Term, date | None]]]] = {side: {} for side in Side}
        # Per issue what settled it last: an agreed term, or None for a refusal or a parking that opened it again.
        self._settled: dict[int, list[Term | None]] = {}
        for line in lines:
            self.add(line)

    def add(self, line: Line) -> None:
        """Take one more line; what is conditional does not stand until it is agreed."""
        if line.verb is Verb.OFFER:
            if line.side is not None and not line.is_conditional:
                stated = self._stated[line.side]
                for term in (*line.terms, *line.in_return):
                    stated.setdefault(term.issue_id, []).append((term, line.valid_until))
        elif line.verb is Verb.AGREE:
            for term in line.terms:
                self._settled.setdefault(term.issue_id, []).append(term)
        elif line.verb in (Verb.REFUSE, Verb.PARK):
            for issue_id in line.issues:
                self._settled.setdefault(issue_id, []).append(None)

    def standing(self, side: Side, at: datetime) -> dict[int, Term]:
        """Return a side's standing offer at a moment."""
        day = at.date()
        found = {}
        for issue_id, stated in self._stated[side].items():
            for term, valid_until in reversed(stated):
                if (valid_until is None or day <= valid_until) and not _is_withdrawn(term, at):
                    found[issue_id] = _unmarked(term)
                    break
        return {**found, **self.agreed(at)}

    def agreed(self, at: datetime) -> dict[int, Term]:
        """Return what is agreed at a moment."""
        found = {}
        for issue_id, settled in self._settled.items():
            last = next((term for term in reversed(settled) if term is None or not _is_withdrawn(term, at)), None)
            if last is not None:
                found[issue_id] = _unmarked(last)
        return found


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
    return Table(lines).standing(side, moment)


def agreed(negotiation: Negotiation, at: datetime | None = None) -> dict[int, Term]:
    """Return the agreed terms by issue; refusing or parking an issue afterwards opens it again."""
    lines = _lines(negotiation, at, None)
    return Table(lines).agreed(at or _last_moment(lines)) if lines else {}


def issue_states(negotiation: Negotiation, at: datetime | None = None) -> dict[int, IssueState]:
    """Return the stage of every issue: open, agreed, parked or new, since when and by which line.

    A new offer opens a parked or new issue; an agreed one stays agreed until it is refused or parked.
    """
    states = {issue.id: IssueState(Stage.NEW if issue.added_in_talk else Stage.OPEN) for issue in negotiation.issues}
    for line in spoken(negotiation):
        if at is not None and line.at > at:
            break
        for issue_id, stage in _stages(line, states, at):
            if issue_id in states:
                states[issue_id] = IssueState(stage, line.at, line.id)
    return states


def _stages(line: Line, states: dict[int, IssueState], at: datetime | None) -> Iterator[tuple[int, Stage]]:
    match line.verb:
        case Verb.NEW_ISSUE:
            yield from ((issue_id, Stage.NEW) for issue_id in line.issues)
        case Verb.AGREE:
            yield from ((term.issue_id, Stage.AGREED) for term in line.terms if not _is_withdrawn(term, at))
        case Verb.PARK:
            yield from ((issue_id, Stage.PARKED) for issue_id in line.issues)
        case Verb.REFUSE:
            agreed_now = (each for each in line.issues if each in states and states[each].stage is Stage.AGREED)
            yield from ((issue_id, Stage.OPEN) for issue_id in agreed_now)
        case Verb.OFFER:
            for term in stated_by(line, at):
                state = states.get(term.issue_id)
                if state is not None and state.stage in (Stage.PARKED, Stage.NEW):
                    yield term.issue_id, Stage.OPEN


def _is_withdrawn(term: Term, at: datetime | None) -> bool:
    return term.withdrawn_at is not None and (at is None or term.withdrawn_at <= at)


def _lines(negotiation: Negotiation, at: datetime | None, before: Line | None) -> list[Line]:
    if before is not None:
        return lines_before(negotiation, before)
    lines = spoken(negotiation)
    return lines if at is None else lines[: bisect_right(lines, at, key=attrgetter("at"))]


def _last_moment(lines: list[Line]) -> datetime:
    withdrawals = (
        term.withdrawn_at for line in lines for term in (*line.terms, *line.in_return) if term.withdrawn_at is not None
    )
    return max((lines[-1].at, *withdrawals))


def _unmarked(term: Term) -> Term:
    """Return a term without the mark of a later withdrawal."""
    return term if term.withdrawn_at is None else replace(term, withdrawn_at=None)
