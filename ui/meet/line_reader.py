"""ui: reads lines against one state of a negotiation, looked at once for all letters of a line; no Qt."""

from __future__ import annotations

from datetime import datetime

from core.line import Line
from core.negotiation import Negotiation
from core.number import Marks
from core.shorthand import Context, Reading, read
from core.standing import lines_before
from core.words import Words


class LineReader:
    """Read what is typed, in the region and language of the words.

    A line that says when it was said is read against the table of that time: a step, an "ok" or a bare number means
    what it meant then.
    """

    def __init__(self, negotiation: Negotiation, say: Words) -> None:
        """Take the negotiation as it stands; nothing is looked at before the first line."""
        self._negotiation = negotiation
        self._say = say
        self._now: Context | None = None
        self._then: dict[datetime, Context] = {}

    def context(self, now: datetime) -> Context:
        """Return what a line is read against that is typed at `now`."""
        # The same for every letter of a line, but for the time of day: what stands by then changes by days only.
        if self._now is None or self._now.now.date() != now.date():
            self._now = Context.of(self._negotiation, marks=Marks.of(self._say), now=now, language=self._say.language)
            self._then.clear()
        return self._now.typed_at(now)

    def read(self, text: str, now: datetime) -> Reading:
        """Read a new line that is typed at `now`."""
        reading = read(text, self.context(now))
        at = reading.kept.at
        spoken = self._negotiation.spoken
        if at is None or not spoken or spoken[-1].at <= at:
            return reading
        return read(text, self._context_of(at, now))

    def read_again(self, line: Line, text: str) -> Reading:
        """Read another text in the place of a line of the log, as if it had been typed instead.

        It is spoken by who spoke the line, unless it says so itself.
        """
        context = Context.of(
            self._negotiation,
            marks=Marks.of(self._say),
            now=max(line.logged_at, line.at),
            language=self._say.language,
            last_speaker=line.side,
            said=lines_before(self._negotiation, line),
            at=line.at,
        )
        return read(text, context)

    def _context_of(self, at: datetime, now: datetime) -> Context:
        if at not in self._then:
            self._then[at] = Context.of(
                self._negotiation, marks=Marks.of(self._say), now=now, language=self._say.language, at=at
            )
        return self._then[at].typed_at(now)
