"""ui: notes taken on paper on their way into the log - each line read after those before it, then logged; no Qt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from itertools import takewhile
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

    `is_read` is False where it is kept as it was typed, and `reason` says why. `trouble` is why it cannot be logged at
    all; then nothing is.
    """

    number: int
    text: str
    at: datetime
    words: str
    is_read: bool
    reason: Message | None = None
    trouble: Message | None = None


@dataclass(frozen=True, slots=True)
class _Step:
    """One line as it was read: its row (None for an empty one), and where it leaves time and talk."""

    line: str
    row: PaperRow | None
    at: datetime
    after: Negotiation


class PaperEntry:
    """Log what was noted on paper at the day of the meeting, in codes of the cheat card or in plain."""

    def __init__(self, logbook: Logbook, negotiation_id: int, say: Words, clock: Callable[[], datetime]) -> None:
        """Take the negotiation that the notes are of."""
        self._logbook = logbook
        self._negotiation_id = negotiation_id
        self._say = say
        self._clock = clock
        self._steps: list[_Step] = []
        self._read_for: tuple[Negotiation, date] | None = None

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
        now, negotiation = self._clock(), self._negotiation()
        if day > now.date():
            raise NotAllowed("line.not_yet")
        latest = min(datetime.combine(day, time.max, now.tzinfo), now)
        at = min(datetime.combine(day, _NOON, now.tzinfo), latest)
        if negotiation.spoken and negotiation.spoken[-1].at.astimezone(now.tzinfo).date() == day:
            at = negotiation.spoken[-1].at
        lines = [each.strip() for each in text.splitlines()]
        self._forget_from(lines, negotiation, day)
        for line in lines[len(self._steps) :]:
            before = self._steps[-1] if self._steps else _Step("", None, at, negotiation)
            self._steps.append(self._step(len(self._steps) + 1, line, before, latest))
        return tuple(each.row for each in self._steps if each.row is not None)

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
        negotiation = self._negotiation()
        meeting = self._left_open(negotiation, day)
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
            said = [line.at for line in self._negotiation().lines if line.meeting_id == meeting]
            step(self._logbook.meetings.change(meeting, ended_at=max(said)), "")

    # inside

    def _negotiation(self) -> Negotiation:
        return self._logbook.negotiations.load(self._negotiation_id)

    def _left_open(self, negotiation: Negotiation, day: date) -> int:
        """Return the open meeting that began on this past day, which its notes from paper end; 0 without one."""
        meeting, now = negotiation.open_meeting, self._clock()
        if meeting is None or meeting.started_at is None or day >= now.date():
            return 0
        return meeting.id if meeting.started_at.astimezone(now.tzinfo).date() == day else 0

    @staticmethod
    def _card(negotiation: Negotiation) -> CheatCard | None:
        return None if negotiation.cheat_seed is None else cheat_card(negotiation, negotiation.cheat_seed)

    def _read(self, negotiation: Negotiation, text: str, card: CheatCard | None, at: datetime) -> Reading:
        plain = _time_behind(text)
        if card is not None:
            plain = decode(plain, card, self._say.decimal_mark)
        return replace(LineReader(negotiation, self._say).read(plain, at), text=text)

    def _forget_from(self, lines: Sequence[str], negotiation: Negotiation, day: date) -> None:
        """Keep what was read of the lines up to the first that is another one: most often the last is written."""
        read_for = self._read_for
        if read_for is None or read_for[0] is not negotiation or read_for[1] != day:
            self._read_for, self._steps = (negotiation, day), []
        pairs = zip(lines, (each.line for each in self._steps), strict=False)
        same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        del self._steps[same:]

    def _step(self, number: int, line: str, before: _Step, latest: datetime) -> _Step:
        """Read one line after those before it, and put it into the log of the talk as it would then be."""
        if not line:
            return replace(before, line=line, row=None)
        reading = self._read(before.after, line, self._card(before.after), latest)
        at = reading.statement.at or before.at
        # when it was said stands in a column of its own
        said = replace(reading.statement, at=None)
        row = PaperRow(number=number, text=line, at=at, words="", is_read=False, reason=reading.message)
        try:
            entry = compose(before.after, reading, at, self._clock(), reading.statement.note, with_repairs=False)
        except LogrollError as error:
            words = told(words_of(said, before.after, self._say))
            return _Step(line, replace(row, words=words, trouble=error.message), at, before.after)
        after = _after(before.after, entry, number)
        is_read = reading.status in (Status.READ, Status.LEFTOVER)
        words = told(words_of(said, after, self._say)) if is_read else self._say("kept as typed")
        return _Step(line, replace(row, words=words, is_read=is_read, trouble=entry.needs_reason), at, after)


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
