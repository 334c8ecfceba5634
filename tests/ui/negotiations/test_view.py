"""tests: the list of negotiations by keys, on a real logbook."""

from __future__ import annotations

from PySide6.QtCore import Qt

from core.negotiation import Mode
from tests.ui.desk import CTRL, Driver
from ui.navigation import NEGOTIATION, NEGOTIATIONS, Place
from ui.negotiations.view import NegotiationsScreen
from ui.new_record import NewRecord


def test_the_first_negotiation_brings_its_supplier_along(empty: Driver) -> None:
    assert "No negotiations yet" in empty.texts(empty.window)
    empty.press(Qt.Key.Key_N)
    empty.write("Conservas Ribera")
    empty.press(Qt.Key.Key_Tab)
    empty.write("Sweetcorn 340 g, 2027")
    empty.press(Qt.Key.Key_Return)
    assert not empty.has_panel
    made = empty.logbook.negotiations.load(empty.place.record)
    assert (made.supplier_name, made.title, made.currency, made.mode) == (
        "Conservas Ribera",
        "Sweetcorn 340 g, 2027",
        "EUR",
        Mode.INTEGRATIVE,
    )
    assert empty.place == Place(NEGOTIATION, made.id, "prepare", empty.place.spot)


def test_a_supplier_on_file_is_not_added_twice(cases: Driver) -> None:
    before = len(cases.logbook.suppliers.rows())
    cases.go(Place(NEGOTIATIONS))
    cases.press(Qt.Key.Key_N)
    cases.write("delva foods")
    cases.press(Qt.Key.Key_Tab)
    cases.write("Peas 2028")
    cases.press(Qt.Key.Key_Return)
    assert len(cases.logbook.suppliers.rows()) == before
    assert cases.logbook.negotiations.load(cases.place.record).supplier_name == "Delva Foods"


def test_nothing_is_added_by_halves(empty: Driver) -> None:
    empty.run("new_negotiation")
    empty.write("Conservas Ribera")
    empty.press(Qt.Key.Key_Return)
    panel = empty.panel(NewRecord)
    assert "subject" in panel.problem
    assert empty.logbook.suppliers.rows() == ()
    empty.press(Qt.Key.Key_Tab)
    empty.write("Sweetcorn")
    empty.press(Qt.Key.Key_Tab)
    empty.press(Qt.Key.Key_Tab)
    empty.write("taler")
    empty.press(Qt.Key.Key_Return)
    assert "taler" in panel.problem
    assert empty.logbook.suppliers.rows() == ()


def test_enter_opens_and_alt_left_comes_back(cases: Driver) -> None:
    cases.go(Place(NEGOTIATIONS))
    chosen = cases.screen(NegotiationsScreen).table.current()
    cases.press(Qt.Key.Key_Return)
    assert (cases.place.name, cases.place.record) == (NEGOTIATION, chosen)
    cases.run("back")
    assert cases.place.name == NEGOTIATIONS


def test_open_ones_stand_first_with_their_flag_in_words(cases: Driver) -> None:
    cases.go(Place(NEGOTIATIONS))
    model = cases.screen(NegotiationsScreen).table.model
    names = [model.text(row, 0) for row in range(model.rowCount())]
    delva = names.index("Delva Foods")
    cases.wait(lambda: model.text(delva, model.columnCount() - 1).startswith("act "))
    opened, _ = cases.logbook.negotiations.count()
    assert delva < opened
    assert all(model.text(row, 2) != "agreed" for row in range(opened))


def test_delete_is_undone_to_the_negotiation_as_it_was(cases: Driver) -> None:
    cases.go(Place(NEGOTIATIONS, 1))
    whole = cases.logbook.negotiations.load(1)
    count = len(cases.logbook.negotiations.rows())
    cases.press(Qt.Key.Key_Delete)
    assert len(cases.logbook.negotiations.rows()) == count - 1
    cases.press(Qt.Key.Key_Z, CTRL)
    assert cases.logbook.negotiations.load(1) == whole
    assert (cases.place.name, cases.place.record) == (NEGOTIATION, 1)


def test_the_filter_finds_by_supplier_or_subject_and_enter_opens(cases: Driver) -> None:
    cases.go(Place(NEGOTIATIONS))
    cases.press(Qt.Key.Key_F, CTRL)
    cases.write("tomato")
    table = cases.screen(NegotiationsScreen).table
    assert [row.id for row in table.model.rows] == [1]
    cases.press(Qt.Key.Key_Return)
    assert cases.place.record == 1
