"""A new user keeps the files of a supplier and two people by keys alone: written, corrected, deleted and had back."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from core.note import Topic
from core.side import Basis, Side
from core.style import Style
from tests.ui.desk import ALT, CTRL, SHIFT, Driver
from ui.navigation import PEOPLE, SUPPLIERS, Place
from ui.people.view import PeopleScreen
from ui.quick_note import QuickNote
from ui.suppliers.view import SuppliersScreen

Key = Qt.Key


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def tab_to(driver: Driver, name: str) -> None:
    """Press Tab until the part with this name for a screen reader has the focus."""
    for _ in range(60):
        if focus().accessibleName() == name:
            return
        driver.press(Key.Key_Tab)
    pytest.fail(f"Tab does not come by {name!r}")


def supplier(driver: Driver) -> SuppliersScreen:
    """Begin with a supplier of whom the name is known."""
    driver.press(Key.Key_2, CTRL)
    driver.press(Key.Key_N)
    driver.write("Sorano Canning")
    driver.press(Key.Key_Return)
    return driver.screen(SuppliersScreen)


def to_tab(driver: Driver, steps: int) -> None:
    """Go to the tabs of the file and some steps to the right."""
    tab_to(driver, "Parts of the file")
    for _ in range(steps):
        driver.press(Key.Key_Right)


def test_a_suppliers_file_is_filled_corrected_and_had_back(empty: Driver) -> None:
    screen = supplier(empty)
    book = empty.logbook
    empty.press(Key.Key_F2)
    for name, text in (("Category", "Canned food"), ("City", "Parma"), ("Frame contract until", "31.12.2027")):
        tab_to(empty, name)
        empty.write(text)
    tab_to(empty, "Add a contract")
    empty.write("Frame 2027, until 31 Dec 2027, notice 90 days # prices in annex 2")
    assert screen.contracts.read_as.text().startswith("Frame 2027, until 31 Dec 2027, notice 90 days")
    empty.press(Key.Key_Return)
    contract = book.contracts.of_supplier(1)[0]
    assert (contract.ends, contract.notice_days, contract.note) == (date(2027, 12, 31), 90, "prices in annex 2")
    saved = book.suppliers.load(1)
    assert (saved.category, saved.city, saved.contract_end) == ("Canned food", "Parma", date(2027, 12, 31))
    empty.press(Key.Key_Up)
    empty.press(Key.Key_F2)
    empty.press(Key.Key_A, CTRL)
    empty.write("Frame 2027, until 30 Nov 2027")
    empty.press(Key.Key_Return)
    assert book.contracts.of_supplier(1)[0].ends == date(2027, 11, 30)
    empty.press(Key.Key_Delete)
    assert book.contracts.of_supplier(1) == ()
    empty.press(Key.Key_Z, CTRL)
    empty.press(Key.Key_Z, CTRL)
    assert book.contracts.of_supplier(1) == (contract,)
    screen.pane.view.setFocus()
    to_tab(empty, 1)
    for adds, line in (
        ("Add a year of spend", "2025: 116,800.00 USD"),
        ("Add a year of spend", "2026: 120,000.00"),
        ("Add a part of the price", "Tomatoes 45 %, said # their letter"),
        ("Add a part of the price", "Tin 30 %"),
    ):
        tab_to(empty, adds)
        empty.write(line)
        empty.press(Key.Key_Return)
    assert [(each.year, each.currency) for each in book.spends.of_supplier(1)] == [(2025, "USD"), (2026, "USD")]
    assert [each.share for each in book.cost_parts.of_supplier(1)] == [Decimal(45), Decimal(30)]
    empty.press(Key.Key_Up)
    empty.press(Key.Key_Delete)
    assert len(book.cost_parts.of_supplier(1)) == 1
    empty.press(Key.Key_Z, CTRL)
    assert len(book.cost_parts.of_supplier(1)) == 2
    assert screen.costs.table.current() == book.cost_parts.of_supplier(1)[1].id


def test_people_come_from_the_file_and_from_the_quick_note_and_back_and_forth_goes_between(empty: Driver) -> None:
    supplier(empty)
    book = empty.logbook
    tab_to(empty, "New person")
    empty.press(Key.Key_Space)
    empty.write("Elena Marchetti")
    empty.press(Key.Key_Return)
    assert empty.place == Place(PEOPLE, 1)
    screen = empty.screen(PeopleScreen)
    empty.press(Key.Key_F2)
    empty.write("up to 50,000.00 EUR")
    empty.press(Key.Key_Tab)
    assert book.counterparts.load(1).authority == "up to 50,000.00 EUR"
    # somebody who is named the first time, in a note from wherever one is
    empty.press(Key.Key_N, CTRL | SHIFT)
    empty.write("@Elena Rossi: #like * plans on one page")
    empty.press(Key.Key_Return, CTRL)
    empty.press(Key.Key_Return)
    empty.press(Key.Key_Return)
    assert not empty.has_panel
    note = book.notes.of_counterpart(2)[0]
    assert (note.topic, note.basis, note.text) == (Topic.LIKE, Basis.OBSERVED, "plans on one page")
    # two are called so now: who is meant is asked, and nothing is kept before it is answered
    empty.press(Key.Key_N, CTRL | SHIFT)
    empty.write("@elena #hope two harvests")
    empty.press(Key.Key_Return)
    assert empty.has_panel
    assert any("2 are called" in text for text in empty.texts(empty.panel(QuickNote)))
    empty.press(Key.Key_Down)
    empty.press(Key.Key_Return)
    empty.press(Key.Key_Return)
    assert not empty.has_panel
    assert [each.text for each in book.notes.of_counterpart(1)] == ["two harvests"]
    empty.press(Key.Key_Z, CTRL)
    assert book.notes.of_counterpart(1) == ()
    empty.press(Key.Key_Left, ALT)
    assert empty.place == Place(SUPPLIERS, 1)
    empty.press(Key.Key_Right, ALT)
    assert empty.place == Place(PEOPLE, 1)
    assert screen.isVisible()


def test_what_a_person_did_is_noted_in_the_file_corrected_deleted_and_had_back(empty: Driver) -> None:
    supplier(empty)
    book = empty.logbook
    book.counterparts.add(supplier_id=1, name="Elena Marchetti")
    empty.go(Place(PEOPLE, 1))
    screen = empty.screen(PeopleScreen)
    screen.pane.view.setFocus()
    tab_to(empty, "Add a note")
    empty.write("concern ~ the new line is late")
    empty.press(Key.Key_Return)
    empty.press(Key.Key_Tab, SHIFT)
    assert focus().accessibleName() == "Notes"
    empty.press(Key.Key_F2)
    empty.press(Key.Key_A, CTRL)
    empty.write("the new line is late again")
    empty.press(Key.Key_Return)
    assert [each.text for each in book.notes.of_counterpart(1)] == ["the new line is late again"]
    assert focus().accessibleName() == "Notes"
    empty.press(Key.Key_Delete)
    assert book.notes.of_counterpart(1) == ()
    empty.press(Key.Key_Z, CTRL)
    empty.press(Key.Key_Z, CTRL)
    assert [each.text for each in book.notes.of_counterpart(1)] == ["the new line is late"]
    screen.pane.view.setFocus()
    to_tab(empty, 1)
    tab_to(empty, "Add how they dealt")
    empty.write("compet # named a figure at the door")
    assert screen.dealt.read_as.text() == "competing, observed, 24 Nov 2026 # named a figure at the door"
    empty.press(Key.Key_Return)
    assert [each.style for each in book.notes.on_style(1)] == [Style.COMPETING]


def test_a_promise_is_written_mended_kept_deleted_and_had_back(empty: Driver) -> None:
    supplier(empty)
    book = empty.logbook
    book.counterparts.add(supplier_id=1, name="Elena Marchetti")
    empty.go(Place(PEOPLE, 1))
    screen = empty.screen(PeopleScreen)
    promises = screen.told.promises
    screen.pane.view.setFocus()
    tab_to(empty, "Add a commitment")
    empty.write("they: certificates, 30 Nov")
    empty.press(Key.Key_Return)
    # a promise is made in a negotiation
    assert "Begin one with this supplier first" in promises.problem.reason
    made = book.negotiations.add(supplier_id=1, title="Peas 2027").made
    empty.press(Key.Key_Return)
    assert promises.problem.isHidden()
    (kept,) = book.commitments.of_counterpart(1)
    assert (kept.negotiation_id, kept.side, kept.due) == (made, Side.THEM, date(2026, 11, 30))
    empty.write("we: delivery calendar, 2 Dec")
    assert promises.read_as.text() == "we: delivery calendar, 2 Dec 2026"
    empty.press(Key.Key_Return)
    empty.press(Key.Key_Up)
    empty.press(Key.Key_F2)
    empty.press(Key.Key_A, CTRL)
    empty.write("we: delivery calendar, 4 Dec")
    empty.press(Key.Key_Return)
    ours = next(each for each in book.commitments.of_counterpart(1) if each.side is Side.US)
    assert ours.due == date(2026, 12, 4)
    promises.table.go_to(kept.id)
    empty.press(Key.Key_Space)
    assert [each.id for each in book.commitments.of_counterpart(1) if each.done_on is None] == [ours.id]
    assert "Kept in time: they 1 of 1." in empty.texts(promises)
    empty.press(Key.Key_Z, CTRL)
    empty.press(Key.Key_Delete)
    assert len(book.commitments.of_counterpart(1)) == 1
    empty.press(Key.Key_Z, CTRL)
    assert len(book.commitments.of_counterpart(1)) == 2


def test_every_stop_of_tab_has_a_name_of_its_own(cases: Driver) -> None:
    for place, kind in ((Place(PEOPLE, 1), PeopleScreen), (Place(SUPPLIERS, 1), SuppliersScreen)):
        cases.go(place)
        screen = cases.screen(kind)
        for tab in ("summary", *(("dealing", "contact") if kind is PeopleScreen else ("company", "costs"))):
            screen.show_tab(tab)
            screen.pane.filter.setFocus()
            names = []
            for _ in range(40):
                names.append(focus().accessibleName())
                cases.press(Key.Key_Tab)
                if focus() is screen.pane.filter:
                    break
            assert all(names), (tab, names)
            assert len(set(names)) == len(names), (tab, names)
            assert names[:4][-1] == screen.pane.view.accessibleName()
