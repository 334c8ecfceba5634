"""db: the working time of a generated logbook - ten years of weekdays that end on its day, shared out evenly."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone

_WEEKS = 520
_DAYS_A_WEEK = 5
_BEGIN, _SECONDS_A_DAY = 8, 10 * 3600
_SECONDS = _WEEKS * _DAYS_A_WEEK * _SECONDS_A_DAY
_BETWEEN_LINES = 75  # seconds, fewer where the steps lie closer together
_ZONE = timezone(timedelta(hours=1))


class Calendar:
    """Moves from ten years ago to the day in as many steps as are needed, in working hours only."""

    def __init__(self, day: date, steps: int) -> None:
        """Take the day before which all ends, and how many steps there are."""
        self.day = day
        self._first = day - timedelta(days=day.weekday(), weeks=_WEEKS)
        self._steps = steps
        self._done = 0
        self._pace = timedelta(seconds=min(_BETWEEN_LINES, _SECONDS // (steps + 1)))

    def next(self, steps: int = 1) -> datetime:
        """Go so many steps on and return the moment."""
        self._done += steps
        return self._moment()

    def _moment(self) -> datetime:
        second = self._done * _SECONDS // (self._steps + 1)
        days, second = divmod(second, _SECONDS_A_DAY)
        weeks, days = divmod(days, _DAYS_A_WEEK)
        on = self._first + timedelta(days=days, weeks=weeks)
        return datetime.combine(on, time(_BEGIN), _ZONE) + timedelta(seconds=second)

    @property
    def now(self) -> date:
        """Return the day that has come."""
        return self._moment().date()

    def after(self, began: datetime, lines: int) -> datetime:
        """Return when so many lines of a sitting have been said: on the day it began, past closing time if need be."""
        return began + lines * self._pace

    def ahead(self, days: int, hour: int) -> datetime:
        """Return an hour of a day to come, counted from the day itself."""
        return datetime.combine(self.day + timedelta(days=days), time(hour), _ZONE)
