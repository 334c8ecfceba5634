"""tests: target 5 - one entry saved for good: record, search words and journal, flushed to the disk."""

# Each floor and each product loads only what it needs, in a process of its own.
# ruff: noqa: PLC0415

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from statistics import median

from tests.benchmarks.harness import Benchmark, Figure, Prepared
from tests.benchmarks.logbooks import own

_TIMES = 100
_TEXT = "shows the sheet ED-88787, not to be kept"


def _typical(save: Callable[[int], object]) -> Figure:
    taken = []
    for number in range(_TIMES):
        start = time.perf_counter()
        save(number)
        taken.append((time.perf_counter() - start) * 1000)
    return Figure(median(taken))


def _orm(size: str) -> Prepared:
    """Prepare the smallest program: a mapped note and its search row in one commit, as durable as the product's."""
    import sqlcipher3.dbapi2
    from sqlalchemy import create_engine, event
    from sqlalchemy.orm import Session

    from core.note import Topic
    from core.side import Basis
    from db.generator import DAY
    from db.schema import Note
    from db.schema.record import SearchDocument

    path = own(size)
    engine = create_engine("sqlite://", module=sqlcipher3.dbapi2, creator=lambda: sqlcipher3.dbapi2.connect(str(path)))

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlcipher3.dbapi2.Connection, _record: object) -> None:
        connection.execute("PRAGMA journal_mode = WAL").fetchone()
        connection.execute("PRAGMA synchronous = FULL")

    def save(number: int) -> None:
        with Session(engine) as session:
            text = f"{_TEXT} {number}"
            note = Note(supplier_id=1, topic=Topic.BUSINESS, basis=Basis.SAID, text=text, on=DAY, source="")
            session.add(note)
            session.flush()
            session.add(SearchDocument(kind="note", record_id=note.id, title="", text=text, supplier_id=1))
            session.commit()

    def run() -> Figure:
        figure = _typical(save)
        with Session(engine) as session:  # no journal knows of them: they must not stay
            for kind in (Note, SearchDocument):
                for row in session.query(kind).order_by(kind.id.desc()).limit(_TIMES):
                    session.delete(row)
            session.commit()
        return figure

    return run


def _note(size: str) -> Prepared:
    from core.note import Topic
    from core.side import Basis
    from db.logbook import Logbook

    logbook = Logbook.open(own(size))

    def save(number: int) -> None:
        logbook.notes.add(supplier_id=1, topic=Topic.BUSINESS, basis=Basis.SAID, text=f"{_TEXT} {number}")

    save(0)
    return lambda: _typical(save)


BENCHMARKS = (
    *(
        Benchmark(
            f"save-{size}", f"save one note in the {size} logbook: record, search, journal, flushed",
            "one ORM commit with a search row, flushed", partial(_orm, size), partial(_note, size), most_ratio=2,
        )
        for size in ("reference", "large")
    ),
    Benchmark(
        "save-growth", "save one note in the large logbook", "in the small logbook, a thousandth of it",
        partial(_note, "small"), partial(_note, "large"), most_ratio=1.3,
    ),
)  # fmt: skip
