"""ui: tells when nobody has touched the program for some minutes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

_LOOK_MS = 5_000


class Idle(QObject):
    """Compare the time of the last use with the clock, every few seconds.

    The clock goes on while the computer sleeps, so that waking it counts as coming back after that time.
    """

    reached = Signal()

    def __init__(self, clock: Callable[[], datetime], parent: QObject) -> None:
        """Take the clock; nothing is told before `set_minutes`."""
        super().__init__(parent)
        self._clock = clock
        self._limit = timedelta()
        self._last = clock()
        self._used = False
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)

    def set_minutes(self, minutes: int) -> None:
        """Tell after so many minutes from now on; 0 tells nothing."""
        self._limit = timedelta(minutes=minutes)
        self._last = self._clock()
        if minutes:
            self._timer.start()
        else:
            self._timer.stop()

    def touch(self) -> None:
        """Take note that the program is being used."""
        self._used = True

    def look(self) -> None:
        """Compare now, and tell once for each time of rest."""
        now = self._clock()
        # a clock that was set back begins anew
        if self._used or now < self._last:
            self._last, self._used = now, False
        elif self._limit and now - self._last >= self._limit:
            self._last = now
            self.reached.emit()
