"""tests: somebody whom we have met - what both sides did at the table, put into a logbook, and their file."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from core.concessions import propose
from core.line import Line, Verb
from core.log import Entry
from core.side import Side
from core.term import Term
from db.logbook import Logbook
from tests.ui.conftest import NOW
from tests.ui.desk import Driver
from ui.dossier import SUMMARY
from ui.navigation import PEOPLE, Place
from ui.people.view import PeopleScreen
from ui.widgets.data_table import DataTable

ELENA, PAOLO, BRANDL = 1, 2, 3  # met in two talks, not yet, and once on the telephone


def meet(book: Logbook, person: int, tactics: tuple[tuple[Side, int], ...], *, gives: bool = False) -> int:
    """Hold a meeting with tactics in it; where `gives`, we go up in the price for nothing. Return the negotiation."""
    supplier = book.counterparts.load(person).supplier_id
    matter = book.negotiations.add(supplier_id=supplier, title="Peas 2027").made
    figures = {"best": Decimal(100), "worst": Decimal(110), "weight": Decimal(1), "unit": "EUR"}
    price = book.issues.add(matter, name="Price", **figures).made
    began = NOW - timedelta(days=30)
    meeting = book.meetings.start(matter, started_at=began, people=[person], place="Parma").made

    def log(minute: int, side: Side, **fields: object) -> None:
        at = began + timedelta(minutes=minute)
        frame = {"negotiation_id": matter, "meeting_id": meeting, "at": at, "logged_at": at, "side": side, "text": "x"}
        line = Line(**{**frame, **fields})  # type: ignore[arg-type]
        book.lines.log(matter, Entry(line=line, concessions=propose(book.negotiations.load(matter), line)))

    for minute, (side, number) in enumerate(tactics):
        log(minute, side, verb=Verb.TACTIC, tactic=number)
    if gives:
        for minute, (side, value) in enumerate(((Side.US, 100), (Side.US, 101), (Side.THEM, 110)), 60):
            log(minute, side, verb=Verb.OFFER, terms=(Term(issue_id=price, value=Decimal(value)),))
    book.meetings.change(meeting, ended_at=began + timedelta(hours=2))
    return matter


def shown(driver: Driver, tab: str = SUMMARY, person: int = ELENA) -> PeopleScreen:
    """Go to a person's file, Elena's unless told, and show a part of it."""
    driver.go(Place(PEOPLE, person))
    screen = driver.screen(PeopleScreen)
    screen.show_tab(tab)
    return screen


def rows(table: DataTable) -> list[tuple[str, ...]]:
    model = table.model
    return [tuple(model.text(row, at) for at in range(model.columnCount())) for row in range(model.rowCount())]
