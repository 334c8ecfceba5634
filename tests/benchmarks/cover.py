"""tests: the cover is on within 100 ms of its key, from every place, tab, panel and dialog of the program."""

# Each floor and each product loads only what it needs, in a process of its own.
# ruff: noqa: PLC0415

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from typing import Any

from tests.benchmarks.harness import Benchmark, Figure, Prepared
from tests.benchmarks.logbooks import own
from tests.benchmarks.program import shown


def _switch() -> Prepared:
    """Switch the page of a bare window that holds a table, and paint it."""
    from PySide6.QtWidgets import QApplication, QPlainTextEdit, QStackedWidget, QTableWidget

    app: Any = QApplication([])
    stack = QStackedWidget()
    stack.addWidget(QTableWidget(50, 7))
    stack.addWidget(QPlainTextEdit())
    stack.resize(1440, 900)
    stack.show()
    app.processEvents()

    def run() -> None:
        stack.setCurrentIndex(1)
        app.processEvents()
        stack.repaint()

    return run


def _cover(size: str) -> Prepared:
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    from ui.navigation import NEGOTIATION, NEGOTIATIONS, PEOPLE, SETTINGS, SUPPLIERS, Place
    from ui.prompts import FileKind

    program = shown(own(size), size=(1440, 900))
    app: Any = QApplication.instance()
    session, window, prompts = program.desk.session, program.window, program.tools.prompts
    program.desk.watch_over()
    rows = session.logbook.negotiations.some(session.logbook.negotiations.ids()[:40])
    longest = max(rows, key=lambda row: row.lines).id
    tabs = [Place(NEGOTIATION, longest, part) for part in ("prepare", "meet", "analyse", "debrief", "documents")]
    places = [Place(NEGOTIATIONS), Place(SUPPLIERS, 1), Place(PEOPLE, 1), *tabs, Place(SETTINGS)]
    ways: list[Callable[[], object]] = [partial(session.go, place) for place in places]
    ways += [lambda name=name: window.commands.action(name).trigger() for name in ("palette", "keys", "menu")]  # type: ignore[misc]
    ways.append(lambda: prompts.choose_file("Choose", [FileKind("Logbook", "logroll")], lambda _path: None))

    def key() -> float:
        target = app.focusWindow() or window.windowHandle()
        start = time.perf_counter()
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            app.sendEvent(target, QKeyEvent(kind, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier))
        app.processEvents()
        window.repaint()
        return (time.perf_counter() - start) * 1000

    def run() -> Figure:
        longest_wait = 0.0
        for bring in ways:
            bring()
            app.processEvents()
            longest_wait = max(longest_wait, key())
            if not window.is_covered:
                raise RuntimeError("not covered")
            key()
        return Figure(longest_wait)

    return run


BENCHMARKS = tuple(
    Benchmark(
        f"cover-{size}",
        f"from Ctrl+L to the painted page on the {size} logbook, the slowest of 13 places, panels and a dialog",
        "a bare window that switches from a table to an editor",
        _switch,
        partial(_cover, size),
        most_ms=100,
    )
    for size in ("reference", "large")
)
