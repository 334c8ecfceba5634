"""db: from rows to records, generically: a column is named as the field that it fills."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from typing import Any, TypeVar

from sqlalchemy import Column, Table

from db.columns import Plain, decoder, encoder
from db.schema import ROW_BY_KIND, Role, Row

Record = TypeVar("Record")
Image = dict[str, Plain]

# The fields of a line that hold its terms, by their role.
LINE_FIELDS = {Role.TERM: "terms", Role.CONDITION: "conditions", Role.IN_RETURN: "in_return"}


def table_of(row: type[Row]) -> Table:
    """Return the table behind a row class."""
    return row.metadata.tables[row.__tablename__]


def columns_of(record: type[Any], table: Table) -> list[Column[Any]]:
    """Return the columns that fill a record's fields, in the order of the fields; parts have none."""
    return [table.c[each.name] for each in fields(record) if each.name in table.c]


def maker(record: type[Record], columns: Sequence[Column[Any]]) -> Callable[..., Record]:
    """Return what builds a record from a row of just these columns and, by keyword, from its parts."""
    names = [column.name for column in columns]

    def make(row: Iterable[Any], **parts: Any) -> Record:
        return record(**dict(zip(names, row, strict=True)), **parts)

    return make


def image_of(row: Row) -> Image:
    """Return the plain values of a row, by column."""
    return {name: None if (value := getattr(row, name)) is None else encode(value) for name, encode in _codes(row)}


def plain_default(column: Column[Any]) -> Plain:
    """Return the plain value that a column holds where nothing was given; None where there is none."""
    if column.default is None or column.primary_key:
        return None
    return encoder(column.type)(column.default.arg)  # type: ignore[attr-defined] # of a scalar default, which all are


def values_of(kind: str, image: Image) -> dict[str, Any]:
    """Return the values of an image, by column; columns that are no more are left out."""
    columns = table_of(ROW_BY_KIND[kind]).c
    return {
        name: None if stored is None else decoder(columns[name].type)(stored)
        for name, stored in image.items()
        if name in columns
    }


_CODES = {
    kind: [(column.name, encoder(column.type)) for column in table_of(row).columns] for kind, row in ROW_BY_KIND.items()
}


def _codes(row: Row) -> list[tuple[str, Callable[[Any], Plain]]]:
    return _CODES[row.__tablename__]
