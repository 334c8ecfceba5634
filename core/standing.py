"""core: the standing offer, what of each side is on the table at a moment, and what is agreed or parked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from operator import attrgetter

from core.line import Line, Verb
from core.negotiation import Negotiation
from core.side import Side
from core.term import Package, Term
from core.value import by_issue


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


_SETTLING = (Verb.AGREE, Verb.REFUSE, Verb.PARK)


def spoken(negotiation: Negotiation) -> list[Line]:
    """Return the lines in the order they were said; those of one moment in the order they were logged."""
    return sorted(negotiation.lines, key=attrgetter("at"))


def lines_before(negotiation: Negotiation, line: Line) -> list[Line]:
    """Return what was said before a line of the log, or before a new one: that follows all of its moment."""
    lines = spoken(negotiation)
    place = next((at for at, each in enumerate(lines) if line.id and each.id == line.id), None)
    return lines[:place] if place is not None else [each for each in lines if each.at <= line.at]


def stated_by(line: Line, at: datetime | None = None) -> Package:
    """Return everything that an offer states - terms, what it takes as given, conditions - but what was withdrawn.

    With `at`, only what had been withdrawn by then is left out.
    """
    return tuple(term for term in (*line.terms, *line.in_return, *line.conditions) if not _is_withdrawn(term, at))


def standing(
    negotiation: Negotiation, side: Side, at: datetime | None = None, before: Line | None = None
) -> dict[int, Term]:
    """Return a side's standing offer: per issue the agreed term, else its last stated one.

    Left out is what is conditional, was withdrawn by then or is valid no longer: then the last earlier term
    counts. `at` is the moment asked for, by default that of the last line, or of the line `before`.
    """
    lines = spoken(negotiation) if before is None else lines_before(negotiation, before)
    moment = at or (before.at if before is not None else lines[-1].at if lines else None)
    if moment is None:
        return {}
    if before is None and at is not None:
        lines = [line for line in lines if line.at <= at]
    return {**_last_stated(lines, side, moment), **_agreed(lines, moment)}


def agreed(negotiation: Negotiation, at: datetime | None = None) -> dict[int, Term]:
    """Return the agreed terms by issue; refusing or parking an issue afterwards opens it again."""
    lines = [line for line in spoken(negotiation) if at is None or line.at <= at]
    return _agreed(lines, at or lines[-1].at) if lines else {}


def on_offer(
    negotiation: Negotiation, side: Side, issue_ids: tuple[int, ...] = (), before: Line | None = None
) -> Package:
    """Return what the other side settles by agreeing to what `side` has put on the table.

    For the issues named, what its last offer on each states: a conditional offer is taken whole, with its
    conditions. For none named, all that its last offer states. Expired and withdrawn terms cannot be agreed.
    """
    lines = spoken(negotiation) if before is None else lines_before(negotiation, before)
    if not lines:
        return ()
    moment = before.at if before is not None else lines[-1].at
    found: dict[int, Term] = {}
    wanted = set(issue_ids)
    for line in _offers_backwards(lines, side, moment):
        stated = by_issue(_kept(line, moment))
        if not stated:
            continue
        taken = (
            stated
            if not issue_ids or (line.is_conditional and wanted & stated.keys())
            else {issue_id: term for issue_id, term in stated.items() if issue_id in wanted}
        )
        found = {**taken, **found}
        wanted -= found.keys()
        if not wanted:
            break
    return tuple(found.values())


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


def _offers_backwards(lines: list[Line], side: Side, moment: datetime) -> Iterator[Line]:
    day = moment.date()
    for line in reversed(lines):
        if line.verb is Verb.OFFER and line.side is side and (line.valid_until is None or day <= line.valid_until):
            yield line


def _last_stated(lines: list[Line], side: Side, moment: datetime) -> dict[int, Term]:
    found: dict[int, Term] = {}
    for line in _offers_backwards(lines, side, moment):
        if not line.is_conditional:
            for issue_id, term in by_issue(_kept(line, moment)).items():
                found.setdefault(issue_id, term)
    return found


def _agreed(lines: list[Line], moment: datetime) -> dict[int, Term]:
    found: dict[int, Term] = {}
    for line in lines:
        if line.verb not in _SETTLING:
            continue
        if line.verb is Verb.AGREE:
            found.update(by_issue(_kept(line, moment)))
        else:
            for issue_id in line.issues:
                found.pop(issue_id, None)
    return found


def _kept(line: Line, moment: datetime) -> Package:
    """Return what stood at the moment, without the marks of a later withdrawal."""
    return tuple(term if term.withdrawn_at is None else _unmarked(term) for term in stated_by(line, moment))


def _unmarked(term: Term) -> Term:
    return Term(issue_id=term.issue_id, value=term.value, upto=term.upto, as_said=term.as_said, assumed=term.assumed)
