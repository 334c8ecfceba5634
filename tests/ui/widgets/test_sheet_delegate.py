"""tests: ui/widgets/sheet_delegate.py - how a cell that is edited ends, by the keys of spreadsheets."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.ui.widgets.sheets import Answering, editor, press, write
from ui.widgets.sheet import Sheet

Key = Qt.Key


def test_an_arrow_leaves_a_figure_that_was_typed_over_for_its_neighbour(sheet: Sheet, presenter: Answering) -> None:
    write("1.36")
    press(Key.Key_Right)
    assert presenter.told == [[(1, "best", "1.36")]]
    assert sheet.current() == (1, "limit")
    write("1.5")
    press(Key.Key_Left)
    assert sheet.current() == (1, "best")
    press(Key.Key_Return)
    assert sheet.current() == (2, "best")


def test_an_arrow_stays_in_a_figure_that_is_edited_and_in_a_text(sheet: Sheet, presenter: Answering) -> None:
    press(Key.Key_F2)
    press(Key.Key_Left)
    assert editor().text() == "1.38"
    press(Key.Key_Escape)
    write("1.3")
    press(Key.Key_F2)
    press(Key.Key_Left)
    write("9")
    assert editor().text() == "1.93"
    press(Key.Key_Escape)
    sheet.go_to(1, "issue")
    write("Prce")
    press(Key.Key_Left)
    press(Key.Key_Left)
    write("i")
    press(Key.Key_Return)
    assert presenter.told == []  # it says again what was there
