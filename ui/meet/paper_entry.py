"""ui: notes taken on paper on their way into the log - each line read after those before it, then logged; no Qt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from core.changes import Changes
from core.cheat import CheatCard, cheat_card, decode
from core.errors import LogrollError, NotAllowed
from core.log import Entry, compose
from core.message import Message
from core.negotiation import Negotiation
from core.shorthand import Reading, Status, told, words_of
from core.sitting import planned_on
from core.words import Words
from ui.meet.line_reader import LineReader

if TYPE_CHECKING:
    from collections.abc import Callable

    from db.logbook import Logbook

_NOON = time(12)
_TIME_FIRST = re.compile(r"@?([0-9]{1,2}:[0-9]{2})\s+(\S.*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRow:
    """One noted line: what it was read as, in words, and when it was said.

    `is_read` is False where it is kept as it was typed. `trouble` is why it cannot be logged at all; then nothing is.
    """

    number: int
    text: str
    at: datetime
    words: str
    is_read: bool
    trouble: Message | None = None


class PaperEntry:
    """Log what was noted on paper at the day of the meeting, in codes of the cheat card or in plain."""

    def __init__(self, logbook: Logbook, negotiation_id: int, say: Words, clock: Callable[[], datetime]) -> None:
        """Take the negotiation that the notes are of."""
        self._logbook = logbook
        self._negotiation_id = negotiation_id
        self._say = say
        self._clock = clock

    def day(self) -> date:
        """Return the day of the last meeting that was planned and not held: the notes are likely of it; else today."""
        now = self._clock()
        planned = [
            each.planned_at
            for each in self._negotiation().meetings
            if each.planned_at is not None and each.started_at is None and each.planned_at <= now
        ]
        return max(planned).astimezone(now.tzinfo).date() if planned else now.date()

    def rows(self, text: str, day: date) -> tuple[PaperRow, ...]:
        """Read the notes, one a line, each against the table as the lines before it leave it; nothing is logged.

        Raises NotAllowed for a day that has not come yet.
        """
        found = []
        for number, line, reading, entry, after in self._steps(self._negotiation(), text, day):
            found.append(self._row(number, line, reading, entry, after))
        return tuple(found)

    def log(self, text: str, day: date, step: Callable[[Changes, str], None]) -> None:
        """Log the notes in a meeting of that day, which is made where there is none; raise NotAllowed with a trouble.

        What has no one reading is kept as it stands, as everywhere. A line of ours past our limit needs its reason as
        the line's note. `step` is told of each change, with the notes that are not logged yet: what stops in the
        middle loses nothing, and logs nothing twice.
        """
        rows = self.rows(text, day)
        trouble = next((row.trouble for row in rows if row.trouble is not None), None)
        if trouble is not None:
            raise NotAllowed(trouble.code, **trouble.data)
        if not rows:
            return
        negotiation, meeting = self._negotiation(), 0
        if negotiation.open_meeting is None:
            began = min(row.at for row in rows)
            planned = planned_on(negotiation, began)
            meeting_id = None if planned is None else planned.id
            started = self._logbook.meetings.start(self._negotiation_id, meeting_id=meeting_id, started_at=began)
            step(started, text)
            meeting = started.made
        lines = text.splitlines()
        for row in rows:
            negotiation = self._negotiation()
            reading = self._read(negotiation, row.text, self._card(negotiation), row.at)
            entry = compose(negotiation, reading, row.at, self._clock(), reading.statement.note, with_repairs=False)
            step(self._logbook.lines.log(self._negotiation_id, entry), "\n".join(lines[row.number :]))
        if meeting:
            step(self._logbook.meetings.change(meeting, ended_at=max(row.at for row in rows)), "")

    # inside

    def _negotiation(self) -> Negotiation:
        return self._logbook.negotiations.load(self._negotiation_id)

    @staticmethod
    def _card(negotiation: Negotiation) -> CheatCard | None:
        return None if negotiation.cheat_seed is None else cheat_card(negotiation, negotiation.cheat_seed)

    def _read(self, negotiation: Negotiation, text: str, card: CheatCard | None, at: datetime) -> Reading:
        plain = _time_behind(text)
        if card is not None:
            plain = decode(plain, card, self._say.decimal_mark)
        return replace(LineReader(negotiation, self._say).read(plain, at), text=text)

    def _steps(
        self, negotiation: Negotiation, text: str, day: date
    ) -> Iterator[tuple[int, str, Reading, Entry | LogrollError, Negotiation]]:
        """Yield each line with its reading, and the negotiation as it would then be; no line is logged."""
        now = self._clock()
        if day > now.date():
            raise NotAllowed("line.not_yet")
        latest = min(datetime.combine(day, time.max, now.tzinfo), now)
        at = min(datetime.combine(day, _NOON, now.tzinfo), latest)
        if negotiation.spoken and negotiation.spoken[-1].at.astimezone(now.tzinfo).date() == day:
            at = negotiation.spoken[-1].at
        card = self._card(negotiation)
        for number, line in enumerate((each.strip() for each in text.splitlines()), start=1):
            if not line:
                continue
            reading = self._read(negotiation, line, card, latest)
            at = reading.statement.at or at
            try:
                entry: Entry | LogrollError = compose(
                    negotiation, reading, at, now, reading.statement.note, with_repairs=False
                )
            except LogrollError as error:
                yield number, line, reading, error, negotiation
                continue
            if isinstance(entry, Entry):
                negotiation = _after(negotiation, entry, number)
            yield number, line, reading, entry, negotiation

    def _row(
        self, number: int, text: str, reading: Reading, entry: Entry | LogrollError, after: Negotiation
    ) -> PaperRow:
        # when it was said stands in a column of its own
        said = replace(reading.statement, at=None)
        words = told(words_of(said, after, self._say))
        if isinstance(entry, LogrollError):
            at = reading.statement.at or self._clock()
            return PaperRow(number=number, text=text, at=at, words=words, is_read=False, trouble=entry.message)
        is_read = reading.status in (Status.READ, Status.LEFTOVER)
        return PaperRow(
            number=number,
            text=text,
            at=entry.line.at,
            words=words if is_read else self._say("kept as typed"),
            is_read=is_read,
            trouble=entry.needs_reason,
        )


def _time_behind(text: str) -> str:
    """Return a line whose time stands behind it, as the meeting line takes it; on paper the time comes first."""
    found = _TIME_FIRST.fullmatch(text)
    if found is None:
        return text
    said, sign, note = f" {found[2]}".partition(" # ")
    return f"{said} @{found[1]}{sign}{note}".strip()


def _after(negotiation: Negotiation, entry: Entry, number: int) -> Negotiation:
    """Return the negotiation as it would be with an entry in its log; new records have ids below 0."""
    line = replace(entry.line, id=-number)
    issues = negotiation.issues
    if entry.issue is not None:
        issues = tuple(replace(each, weight=entry.weights.get(each.id, each.weight)) for each in issues)
        issues = (*issues, replace(entry.issue, id=-number))
    return replace(negotiation, lines=(*negotiation.lines, line), issues=issues)
