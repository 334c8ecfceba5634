"""tests: ui/widgets/segments.py."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.theme import Theme
from ui.widgets.segments import Segments


@pytest.fixture
def segments(qtbot: QtBot, theme: Theme, activate: Callable[[QWidget], None]) -> Segments:
    host = QWidget()
    qtbot.addWidget(host)
    box = QHBoxLayout(host)
    made = Segments(theme, "Depth", (("s", "Sudden"), ("p", "Priority"), ("f", "Full")))
    box.addWidget(made)
    box.addWidget(QLineEdit())
    activate(host)
    made.setFocus()
    made.host = host  # type: ignore[attr-defined]
    return made


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_arrows_move_the_choice_and_stop_at_the_ends(qtbot: QtBot, segments: Segments) -> None:
    told: list[str] = []
    segments.chosen.connect(told.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(focused(), key)
    assert told == ["p", "f", "p"]
    assert segments.current == "p"


def test_tab_leaves_the_row_at_once(qtbot: QtBot, segments: Segments) -> None:
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert isinstance(focused(), QLineEdit)


def test_a_click_chooses_and_nothing_shifts(qtbot: QtBot, segments: Segments) -> None:
    buttons = segments.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    before = [button.geometry() for button in buttons]
    QTest.mouseClick(buttons[2], Qt.MouseButton.LeftButton)
    assert segments.current == "f"
    assert [button.geometry() for button in buttons] == before


def test_choosing_by_program_is_not_told(qtbot: QtBot, segments: Segments) -> None:
    with qtbot.assertNotEmitted(segments.chosen):
        segments.set_current("f")
    assert segments.current == "f"


def test_every_segment_has_its_word_for_a_screen_reader(segments: Segments) -> None:
    names = [w.accessibleName() for w in segments.findChildren(QWidget)]
    assert names == ["Sudden", "Priority", "Full"]
    assert segments.accessibleName() == "Depth"
