"""ui: the lines of the log that could not be read, to be cleared up before or after closing; no Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from core.changes import Changes
from core.errors import BadInput
from core.line import Line, Verb
from core.log import compose
from core.negotiation import Negotiation
from core.shorthand import Reading, Status, told, words_of
from core.standing import spoken
from core.words import Words
from ui.meet.line_reader import LineReader
from ui.meet.log_words import side_word

if TYPE_CHECKING:
    from db.logbook import Logbook


@dataclass(frozen=True, slots=True)
class UnreadRow:
    """One line as it was typed, when and by whom it was said."""

    line_id: int
    when: str
    who: str
    text: str


@dataclass(frozen=True, slots=True)
class ReadAgain:
    """How a corrected text reads: in words where it has one reading, else each of several, else only why not."""

    words: str
    choices: tuple[str, ...] = ()
    reason: str = ""


class UnreadPresenter:
    """Read unread lines once more; they keep their first text and their time."""

    def __init__(self, logbook: Logbook, say: Words, clock: Callable[[], datetime]) -> None:
        """Take the logbook, the words and the clock; `negotiation` is set by whoever loads it."""
        self._logbook = logbook
        self._say = say
        self._clock = clock
        self.negotiation = Negotiation(supplier_id=0, title="")

    def rows(self) -> tuple[UnreadRow, ...]:
        """Return the lines to clear up, in the order they were said."""
        zone = self._clock().tzinfo
        return tuple(
            UnreadRow(line.id, self._say.moment(line.at.astimezone(zone)), side_word(self._say, line.side), line.text)
            for line in spoken(self.negotiation)
            if line.verb is Verb.UNREAD
        )

    def preview(self, line_id: int, text: str) -> ReadAgain:
        """Return how a corrected text would be read."""
        if not text.strip():
            return ReadAgain("")
        reading = self._reading(self._line(line_id), text)
        reason = "" if reading.message is None else self._say.message(reading.message)
        ways = tuple(told(words_of(each, self.negotiation, self._say)) for each in reading.choices)
        if reading.status in (Status.READ, Status.LEFTOVER):
            return ReadAgain(ways[0], (), reason)
        return ReadAgain("", ways, reason)

    def clear_up(self, line_id: int, text: str, choice: int = 0) -> Changes:
        """Log a line as its corrected text reads, or as the reading of this number; raises BadInput with none."""
        line = self._line(line_id)
        reading = self._reading(line, text)
        if choice and choice <= len(reading.choices):
            reading = reading.chosen(choice)
        if reading.statement.verb is Verb.UNREAD:
            if reading.message is not None:
                raise BadInput(reading.message.code, **reading.message.data)
            raise BadInput("debrief.still_unread")
        entry = compose(self.negotiation, reading, line.at, self._clock(), self._say("cleared up after the meeting"))
        return self._logbook.lines.reread(line_id, entry)

    def _line(self, line_id: int) -> Line:
        return next(each for each in self.negotiation.lines if each.id == line_id)

    def _reading(self, line: Line, text: str) -> Reading:
        return LineReader(self.negotiation, self._say).read_again(line, text)
