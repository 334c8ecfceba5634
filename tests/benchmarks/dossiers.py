"""tests: targets 8 and 9 - files of suppliers and people, their notes, and Prepare, from going there to the paint."""

# Each floor and each product loads only what it needs, in a process of its own.
# ruff: noqa: PLC0415

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from statistics import median
from typing import Any

from tests.benchmarks.harness import Benchmark, Figure, Prepared
from tests.benchmarks.logbooks import made, noted
from tests.benchmarks.program import end, opened

_FILES = 9  # that are opened one after the other; the figure is the median of all but the first
_MATTERS, _PERSONS, _NOTES = 12, 8, 40  # rows that a file shows at first


def _median(files: Sequence[int], show: Callable[[int], object]) -> Prepared:
    def run() -> Figure:
        taken = []
        for each in files:
            start = time.perf_counter()
            show(each)
            taken.append((time.perf_counter() - start) * 1000)
        return Figure(median(taken[1:]))

    return run


def _files(size: str, kind: str) -> list[int]:
    """Return which files are opened: suppliers and people with the longest past, negotiations that are open."""
    from db.logbook import Logbook

    with Logbook.open(made(size), write=False) as logbook:
        if kind == "prepare":
            return list(logbook.negotiations.ids()[:_FILES])
        suppliers = sorted(logbook.suppliers.rows(), key=lambda row: (-row.negotiations, row.id))[:_FILES]
        if kind == "supplier":
            return [row.id for row in suppliers]
        people = (logbook.counterparts.rows(supplier_id=row.id) for row in suppliers)
        return [max(each, key=lambda row: (row.notes, row.id)).id for each in people]


def _product(size: str, kind: str) -> Prepared:
    from PySide6.QtWidgets import QApplication

    from ui.navigation import NEGOTIATION, PEOPLE, SUPPLIERS, Place

    name = {"supplier": SUPPLIERS, "person": PEOPLE, "prepare": NEGOTIATION}[kind]
    program, session = opened(made(size))

    def show(record: int) -> None:
        if not session.go(Place(name, record, "prepare" if kind == "prepare" else "")):
            raise RuntimeError(f"{kind} {record} was not shown")
        for _ in range(2):  # the first one paints, and posts what the second one does
            QApplication.processEvents()

    work = _median(_files(size, kind), show)

    def run() -> object:
        found = work()
        end(program)
        return found

    return run


class _Bare:
    """The smallest window that can show a file: a list of names, fields and tables, all of them Qt's own."""

    def __init__(self, names: Sequence[str], fields: int, tables: Sequence[tuple[int, int]]) -> None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        from PySide6.QtCore import QStringListModel
        from PySide6.QtGui import QStandardItemModel
        from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QTableView, QVBoxLayout, QWidget

        self.app = QApplication.instance() or QApplication([])
        self.window = QWidget()
        self.list = QListView(self.window)
        self.list.setUniformItemSizes(True)
        self.list.setModel(QStringListModel(list(names), self.window))
        self.list.setGeometry(0, 0, 232, 800)
        page = QWidget(self.window)
        page.setGeometry(232, 0, 1048, 800)
        column = QVBoxLayout(page)
        self.title = QLabel()
        self.fields = [QLineEdit() for _ in range(fields)]
        self.models = [QStandardItemModel(rows, columns, self.window) for rows, columns in tables]
        for part in (self.title, *self.fields):
            column.addWidget(part)
        for model in self.models:
            view = QTableView()
            view.setModel(model)
            column.addWidget(view)
        self.window.resize(1280, 800)
        self.window.show()

    def show(self, title: str, fields: Iterable[object], tables: Sequence[Sequence[Sequence[object]]]) -> None:
        """Show one file."""
        self.title.setText(title)
        for field, text in zip(self.fields, fields, strict=False):
            field.setText(str(text or ""))
        for model, rows in zip(self.models, tables, strict=True):
            model.setRowCount(len(rows))
            for at, row in enumerate(rows):
                for column in range(model.columnCount()):
                    model.setData(model.index(at, column), str(row[column] if column < len(row) else ""))
        for _ in range(2):
            self.app.processEvents()


def _session(size: str) -> Callable[[], Any]:
    import sqlcipher3.dbapi2
    from sqlalchemy import create_engine
    from sqlalchemy.orm import Session

    path = made(size)
    engine = create_engine(
        "sqlite://",
        module=sqlcipher3.dbapi2,
        creator=lambda: sqlcipher3.dbapi2.connect(f"{path.as_uri()}?mode=ro", uri=True),
    )
    return lambda: Session(engine)


def _names(size: str, kind: str) -> list[str]:
    from db.logbook import Logbook

    with Logbook.open(made(size), write=False) as logbook:
        rows: Any = logbook.counterparts.rows() if kind == "person" else logbook.suppliers.rows()
        return [row.name for row in rows]


def _values(row: Any) -> list[object]:
    """Return what a mapped row holds: reading it is what is measured."""
    return [getattr(row, column.name) for column in row.__table__.columns]


# What the smallest program reads of a file: a title, fields and tables.
_Read = Callable[[int], tuple[str, Sequence[object], Sequence[Sequence[Sequence[object]]]]]


def _supplier_rows(size: str) -> _Read:
    """Return what reads a supplier's file as mapped rows; the findings of its past are core's own."""
    from sqlalchemy import select

    from db.logbook import Logbook
    from db.schema import Counterpart, Debrief, Issue, Line, LineIssue, Negotiation, Note, Supplier, Term
    from ui.suppliers.past import Past

    begin = _session(size)
    with Logbook.open(made(size), write=False) as logbook:
        pasts = {each: logbook.negotiations.past(each) for each in _files(size, "supplier")}

    def read(record: int) -> Any:
        with begin() as session:
            supplier = session.get_one(Supplier, record)
            people = session.scalars(select(Counterpart).where(Counterpart.supplier_id == record)).all()
            of_it = select(Negotiation).where(Negotiation.supplier_id == record).order_by(Negotiation.id.desc())
            matters = session.scalars(of_it).all()
            newest = select(Note).where(Note.supplier_id == record).order_by(Note.on.desc()).limit(_NOTES)
            notes = session.scalars(newest).all()
            closed = [each.id for each in pasts[record]]
            count = 0
            for kind, ids in (
                (Debrief, closed), (Issue, closed), (Line, closed[:24]), (LineIssue, closed[:24]), (Term, closed[:24])
            ):  # fmt: skip
                rows: Any = session.scalars(select(kind).where(kind.negotiation_id.in_(ids)))
                count += sum(len(_values(row)) for row in rows)
            found = Past.of(pasts[record])
            tables = [
                [_values(row) for row in matters[:_MATTERS]],
                [_values(row) for row in people[:_PERSONS]],
                [_values(row) for row in notes],
                [[each.name, each.unit] for each in found.terms],
                [["question"]] * 6,
            ]
            return f"{supplier.name} {count}", _values(supplier), tables

    return read


def _person_rows(size: str) -> _Read:
    """Return what reads a person's file as mapped rows."""
    from sqlalchemy import exists, select

    from core.line import Verb
    from db import schema
    from db.schema import Commitment, Concession, Counterpart, Line, Meeting, MeetingPerson, Negotiation, Note, Supplier

    begin = _session(size)
    coming: Any = (schema.Issue, schema.Position, schema.Estimate)
    turns = (Line.id, Line.meeting_id, Line.at, Line.side, Line.verb, Line.rest, Line.tactic)

    def read(record: int) -> Any:
        with begin() as session:
            person = session.get_one(Counterpart, record)
            supplier = session.get_one(Supplier, person.supplier_id)
            newest = select(Note).where(Note.counterpart_id == record).order_by(Note.on.desc()).limit(_NOTES)
            notes = session.scalars(newest).all()
            sat = select(MeetingPerson.meeting_id).where(MeetingPerson.counterpart_id == record)
            meetings = session.scalars(select(Meeting).where(Meeting.id.in_(sat))).all()
            promises = session.scalars(select(Commitment).where(Commitment.counterpart_id == record)).all()
            of_it = select(Negotiation).where(Negotiation.supplier_id == supplier.id).order_by(Negotiation.id.desc())
            matters = session.scalars(of_it).all()
            count = len([_values(each) for each in meetings])
            for kind in coming:
                rows = session.scalars(select(kind).where(kind.negotiation_id == matters[0].id))
                count += sum(len(_values(row)) for row in rows)
            # which tactics were used in these meetings, and who conceded something
            gives = exists().where(Concession.to_line_id == Line.id)
            said = select(*turns, gives).where(Line.meeting_id.in_(sat), (Line.verb == Verb.TACTIC) | gives)
            count += len(session.execute(said).all())
            tables = [
                [_values(row) for row in notes],
                [["question"]] * 6,
                [_values(row) for row in promises[:8]],
                [_values(row) for row in matters[:8]],
            ]
            return f"{person.name} {count}", _values(person), tables

    return read


def _prepare_rows(size: str) -> _Read:
    """Return what reads a negotiation, and the last one closed with its supplier, as mapped rows."""
    from sqlalchemy import select

    from db.schema import ROWS, Debrief, Negotiation, Supplier

    begin = _session(size)
    parts: list[Any] = [row for row in ROWS if "negotiation_id" in row.__table__.columns]

    def read(record: int) -> Any:
        with begin() as session:
            matter = session.get_one(Negotiation, record)
            supplier = session.get_one(Supplier, matter.supplier_id)
            ended = select(Debrief.negotiation_id).join(Negotiation, Negotiation.id == Debrief.negotiation_id)
            earlier = session.scalars(
                ended.where(Negotiation.supplier_id == supplier.id).order_by(Debrief.closed_at.desc()).limit(1)
            ).first()
            found = {}
            for each in (earlier, record):
                for kind in parts:
                    rows = session.scalars(select(kind).where(kind.negotiation_id == each))
                    found[kind.__tablename__] = [_values(row) for row in rows]
            return f"{matter.title} {supplier.name}", _values(matter), [found["issue"], [["step"]] * 6]

    return read


_ROWS = {"supplier": _supplier_rows, "person": _person_rows, "prepare": _prepare_rows}
_TABLES = {
    "supplier": (10, [(_MATTERS, 7), (_PERSONS, 3), (_NOTES, 5), (7, 5), (6, 1)]),
    "person": (8, [(_NOTES, 5), (6, 1), (8, 3), (8, 2)]),
    "prepare": (8, [(8, 12), (6, 3)]),
}


def _shown_floor(size: str, kind: str) -> Prepared:
    read = _ROWS[kind](size)
    bare = _Bare(_names(size, kind), *_TABLES[kind])
    return _median(_files(size, kind), lambda record: bare.show(*read(record)))


def _read_floor(size: str, kind: str) -> Prepared:
    return _median(_files(size, kind), _ROWS[kind](size))


def _read(size: str, kind: str) -> Prepared:
    from core.words import Words
    from db.logbook import Logbook
    from tests.benchmarks.program import MOMENT
    from ui.notes.presenter import NotesPresenter
    from ui.people.presenter import PeoplePresenter
    from ui.prepare.presenter import PreparePresenter
    from ui.suppliers.presenter import SuppliersPresenter

    tools = (Logbook.open(made(size), write=False), Words(), lambda: MOMENT)
    notes, prepare = NotesPresenter(*tools), PreparePresenter(*tools)
    people, suppliers = PeoplePresenter(*tools), SuppliersPresenter(*tools)
    read: dict[str, Callable[[int], object]] = {
        "supplier": lambda record: (suppliers.file(record), notes.page("", {}, supplier_id=record)),
        "person": lambda record: (people.file(record), notes.page("", {}, counterpart_id=record)),
        "prepare": prepare.load_around,
    }
    return _median(_files(size, kind), read[kind])


def _notes_floor() -> Prepared:
    """Prepare a page of mapped notes by a keyset."""
    import sqlcipher3.dbapi2
    from sqlalchemy import create_engine, select
    from sqlalchemy.orm import Session

    from db.schema import Note

    path = noted()
    engine = create_engine("sqlite://", module=sqlcipher3.dbapi2, creator=lambda: sqlcipher3.dbapi2.connect(str(path)))
    newest = select(Note).where(Note.counterpart_id == 2).order_by(Note.on.desc(), Note.id.desc()).limit(_NOTES)

    def page() -> object:
        with Session(engine) as session:
            return [_values(row) for row in session.scalars(newest)]

    page()
    return page


def _notes(person: int) -> Prepared:
    from core.words import Words
    from db.logbook import Logbook
    from tests.benchmarks.program import MOMENT
    from ui.notes.presenter import NotesPresenter

    presenter = NotesPresenter(Logbook.open(noted(), write=False), Words(), lambda: MOMENT)
    presenter.page("", {}, counterpart_id=person)
    return lambda: presenter.page("", {}, counterpart_id=person)


_WORDS = {
    "supplier": "a supplier's file with a long past",
    "person": "the file of a person with many notes and meetings",
    "prepare": "the preparation of an open negotiation",
}
BENCHMARKS = (
    *(
        Benchmark(
            f"dossiers-read-{kind}-{size}", f"{what} of the {size} logbook, read with all that it shows",
            "the same rows as mapped rows", partial(_read_floor, size, kind), partial(_read, size, kind),
            most_ratio=1.5,
        )
        for kind, what in _WORDS.items() for size in ("reference", "large")
    ),
    *(
        Benchmark(
            f"dossiers-{kind}-{size}", f"{what} of the {size} logbook, from going there to the paint",
            "the same rows as mapped rows, in fields and tables of Qt's own", partial(_shown_floor, size, kind),
            partial(_product, size, kind), most_ms=100,
        )
        for kind, what in _WORDS.items() for size in ("reference", "large")
    ),
    *(
        Benchmark(
            f"dossiers-{kind}-growth", f"{what}, of the large logbook", "that of the reference logbook",
            partial(_product, "reference", kind), partial(_product, "large", kind), most_ratio=1.3,
        )
        for kind, what in _WORDS.items()
    ),
    Benchmark(
        "dossiers-notes", "what is shown of the 5,000 notes on one person, with their number by topic",
        f"a page of {_NOTES} mapped notes by a keyset", _notes_floor, partial(_notes, 2), most_ms=16,
    ),
)  # fmt: skip
