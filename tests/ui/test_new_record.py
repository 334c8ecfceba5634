"""tests: ui/new_record.py - the panel that asks for a new record."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.ui.desk import Driver
from ui.navigation import NEW, SUPPLIERS, Place
from ui.new_record import NewRecord
from ui.widgets.button import Button


def test_enter_on_cancel_cancels(cases: Driver) -> None:
    before = len(cases.logbook.suppliers.rows())
    cases.go(Place(SUPPLIERS, part=NEW, spot="Zebrafinch"))
    panel = cases.panel(NewRecord)
    while not (isinstance(focus := panel.window().focusWidget(), Button) and focus.label == "Cancel"):
        cases.press(Qt.Key.Key_Tab)
    cases.press(Qt.Key.Key_Return)
    assert not cases.has_panel
    assert len(cases.logbook.suppliers.rows()) == before
