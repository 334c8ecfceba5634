"""core: the agenda page - what both sides know of the meeting at the table anyhow, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

LONGEST_SITTING = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of an agenda, written to be read by both sides, with the minutes meant for it."""

    text: str
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """One line of the page; `at` is when it begins, None where that cannot be told."""

    text: str
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A meeting that was started and not ended, with its supplier and the entries of its agenda in their order."""

    meeting_id: int
    negotiation_id: int
    supplier_name: str
    started_at: datetime
    planned_at: datetime | None = None
    place: str = ""
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """What the page may show. Without a meeting at the table it is the day alone, `meeting_id` 0 and `at` None.

    Of the entries only their own words are on it: an issue's name is ours, and not always the one we speak of.
    """

    day: date
    at: datetime | None = None
    place: str = ""
    supplier: str = ""
    points: tuple[Point, ...] = ()
    meeting_id: int = 0


def at_table(held: Sequence[Held], now: datetime, negotiation_id: int) -> Held | None:
    """Return the meeting at the table: of the negotiation in view, or the only one while none is in view.

    A meeting that began more than twelve hours ago was left open by mistake. Where it is not certain which one is at
    the table there is none: one supplier's name must not be put before another. `negotiation_id` is 0 for none.
    """
    lately = [each for each in held if timedelta() <= now - each.started_at <= LONGEST_SITTING]
    if negotiation_id:
        lately = [each for each in lately if each.negotiation_id == negotiation_id]
    return lately[0] if len(lately) == 1 else None


def agenda(held: Held | None, now: datetime) -> Agenda:
    """Return what the page shows of a meeting, in the zone of `now`; its time is the planned one if it was today's."""
    if held is None:
        return Agenda(day=now.date())
    at = held.started_at.astimezone(now.tzinfo)
    planned = None if held.planned_at is None else held.planned_at.astimezone(now.tzinfo)
    if planned is not None and planned.date() == at.date():
        at = planned
    return Agenda(
        day=at.date(),
        at=at,
        place=held.place,
        supplier=held.supplier_name,
        points=_points(held.entries, at),
        meeting_id=held.meeting_id,
    )


def _points(entries: Sequence[Entry], begins: datetime) -> tuple[Point, ...]:
    """Return the entries that have words, with their times where each entry says how long it takes."""
    timed = all(each.minutes for each in entries)
    found = []
    at = begins
    for each in entries:
        text = " ".join(each.text.split())
        if text:
            found.append(Point(text, at if timed else None))
        at += timedelta(minutes=each.minutes or 0)
    return tuple(found)
