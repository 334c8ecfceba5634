"""Whatever keys are pressed in Meet, nothing fails, and every line that leaves the entry line is in the log."""

from __future__ import annotations

import os
import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.meet.conftest import PEAS, Clock, Told
from tests.ui.meet.test_view import view
from tests.ui.typist import type_text
from ui.meet.view import MeetView

__all__ = ["view"]

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
PIECES = (
    *(
        "t ",
        "w ",
        "p ",
        "1.28",
        "1.19",
        "30d",
        " if ",
        " pay 60",
        "ok",
        "ok p",
        "no",
        "park",
        "?",
        " # note",
        "! by fri",
    ),
    *(
        "~ 1.2",
        "x 2",
        "z stop",
        "+ dep % 100..0",
        "1o2",
        "\u00bd",
        "\U0001f44d",
        ", ",
        "lead 2w",
        "pkg A",
        " !!",
        "1,28",
    ),
    *("@9:00 ", " until 30.6.", " by mail", "until", "=", '"', "9" * 12, "120\u00a0000", "#"),
)
KEYS = (
    *((Key.Key_Return, None),) * 8,
    *((Key.Key_Up, None), (Key.Key_Up, CTRL)) * 2,
    *((Key.Key_Down, None), (Key.Key_Down, CTRL), (Key.Key_Escape, None), (Key.Key_Z, CTRL), (Key.Key_Tab, None)),
    *((Key.Key_1, CTRL), (Key.Key_2, CTRL), (Key.Key_3, CTRL), (Key.Key_B, CTRL), (Key.Key_M, CTRL), (Key.Key_R, CTRL)),
)
FIRST_SEED = random.randrange(10**6) if os.environ.get("HYPOTHESIS_PROFILE") == "search" else 0
PRESSED = 160


class Keyboard:
    """Press keys by chance, and look after each what became of the line."""

    def __init__(self, view: MeetView, clock: Clock, seed: int) -> None:
        self.view = view
        self.clock = clock
        self.chance = random.Random(seed)
        found = view.entry.line.focusProxy()
        assert found is not None
        self.line: QWidget = found

    def press(self) -> None:
        self.clock.turn(minutes=1)
        kind = self.chance.random()
        if kind < 0.6:
            type_text(self.line, self.chance.choice(PIECES))
        elif kind < 0.93:
            self._key(*self.chance.choice(KEYS))
        elif kind < 0.96:
            self._rows(self.chance.choice(("correct", "delete")))
        elif kind < 0.98:
            changes = self.view.logbook.journal.undo()
            if changes is not None:
                self.view.refresh(changes)
        else:
            window = self.view.window().windowHandle()
            QTest.keyPress(window, Key.Key_F8)
            QTest.keyClick(window, self.chance.choice((Key.Key_1, Key.Key_2)))
            QTest.keyRelease(window, Key.Key_F8)
        self.view.focus_first()

    def _key(self, key: Qt.Key, held: Qt.KeyboardModifier | None) -> None:
        text = self.view.entry.line.text()
        QTest.keyClick(self.line, key, held or Qt.KeyboardModifier.NoModifier)
        left = self.view.entry.line.text()
        if key is Key.Key_Return and text.strip() and left != text:
            assert text in [line.text for line in self.view.logbook.negotiations.load(PEAS).lines]

    def _rows(self, what: str) -> None:
        lines = [row.line_id for row in self.view.presenter.log_rows() if row.line_id]
        if lines and what == "correct":
            self.view.entry.correct(self.chance.choice(lines))
        elif lines:
            self.view.log.delete_wanted.emit(self.chance.choice(lines))


@pytest.mark.parametrize("seed", range(FIRST_SEED, FIRST_SEED + 4))
def test_any_keys_leave_every_line_in_the_log(view: MeetView, clock: Clock, told: Told, seed: int) -> None:
    keyboard = Keyboard(view, clock, seed)
    for _ in range(PRESSED):
        keyboard.press()
    assert told.troubles == []
    assert view.logbook.verify().findings == ()
