"""db: negotiations read only as far as looking at them from outside needs - closed ones, one, or those of a person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, select

import core.concession
import core.debrief
import core.estimate
import core.issue
import core.line
import core.meeting
import core.negotiation
import core.strategy
import core.term
from core.line import Verb
from core.negotiation import Status
from db.mapping import LINE_FIELDS, columns_of, maker, table_of
from db.schema import (
    Concession,
    Debrief,
    Estimate,
    Issue,
    Line,
    LineIssue,
    Meeting,
    MeetingPerson,
    Negotiation,
    Position,
    Supplier,
    Term,
)

_MATTER, _COMPANY, _DEBRIEF = table_of(Negotiation), table_of(Supplier), table_of(Debrief)
_ISSUE, _LINE, _TERM = table_of(Issue), table_of(Line), table_of(Term)
_POSITION, _ESTIMATE = table_of(Position), table_of(Estimate)
_NAMED, _STEP, _MEETING, _SAT = table_of(LineIssue), table_of(Concession), table_of(Meeting), table_of(MeetingPerson)
_MATTER_COLUMNS = columns_of(core.negotiation.Negotiation, _MATTER)
_DEBRIEF_COLUMNS = columns_of(core.debrief.Debrief, _DEBRIEF)
ISSUE_COLUMNS = columns_of(core.issue.Issue, _ISSUE)
_POSITION_COLUMNS = columns_of(core.strategy.Position, _POSITION)
_ESTIMATE_COLUMNS = columns_of(core.estimate.Estimate, _ESTIMATE)
TERM_COLUMNS = columns_of(core.term.Term, _TERM)
# The verdicts as given are the larger part of a line, and nobody who looks back over many asks for them.
LINE_COLUMNS = [each for each in columns_of(core.line.Line, _LINE) if each.name not in ("said", "stands")]
_STEP_COLUMNS = columns_of(core.concession.Concession, _STEP)
_MEETING_COLUMNS = columns_of(core.meeting.Meeting, _MEETING)
_make_matter = maker(core.negotiation.Negotiation, _MATTER_COLUMNS)
_make_debrief = maker(core.debrief.Debrief, _DEBRIEF_COLUMNS)
make_issue = maker(core.issue.Issue, ISSUE_COLUMNS)
_make_position = maker(core.strategy.Position, _POSITION_COLUMNS)
_make_estimate = maker(core.estimate.Estimate, _ESTIMATE_COLUMNS)
make_term = maker(core.term.Term, TERM_COLUMNS)
make_line = maker(core.line.Line, LINE_COLUMNS)
_make_step = maker(core.concession.Concession, _STEP_COLUMNS)
_make_meeting = maker(core.meeting.Meeting, _MEETING_COLUMNS)
_MOVING = (Verb.OFFER, Verb.AGREE, Verb.REFUSE, Verb.PARK)
# Who offered something when: what it takes to see whether a step was answered.
_OFFER_COLUMNS = [_LINE.c[name] for name in ("id", "negotiation_id", "meeting_id", "at", "side", "verb")]
_make_offer = maker(core.line.Line, _OFFER_COLUMNS)
_BATCH = 500  # ids in one statement; SQLite takes no endless list

Groups = dict[int, tuple[Any, ...]]


def _of(query: Select[Any], column: ColumnElement[int], *order: Any) -> Select[Any]:
    """Return a query for rows whose column holds one of some `ids`, in an order.

    Built once: that takes longer than running it.
    """
    return query.where(column.in_(bindparam("ids", expanding=True))).order_by(*order)


_NAMED_MATTERS = select(*_MATTER_COLUMNS, _COMPANY.c.name).join(_COMPANY, _COMPANY.c.id == _MATTER.c.supplier_id)
_MATTERS = _of(_NAMED_MATTERS, _MATTER.c.id)
_DEBRIEFS = _of(select(*_DEBRIEF_COLUMNS), _DEBRIEF.c.negotiation_id)
_POSITIONS = _of(select(*_POSITION_COLUMNS), _POSITION.c.negotiation_id, _POSITION.c.place, _POSITION.c.id)
_ESTIMATES = _of(select(*_ESTIMATE_COLUMNS), _ESTIMATE.c.negotiation_id, _ESTIMATE.c.id)
_ISSUES = _of(select(*ISSUE_COLUMNS), _ISSUE.c.negotiation_id, _ISSUE.c.place, _ISSUE.c.id)
_STEPS = _of(select(*_STEP_COLUMNS), _STEP.c.negotiation_id, _STEP.c.id)
_OFFERS = _of(select(*_OFFER_COLUMNS).where(_LINE.c.verb == Verb.OFFER), _LINE.c.negotiation_id, _LINE.c.at, _LINE.c.id)
_MOVES = _of(select(*LINE_COLUMNS).where(_LINE.c.verb.in_(_MOVING)), _LINE.c.negotiation_id, _LINE.c.at, _LINE.c.id)
_DEALS = _of(select(_TERM.c.debrief_id, *TERM_COLUMNS), _TERM.c.debrief_id, _TERM.c.place, _TERM.c.id)
_STATED = _of(
    select(_TERM.c.line_id, _TERM.c.role, *TERM_COLUMNS).where(_TERM.c.line_id.is_not(None)),
    _TERM.c.negotiation_id, _TERM.c.place, _TERM.c.id,
)  # fmt: skip
_ISSUES_NAMED = _of(select(_NAMED.c.line_id, _NAMED.c.issue_id), _NAMED.c.negotiation_id, _NAMED.c.place, _NAMED.c.id)
_HELD = select(*_MEETING_COLUMNS).where(
    _MEETING.c.id.in_(select(_SAT.c.meeting_id).where(_SAT.c.counterpart_id == bindparam("person"))),
    _MEETING.c.started_at.is_not(None),
).order_by(_MEETING.c.id)  # fmt: skip


def past(connection: Connection, supplier_id: int, most: int, talks: int) -> tuple[core.negotiation.Negotiation, ...]:
    """Return the `most` newest closed negotiations of a supplier, last closed first, each with issues and debrief.

    The `talks` newest have their offers and answers too, without verdicts. Nothing else is read.
    """
    closed = [each for each in Status if not each.is_open]
    ended = (
        select(_MATTER.c.id, _DEBRIEF.c.closed_at)
        .join(_DEBRIEF, _DEBRIEF.c.negotiation_id == _MATTER.c.id)
        .where(_MATTER.c.supplier_id == supplier_id, _MATTER.c.status.in_(closed))
    )
    ordered = sorted(((at.timestamp(), found) for found, at in connection.execute(ended)), reverse=True)
    ids = [found for _, found in ordered[:most]]
    matters = {row[0]: (row[:-1], row[-1]) for row in _rows(connection, _MATTERS, ids)}
    debriefs = {row.negotiation_id: row for row in _rows(connection, _DEBRIEFS, ids)}
    issues = _issues(connection, ids)
    deals = _deals(connection, [row.id for row in debriefs.values()])
    lines = _lines(connection, ids[:talks])
    return tuple(
        _make_matter(
            matters[each][0],
            supplier_name=matters[each][1],
            issues=issues.get(each, ()),
            lines=lines.get(each, ()),
            debrief=_make_debrief(debriefs[each], deal=deals.get(debriefs[each].id, ())),
        )
        for each in ids
    )


def glance(connection: Connection, negotiation_id: int, *, talk: bool) -> core.negotiation.Negotiation | None:
    """Return a negotiation with its issues, positions and estimates; None where it is gone.

    With `talk` what was offered in it too, without verdicts. Nothing else is read.
    """
    ids = (negotiation_id,)
    row = next(_rows(connection, _MATTERS, ids), None)
    if row is None:
        return None
    positions = _rows(connection, _POSITIONS, ids)
    estimates = _rows(connection, _ESTIMATES, ids)
    return _make_matter(
        row[:-1],
        supplier_name=row[-1],
        issues=_issues(connection, ids).get(negotiation_id, ()),
        positions=tuple(_make_position(each) for each in positions),
        estimates=tuple(_make_estimate(each) for each in estimates),
        lines=_lines(connection, ids).get(negotiation_id, ()) if talk else (),
    )


def sat_in(connection: Connection, counterpart_id: int, most: int) -> tuple[core.negotiation.Negotiation, ...]:
    """Return the `most` newest negotiations in which a person sat at the table, the last met first.

    Each has its issues, the meetings that the person sat in (with nobody else named), the concessions, and who offered
    something when, without any terms. Nothing else is read.
    """
    meetings: dict[int, list[core.meeting.Meeting]] = {}
    for row in connection.execute(_HELD, {"person": counterpart_id}):
        meeting = _make_meeting(row, people=(counterpart_id,))
        meetings.setdefault(meeting.negotiation_id, []).append(meeting)
    last = {each: max(_began(meeting) for meeting in found) for each, found in meetings.items()}
    ids = sorted(last, key=lambda each: (last[each], each), reverse=True)[:most]
    matters = {row[0]: (row[:-1], row[-1]) for row in _rows(connection, _MATTERS, ids)}
    steps: dict[int, list[core.concession.Concession]] = {}
    for row in _rows(connection, _STEPS, ids):
        steps.setdefault(row.negotiation_id, []).append(_make_step(row))
    issues = _issues(connection, ids)
    lines: dict[int, list[core.line.Line]] = {}
    for row in _rows(connection, _OFFERS, ids):
        lines.setdefault(row.negotiation_id, []).append(_make_offer(row, logged_at=row.at, text=""))
    return tuple(
        _make_matter(
            matters[each][0],
            supplier_name=matters[each][1],
            issues=issues.get(each, ()),
            meetings=tuple(meetings[each]),
            lines=tuple(lines.get(each, ())),
            concessions=tuple(steps.get(each, ())),
        )
        for each in ids
    )


def _began(meeting: core.meeting.Meeting) -> float:
    return 0.0 if meeting.started_at is None else meeting.started_at.timestamp()


def _issues(connection: Connection, ids: Sequence[int]) -> Groups:
    found: Groups = {}
    for row in _rows(connection, _ISSUES, ids):
        found[row.negotiation_id] = (*found.get(row.negotiation_id, ()), make_issue(row))
    return found


def _deals(connection: Connection, ids: Sequence[int]) -> Groups:
    found: Groups = {}
    for owner, *values in _rows(connection, _DEALS, ids):
        found[owner] = (*found.get(owner, ()), make_term(values))
    return found


def _lines(connection: Connection, ids: Sequence[int]) -> Groups:
    parts: dict[int, dict[str, tuple[Any, ...]]] = {}
    for owner, role, *values in _rows(connection, _STATED, ids):
        found = parts.setdefault(owner, {})
        found[LINE_FIELDS[role]] = (*found.get(LINE_FIELDS[role], ()), make_term(values))
    for owner, issue_id in _rows(connection, _ISSUES_NAMED, ids):
        found = parts.setdefault(owner, {})
        found["issues"] = (*found.get("issues", ()), issue_id)
    lines: dict[int, list[Any]] = {}
    for row in _rows(connection, _MOVES, ids):
        lines.setdefault(row.negotiation_id, []).append(make_line(row, **parts.get(row.id, {})))
    return {negotiation_id: tuple(found) for negotiation_id, found in lines.items()}


def _rows(connection: Connection, query: Select[Any], ids: Sequence[int]) -> Iterator[Any]:
    """Yield the rows of a query that `_of` some ids made."""
    for start in range(0, len(ids), _BATCH):
        yield from connection.execute(query, {"ids": ids[start : start + _BATCH]})
