"""The panel at the close of a meeting: what has no room is scrolled to by keys."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea

from tests.ui.meet.conftest import PEAS
from tests.ui.meet.test_view import view
from tests.ui.typist import type_text
from ui.meet.closed_panel import ClosedPanel
from ui.meet.view import MeetView

__all__ = ["view"]


def test_what_has_no_room_is_scrolled_to_by_keys_and_the_way_on_stays_in_sight(view: MeetView) -> None:
    for number in range(30):
        ends = {"best": Decimal(1), "worst": Decimal(2)}
        view.logbook.issues.add(PEAS, name=f"Issue {number}", weight=Decimal(1), **ends)
    view.show_negotiation(PEAS)
    line = view.entry.line.focusProxy()
    assert line is not None
    type_text(line, "t p 1.28")
    QTest.keyClick(line, Qt.Key.Key_Return)
    view.head.end.click()
    QApplication.processEvents()
    (panel,) = view.findChildren(ClosedPanel)
    assert panel.panel.rect().contains(panel.next.geometry())
    (middle,) = panel.findChildren(QScrollArea)
    bar = middle.verticalScrollBar()
    assert bar.maximum() > 0
    QTest.keyClick(panel.next, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    QTest.keyClick(panel.next, Qt.Key.Key_Escape)
