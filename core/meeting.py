"""core: the meeting, a sitting with date, place, channel and people, and the rounds within it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Channel(StrEnum):
    """How the two sides speak."""

    ROOM = "room"
    PHONE = "phone"
    MAIL = "mail"
    VIDEO = "video"


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """A numbered exchange within a meeting; numbers run on over all meetings of a negotiation."""

    id: int = 0
    meeting_id: int
    number: int
    started_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """A break within a meeting, of so many `minutes` if that was said; it lasts until `ended_at` is set."""

    id: int = 0
    meeting_id: int
    started_at: datetime
    ended_at: datetime | None = None
    minutes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A sitting. Planned while `started_at` is missing, open until `ended_at` is set.

    `purpose` is what it is for, `notes` what we wrote down in it for ourselves.
    """

    id: int = 0
    negotiation_id: int
    planned_at: datetime | None = None
    started_at: datetime | None = None
    ended_at: datetime | None = None
    place: str = ""
    channel: Channel = Channel.ROOM
    purpose: str = ""
    notes: str = ""
    people: tuple[int, ...] = ()
    rounds: tuple[Round, ...] = ()
    pauses: tuple[Pause, ...] = ()

    @property
    def is_open(self) -> bool:
        """Tell whether lines are being logged in this meeting."""
        return self.started_at is not None and self.ended_at is None
