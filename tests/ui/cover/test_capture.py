"""tests: where the system has no way to leave a window out of captures, that is said and nothing else happens."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.cover.capture import can_leave_out, leave_out


def test_a_wish_that_the_system_cannot_take_is_answered_with_no(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    if sys.platform.startswith("linux"):
        assert not can_leave_out()
        assert not leave_out(int(window.winId()), left_out=True)
    assert not leave_out(0, left_out=True), "no window has this number"
