"""tests: the program offscreen, brought to a view and drawn into a picture."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEventLoop, QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from db.logbook import Logbook
from tests.ui.typist import type_text
from ui.app import Program
from ui.crash_file import CrashFile
from ui.navigation import Place
from ui.session import Session
from ui.settings_store import SettingsStore
from ui.theme import Scheme

NOW = datetime(2026, 11, 24, 9, 18, tzinfo=timezone(timedelta(hours=1)))
_PATIENCE_MS = 30_000
_Part = TypeVar("_Part", bound=QWidget)


def clock() -> datetime:
    """Tell the one moment of all pictures."""
    return NOW


class Stage:
    """The program with one logbook open, as a view brings it up."""

    def __init__(self, program: Program) -> None:
        """Take the program, shown and with a logbook open."""
        self.program = program
        self.window = program.window

    @property
    def session(self) -> Session:
        """Return the open logbook's session."""
        desk = self.program.desk
        assert desk is not None
        assert desk.session is not None
        return desk.session

    @property
    def logbook(self) -> Logbook:
        """Return the open logbook, a copy that a view may change."""
        return self.session.logbook

    def go(self, place: Place) -> None:
        """Go to a place."""
        assert self.session.go(place), place

    def run(self, command: str) -> None:
        """Run a command of the window."""
        self.window.commands.action(command).trigger()

    def press(self, keys: str) -> None:
        """Press keys, written as a shortcut is, where the focus is."""
        QTest.keySequence(QApplication.focusWidget() or self.window, QKeySequence(keys))

    def write(self, text: str) -> None:
        """Type where the focus is; a line end is Enter."""
        for line in text.splitlines(keepends=True):
            type_text(QApplication.focusWidget() or self.window, line.rstrip("\n"))
            if line.endswith("\n"):
                QTest.keyClick(QApplication.focusWidget() or self.window, Qt.Key.Key_Return)

    def type_into(self, name: str, text: str) -> None:
        """Type into the part that has this name for a screen reader."""
        named = (each for each in self.window.findChildren(QWidget) if each.accessibleName() == name)
        next(each for each in named if each.isVisible()).setFocus()
        self.write(text)

    def part(self, kind: type[_Part]) -> _Part:
        """Return the visible part of this kind."""
        return next(each for each in self.window.findChildren(kind) if each.isVisible())

    def settle(self, milliseconds: int = 30) -> None:
        """Let everything that waits for the event loop happen."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()


@contextmanager
def playing(app: QApplication, file: Path, folder: Path, scheme: Scheme, factor: float, size: QSize) -> Iterator[Stage]:
    """Play the program on a copy of a logbook; `size` is the window's at 100 %."""
    copy = Path(shutil.copy(file, folder / "norvik-2026.logroll"))
    store = SettingsStore(folder / "settings.json")
    store.change(scheme=scheme.value, scale=factor, region="en_GB", place=None)
    crashes = CrashFile(folder / "log")
    program = Program(app, store, crashes, clock)
    stage = Stage(program)
    try:
        program.show(copy)
        program.window.resize(size * factor)
        program.window.activateWindow()
        waited = 0
        while program.desk is None or program.desk.session is None or program.tools.jobs.running:
            stage.settle(20)
            waited += 20
            assert waited < _PATIENCE_MS, "the logbook was not opened"
        # the pointer of the offscreen platform rests in the corner: nothing there is pointed at
        for part in program.window.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, on=False)
        yield stage
    finally:
        program.window.close()
        program.end()
        crashes.close()
        program.window.deleteLater()
        program.deleteLater()
        stage.settle(1)
