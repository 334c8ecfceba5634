"""db: the negotiation as a whole, read with a few selects; after a verb only what it touched is read again."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from core.alternative import Alternative
from core.attachment import Attachment
from core.commitment import Commitment
from core.concession import Concession
from core.debrief import Debrief
from core.errors import NotFound
from core.estimate import Estimate
from core.issue import Issue
from core.line import Line
from core.meeting import Meeting, Round
from core.negotiation import Negotiation
from core.strategy import Answer, Position
from core.term import Term
from db import schema
from db.journal import Change, last_entry
from db.mapping import columns_of, maker, table_of
from db.schema import Role

_KEPT = 8  # negotiations that stay loaded: the open one, and those just left


@dataclass(frozen=True)
class _Part:
    """How one kind of part is read, and where it stands in the whole."""

    kind: str
    name: str
    record: type[Any]
    order: Callable[[Any], Any]


def _by_place(record: Any) -> tuple[int, int]:
    return record.place, record.id


def _by_id(record: Any) -> int:
    return int(record.id)


def _by_time(record: Any) -> tuple[Any, int]:
    return record.at, record.id


_PARTS = (
    _Part("issue", "issues", Issue, _by_place),
    _Part("alternative", "alternatives", Alternative, _by_place),
    _Part("answer", "answers", Answer, _by_id),
    _Part("position", "positions", Position, _by_place),
    _Part("estimate", "estimates", Estimate, _by_id),
    _Part("meeting", "meetings", Meeting, _by_id),
    _Part("line", "lines", Line, _by_time),
    _Part("concession", "concessions", Concession, _by_id),
    _Part("commitment", "commitments", Commitment, _by_id),
    _Part("attachment", "attachments", Attachment, _by_id),
    _Part("debrief", "debrief", Debrief, _by_id),
)
# A changed row of these changes the record that owns it.
_OWNED = {
    "term": (("line_id", "line"), ("alternative_id", "alternative"), ("debrief_id", "debrief")),
    "line_issue": (("line_id", "line"),),
    "round": (("meeting_id", "meeting"),),
    "meeting_person": (("meeting_id", "meeting"),),
}


@dataclass
class _Loaded:
    """One negotiation in parts: by kind, by id; and what of it has to be read again."""

    records: dict[str, dict[int, Any]] = field(default_factory=dict)
    sorted: dict[str, tuple[Any, ...]] = field(default_factory=dict)
    stale: dict[str, set[int]] = field(default_factory=dict)
    supplier_id: int = 0
    whole: Negotiation | None = None


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
        stale = loaded.stale.pop(part.kind, set())
        kept = loaded.records.get(part.kind)
        if kept is None:
            loaded.records[part.kind] = _read(connection, part, negotiation_id, None)
        elif stale:
            for record_id in stale:
                kept.pop(record_id, None)
            kept.update(_read(connection, part, negotiation_id, stale))
        else:
            continue
        loaded.sorted[part.kind] = tuple(sorted(loaded.records[part.kind].values(), key=part.order))
    loaded.stale.clear()
    own, supplier = table_of(schema.Negotiation), table_of(schema.Supplier)
    columns = columns_of(Negotiation, own)
    row = connection.execute(
        select(*columns, supplier.c.name)
        .join(supplier, supplier.c.id == own.c.supplier_id)
        .where(own.c.id == negotiation_id)
    ).first()
    if row is None:
        raise NotFound("record.not_found")
    parts: dict[str, Any] = {part.name: loaded.sorted[part.kind] for part in _PARTS}
    parts["debrief"] = parts["debrief"][0] if parts["debrief"] else None
    whole = maker(Negotiation, columns)(row[:-1], supplier_name=row[-1], **parts)
    loaded.supplier_id = whole.supplier_id
    return whole


def _read(connection: Connection, part: _Part, negotiation_id: int, ids: set[int] | None) -> dict[int, Any]:
    table = table_of(schema.ROW_BY_KIND[part.kind])
    columns = columns_of(part.record, table)
    make = maker(part.record, columns)
    rows = connection.execute(select(*columns).where(_of(table.c, negotiation_id, table.c.id, ids)))
    pieces = _PIECES.get(part.kind, _no_pieces)(connection, negotiation_id, ids)
    return {row[0]: make(row, **pieces.get(row[0], {})) for row in rows}


Pieces = dict[int, dict[str, tuple[Any, ...]]]


def _no_pieces(connection: Connection, negotiation_id: int, ids: set[int] | None) -> Pieces:  # noqa: ARG001
    return {}


def _pieces_of_line(connection: Connection, negotiation_id: int, ids: set[int] | None) -> Pieces:
    pieces = _terms(connection, "line_id", negotiation_id, ids, _LINE_FIELDS)
    table = table_of(schema.LineIssue)
    columns = (table.c.line_id, table.c.issue_id)
    where = _of(table.c, negotiation_id, table.c.line_id, ids)
    for line_id, issue_id in connection.execute(select(*columns).where(where).order_by(table.c.place, table.c.id)):
        found = pieces.setdefault(line_id, {})
        found["issues"] = (*found.get("issues", ()), issue_id)
    return pieces


def _pieces_of_alternative(connection: Connection, negotiation_id: int, ids: set[int] | None) -> Pieces:
    return _terms(connection, "alternative_id", negotiation_id, ids, {Role.TERM: "terms"})


def _pieces_of_debrief(connection: Connection, negotiation_id: int, ids: set[int] | None) -> Pieces:
    return _terms(connection, "debrief_id", negotiation_id, ids, {Role.TERM: "deal"})


def _pieces_of_meeting(connection: Connection, negotiation_id: int, ids: set[int] | None) -> Pieces:
    pieces: Pieces = {}
    people, rounds = table_of(schema.MeetingPerson), table_of(schema.Round)
    where = _of(people.c, negotiation_id, people.c.meeting_id, ids)
    named = select(people.c.meeting_id, people.c.counterpart_id).where(where).order_by(people.c.place, people.c.id)
    for meeting_id, counterpart_id in connection.execute(named):
        found = pieces.setdefault(meeting_id, {})
        found["people"] = (*found.get("people", ()), counterpart_id)
    columns = columns_of(Round, rounds)
    make = maker(Round, columns)
    where = _of(rounds.c, negotiation_id, rounds.c.meeting_id, ids)
    for row in connection.execute(select(*columns).where(where).order_by(rounds.c.number, rounds.c.id)):
        each = make(row)
        found = pieces.setdefault(each.meeting_id, {})
        found["rounds"] = (*found.get("rounds", ()), each)
    return pieces


_LINE_FIELDS = {Role.TERM: "terms", Role.CONDITION: "conditions", Role.IN_RETURN: "in_return"}
_PIECES = {
    "line": _pieces_of_line,
    "alternative": _pieces_of_alternative,
    "debrief": _pieces_of_debrief,
    "meeting": _pieces_of_meeting,
}


def _terms(
    connection: Connection, owner: str, negotiation_id: int, ids: set[int] | None, names: dict[Role, str]
) -> Pieces:
    table = table_of(schema.Term)
    columns = columns_of(Term, table)
    make = maker(Term, columns)
    where = _of(table.c, negotiation_id, table.c[owner], ids) & table.c[owner].is_not(None)
    pieces: Pieces = {}
    for owner_id, role, *values in connection.execute(
        select(table.c[owner], table.c.role, *columns).where(where).order_by(table.c.place, table.c.id)
    ):
        found = pieces.setdefault(owner_id, {})
        name = names[role]
        found[name] = (*found.get(name, ()), make(values))
    return pieces


def _of(columns: Any, negotiation_id: int, key: ColumnElement[Any], ids: set[int] | None) -> ColumnElement[bool]:
    """Return the condition for all rows of a negotiation, or for some of them by id."""
    mine: ColumnElement[bool] = columns.negotiation_id == negotiation_id
    return mine if ids is None else mine & key.in_(_listed(ids))


def _listed(ids: Iterable[int]) -> Sequence[int]:
    return sorted(ids)
