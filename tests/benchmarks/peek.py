"""tests: peek is painted within 50 ms of its key, in a talk of 1,000 lines on eight issues."""

# Each floor and each product loads only what it needs, in a process of its own.
# ruff: noqa: PLC0415

from __future__ import annotations

import shutil
import tempfile
import time
from datetime import timedelta
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from tests.benchmarks.harness import Benchmark, Figure, Prepared
from tests.benchmarks.logbooks import talked
from tests.benchmarks.program import MOMENT, shown

_TIMES = 15


def _one() -> Prepared:
    return lambda: Figure(1.0)


def _peek(*, ahead: bool) -> Prepared:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from ui.meet.view import MeetView
    from ui.navigation import NEGOTIATION, Place

    copy = Path(shutil.copyfile(talked(), Path(tempfile.mkdtemp()) / "talked.logroll"))
    program = shown(copy, lambda: MOMENT + timedelta(days=1), (1280, 720))
    app: Any = QApplication.instance()
    program.desk.session.go(Place(NEGOTIATION, 1, "meet"))
    app.processEvents()
    view = next(each for each in program.window.findChildren(MeetView) if each.isVisible())
    view.focus_first()
    QTest.keyClicks(app.focusWidget(), "w i3 45")
    window = program.window.windowHandle()

    def key() -> float:
        # as after a logged line: nothing of it was worked out yet
        view.presenter.load(1)
        while ahead and view.presenter.peek.warm():
            pass
        app.processEvents()
        start = time.perf_counter()
        QTest.keyPress(window, Qt.Key.Key_F8)
        app.processEvents()
        passed = (time.perf_counter() - start) * 1000
        if not view.peek.pane.isVisible() or not view.peek.pane.pair.table.isVisible():
            raise RuntimeError("peek is not shown")
        QTest.keyRelease(window, Qt.Key.Key_F8)
        app.processEvents()
        return passed

    def run() -> Figure:
        key()  # the first one warms what every later one needs
        return Figure(median(key() for _ in range(_TIMES)))

    return run


BENCHMARKS = tuple(
    Benchmark(
        f"peek-{name}",
        f"from F8 to painted peek, {words}, over 1,000 lines on eight issues, the median",
        "one millisecond",
        _one,
        partial(_peek, ahead=ahead),
        most_ms=50,
    )
    for name, ahead, words in (
        ("ahead", True, "its parts worked out while nobody typed"),
        ("at-once", False, "pressed right after a line"),
    )
)
