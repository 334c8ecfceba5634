"""tests: a long day at the program - every place, step, view and panel opened and left again leaves nothing behind."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication

from tests.ui.desk import Driver
from ui.analyse.view import VIEWS
from ui.navigation import NEGOTIATION, NEGOTIATIONS, PEOPLE, SETTINGS, SUPPLIERS, Place
from ui.prepare.progress import STEPS

TABS = ("prepare", "meet", "analyse", "debrief", "documents")
PANELS = ("palette", "keys", "about", "line_help", "quick_note", "new_negotiation", "new_supplier", "new_person")


def turn() -> None:
    """Let everything happen that waits for its turn, deletions too."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def day(cases: Driver) -> None:
    """Open everything once: two negotiations in each tab, so that one takes the place of the other."""
    one, other = cases.logbook.negotiations.ids()[:2]
    places = [Place(NEGOTIATIONS), Place(SUPPLIERS, 1), Place(PEOPLE, 1), Place(SETTINGS)]
    places += [Place(NEGOTIATION, record, tab) for tab in TABS for record in (one, other)]
    places += [Place(NEGOTIATION, one, "prepare", step) for step in STEPS]
    places += [Place(NEGOTIATION, one, "analyse", view) for view in VIEWS]
    for place in places:
        assert cases.session.go(place)
        turn()
    for panel in PANELS:
        without = len(QApplication.allWidgets())
        cases.run(panel)
        turn()
        assert len(QApplication.allWidgets()) > without
        cases.press(Qt.Key.Key_Escape)
        turn()
    for command in ("cover", "cover"):
        cases.run(command)
        turn()
    assert not cases.window.is_covered


def held() -> dict[str, int]:
    """Return how many widgets, threads and open files there are."""
    files = Path("/proc/self/fd")
    return {
        "widgets": len(QApplication.allWidgets()),
        "threads": threading.active_count(),
        "files": len(list(files.iterdir())) if sys.platform == "linux" else 0,
    }


def test_nothing_grows_with_what_was_opened(cases: Driver) -> None:
    for _ in range(2):
        day(cases)
    before = held()
    for _ in range(3):
        day(cases)
    now = held()
    assert {name: count for name, count in now.items() if count > before[name]} == {}
    assert cases.answers.troubles == []
