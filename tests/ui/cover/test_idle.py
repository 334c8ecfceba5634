"""tests: idle is told after the minutes chosen without use, by a clock that is set here."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from ui.cover.idle import Idle


class Watched:
    """Idle on a clock of its own."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 24, 9, tzinfo=UTC)
        self.told = 0
        self.owner = QObject()
        self.idle = Idle(lambda: self.now, self.owner)
        self.idle.reached.connect(self._on_reached)

    def _on_reached(self) -> None:
        self.told += 1

    def after(self, minutes: float) -> int:
        """Let time pass, look, and return how often it was told so far."""
        self.now += timedelta(minutes=minutes)
        self.idle.look()
        return self.told


@pytest.fixture
def watched(qapp: QApplication) -> Iterator[Watched]:
    yield (made := Watched())
    made.idle.set_minutes(0)


def test_it_is_told_once_after_the_minutes(watched: Watched) -> None:
    watched.idle.set_minutes(3)
    assert [watched.after(1), watched.after(1), watched.after(1), watched.after(1)] == [0, 0, 1, 1]
    assert watched.after(3) == 2


def test_use_begins_it_anew(watched: Watched) -> None:
    watched.idle.set_minutes(3)
    watched.after(2)
    watched.idle.touch()
    assert watched.after(0.1) == 0
    assert watched.after(2.9) == 0
    assert watched.after(0.1) == 1


def test_never_is_never(watched: Watched) -> None:
    assert watched.after(600) == 0
    watched.idle.set_minutes(1)
    watched.idle.set_minutes(0)
    assert watched.after(600) == 0


def test_time_asleep_counts_and_a_clock_set_back_does_not(watched: Watched) -> None:
    watched.idle.set_minutes(10)
    assert watched.after(480) == 1
    assert watched.after(-120) == 1
    assert watched.after(9) == 1
    assert watched.after(1) == 2


def test_it_looks_by_itself(watched: Watched) -> None:
    watched.idle.set_minutes(1)
    assert watched.idle._timer.isActive()
    assert watched.idle._timer.interval() <= 10_000
