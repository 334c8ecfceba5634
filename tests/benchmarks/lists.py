"""tests: targets 8, 9 and 13 - pages of the lists, long tables, and names found as they are typed."""

# Each floor and each product loads only what it needs, in a process of its own.
# ruff: noqa: PLC0415

from __future__ import annotations

import gc
import time
import tracemalloc
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from tests.benchmarks.harness import Benchmark, Figure, Prepared
from tests.benchmarks.logbooks import made

_PAGE = 50
_FILTERS = ("anna metal", "köhler", "sales", "ελαιώνας", "xz")


def _session(path: Path) -> Callable[[], Any]:
    """Return what opens a session of the smallest program."""
    import sqlcipher3.dbapi2
    from sqlalchemy import create_engine
    from sqlalchemy.orm import Session

    engine = create_engine(
        "sqlite://",
        module=sqlcipher3.dbapi2,
        creator=lambda: sqlcipher3.dbapi2.connect(f"{path.as_uri()}?mode=ro", uri=True),
    )
    return lambda: Session(engine)


def _keyset(size: str) -> Prepared:
    """Prepare the smallest program: one page of mapped rows by a key, in the order of an index."""
    from sqlalchemy import select

    from db.schema import Negotiation, Supplier

    begin = _session(made(size))
    query = select(Negotiation, Supplier).join(Supplier, Supplier.id == Negotiation.supplier_id)

    def page(before: int) -> object:
        with begin() as session:
            asked = query.where(Negotiation.id < before).order_by(Negotiation.id.desc()).limit(_PAGE)
            return [(matter.title, company.name) for matter, company in session.execute(asked)]

    page(10**9)
    return lambda: page(10**9)


def _names_keyset(size: str, kind: str) -> Prepared:
    """Prepare the same for people with their suppliers, or for suppliers."""
    from sqlalchemy import select

    from db.schema import Counterpart, Supplier

    begin = _session(made(size))

    def people(after: int) -> object:
        query = select(Counterpart, Supplier).join(Supplier, Supplier.id == Counterpart.supplier_id)
        with begin() as session:
            asked = query.where(Counterpart.id > after).order_by(Counterpart.id).limit(_PAGE)
            return [(person.name, company.name) for person, company in session.execute(asked)]

    def suppliers(after: int) -> object:
        with begin() as session:
            asked = select(Supplier).where(Supplier.id > after).order_by(Supplier.id).limit(_PAGE)
            return [(company.name, company.country, company.category) for company in session.scalars(asked)]

    page = people if kind == "people" else suppliers
    page(0)
    return lambda: page(0)


def _store(size: str, kind: str) -> Any:
    from db.logbook import Logbook

    logbook = Logbook.open(made(size), write=False)
    return {"people": logbook.counterparts, "suppliers": logbook.suppliers, "negotiations": logbook.negotiations}[kind]


def _page(size: str, place: str, kind: str = "negotiations") -> Prepared:
    store = _store(size, kind)
    ids = store.ids()
    some = ids[:_PAGE] if place == "first" else ids[-_PAGE:]
    store.some(some)
    return lambda: store.some(some)


def _order(size: str, kind: str = "negotiations") -> Prepared:
    store = _store(size, kind)
    store.ids()
    ids: Prepared = store.ids
    return ids


def _sorted_by_sql(size: str, query: str) -> Prepared:
    import sqlcipher3.dbapi2

    connection = sqlcipher3.dbapi2.connect(f"{made(size).as_uri()}?mode=ro", uri=True)
    return lambda: connection.execute(query).fetchall()


def _filtered(size: str, kind: str) -> Prepared:
    """Prepare the filter of a list; the figure is the slowest letter of several words."""
    store = _store(size, kind)
    store.ids("z")

    def run() -> Figure:
        # as in the program, which looks for garbage between two keys
        gc.disable()
        taken = []
        for text in _FILTERS:
            for end in range(1, len(text) + 1):
                start = time.perf_counter()
                store.some(store.ids(text[:end])[:_PAGE])
                taken.append((time.perf_counter() - start) * 1000)
        return Figure(max(taken))

    return run


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


def _completed(size: str) -> Prepared:
    """Prepare the quick note's line; the figure is the slowest letter of several names, read and completed."""
    from core.words import Words
    from db.logbook import Logbook
    from tests.benchmarks.program import MOMENT
    from ui.notes.quick import QuickNotePresenter

    logbook = Logbook.open(made(size), write=False)
    presenter = QuickNotePresenter(logbook, Words(), lambda: MOMENT, None)
    presenter.when(presenter.read(""))

    def run() -> Figure:
        # as in the program, which looks for garbage between two keys
        gc.disable()
        taken = []
        for text in ("@anna m", "@köhler", "@lef xen", "@northgate foods #st", "#style * opens @b"):
            for end in range(1, len(text) + 1):
                start = time.perf_counter()
                found = presenter.read(text[:end])
                presenter.about(found), presenter.kind(found), presenter.when(found)
                presenter.complete(text[:end], end)
                taken.append((time.perf_counter() - start) * 1000)
        return Figure(max(taken))

    return run


def _begun(size: str) -> Prepared:
    from core.words import Words
    from db.logbook import Logbook
    from tests.benchmarks.program import MOMENT
    from ui.notes.quick import QuickNotePresenter

    logbook = Logbook.open(made(size), write=False)
    logbook.suppliers.count()
    return lambda: QuickNotePresenter(logbook, Words(), lambda: MOMENT, None)


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
        partial(_sorted_by_sql, "large", "SELECT id FROM negotiation ORDER BY title"), partial(_order, "large"),
        most_ratio=3,
    ),
    *(
        Benchmark(
            f"lists-{kind}-page-{size}", f"the first page of {_PAGE} {kind} of the {size} logbook, with all it shows",
            "mapped rows by a keyset", partial(_names_keyset, size, kind), partial(_page, size, "first", kind),
            most_ratio=1.5,
        )
        for kind in ("suppliers", "people") for size in ("reference", "large")
    ),
    Benchmark(
        "lists-people-last", "the last page of the 3,000 people of the large logbook", "its first page",
        partial(_page, "large", "first", "people"), partial(_page, "large", "last", "people"), most_ratio=1.2,
    ),
    Benchmark(
        "lists-people-growth", "the first page of people of the large logbook", "that of the reference logbook",
        partial(_page, "reference", "first", "people"), partial(_page, "large", "first", "people"), most_ratio=1.3,
    ),
    Benchmark(
        "lists-people-order", "the order of all people of the large logbook, by name whatever case and accents",
        "their ids sorted by SQL, byte by byte",
        partial(_sorted_by_sql, "large", "SELECT id FROM counterpart ORDER BY name"),
        partial(_order, "large", "people"), most_ratio=3,
    ),
    *(
        Benchmark(
            f"lists-{kind}-filter", f"a letter in the filter of {kind} of the large logbook with the page that it "
            "leaves, the slowest", "one millisecond", _one, partial(_filtered, "large", kind), most_ms=50,
        )
        for kind in ("people", "negotiations")
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
        "lists-quick-note", "a letter in the quick note over the 3,700 people and suppliers of the large logbook, read "
        "and completed, the slowest", "one millisecond", _one, partial(_completed, "large"), most_ms=16,
    ),
    Benchmark(
        "lists-quick-note-opened", "the quick note ready to read over the same names", "one millisecond", _one,
        partial(_begun, "large"), most_ms=50,
    ),
    Benchmark(
        "lists-palette", "a key in the palette over the 18,700 names of the large logbook, the 95th of 100",
        "one millisecond", _one, partial(_typed, "large"), most_ms=50,
    ),
)  # fmt: skip
