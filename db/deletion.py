"""db: deletion - a record goes with all that belongs to it, row by row, so that the journal can bring it back."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.mapping import table_of
from db.schema import ROWS, Row


def delete_whole(session: Session, row: Row) -> None:
    """Delete a row, what belongs to it and what belongs to that; empty the references of what can do without it."""
    _delete(session, type(row), [row.id])
    session.flush()


def _delete(session: Session, kind: type[Row], ids: list[int]) -> None:
    for other, column, detach in _references_to(kind.__tablename__):
        found = session.scalars(select(other).where(table_of(other).c[column].in_(ids))).all()
        if detach:
            for row in found:
                setattr(row, column, None)
        else:
            _delete(session, other, [row.id for row in _present(session, found)])
    for row in session.scalars(select(kind).where(table_of(kind).c.id.in_(ids))):
        session.delete(row)
    # What refers to the deleted must find it gone, and the same row may be reached on several ways.
    session.flush()


def _present(session: Session, rows: Iterable[Row]) -> list[Row]:
    return [row for row in rows if row not in session.deleted]


@cache
def _references_to(kind: str) -> tuple[tuple[type[Row], str, bool], ...]:
    """Return who refers to a table: row class, column, and whether it is only emptied."""
    return tuple(
        (row, key.parent.name, bool(key.info["detach"]))
        for row in ROWS
        for key in sorted(table_of(row).foreign_keys, key=lambda key: key.parent.name)
        if key.column.table.name == kind
    )
