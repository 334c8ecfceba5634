"""tests: the whole program on a real logbook file, as a test drives it - by keys and commands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from db.logbook import Logbook
from tests.ui.answers import Answers
from tests.ui.typist import type_text
from ui.app import Program
from ui.main_window import MainWindow
from ui.navigation import Place
from ui.overlay import Overlay
from ui.screen import Screen
from ui.session import Session

_W = TypeVar("_W", bound=QWidget)
_NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


@dataclass
class Driver:
    """Drive a program that is shown and has a logbook open."""

    program: Program
    answers: Answers
    qtbot: QtBot

    @property
    def window(self) -> MainWindow:
        return self.program.window

    @property
    def session(self) -> Session:
        assert self.program.desk is not None
        assert self.program.desk.session is not None
        return self.program.desk.session

    @property
    def logbook(self) -> Logbook:
        return self.session.logbook

    @property
    def place(self) -> Place:
        assert self.session.navigation.place is not None
        return self.session.navigation.place

    def screen(self, kind: type[_W]) -> _W:
        """Return the screen that is shown, which must be of this kind."""
        screen = self.window.screens.currentWidget()
        assert isinstance(screen, kind)
        return screen

    def go(self, place: Place) -> Screen:
        """Go to a place and return its screen."""
        assert self.session.go(place)
        assert self.session.screen is not None
        return self.session.screen

    def run(self, command: str) -> None:
        """Run a command of the window."""
        self.window.commands.action(command).trigger()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = _NONE) -> None:
        """Press a key where the focus is."""
        focus = QApplication.focusWidget()
        QTest.keyClick(focus if focus is not None else self.window, key, modifiers)

    def write(self, text: str) -> None:
        """Type a text where the focus is."""
        focus = QApplication.focusWidget()
        assert focus is not None
        type_text(focus, text)

    def panel(self, kind: type[_W]) -> _W:
        """Return the panel over the window, which must be of this kind."""
        found = [each for each in self.window.findChildren(kind) if each.isVisible()]
        assert len(found) == 1
        return found[0]

    def texts(self, part: QWidget) -> set[str]:
        """Return every text that a part shows."""
        return {label.text() for label in part.findChildren(QLabel) if label.isVisible()}

    @property
    def has_panel(self) -> bool:
        return any(each.isVisible() for each in self.window.findChildren(Overlay))

    def wait(self, until: Callable[[], bool]) -> None:
        """Wait until something has come true."""
        self.qtbot.waitUntil(until, timeout=20_000)

    def wait_for_jobs(self) -> None:
        """Wait until no job is under way."""
        self.wait(lambda: not self.program.tools.jobs.running)
