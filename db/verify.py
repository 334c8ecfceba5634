"""db: verification - the file, its references, its search and its journal, each against the records."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from sqlalchemy import Connection, select

from core.message import Message, message
from core.verification import Verification
from db import dump, recency, search
from db.columns import decoder
from db.journal import read_image
from db.mapping import Image, plain_default, table_of
from db.schema import CHANGES, DOCUMENTS, ROW_BY_KIND

# As many of one sort are told; a file that is wrong throughout is not told row by row.
_TOLD = 20


def verify(connection: Connection) -> Verification:
    """Return what is wrong with the file that the connection sees; it takes time in proportion to its size."""
    findings: list[Message] = []
    for sort in (_damage, _references, _values, _documents, _index, _recency, _contents, _journal):
        for number, finding in enumerate(sort(connection)):
            if number == _TOLD:
                break
            findings.append(finding)
        if findings and sort is _damage:
            # What reads on in a damaged file tells nothing that can be relied on.
            return Verification(records=0, entries=0, documents=0, findings=tuple(findings))
    count = {name: _count(connection, name) for name in (*ROW_BY_KIND, "journal_entry", "search_document")}
    return Verification(
        records=sum(count[kind] for kind in ROW_BY_KIND),
        entries=count["journal_entry"],
        documents=count["search_document"],
        findings=tuple(findings),
    )


def _count(connection: Connection, name: str) -> int:
    return int(connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one())  # noqa: S608 - our own


def _damage(connection: Connection) -> Iterator[Message]:
    for (detail,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if detail != "ok":
            yield message("verify.damaged", detail=str(detail)[:200])


def _references(connection: Connection) -> Iterator[Message]:
    for table, row_id, *_ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield message("verify.reference", kind=str(table), id=int(row_id or 0))


def _values(connection: Connection) -> Iterator[Message]:
    """Yield the records that hold what the program could not read."""
    for kind, row in ROW_BY_KIND.items():
        readers = {column.name: decoder(column.type) for column in table_of(row).columns}
        for image in dump.images(connection, table_of(row)):
            try:
                for name, stored in image.items():
                    if stored is not None:
                        readers[name](stored)
            except (ValueError, TypeError, KeyError, AttributeError, ArithmeticError):
                yield message("verify.unreadable", kind=kind, id=_id(image))


def _documents(connection: Connection) -> Iterator[Message]:
    names = ("title", "text", "supplier_id", "negotiation_id")
    kept = {
        (row.kind, row.record_id): tuple(getattr(row, name) for name in names)
        for row in connection.execute(select(DOCUMENTS))
    }
    for kind in search.KINDS:
        for image in dump.images(connection, table_of(ROW_BY_KIND[kind])):
            held = kept.pop((kind, _id(image)), None)
            wanted = None
            with suppress(ValueError, TypeError, KeyError):  # what cannot be read is told already
                document = search.document_of(kind, _id(image), image)
                wanted = tuple(document[name] for name in names)
            if wanted is not None and held != wanted:
                yield message("verify.search_missing", kind=kind, id=_id(image))
    for kind, record_id in kept:
        yield message("verify.search_left_over", kind=kind, id=record_id)


def _index(connection: Connection) -> Iterator[Message]:
    """Yield a finding where the full-text index is not what its documents would make today."""
    making = connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE name = 'search'").scalar()
    # Temporary tables lie in memory: the file is not written, whatever this connection may do.
    only = connection.exec_driver_sql("PRAGMA query_only").scalar_one()
    connection.exec_driver_sql("PRAGMA query_only = OFF")
    try:
        anew = str(making).replace("CREATE VIRTUAL TABLE search", "CREATE VIRTUAL TABLE temp.search_anew")
        connection.exec_driver_sql(anew.replace("content='search_document', content_rowid='id',", ""))
        connection.exec_driver_sql(
            "INSERT INTO temp.search_anew(rowid, title, text) SELECT id, title, text FROM search_document"
        )
        connection.exec_driver_sql("CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, search, 'col')")
        connection.exec_driver_sql("CREATE VIRTUAL TABLE temp.words_anew USING fts5vocab(temp, search_anew, 'col')")
        kept, wanted = "SELECT * FROM temp.words", "SELECT * FROM temp.words_anew"
        for one, other in ((kept, wanted), (wanted, kept)):
            if connection.exec_driver_sql(f"{one} EXCEPT {other} LIMIT 1").first() is not None:
                yield message("verify.search_index")
                break
    finally:
        for name in ("words", "words_anew", "search_anew"):
            connection.exec_driver_sql(f"DROP TABLE IF EXISTS temp.{name}")
        connection.exec_driver_sql(f"PRAGMA query_only = {only}")


def _recency(connection: Connection) -> Iterator[Message]:
    if not recency.is_true(connection):
        yield message("verify.recency")


def _contents(connection: Connection) -> Iterator[Message]:
    files = "SELECT attachment.name, attachment.size, length(content.data) FROM attachment JOIN content USING (sha256)"
    for name, size, held in connection.exec_driver_sql(files):
        if size != held:
            yield message("verify.content", name=str(name)[:60])


def _journal(connection: Connection) -> Iterator[Message]:
    """Replay the journal of every record and compare each step with the one before, and the last with the record."""
    # what an older program wrote does not name the columns that came later
    later = {
        kind: {column.name: plain_default(column) for column in table_of(record).columns}
        for kind, record in ROW_BY_KIND.items()
    }
    replayed: dict[tuple[str, int], Image | None] = {}
    order = select(CHANGES).order_by(CHANGES.c.entry_id, CHANGES.c.id)
    broken: set[tuple[str, int]] = set()
    for row in connection.execute(order):
        key = row.kind, row.record_id
        before, after = read_image(row.before), read_image(row.after)
        state = replayed.get(key)
        if not _follows(state, before, after) and key not in broken:
            broken.add(key)
            yield message("verify.journal_broken", kind=row.kind, id=row.record_id, entry=row.entry_id)
        begun = later.get(row.kind, {}) if state is None else state
        replayed[key] = None if after is None else {**begun, **after}
    for kind, record in ROW_BY_KIND.items():
        for image in dump.images(connection, table_of(record)):
            key = kind, _id(image)
            told = replayed.pop(key, None)
            if key not in broken and (told is None or told != image):
                yield message("verify.journal_differs", kind=kind, id=key[1])
    for key, told in replayed.items():
        if told is not None and key not in broken:
            yield message("verify.journal_differs", kind=key[0], id=key[1])


def _follows(state: Image | None, before: Image | None, after: Image | None) -> bool:
    if state is None or before is None:
        return state is None and before is None and after is not None
    return all(state.get(name) == held for name, held in before.items())


def _id(image: Image) -> int:
    return int(image["id"] or 0)
