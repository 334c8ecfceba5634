"""core: the timeline, what happened with one person day by day - meetings, notes, promises, deals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.debrief import Outcome
from core.meeting import Channel
from core.note import Topic
from core.side import Basis, Side


class Happening(StrEnum):
    """What kind of thing happened."""

    MEETING = "meeting"
    NOTE = "note"
    PROMISE = "promise"
    DEAL = "deal"


@dataclass(frozen=True, slots=True)
class EventKey:
    """Which event it is, and its day; the later day comes first, on one day the order is fixed."""

    on: date
    kind: Happening
    id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One row of a timeline.

    `title` is the negotiation's, `text` what a note or a promise says, or where a meeting was. A meeting has its
    `channel` and is `ahead` while it is only planned; a note its topic and basis, or it tells what they know about us;
    a promise the side that made it and the days on which it is `due` and was `done`; a deal its outcome.
    """

    key: EventKey
    negotiation_id: int | None = None
    title: str = ""
    text: str = ""
    channel: Channel | None = None
    ahead: bool = False
    topic: Topic | None = None
    basis: Basis | None = None
    is_about_us: bool = False
    side: Side | None = None
    due: date | None = None
    done: date | None = None
    outcome: Outcome | None = None
