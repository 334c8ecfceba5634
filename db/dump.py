"""db: the file as plain values and back - everything, in an order that depends on nothing but the content."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Connection, Integer, LargeBinary, Table
from sqlalchemy.exc import IntegrityError

from core.errors import BadInput, LogrollError, UnreadableFile
from core.exchange.dump import Dump, PlainRow, PlainValue
from core.message import decode
from core.plain import compact
from db import recency, rules, search
from db.columns import JSON_TYPES, decoder, encoder, storable
from db.engine import REVISION, for_writing, open_engine
from db.journal import Change
from db.mapping import Image, plain_default, table_of
from db.schema import CHANGES, DOCUMENTS, ENTRIES, ROW_BY_KIND, ROWS, Content, Draft

# In this order an export shows them; search is made anew.
TABLES: tuple[Table, ...] = (
    *(table_of(row) for row in ROWS), table_of(Content), ENTRIES, CHANGES, table_of(Draft),
)  # fmt: skip
_AT_ONCE = 2000  # records looked at together
_MOST = 2**63 - 1  # that SQLite can count to
_JSON = {("journal_entry", "label"), ("journal_change", "before"), ("journal_change", "after")}


def dump(connection: Connection) -> Dump:
    """Return everything that the connection sees."""
    tables = {}
    for table in TABLES:
        columns = table.columns
        tables[table.name] = tuple(
            {name: _out(columns[name], value) for name, value in image.items()} for image in images(connection, table)
        )
    given_out = {row.name: row.seq for row in connection.exec_driver_sql("SELECT name, seq FROM sqlite_sequence")}
    return Dump(REVISION, tables, {name: given_out[name] for name in tables if given_out.get(name)})


def restore(path: Path, given: Dump) -> None:
    """Fill the empty logbook at `path`, which nobody else uses, with a dump; all of it or nothing.

    Raises BadInput where a row cannot be used or refers to something that is missing.
    """
    engine = open_engine(path, write=True, migrating=True)
    try:
        with for_writing(engine).begin() as connection:
            given = _grown(given)
            _check_tables(given)
            for table in TABLES:
                _fill(connection, table, given.tables[table.name])
            _set_sequences(connection, given)
            _check_references(connection)
            _check_rules(connection)
            _make_documents(connection)
            recency.rebuild(connection)
    finally:
        engine.dispose()


def _grown(given: Dump) -> Dump:
    """Return a dump of an older program as one of this: tables and columns that came later are empty."""
    if given.revision == REVISION:
        return given
    tables = {}
    for table in TABLES:
        later = {column.name: _out(column, plain_default(column)) for column in table.columns}
        rows = given.tables.get(table.name, ())
        tables[table.name] = tuple({**later, **row} if isinstance(row, dict) else row for row in rows)
    return replace(given, tables={**given.tables, **tables})


def check_revision(given: Dump) -> None:
    """Raise UnreadableFile for a dump of a newer program, BadInput for one of a revision that never was."""
    if given.revision > REVISION:
        raise UnreadableFile("import.newer")
    if given.revision < 1:
        raise BadInput("import.unknown_table", name=str(given.revision))


def _out(column: Column[Any], value: Any) -> PlainValue:
    if value is None:
        return None
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    if _is_json(column):
        plain: PlainValue = json.loads(value)
        return plain
    return value if isinstance(value, int) else str(value)


def _in(column: Column[Any], value: Any) -> str | int | bytes | None:
    """Return what the file holds for an exported value; raise ValueError or TypeError for what it cannot hold."""
    if value is None:
        if not column.nullable:
            raise ValueError("missing")
        return None
    if isinstance(column.type, LargeBinary):
        return base64.b64decode(value, validate=True)
    if _is_json(column):
        _refuse_floats(value)
        value = compact(value)
    wanted = int if _is_whole(column) else str
    if type(value) is not wanted:
        raise TypeError(f"{column.name} holds {wanted.__name__}")
    # What the program cannot read back must not come in, nor what would go out otherwise, nor what no file can hold.
    if encoder(column.type)(decoder(column.type)(value)) != value:
        raise ValueError("not as an export writes it")
    if wanted is int:
        return _whole(value)
    text = str(value)
    if text != storable(text):
        raise ValueError("text that no file can hold")
    return text


def _whole(number: Any) -> int:
    if not -_MOST - 1 <= number <= _MOST:
        raise ValueError("a number that no file can hold")
    return int(number)


def _is_json(column: Column[Any]) -> bool:
    return isinstance(column.type, JSON_TYPES) or (column.table.name, column.name) in _JSON


def _is_whole(column: Column[Any]) -> bool:
    return isinstance(getattr(column.type, "impl_instance", column.type), Integer)


def _refuse_floats(value: object) -> None:
    match value:
        case float():
            raise ValueError("a number that is not exact")
        case list():
            for each in value:
                _refuse_floats(each)
        case dict():
            for each in value.values():
                _refuse_floats(each)


def _check_tables(given: Dump) -> None:
    known = {table.name for table in TABLES}
    unknown = [name for name in (*given.tables, *given.sequences) if name not in known]
    if unknown:
        raise BadInput("import.unknown_table", name=storable(unknown[0][:60]))
    missing = [name for name in sorted(known) if name not in given.tables]
    if missing:
        raise BadInput("import.missing_table", name=missing[0])


def _fill(connection: Connection, table: Table, rows: tuple[PlainRow, ...]) -> None:
    columns = list(table.columns)
    names = [column.name for column in columns]
    plain = []
    for number, row in enumerate(rows, start=1):
        try:
            _check_columns(row, names)
            plain.append(tuple(_in(column, row[column.name]) for column in columns))
            _check_entry(table, row)
        except (ValueError, TypeError, KeyError, AttributeError, ArithmeticError, binascii.Error) as error:
            raise BadInput("import.unusable_row", row=number, name=table.name) from error
    if not plain:
        return
    listed = ", ".join(f'"{name}"' for name in names)
    marks = ", ".join("?" for _ in names)
    try:
        connection.exec_driver_sql(f'INSERT INTO "{table.name}" ({listed}) VALUES ({marks})', plain)  # noqa: S608 - our own names
    except IntegrityError as error:
        raise BadInput("import.unusable_rows", name=table.name) from error


def _check_columns(row: PlainRow, names: list[str]) -> None:
    if set(row) != set(names):
        raise ValueError("other columns")


def _check_entry(table: Table, row: PlainRow) -> None:
    """Raise ValueError for what an undo could not follow."""
    if table is CHANGES and row["kind"] not in ROW_BY_KIND:
        raise ValueError("a kind of record that is none")
    if table is ENTRIES and isinstance(label := row["label"], dict):
        decode(label)


def _set_sequences(connection: Connection, given: Dump) -> None:
    for name, last in given.sequences.items():
        if not 0 <= last <= _MOST:
            raise BadInput("import.unknown_table", name=name)
        present = connection.exec_driver_sql("SELECT seq FROM sqlite_sequence WHERE name = ?", (name,)).scalar()
        if present is None:
            connection.exec_driver_sql("INSERT INTO sqlite_sequence(name, seq) VALUES (?, ?)", (name, last))
        elif present < last:
            connection.exec_driver_sql("UPDATE sqlite_sequence SET seq = ? WHERE name = ?", (last, name))


def _check_references(connection: Connection) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if broken is not None:
        raise BadInput("import.broken_references", name=str(broken[0]))


def _check_rules(connection: Connection) -> None:
    """Raise BadInput for the first record that no verb would have made."""
    for kind, row in ROW_BY_KIND.items():
        every = images(connection, table_of(row))
        while some := [Change(kind, int(image["id"] or 0), None, image) for image in islice(every, _AT_ONCE)]:
            try:
                rules.check(connection, some)
            except LogrollError as error:
                raise BadInput("import.against_rules", name=kind, why=error.message) from error


def _make_documents(connection: Connection) -> None:
    # Row by row the triggers would take many times as long as one making of the index (PERFORMANCE).
    with search.without_triggers(connection):
        for kind in search.KINDS:
            documents = [
                search.document_of(kind, int(image["id"] or 0), image)
                for image in images(connection, table_of(ROW_BY_KIND[kind]))
            ]
            if documents:
                connection.execute(DOCUMENTS.insert(), documents)
        search.rebuild(connection)


def images(connection: Connection, table: Table) -> Iterator[Image]:
    """Yield the plain values of all rows of a table, in the order of their ids, whether they can be read or not."""
    names = [column.name for column in table.columns]
    listed = ", ".join(f'"{name}"' for name in names)
    for row in connection.exec_driver_sql(f'SELECT {listed} FROM "{table.name}" ORDER BY id'):  # noqa: S608 - our own
        yield dict(zip(names, row, strict=True))
