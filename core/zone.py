"""core: the zone of this computer, with its own rule for every day - summer and winter time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo


class LocalZone(tzinfo):
    """Local time as the system knows it.

    `datetime.astimezone()` gives a moment the offset that holds at that moment, and nothing more: a meeting planned
    in winter for a day in summer would be an hour off. This zone is asked anew for each day.
    """

    def utcoffset(self, moment: datetime | None, /) -> timedelta | None:
        """Return how far local time is ahead of UTC at a local moment."""
        return None if moment is None else _there(moment).utcoffset()

    def dst(self, _moment: datetime | None, /) -> timedelta | None:
        """Return None: what part of the offset is summer time is nobody's business here."""
        return None

    def tzname(self, moment: datetime | None, /) -> str | None:
        """Return what the system calls the zone at a local moment."""
        return None if moment is None else _there(moment).tzname()

    def fromutc(self, moment: datetime, /) -> datetime:
        """Return the local moment of one in UTC; of the hour that comes twice the one that is meant."""
        local = _from_utc(moment.replace(tzinfo=UTC))
        found = local.replace(tzinfo=self, fold=0)
        return found if found.utcoffset() == local.utcoffset() else found.replace(fold=1)

    def __repr__(self) -> str:
        """Say what it is."""
        return "LocalZone()"


def now() -> datetime:
    """Return the moment in the zone of this computer.

    The zone is one of its own: moments that share one are compared and subtracted by their wall clocks, which would
    put them in the wrong order in the night in which an hour comes twice.
    """
    return datetime.now(LocalZone())


def _there(moment: datetime) -> datetime:
    """Return a local moment with the offset that holds then; years that the system does not know have none."""
    try:
        return moment.replace(tzinfo=None).astimezone()
    except (OverflowError, OSError, ValueError):
        return moment.replace(tzinfo=UTC)


def _from_utc(moment: datetime) -> datetime:
    try:
        return moment.astimezone()
    except (OverflowError, OSError, ValueError):
        return moment
