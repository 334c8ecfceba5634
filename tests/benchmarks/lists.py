"""tests: targets 8, 9 and 13 - pages of the lists, long tables, and names found as they are typed."""

# Each floor and each product loads only what it needs, in a process of its own.
# ruff: noqa: PLC0415

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Sequence
from functools import partial
from typing import Any

from tests.benchmarks.harness import Benchmark, Figure, Prepared
from tests.benchmarks.logbooks import made

_PAGE = 50


def _keyset(size: str) -> Prepared:
    """Prepare the smallest program: one page of mapped rows by a key, in the order of an index."""
    import sqlcipher3.dbapi2
    from sqlalchemy import create_engine, select
    from sqlalchemy.orm import Session

    from db.schema import Negotiation, Supplier

    path = made(size)
    engine = create_engine(
        "sqlite://",
        module=sqlcipher3.dbapi2,
        creator=lambda: sqlcipher3.dbapi2.connect(f"{path.as_uri()}?mode=ro", uri=True),
    )
    query = select(Negotiation, Supplier).join(Supplier, Supplier.id == Negotiation.supplier_id)

    def page(before: int) -> object:
        with Session(engine) as session:
            asked = query.where(Negotiation.id < before).order_by(Negotiation.id.desc()).limit(_PAGE)
            return [(matter.title, company.name) for matter, company in session.execute(asked)]

    page(10**9)
    return lambda: page(10**9)


def _page(size: str, place: str) -> Prepared:
    from db.logbook import Logbook

    logbook = Logbook.open(made(size), write=False)
    ids = logbook.negotiations.ids()
    some = ids[:_PAGE] if place == "first" else ids[-_PAGE:]
    logbook.negotiations.some(some)
    return lambda: logbook.negotiations.some(some)


def _order(size: str) -> Prepared:
    from db.logbook import Logbook

    logbook = Logbook.open(made(size), write=False)
    logbook.negotiations.ids()
    return logbook.negotiations.ids


def _sorted_by_sql(size: str) -> Prepared:
    import sqlcipher3.dbapi2

    connection = sqlcipher3.dbapi2.connect(f"{made(size).as_uri()}?mode=ro", uri=True)
    query = "SELECT id FROM negotiation ORDER BY title"
    return lambda: connection.execute(query).fetchall()


def _app() -> Any:
    from PySide6.QtWidgets import QApplication

    return QApplication.instance() or QApplication(["", "-platform", "offscreen"])


_ROWS = 1_000_000


def _jump_floor() -> Prepared:
    from PySide6.QtCore import QAbstractTableModel, Qt
    from PySide6.QtWidgets import QTableView

    app = _app()

    class Model(QAbstractTableModel):
        def rowCount(self, parent: Any = None) -> int:  # noqa: N802
            return _ROWS

        def columnCount(self, parent: Any = None) -> int:  # noqa: N802
            return 7

        def data(self, index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
            return f"{index.row()} {index.column()}" if role == Qt.ItemDataRole.DisplayRole else None

    model, view = Model(), QTableView()
    view.setModel(model)
    view.resize(1100, 700)
    view.show()
    app.processEvents()

    def jump() -> None:
        for row in (500_000, 999_999, 3, 250_000):
            view.scrollTo(model.index(row, 0))
            view.viewport().repaint()
            app.processEvents()

    return jump


def _table(rows: int) -> Any:
    from core.words import Words
    from ui.theme import Density, Scheme, Theme
    from ui.widgets.data_table import DataTable, TableCell, TableColumn, TableRow
    from ui.widgets.paged_rows import PagedRows

    theme = Theme(Scheme("light"), 1.0, Density.NORMAL, None)
    table = DataTable(theme, Words("en", "en_GB"), "long")
    keys = [f"column {number}" for number in range(7)]
    table.set_columns([TableColumn(key, key, stretch=1) for key in keys])

    def read(ids: Sequence[int]) -> list[TableRow]:
        return [TableRow(each, {key: TableCell(f"{each} {at}") for at, key in enumerate(keys)}) for each in ids]

    table.set_paged(PagedRows(range(1, rows + 1), read))
    return table


def _jump() -> Prepared:
    app = _app()
    table = _table(_ROWS)
    table.resize(1100, 700)
    table.show()
    app.processEvents()

    def jump() -> None:
        for row in (500_000, 999_999, 3, 250_000):
            table.view.go_to(row)
            table.view.viewport().repaint()
            app.processEvents()

    return jump


def _memory() -> Prepared:
    _app()
    kept = [_table(1)]

    def run() -> Figure:
        tracemalloc.start()
        held = []
        for rows in (1_000, _ROWS):
            before = tracemalloc.get_traced_memory()[0]
            kept.append(_table(rows))
            held.append((tracemalloc.get_traced_memory()[0] - before) / 2**20)
        return Figure(held[1] - held[0])

    return run


def _typed(size: str) -> Prepared:
    """Prepare the palette's names; the figure is the 95th percentile of many keys, its opening among them."""
    from core.words import Words
    from db.logbook import Logbook
    from ui.commands import Commands
    from ui.palette_entries import Offer
    from ui.theme import Density, Scheme, Theme

    app = _app()
    logbook = Logbook.open(made(size), write=False)
    say = Words("en", "en_GB")
    from PySide6.QtWidgets import QWidget

    window = QWidget()
    commands = Commands(Theme(Scheme("light"), 1.0, Density.NORMAL, None), say, window)

    def run() -> Figure:
        taken = []
        for text in ("steel brackets", "köhler", "金桥", "b 12", "elaionas", "frame contract", "2019"):
            start = time.perf_counter()
            offer = Offer(say, commands, logbook, lambda _place: None)
            for end in range(1, len(text) + 1):
                offer._matching_records(text[:end])
                taken.append((time.perf_counter() - start) * 1000)
                start = time.perf_counter()
        app.processEvents()
        return Figure(sorted(taken)[int(len(taken) * 0.95)])

    return run


def _one() -> Prepared:
    return lambda: Figure(1.0)


BENCHMARKS = (
    *(
        Benchmark(
            f"lists-page-{size}", f"the first page of {_PAGE} negotiations of the {size} logbook, with all it shows",
            "mapped rows of negotiation and supplier by a keyset", partial(_keyset, size),
            partial(_page, size, "first"), most_ratio=1.5,
        )
        for size in ("reference", "large")
    ),
    Benchmark(
        "lists-last", "the last page of the large logbook", "its first page", partial(_page, "large", "first"),
        partial(_page, "large", "last"), most_ratio=1.2,
    ),
    Benchmark(
        "lists-growth", "the first page of the large logbook", "that of the reference logbook",
        partial(_page, "reference", "first"), partial(_page, "large", "first"), most_ratio=1.3,
    ),
    Benchmark(
        "lists-order", "the order of all negotiations of the large logbook", "their ids sorted by SQL",
        partial(_sorted_by_sql, "large"), partial(_order, "large"), most_ratio=3,
    ),
    Benchmark(
        "lists-jump", "four jumps in a table of a million rows", "a virtual model in a plain table view",
        _jump_floor, _jump, most_ratio=1.5,
    ),
    Benchmark(
        "lists-memory", "how much more a table of a million rows holds than one of a thousand", "one MiB", _one,
        _memory, most_ms=10, unit="MiB",
    ),
    Benchmark(
        "lists-palette", "a key in the palette over the 18,700 names of the large logbook, the 95th of 100",
        "one millisecond", _one, partial(_typed, "large"), most_ms=50,
    ),
)  # fmt: skip
