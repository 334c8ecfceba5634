"""tests: the quick note, from anywhere."""

from __future__ import annotations

from PySide6.QtCore import Qt

from core.note import Topic
from tests.ui.desk import CTRL, SHIFT, Driver
from ui.drafts import QUICK_NOTE
from ui.navigation import NEGOTIATION, PEOPLE, Place
from ui.quick_note import QuickNote


def test_a_note_is_about_who_is_in_view(cases: Driver) -> None:
    cases.go(Place(PEOPLE, 2))
    cases.press(Qt.Key.Key_N, CTRL | SHIFT)
    cases.write("concern the new line is late")
    cases.press(Qt.Key.Key_Return)
    assert not cases.has_panel
    note = cases.logbook.notes.of_counterpart(2)[0]
    assert (note.topic, note.text) == (Topic.CONCERN, "the new line is late")
    assert len(cases.answers.undoable) == 1


def test_in_a_negotiation_it_is_about_the_supplier(cases: Driver) -> None:
    cases.go(Place(NEGOTIATION, 1, "documents"))
    cases.press(Qt.Key.Key_N, CTRL | SHIFT)
    cases.write("business a second warehouse")
    cases.press(Qt.Key.Key_Return)
    supplier = cases.logbook.negotiations.load(1).supplier_id
    assert cases.logbook.notes.of_supplier(supplier)[0].text == "a second warehouse"


def test_what_cannot_be_read_stays_to_be_mended(cases: Driver) -> None:
    cases.go(Place(PEOPLE, 2))
    before = cases.logbook.notes.of_counterpart(2)
    cases.press(Qt.Key.Key_N, CTRL | SHIFT)
    cases.write("nothing of the kind")
    cases.press(Qt.Key.Key_Return)
    assert cases.panel(QuickNote).line.text() == "nothing of the kind"
    cases.press(Qt.Key.Key_Escape)
    cases.press(Qt.Key.Key_Escape)
    assert not cases.has_panel
    assert cases.logbook.notes.of_counterpart(2) == before


def test_without_a_supplier_it_says_what_to_do(empty: Driver) -> None:
    empty.press(Qt.Key.Key_N, CTRL | SHIFT)
    assert any("no supplier yet" in text for text in empty.texts(empty.panel(QuickNote)))


def test_what_is_half_written_waits_until_it_is_kept_or_emptied(cases: Driver) -> None:
    cases.go(Place(PEOPLE, 2))
    cases.press(Qt.Key.Key_N, CTRL | SHIFT)
    cases.write("concern the new")
    cases.press(Qt.Key.Key_Escape)
    assert not cases.has_panel
    cases.press(Qt.Key.Key_N, CTRL | SHIFT)
    cases.write(" line is late")
    cases.press(Qt.Key.Key_Return)
    assert cases.logbook.notes.of_counterpart(2)[0].text == "the new line is late"
    cases.press(Qt.Key.Key_N, CTRL | SHIFT)
    line = cases.panel(QuickNote).line
    assert line.text() == ""
    cases.write("style")
    cases.press(Qt.Key.Key_Escape)
    cases.press(Qt.Key.Key_N, CTRL | SHIFT)
    cases.panel(QuickNote).line.clear()
    cases.press(Qt.Key.Key_Escape)
    assert cases.logbook.drafts.read(QUICK_NOTE) == ""
