"""db: the negotiation as a whole, read with a few selects; after a verb only what it touched is read again."""

from __future__ import annotations

import threading
from bisect import insort
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any

from sqlalchemy import Column, Connection, Select, Table, bindparam, select

from core.alternative import Alternative, Following
from core.attachment import Attachment
from core.candidate import Candidate
from core.commitment import Commitment
from core.concession import Concession
from core.cost import ClaimedCost
from core.debrief import Debrief
from core.errors import NotFound
from core.estimate import Estimate
from core.issue import Issue
from core.line import Line
from core.meeting import Meeting, Pause, Round
from core.need import CommonGoal, Need
from core.negotiation import Negotiation
from core.plan import PlannedConcession, PlanPoint
from core.strategy import Answer, Position
from core.term import Term
from db import schema
from db.journal import Change, last_entry
from db.mapping import LINE_FIELDS, columns_of, maker, table_of
from db.schema import Role

_KEPT = 8  # negotiations that stay loaded: the open one, and those just left


class _Rows:
    """The rows of one table that belong to a negotiation: all of them, or those of some owners."""

    def __init__(self, table: Table, columns: Sequence[Column[Any]], key: str = "id", *order: str) -> None:
        """Build both statements once, since building one takes longer than running it."""
        mine = table.c.negotiation_id == bindparam("negotiation")
        every: Select[Any] = select(*columns).where(mine, table.c[key].is_not(None))
        self._every = every.order_by(*(table.c[name] for name in order))
        self._some = self._every.where(table.c[key].in_(bindparam("ids", expanding=True)))

    def of(self, connection: Connection, negotiation_id: int, ids: Iterable[int] | None) -> Iterable[Any]:
        """Return the rows of a negotiation, of all owners or of these."""
        if ids is None:
            return connection.execute(self._every, {"negotiation": negotiation_id})
        return connection.execute(self._some, {"negotiation": negotiation_id, "ids": sorted(ids)})


class _Part:
    """How one kind of part is read, and where it stands in the whole."""

    def __init__(self, kind: str, name: str, record: type[Any], order: Callable[[Any], Any]) -> None:
        """Take kind, field of the whole, record and order."""
        table = table_of(schema.ROW_BY_KIND[kind])
        columns = columns_of(record, table)
        self.kind = kind
        self.name = name
        self.order = order
        self.rows = _Rows(table, columns)
        self.make = maker(record, columns)


_by_id, _by_place, _by_time = attrgetter("id"), attrgetter("place", "id"), attrgetter("at", "id")

_PARTS = (
    _Part("issue", "issues", Issue, _by_place),
    _Part("alternative", "alternatives", Alternative, _by_place),
    _Part("answer", "answers", Answer, _by_id),
    _Part("position", "positions", Position, _by_place),
    _Part("estimate", "estimates", Estimate, _by_id),
    _Part("need", "needs", Need, _by_place),
    _Part("common_goal", "common_goals", CommonGoal, _by_place),
    _Part("candidate", "candidates", Candidate, _by_place),
    _Part("following", "followings", Following, _by_id),
    _Part("plan_point", "plan_points", PlanPoint, _by_place),
    _Part("planned_concession", "planned_concessions", PlannedConcession, _by_place),
    _Part("claimed_cost", "claimed_costs", ClaimedCost, _by_place),
    _Part("meeting", "meetings", Meeting, _by_id),
    _Part("line", "lines", Line, _by_time),
    _Part("concession", "concessions", Concession, _by_id),
    _Part("commitment", "commitments", Commitment, _by_id),
    _Part("attachment", "attachments", Attachment, _by_id),
    _Part("debrief", "debrief", Debrief, _by_id),
)


def _terms_of(owner: str) -> _Rows:
    return _Rows(_TERM, (_TERM.c[owner], _TERM.c.role, *_TERM_COLUMNS), owner, "place", "id")


_OWN_TABLE, _SUPPLIER = table_of(schema.Negotiation), table_of(schema.Supplier)
_OWN_COLUMNS = columns_of(Negotiation, _OWN_TABLE)
_OWN = (
    select(*_OWN_COLUMNS, _SUPPLIER.c.name)
    .join(_SUPPLIER, _SUPPLIER.c.id == _OWN_TABLE.c.supplier_id)
    .where(_OWN_TABLE.c.id == bindparam("negotiation"))
)
_make_whole = maker(Negotiation, _OWN_COLUMNS)
_TERM = table_of(schema.Term)
_TERM_COLUMNS = columns_of(Term, _TERM)
_make_term = maker(Term, _TERM_COLUMNS)
_TERMS_OF_LINE = _terms_of("line_id")
_TERMS_OF_ALTERNATIVE = _terms_of("alternative_id")
_TERMS_OF_DEBRIEF = _terms_of("debrief_id")
_TERMS_OF_CANDIDATE = _terms_of("candidate_id")
_NAMED = table_of(schema.LineIssue)
_NAMED_ISSUES = _Rows(_NAMED, (_NAMED.c.line_id, _NAMED.c.issue_id), "line_id", "place", "id")
_PERSON = table_of(schema.MeetingPerson)
_PEOPLE = _Rows(_PERSON, (_PERSON.c.meeting_id, _PERSON.c.counterpart_id), "meeting_id", "place", "id")
_ROUND = table_of(schema.Round)
_ROUND_COLUMNS = columns_of(Round, _ROUND)
_make_round = maker(Round, _ROUND_COLUMNS)
_ROUNDS = _Rows(_ROUND, _ROUND_COLUMNS, "meeting_id", "number", "id")
_PAUSE = table_of(schema.Pause)
_PAUSE_COLUMNS = columns_of(Pause, _PAUSE)
_make_pause = maker(Pause, _PAUSE_COLUMNS)
_PAUSES = _Rows(_PAUSE, _PAUSE_COLUMNS, "meeting_id", "id")

# A changed row of these changes the record that owns it.
_OWNED = {
    "term": (
        ("line_id", "line"),
        ("alternative_id", "alternative"),
        ("debrief_id", "debrief"),
        ("candidate_id", "candidate"),
    ),
    "line_issue": (("line_id", "line"),),
    "round": (("meeting_id", "meeting"),),
    "pause": (("meeting_id", "meeting"),),
    "meeting_person": (("meeting_id", "meeting"),),
}


@dataclass
class _Loaded:
    """One negotiation in parts, by kind, each in its order; and what of it has to be read again."""

    parts: dict[str, tuple[Any, ...]] = field(default_factory=dict)
    stale: dict[str, set[int]] = field(default_factory=dict)
    supplier_id: int = 0
    whole: Negotiation | None = None
    before: Negotiation | None = None  # the last whole one


class Aggregates:
    """The negotiations that were loaded last, true to the file at one entry of its journal."""

    def __init__(self) -> None:
        """Start with none."""
        self._loaded: dict[int, _Loaded] = {}
        self._entry = -1
        self._lock = threading.Lock()

    def load(self, connection: Connection, negotiation_id: int) -> Negotiation:
        """Return a negotiation whole, as the connection sees it; raise NotFound."""
        with self._lock:
            now = last_entry(connection)
            if now != self._entry:
                # somebody else wrote: nothing that is kept can be trusted
                self._loaded.clear()
                self._entry = now
            loaded = self._loaded.pop(negotiation_id, None) or _Loaded()
            if loaded.whole is None:
                loaded.whole = _compose(connection, negotiation_id, loaded)
            self._loaded[negotiation_id] = loaded
            while len(self._loaded) > _KEPT:
                del self._loaded[next(iter(self._loaded))]
            return loaded.whole

    def follow(self, entry: int, changes: Iterable[Change]) -> None:
        """Note what the entry, just committed here, changed."""
        with self._lock:
            if entry != self._entry + 1:
                self._loaded.clear()
            self._entry = entry
            for change in changes:
                self._note(change)

    def _note(self, change: Change) -> None:
        if change.kind == "supplier":
            for loaded in self._loaded.values():
                if loaded.supplier_id == change.id:
                    loaded.whole = None
        loaded_here = self._loaded.get(change.negotiation_id or 0)
        if loaded_here is None:
            return
        loaded_here.whole = None
        image = change.image
        for kind, record_id in (
            [(kind, image[column]) for column, kind in _OWNED[change.kind]]
            if change.kind in _OWNED
            else [(change.kind, change.id)]
        ):
            if isinstance(record_id, int):
                loaded_here.stale.setdefault(kind, set()).add(record_id)


def _compose(connection: Connection, negotiation_id: int, loaded: _Loaded) -> Negotiation:
    for part in _PARTS:
        stale = loaded.stale.get(part.kind)
        if part.kind not in loaded.parts:
            loaded.parts[part.kind] = tuple(sorted(_read(connection, part, negotiation_id, None), key=part.order))
        elif stale:
            records = [record for record in loaded.parts[part.kind] if record.id not in stale]
            for record in _read(connection, part, negotiation_id, stale):
                insort(records, record, key=part.order)
            loaded.parts[part.kind] = tuple(records)
    loaded.stale.clear()
    row = connection.execute(_OWN, {"negotiation": negotiation_id}).first()
    if row is None:
        raise NotFound("record.not_found")
    parts: dict[str, Any] = {part.name: loaded.parts[part.kind] for part in _PARTS}
    parts["debrief"] = parts["debrief"][0] if parts["debrief"] else None
    whole = _make_whole(row[:-1], supplier_name=row[-1], **parts)
    if loaded.before is not None:
        whole.follow(loaded.before)
    loaded.before = whole
    loaded.supplier_id = whole.supplier_id
    return whole


def _read(connection: Connection, part: _Part, negotiation_id: int, ids: set[int] | None) -> list[Any]:
    rows = part.rows.of(connection, negotiation_id, ids)
    pieces = _PIECES.get(part.kind, _no_pieces)(connection, negotiation_id, ids)
    return [part.make(row, **pieces.get(row[0], {})) for row in rows]


Pieces = dict[int, dict[str, tuple[Any, ...]]]


def _no_pieces(connection: Connection, negotiation_id: int, ids: set[int] | None) -> Pieces:  # noqa: ARG001 - as the others
    return {}


def _pieces_of_line(connection: Connection, negotiation_id: int, ids: set[int] | None) -> Pieces:
    pieces = _terms(_TERMS_OF_LINE, LINE_FIELDS, connection, negotiation_id, ids)
    for line_id, issue_id in _NAMED_ISSUES.of(connection, negotiation_id, ids):
        found = pieces.setdefault(line_id, {})
        found["issues"] = (*found.get("issues", ()), issue_id)
    return pieces


def _pieces_of_alternative(connection: Connection, negotiation_id: int, ids: set[int] | None) -> Pieces:
    return _terms(_TERMS_OF_ALTERNATIVE, {Role.TERM: "terms"}, connection, negotiation_id, ids)


def _pieces_of_debrief(connection: Connection, negotiation_id: int, ids: set[int] | None) -> Pieces:
    return _terms(_TERMS_OF_DEBRIEF, {Role.TERM: "deal"}, connection, negotiation_id, ids)


def _pieces_of_candidate(connection: Connection, negotiation_id: int, ids: set[int] | None) -> Pieces:
    return _terms(_TERMS_OF_CANDIDATE, {Role.TERM: "terms"}, connection, negotiation_id, ids)


def _pieces_of_meeting(connection: Connection, negotiation_id: int, ids: set[int] | None) -> Pieces:
    pieces: Pieces = {}
    for meeting_id, counterpart_id in _PEOPLE.of(connection, negotiation_id, ids):
        found = pieces.setdefault(meeting_id, {})
        found["people"] = (*found.get("people", ()), counterpart_id)
    for row in _ROUNDS.of(connection, negotiation_id, ids):
        each = _make_round(row)
        found = pieces.setdefault(each.meeting_id, {})
        found["rounds"] = (*found.get("rounds", ()), each)
    for row in _PAUSES.of(connection, negotiation_id, ids):
        pause = _make_pause(row)
        found = pieces.setdefault(pause.meeting_id, {})
        found["pauses"] = (*found.get("pauses", ()), pause)
    return pieces


def _terms(
    rows: _Rows, names: dict[Role, str], connection: Connection, negotiation_id: int, ids: set[int] | None
) -> Pieces:
    pieces: Pieces = {}
    for owner_id, role, *values in rows.of(connection, negotiation_id, ids):
        found = pieces.setdefault(owner_id, {})
        name = names[role]
        found[name] = (*found.get(name, ()), _make_term(values))
    return pieces


_PIECES = {
    "line": _pieces_of_line,
    "alternative": _pieces_of_alternative,
    "debrief": _pieces_of_debrief,
    "candidate": _pieces_of_candidate,
    "meeting": _pieces_of_meeting,
}
