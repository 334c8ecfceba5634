"""tests: what we gave away toward a person."""

from __future__ import annotations

from PySide6.QtCore import Qt

from core.side import Side
from tests.ui.desk import Driver
from tests.ui.people.met import BRANDL, ELENA, meet, rows, shown
from ui.navigation import NEGOTIATION, PEOPLE, Place
from ui.people.view import DEALING


def test_what_we_gave_away_stands_with_its_worth_and_opens_the_analysis(cases: Driver) -> None:
    matter = meet(cases.logbook, BRANDL, (), gives=True)
    screen = shown(cases, DEALING, BRANDL)
    (row,) = rows(screen.given.table)
    assert row == ("Price", "100 to 101\N{NO-BREAK SPACE}EUR", "10.0 points", "Peas 2027", "25 Oct 2026")
    screen.given.table.setFocus()
    cases.press(Qt.Key.Key_Return)
    assert (cases.place.name, cases.place.record, cases.place.part) == (NEGOTIATION, matter, "analyse")


def test_nothing_given_away_is_said_so(cases: Driver) -> None:
    made = cases.logbook.counterparts.add(supplier_id=1, name="Urs Zellweger").made
    screen = shown(cases, DEALING)
    cases.go(Place(PEOPLE, made))
    assert any("No meeting with this person is logged yet." in text for text in cases.texts(screen.given))
    meet(cases.logbook, made, ((Side.THEM, 3),))
    cases.go(Place(PEOPLE, ELENA))
    cases.go(Place(PEOPLE, made))
    assert "Nothing: for each step of ours something came back." in cases.texts(screen.given)
