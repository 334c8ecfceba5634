"""tests: whatever is typed, pressed and clicked where one prepares, nothing breaks, and undo takes all of it back."""

from __future__ import annotations

import os
from random import Random, randrange
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from core.exchange.dump import Dump
from tests.ui.desk import ALT, CTRL, SHIFT, Driver
from tests.ui.typist import type_text
from ui.navigation import NEGOTIATION, NEGOTIATIONS, PEOPLE, SUPPLIERS, Place
from ui.overlay import Overlay
from ui.prepare.progress import STEPS

Key = Qt.Key
FIRST_SEED = randrange(10**6) if os.environ.get("HYPOTHESIS_PROFILE") == "search" else 0
MOVES = 160

TYPED = (
    "1.4", "price", "12", "0", " ", "½", "-5", "fri", "they: certificates, fri", "lazy old man", "1e9", "100%",
    "2026-12-01", "ä", "#topic",
)  # fmt: skip
PLAIN = (
    Key.Key_Return, Key.Key_Escape, Key.Key_Up, Key.Key_Down, Key.Key_Left, Key.Key_Right, Key.Key_Tab, Key.Key_Tab,
    Key.Key_Backtab, Key.Key_Delete, Key.Key_F2, Key.Key_Space, Key.Key_Insert, Key.Key_Home, Key.Key_End,
)  # fmt: skip
HELD = (
    (Key.Key_A, CTRL), (Key.Key_C, CTRL), (Key.Key_V, CTRL), (Key.Key_X, CTRL), (Key.Key_D, CTRL),
    (Key.Key_Return, CTRL), (Key.Key_Down, CTRL), (Key.Key_Down, SHIFT), (Key.Key_Right, SHIFT), (Key.Key_Up, ALT),
    (Key.Key_Down, ALT),
)  # fmt: skip
# what leads out of the program or out of the logbook
OUTSIDE = ("logbook", "folder", "open", "log", "file", "pdf", "settings", "import", "export")


class Hand:
    """Do one thing after the other by chance, each time the same for one seed."""

    def __init__(self, driver: Driver, seed: int) -> None:
        self._driver = driver
        self._chance = Random(seed)
        self._newest = driver.logbook.journal.undo_label

    @property
    def may_undo(self) -> bool:
        """Tell whether the newest step was made here; what the sample holds is never undone."""
        return self._driver.logbook.journal.undo_label != self._newest

    def do_anything(self) -> None:
        (move,) = self._chance.choices(
            (self._type, self._press, self._hold, self._turn, self._click, self._go), (30, 32, 13, 4, 11, 7)
        )
        move()
        QApplication.processEvents()
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        self._driver.answers.troubles.clear()

    def _type(self) -> None:
        type_text(self._focus(), self._chance.choice(TYPED))

    def _press(self) -> None:
        QTest.keyClick(self._focus(), self._chance.choice(PLAIN))

    def _hold(self) -> None:
        key, held = self._chance.choice(HELD)
        QTest.keyClick(self._focus(), key, held)

    def _turn(self) -> None:
        name = self._chance.choice(("undo", "redo", "back", "forward", "quick_note"))
        if name != "undo" or self.may_undo:
            action = self._driver.window.commands.action(name)
            if action.isEnabled():
                action.trigger()

    def _click(self) -> None:
        if self._driver.window.is_covered:
            return
        buttons = [each for each in self._driver.window.findChildren(QAbstractButton) if self._may_click(each)]
        if buttons:
            QTest.mouseClick(self._chance.choice(buttons), Qt.MouseButton.LeftButton)

    def _go(self) -> None:
        if not self._driver.window.is_covered and not self._driver.has_panel:
            record = self._chance.randrange(1, 5)
            step = Place(NEGOTIATION, record, "prepare", self._chance.choice(STEPS))
            others = (Place(SUPPLIERS, record), Place(PEOPLE, record), Place(NEGOTIATION, record, "debrief"))
            self._driver.session.go(self._chance.choice((step, step, step, *others)))

    def put_down(self) -> None:
        """Give up what is begun, and leave where it stood."""
        window, desk = self._driver.window, self._driver.program.desk
        assert desk is not None
        for panel in window.findChildren(Overlay):
            panel.turn_away()
        if window.is_covered:
            desk.guard.cover.take_off()
        if not self._driver.session.go(Place(NEGOTIATIONS)):
            # what cannot be kept holds its place until it is given up
            self._driver.press(Key.Key_Escape)
            assert self._driver.session.go(Place(NEGOTIATIONS))

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self._driver.window

    @staticmethod
    def _may_click(button: QAbstractButton) -> bool:
        words = f"{button.accessibleName()} {button.text()}".lower()
        return button.isVisible() and button.isEnabled() and not any(each in words for each in OUTSIDE)


def records(dump: Dump) -> dict[str, Any]:
    """Return what a logbook holds, without the journal of how it came to that, and what is half typed."""
    apart = ("journal_entry", "journal_change", "draft", "content")
    return {name: rows for name, rows in dump.tables.items() if name not in apart}


@pytest.mark.parametrize("seed", range(FIRST_SEED, FIRST_SEED + 4))
def test_nothing_breaks_and_undo_takes_all_of_it_back(cases: Driver, seed: int) -> None:
    book = cases.logbook
    before = records(book.dump())
    hand = Hand(cases, seed)
    for _ in range(MOVES):
        hand.do_anything()
    hand.put_down()
    after = records(book.dump())
    assert FIRST_SEED or after != before, "nothing was done: take other seeds"
    assert book.verify().findings == ()
    steps = 0
    while hand.may_undo:
        cases.session.undo()
        steps += 1
    assert records(book.dump()) == before
    for _ in range(steps):
        cases.session.redo()
    assert records(book.dump()) == after
    assert book.verify().findings == ()
