"""tests: target 12 - from a key to its painted verdict in Meet, the commit included, over a talk of 1,000 lines."""

# Each floor and each product loads only what it needs, in a process of its own.
# ruff: noqa: PLC0415

from __future__ import annotations

import time
from datetime import timedelta
from functools import partial
from typing import Any

from tests.benchmarks.harness import Benchmark, Figure, Prepared
from tests.benchmarks.logbooks import own
from tests.benchmarks.program import MOMENT, shown

_LINES = 20


def _one() -> Prepared:
    return lambda: Figure(1.0)


def _keys(size: str, what: str) -> Prepared:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from ui.meet.view import MeetView
    from ui.navigation import NEGOTIATION, Place

    moment = [MOMENT]
    # wide enough for the log beside the positions; the clock runs ahead of the keys
    program = shown(own(size), lambda: moment[0], cover_idle=0)
    app: Any = QApplication.instance()
    session = program.desk.session
    rows = session.logbook.negotiations.some(session.logbook.negotiations.ids()[:40])
    longest = max(rows, key=lambda row: row.lines)
    if longest.lines < 1_000:
        raise RuntimeError("no talk is long enough")
    session.go(Place(NEGOTIATION, longest.id, "meet"))
    app.processEvents()
    view = next(each for each in program.window.findChildren(MeetView) if each.isVisible())
    view.focus_first()
    negotiation = session.logbook.negotiations.load(longest.id)
    moment[0] = max(moment[0], *(line.at for line in negotiation.lines))
    price = next(issue for issue in negotiation.issues if issue.alias == "price")

    def run() -> Figure:
        typing: list[float] = []
        entering: list[float] = []
        for number in range(_LINES):
            moment[0] += timedelta(minutes=1)
            typing.extend(_press(letter) for letter in f"t price {price.worst}")
            entering.append(_press(Qt.Key.Key_Return))
            if number == 0:  # the first one warms what every later one needs
                typing.clear()
                entering.clear()
        if len(session.logbook.negotiations.load(longest.id).lines) != longest.lines + _LINES:
            raise RuntimeError("not every line was logged")
        if what == "enter":
            return Figure(sorted(entering)[len(entering) // 2])
        both = sorted([*typing, *entering])
        return Figure(both[len(both) // 2] if what == "median" else both[int(len(both) * 0.99)])

    def _press(key: Any) -> float:
        start = time.perf_counter()
        QTest.keyClick(app.focusWidget(), key)
        app.processEvents()
        return (time.perf_counter() - start) * 1000

    return run


BENCHMARKS = tuple(
    Benchmark(
        f"meet-{what}-{size}",
        f"{words} in Meet to the painted verdict, over 1,000 lines of the {size} logbook",
        "one millisecond",
        _one,
        partial(_keys, size, what),
        most_ms=most,
    )
    for size in ("reference", "large")
    for what, words, most in (
        ("median", "a key", 16),
        ("p99", "a key, the 99 % mark", 33),
        ("enter", "Enter with its commit, the median", 16),
    )
)
