"""db: rewind, what was said in a talk as it was known after an earlier entry - the journal read backwards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, bindparam, select

from core.negotiation import Negotiation
from db.journal import read_image
from db.mapping import LINE_FIELDS, table_of, values_of
from db.past import ISSUE_COLUMNS, LINE_COLUMNS, TERM_COLUMNS, make_issue, make_line, make_term
from db.schema import CHANGES, ROW_BY_KIND, Issue, Line, LineIssue, Term

_KINDS = tuple(each.__tablename__ for each in (Issue, Line, LineIssue, Term))
_SINCE = (
    select(CHANGES.c.kind, CHANGES.c.record_id, CHANGES.c.before, CHANGES.c.after)
    .where(CHANGES.c.negotiation_id == bindparam("negotiation"), CHANGES.c.entry_id > bindparam("entry"))
    .where(CHANGES.c.kind.in_(_KINDS))
    .order_by(CHANGES.c.id.desc())
)
_VERDICTS = ("said", "stands")  # by far the larger part of a line
_NOW = {
    kind: select(*(each for each in table.c if each.name not in _VERDICTS)).where(
        table.c.negotiation_id == bindparam("negotiation")
    )
    for kind, table in ((each, table_of(ROW_BY_KIND[each])) for each in _KINDS)
}

_Values = dict[str, Any]


def as_of(connection: Connection, negotiation: Negotiation, entry: int) -> Negotiation:
    """Return a negotiation with the issues and lines that it had after an entry; all else is as it is now.

    Where neither changed since it is the negotiation given. Lines come without their verdicts.
    """
    undone = _undone(connection, negotiation.id, entry)
    if not undone:
        return negotiation
    issues, lines, named, terms = (_then(connection, kind, negotiation.id, undone) for kind in _KINDS)
    parts: dict[int, dict[str, tuple[Any, ...]]] = {}
    for row in _in_order(terms, "place", "id"):
        if row["line_id"] is not None:
            found = parts.setdefault(row["line_id"], {})
            name = LINE_FIELDS[row["role"]]
            found[name] = (*found.get(name, ()), make_term(row[each.name] for each in TERM_COLUMNS))
    for row in _in_order(named, "place", "id"):
        found = parts.setdefault(row["line_id"], {})
        found["issues"] = (*found.get("issues", ()), row["issue_id"])
    return replace(
        negotiation,
        issues=tuple(make_issue(row[each.name] for each in ISSUE_COLUMNS) for row in _in_order(issues, "place", "id")),
        lines=tuple(
            make_line((row[each.name] for each in LINE_COLUMNS), **parts.get(row["id"], {}))
            for row in _in_order(lines, "at", "id")
        ),
    )


def _undone(connection: Connection, negotiation_id: int, entry: int) -> dict[tuple[str, int], _Values | None]:
    """Return what the records that changed since held then, as far as it differs; None for one that was not there."""
    found: dict[tuple[str, int], _Values | None] = {}
    for kind, record_id, before, after in connection.execute(_SINCE, {"negotiation": negotiation_id, "entry": entry}):
        key, image = (kind, record_id), read_image(before)
        if image is None:
            found[key] = None
        else:
            # what was deleted is known whole, what was changed only where it differs
            later = {} if after is None else found.get(key) or {}
            found[key] = later | values_of(kind, image)
    return found


def _then(
    connection: Connection, kind: str, negotiation_id: int, undone: Mapping[tuple[str, int], _Values | None]
) -> list[_Values]:
    """Return the rows of a kind as they were then."""
    now = {row["id"]: dict(row) for row in connection.execute(_NOW[kind], {"negotiation": negotiation_id}).mappings()}
    for (each, record_id), values in undone.items():
        if each != kind:
            continue
        if values is None:
            now.pop(record_id, None)
        else:
            now[record_id] = now.get(record_id, {}) | values
    return list(now.values())


def _in_order(rows: list[_Values], *names: str) -> list[_Values]:
    return sorted(rows, key=lambda row: tuple(row[name] for name in names))
