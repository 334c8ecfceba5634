"""db: what all stores share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Select, func, or_, select

import core.term
from core.folding import fold
from core.term import Package
from db.columns import storable
from db.mapping import columns_of, table_of
from db.schema import Role, Row, Term
from db.work import Work, Write


class Store:
    """The verbs of one noun."""

    def __init__(self, work: Work) -> None:
        """Take the file to work on."""
        self._work = work


def refuse(fields: Mapping[str, Any], *fixed: str) -> None:
    """Raise TypeError where a caller gives a field that the verb itself decides."""
    given = [name for name in fixed if name in fields]
    if given:
        raise TypeError(f"cannot be given here: {', '.join(given)}")


def matching(query: Select[Any], match: str, *columns: Any, of: tuple[Any, Any] | None = None) -> Select[Any]:
    """Narrow a query to rows in which every word of `match` stands, in any of the columns, whatever its case.

    `of` is a reference with a column of what it points to, which is looked through once and not for every row.
    """
    for word in fold(storable(match)).split():
        found = [_holds(column, word) for column in columns]
        if of is not None:
            reference, column = of
            found.insert(0, reference.in_(select(column.table.c.id).where(_holds(column, word))))
        query = query.where(or_(*found))
    return query


def beginning(query: Select[Any], begins: str, column: Any) -> Select[Any]:
    """Narrow a query to rows whose column begins with a text, whatever its case."""
    return query.where(func.instr(func.fold(column), fold(storable(begins))) == 1) if begins else query


def _holds(column: Any, word: str) -> Any:
    return func.instr(func.fold(column), word) > 0


def next_place(write: Write, kind: type[Row], owner_id: int, owner: str = "negotiation_id") -> int:
    """Return the place behind the last one of a list, which a negotiation has unless another `owner` is named."""
    places = [row.place for row in _listed(write, kind, owner_id, owner)]
    return max(places, default=-1) + 1


def move(write: Write, row: Any, place: int, owner: str = "negotiation_id") -> None:
    """Give a row another place in its list and close ranks; a place past either end is that end."""
    others = [each for each in _listed(write, type(row), getattr(row, owner), owner) if each is not row]
    others.insert(max(0, min(place, len(others))), row)
    for at, each in enumerate(others):
        if each.place != at:
            each.place = at


def _listed(write: Write, kind: type[Any], owner_id: int, owner: str) -> list[Any]:
    return sorted(write.rows(kind, **{owner: owner_id}), key=lambda row: (row.place, row.id))


_TERM_FIELDS = tuple(column.name for column in columns_of(core.term.Term, table_of(Term)))


def put_terms(
    write: Write, negotiation_id: int, owner: Mapping[str, int], role: Role, terms: Package, *, replacing: bool = True
) -> None:
    """Let these be the terms that `owner` (one of line_id, alternative_id, debrief_id, candidate_id) has in this role.

    A new owner has none yet: with `replacing=False` none are looked for.
    """
    old = sorted(write.rows(Term, role=role, **owner), key=lambda row: (row.place, row.id)) if replacing else []
    for place, term in enumerate(terms):
        fields = {name: getattr(term, name) for name in _TERM_FIELDS} | {"place": place}
        if place < len(old):
            write.change(old[place], **fields)
        else:
            write.put(Term, negotiation_id=negotiation_id, role=role, **owner, **fields)
    for row in old[len(terms) :]:
        write.delete(row)
