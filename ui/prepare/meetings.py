"""ui: the planned meetings without their widgets - when, where, how, with whom and what for."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import datetime, time
from typing import TYPE_CHECKING

from core.counterpart import Counterpart, CounterpartRow
from core.meeting import Channel, Meeting
from core.naming import channel_word
from core.negotiation import Negotiation
from core.words import NO_BREAK
from ui.sheets.cells import locked
from ui.sheets.columns import GridColumn
from ui.sheets.kept import NotRead, Shelf
from ui.sheets.part_rows import Fields, PartRows, PartStore
from ui.sheets.prepared import Prepared
from ui.sheets.reader import Reader
from ui.widgets.sheet_model import Cell

if TYPE_CHECKING:
    from db.logbook import Logbook

_CLOCK = re.compile(r"(.*?)[,\s]\s*([01]?[0-9]|2[0-3])[:.h]([0-5][0-9])?\s*")
_SEPARATOR = ", "

Person = Counterpart | CounterpartRow


class MeetingRows(PartRows[Meeting]):
    """The rows of the meetings that are planned; those that began are only read."""

    has_order = False  # their day decides

    def __init__(self, logbook: Logbook, reader: Reader, shelf: Shelf, clock: Callable[[], datetime]) -> None:
        """Take the logbook, the reader of the region, the shelf, and the clock for its zone."""
        super().__init__(logbook, reader, shelf)
        self._clock = clock

    def columns(self, _prepared: Prepared) -> tuple[GridColumn, ...]:
        say = self.reader.say
        return (
            GridColumn("planned_at", say("When"), width=138, is_text=True, tip=say("Day and time: 1 Dec, 10:00")),
            GridColumn("channel", say("How"), width=92, is_text=True),
            GridColumn("place", say("Where"), width=96, is_text=True, stretch=2, wrap=True),
            GridColumn("people", say("For them"), width=120, is_text=True, stretch=2, wrap=True),
            GridColumn("purpose", say("What for"), width=120, is_text=True, stretch=3, wrap=True),
        )

    def choices(self, prepared: Prepared) -> dict[str, tuple[str, ...]]:
        return {
            "channel": tuple(channel_word(self.reader.say, each) for each in Channel),
            "people": tuple(each.name for each in prepared.around.people),
        }

    def parts(self, negotiation: Negotiation) -> Sequence[Meeting]:
        return sorted(negotiation.meetings, key=lambda each: (_moment(each) is None, _moment(each), each.id))

    def cells(self, prepared: Prepared, part: Meeting) -> dict[str, Cell]:
        say, moment = self.reader.say, _moment(part)
        texts = {
            "planned_at": "" if moment is None else say.moment(moment),
            "channel": channel_word(say, part.channel),
            "place": part.place,
            "people": _SEPARATOR.join(each.name for each in prepared.around.people if each.id in part.people),
            "purpose": part.purpose,
        }
        if part.started_at is None:
            return {key: Cell(text) for key, text in texts.items()}
        reason = say("This meeting was held.") if part.ended_at else say("This meeting is being held.")
        return {key: locked(text, reason) for key, text in texts.items()}

    def blank(self, negotiation: Negotiation) -> Meeting:
        return Meeting(negotiation_id=negotiation.id)

    def read(self, prepared: Prepared, _part: Meeting, key: str, text: str) -> Fields:
        match key:
            case "planned_at":
                return {key: self._read_moment(text)}
            case "channel":
                return {key: self._read_channel(text)}
            case "people":
                return {key: self._read_people(text, prepared.around.people)}
        return {key: text.strip()}

    def is_empty(self, part: Meeting) -> bool:
        return part.planned_at is None and not (part.place or part.purpose or part.people)

    @property
    def store(self) -> PartStore:
        return self.logbook.meetings

    # inside

    def _read_moment(self, text: str) -> datetime | None:
        clean = text.replace(NO_BREAK, " ").strip()
        if not clean:
            return None
        found = _CLOCK.fullmatch(clean)
        day = self.reader.day((found[1] if found else clean).rstrip(", "))
        if day is None:
            raise NotRead(self.reader.say("Type the day too, for example 1 Dec, 10:00."))
        at = time(int(found[2]), int(found[3] or 0)) if found else time(9)
        return datetime.combine(day, at, self._clock().tzinfo)

    def _read_channel(self, text: str) -> Channel:
        wanted = text.strip().casefold()
        for channel in Channel:
            if wanted in (channel_word(self.reader.say, channel).casefold(), channel.value):
                return channel
        if not wanted:
            return Channel.ROOM
        words = _SEPARATOR.join(channel_word(self.reader.say, each) for each in Channel)
        raise NotRead(self.reader.say("Type one of: {words}.", words=words))

    def _read_people(self, text: str, people: Sequence[Person]) -> tuple[int, ...]:
        """Read names parted by commas, each whole or as far as it is like no other."""
        found = []
        for typed in (each.strip() for each in text.split(",")):
            if not typed:
                continue
            exact = [each for each in people if each.name.casefold() == typed.casefold()]
            like = exact or [each for each in people if typed.casefold() in each.name.casefold()]
            if len(like) != 1:
                raise NotRead(self._who(typed, like, people))
            found.append(like[0].id)
        return tuple(dict.fromkeys(found))

    def _who(self, typed: str, like: Sequence[Person], people: Sequence[Person]) -> str:
        say = self.reader.say
        if like:
            names = _SEPARATOR.join(each.name for each in like)
            return say("“{typed}” may be: {names}. Type more of the name.", typed=typed, names=names)
        if not people:
            return say("Nobody of this supplier is entered yet. Add {typed} in People first.", typed=typed)
        names = _SEPARATOR.join(each.name for each in people)
        return say("Nobody there is called “{typed}”. There are: {names}.", typed=typed, names=names)


def _moment(meeting: Meeting) -> datetime | None:
    return meeting.started_at or meeting.planned_at
