"""tests: core/zone.py - the zone of this computer knows summer from winter."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, tzinfo
from datetime import time as clock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.agenda import Entry, Held, agenda
from core.zone import LocalZone, now

LOCAL = LocalZone()
WINTER, SUMMER = timedelta(hours=1), timedelta(hours=2)


@pytest.fixture
def central_europe(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let this computer stand in Central Europe."""
    with monkeypatch.context() as patched:
        patched.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("central_europe")
def test_each_day_has_the_offset_of_its_own() -> None:
    for day, offset, name in (((2027, 3, 27), WINTER, "CET"), ((2027, 3, 28), SUMMER, "CEST")):
        found = datetime(*day, 10, 0, tzinfo=LOCAL)
        assert (found.utcoffset(), found.tzname()) == (offset, name)
    assert datetime(2027, 10, 31, 10, 0, tzinfo=LOCAL).utcoffset() == WINTER


@pytest.mark.usefixtures("central_europe")
def test_a_meeting_planned_in_winter_for_a_day_in_summer_is_held_at_the_hour_that_was_typed() -> None:
    typed_in_winter = datetime(2027, 1, 12, 9, 0, tzinfo=LOCAL)
    # as a planned moment is put together, kept as text and read again
    kept = datetime.combine(date(2027, 4, 6), clock(10, 0), typed_in_winter.tzinfo).isoformat()
    assert kept == "2027-04-06T10:00:00+02:00"
    planned = datetime.fromisoformat(kept)
    held = Held(
        meeting_id=1, negotiation_id=1, supplier_name="A", place="", planned_at=planned,
        started_at=planned + timedelta(minutes=4), entries=(Entry("Welcome", 10),),
    )  # fmt: skip
    found = agenda(held, datetime(2027, 4, 6, 8, 5, tzinfo=UTC).astimezone(LOCAL)).at
    assert found is not None
    assert found.strftime("%H:%M") == "10:00"


@pytest.mark.usefixtures("central_europe")
def test_the_hour_that_comes_twice_is_told_apart() -> None:
    for hour, offset in ((0, SUMMER), (1, WINTER)):
        found = datetime(2027, 10, 31, hour, 30, tzinfo=UTC).astimezone(LOCAL)
        assert (found.hour, found.minute, found.utcoffset()) == (2, 30, offset)


@given(st.datetimes(timezones=st.just(UTC)))
def test_there_and_back_is_the_same_moment(moment: datetime) -> None:
    if 1 < moment.year < 9999:
        assert moment.astimezone(LOCAL).astimezone(UTC) == moment
    typed = moment.replace(tzinfo=LOCAL)
    assert datetime.fromisoformat(typed.isoformat()).replace(tzinfo=None) == typed.replace(tzinfo=None)


def test_now_is_now() -> None:
    assert abs(now() - datetime.now(UTC)) < timedelta(minutes=1)
    assert isinstance(now().tzinfo, LocalZone)


@pytest.mark.usefixtures("central_europe")
def test_two_moments_of_the_hour_that_comes_twice_keep_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    times = iter((datetime(2027, 10, 31, 0, 50, tzinfo=UTC), datetime(2027, 10, 31, 1, 10, tzinfo=UTC)))

    class Clock(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]  # a plain datetime, as it gives
            return next(times).astimezone(tz)

    monkeypatch.setattr("core.zone.datetime", Clock)
    first, second = now(), now()
    assert (first.strftime("%H:%M"), second.strftime("%H:%M")) == ("02:50", "02:10")
    assert first < second
    assert second - first == timedelta(minutes=20)
