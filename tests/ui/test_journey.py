"""One whole matter by keyboard alone: from an empty logbook to the debrief PDF, the breach seen when it is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from core.debrief import Outcome
from core.issue import Issue
from core.negotiation import Negotiation
from core.verdict import Light
from tests.ui.desk import ALT, CTRL, Driver
from ui.debrief.view import DebriefView
from ui.meet.view import MeetView
from ui.navigation import NEGOTIATION, NEW, PEOPLE, SUPPLIERS, Place
from ui.negotiation.view import NegotiationScreen
from ui.people.view import PeopleScreen

Key = Qt.Key


def _sheet_row(driver: Driver, *cells: str) -> None:
    """Type one row of a sheet cell by cell: the first sign opens a cell, Tab goes on."""
    for cell in cells:
        for sign in cell:
            driver.write(sign)
        driver.press(Key.Key_Tab)


def _matter(driver: Driver) -> Negotiation:
    return driver.logbook.negotiations.load(driver.place.record)


def _issue(driver: Driver, name: str) -> Issue:
    return next(each for each in _matter(driver).issues if each.name == name)


def _tab(driver: Driver, number: Key) -> object:
    driver.press(number, ALT)
    return driver.screen(NegotiationScreen).tab


def _step(driver: Driver, record: int, step: str) -> None:
    driver.go(Place(NEGOTIATION, record, "prepare", step))
    driver.session.screen.focus_first()  # type: ignore[union-attr]


@pytest.fixture
def matter(empty: Driver) -> Driver:
    """Give the program with one negotiation opened by keys."""
    empty.press(Key.Key_N)
    empty.write("Sorano Canning")
    empty.press(Key.Key_Tab)
    empty.write("100,000 cans")
    empty.press(Key.Key_Return)
    empty.window.activateWindow()
    empty.wait(empty.window.isActiveWindow)
    return empty


def test_a_matter_goes_from_the_first_name_to_the_debrief_by_keyboard(matter: Driver, tmp_path: Path) -> None:
    record = matter.place.record
    # a person with a note
    supplier = _matter(matter).supplier_id
    matter.go(Place(PEOPLE, supplier, NEW))
    matter.write("Elena Marchetti")
    matter.press(Key.Key_Return)
    person = matter.place.record
    matter.screen(PeopleScreen).notes.line.setFocus()
    matter.write("concern said cash is tight until the harvest")
    matter.press(Key.Key_Return)
    (note,) = matter.logbook.notes.of_counterpart(person)
    assert "cash is tight" in note.text

    # prepare: a price with its ladder and limit, pasted as a spreadsheet would
    _step(matter, record, "issues")
    QGuiApplication.clipboard().setText("Price\tp\tUSD/can\t1.40\t1.60\t100")
    matter.press(Key.Key_V, CTRL)
    price = _issue(matter, "Price")
    assert (str(price.best), str(price.worst), str(price.weight)) == ("1.40", "1.60", "100")
    matter.logbook.issues.change(price.id, reference_quantity=100_000, limit=price.worst)
    _step(matter, record, "alternatives")
    _sheet_row(matter, "Tarsia Foods", "1.45")
    assert _matter(matter).alternatives[0].name == "Tarsia Foods"

    # meet: an offer worse than the BATNA is flagged at once, and the agreement is logged
    meet = _tab(matter, Key.Key_2)
    assert isinstance(meet, MeetView)
    matter.write("t p 1.50")
    matter.press(Key.Key_Return)
    line = _matter(matter).lines[-1]
    assert line.stands is not None
    assert line.stands.batna is Light.CERTAIN
    assert meet.head.dot.text() == "check"
    assert "BATNA" in meet.presenter.peek.peek().headline
    for text in ("t p 1.41", "w ok p", "t ! certificates by friday"):
        matter.write(text)
        matter.press(Key.Key_Return)
    matter.screen(NegotiationScreen)
    meet.head.end.click()
    matter.press(Key.Key_Return)

    # debrief: close as agreed
    assert isinstance(matter.screen(NegotiationScreen).tab, DebriefView)
    matter.press(Key.Key_Return, CTRL)
    closed = _matter(matter).debrief
    assert closed is not None
    assert closed.outcome is Outcome.AGREED
    assert [str(term.value) for term in closed.deal] == ["1.41"]

    # documents: the debrief as PDF
    matter.answers.paths = [tmp_path / "debrief.pdf"]
    matter.go(Place(NEGOTIATION, record, "documents"))
    documents = matter.screen(NegotiationScreen).tab
    documents.rows["debrief"].make_button.setFocus()  # type: ignore[union-attr]
    matter.press(Key.Key_Space)
    matter.wait_for_jobs()
    assert matter.answers.troubles == []
    assert "1.41" in PdfReader(tmp_path / "debrief.pdf").pages[0].extract_text()
    QApplication.clipboard().clear()


def test_every_step_of_the_way_can_be_taken_back(matter: Driver) -> None:
    QGuiApplication.clipboard().setText("Price\tp\tUSD/can\t1.40\t1.60\t100\nPayment\tpay\tdays\t60\t14\t20")
    _step(matter, matter.place.record, "issues")
    matter.press(Key.Key_V, CTRL)
    assert len(_matter(matter).issues) == 2
    matter.go(Place(SUPPLIERS))
    while matter.logbook.journal.undo_label is not None:
        matter.run("undo")
    assert matter.logbook.negotiations.rows() == ()
    assert matter.logbook.suppliers.rows() == ()
    QApplication.clipboard().clear()
