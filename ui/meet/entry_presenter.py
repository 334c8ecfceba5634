"""ui: the entry line's side of Meet - what is typed is read, completed, logged, corrected and kept; knows no widget."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING

from core.line import Line
from core.message import Message
from core.negotiation import Negotiation
from core.shorthand import Completion, Part, Reading, Role, Statement, complete, spoken, words_of
from core.side import Side
from core.words import Words
from ui.meet.entry import Logged, log_line, revise_line
from ui.meet.line_reader import LineReader
from ui.meet.log_words import side_word

if TYPE_CHECKING:
    from db.logbook import Logbook

_RECALLED = 50  # typed lines that the arrow keys bring back


class EntryPresenter:
    """Read against the negotiation that is shown; `MeetPresenter` gives it each new state."""

    def __init__(self, logbook: Logbook, say: Words, clock: Callable[[], datetime]) -> None:
        """Take the logbook, the words and the clock; nothing is read before `show`."""
        self._logbook = logbook
        self._say = say
        self._clock = clock
        self._negotiation = Negotiation(supplier_id=0, title="")
        self._reader = LineReader(self._negotiation, say)

    def show(self, negotiation: Negotiation) -> None:
        """Read against this state of the negotiation from now on."""
        self._negotiation = negotiation
        self._reader = LineReader(negotiation, self._say)

    # reading

    def read(self, text: str) -> Reading:
        """Read what is typed against the table as it is now."""
        return self._reader.read(text, self._clock())

    def read_again(self, line: Line, text: str) -> Reading:
        """Read what is typed in the place of a line of the log."""
        return self._reader.read_again(line, text)

    def completion(self, text: str) -> Completion | None:
        """Return what the last word may become."""
        return complete(text, self._reader.context(self._clock()))

    # what goes down

    def log(self, reading: Reading, reason: str = "") -> Logged:
        """Log a reading; raises NotAllowed where an own offer passes our limit and no reason is given."""
        return log_line(self._logbook, self._negotiation, reading, self._say, self._clock(), reason, with_repairs=False)

    def revise(self, line: Line, reading: Reading, reason: str = "") -> Logged:
        """Put a reading in the place of a line of the log; raises NotAllowed as `log` does."""
        return revise_line(self._logbook, self._negotiation, line, reading, self._say, reason)

    def keep_draft(self, text: str) -> None:
        """Keep the half-typed line, outside journal and undo."""
        self._logbook.drafts.keep(self._draft_place(), text)

    def draft(self) -> str:
        """Return the line that was half typed when the program ended."""
        return self._logbook.drafts.read(self._draft_place())

    # lines of the log

    def recalled(self) -> tuple[str, ...]:
        """Return the lines typed last, the newest first, without what is ours alone: they come up in large type."""
        typed = (said for line in reversed(self._negotiation.lines) if (said := spoken(line.verb, line.text)))
        return tuple(islice(dict.fromkeys(typed), _RECALLED))

    def line(self, line_id: int) -> Line | None:
        """Return a line of the log, None where it is there no more."""
        return next((each for each in self._negotiation.lines if each.id == line_id), None)

    def logged_next_to(self, line: Line | None, step: int) -> Line | None:
        """Return the line logged before (-1) or after (+1) another one, without one the last; None past either end."""
        logged = sorted((each for each in self._negotiation.lines if each.text), key=lambda each: each.id)
        if line is None:
            return logged[-1] if logged and step < 0 else None
        others = [each for each in logged if (each.id < line.id) is (step < 0) and each.id != line.id]
        return others[-1 if step < 0 else 0] if others else None

    # in words

    def speaker(self, statement: Statement | None = None) -> str:
        """Return who is taken to speak: by the line, else as in the last line of the log."""
        if statement is not None and statement.side is not None:
            return side_word(self._say, statement.side)
        said = (line.side for line in reversed(self._negotiation.spoken) if line.side is not None)
        return side_word(self._say, next(said, Side.THEM))

    def words(self, statement: Statement) -> tuple[Part, ...]:
        """Return a statement in words, part by part."""
        return words_of(statement, self._negotiation, self._say)

    def sentence(self, found: Message) -> str:
        """Return what a rule has to say."""
        return self._say.message(found)

    def time_of(self, line: Line) -> str:
        """Return the time of day at which a line was said."""
        return self._say.clock(line.at.astimezone(self._clock().tzinfo))

    def unread_spans(self, reading: Reading) -> tuple[tuple[int, int], ...]:
        """Return where in the text words could not be read, as (start, length)."""
        return tuple((each.start, each.end - each.start) for each in reading.spans if each.role is Role.UNREAD)

    def _draft_place(self) -> str:
        return f"meet:{self._negotiation.id}"
