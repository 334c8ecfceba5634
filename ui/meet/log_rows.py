"""ui: the rows of the log in Meet, kept from one line to the next, so that a new line costs one row; no Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from core.issue import Issue
from core.line import Line, Verb
from core.meeting import Round
from core.negotiation import Negotiation
from core.side import Side
from core.table import Table
from core.term import Term
from core.verdict import Flag
from core.words import Words
from ui.meet.log_words import LineWords, line_words, side_word

SHOWN = 200  # lines that are shown at first: a talk has some sixty


@dataclass(frozen=True, slots=True, kw_only=True)
class LogRow:
    """One line of the log, or the opening of a round, which has no line (0) and a name of its own."""

    line_id: int
    name: str = ""
    at: datetime
    time: str
    who: str
    words: LineWords
    verb: Verb
    is_check: bool
    is_key: bool = False

    @property
    def row_id(self) -> int | str:
        """Return what the row goes by in a table."""
        return self.line_id or self.name


class LogRows:
    """Turn the lines of one negotiation into rows, the newest first, and the rounds between them."""

    def __init__(self, say: Words, clock: Callable[[], datetime]) -> None:
        """Take the words and the clock, in whose zone times are shown."""
        self._say = say
        self._clock = clock
        self._issues: tuple[Issue, ...] = ()
        self._said: tuple[Line, ...] = ()
        self._rows: list[LogRow] = []
        self._unread: dict[int, tuple[Line, LogRow]] = {}
        self._rounds: dict[int, tuple[Round, LogRow]] = {}
        self._table = Table()
        self._first = 0
        self.shows_all = False

    @property
    def left_out(self) -> int:
        """Return how many earlier lines are not shown."""
        return self._first

    def of(self, negotiation: Negotiation) -> tuple[LogRow, ...]:
        """Return the rows of the last `SHOWN` lines, or of all where `shows_all` is set, and of the rounds in them."""
        said = negotiation.spoken
        if not self._goes_on(negotiation, said):
            self._said, self._rows, self._table, self._issues = (), [], Table(), negotiation.issues
            self._first = 0 if self.shows_all else max(0, len(said) - SHOWN)
        for number, line in enumerate(said[len(self._said) :], start=len(self._said)):
            if number >= self._first:
                earlier = {} if line.side is None else self._table.standing(line.side, line.at)
                self._rows.append(self.row(negotiation, line, earlier))
            self._table.add(line)
        self._said = said
        return self._with_rounds(negotiation)

    def unread(self, negotiation: Negotiation) -> tuple[LogRow, ...]:
        """Return the rows of the lines still to be cleared up, in the order they were said."""
        for line in negotiation.unread:
            kept = self._unread.get(line.id)
            if kept is None or kept[0] is not line:
                self._unread[line.id] = line, self.row(negotiation, line, {})
        return tuple(self._unread[line.id][1] for line in negotiation.unread)

    def row(self, negotiation: Negotiation, line: Line, earlier: dict[int, Term]) -> LogRow:
        """Return the row of one line; `earlier` are the same side's terms before it."""
        say = self._say
        unread = line.verb is Verb.UNREAD or (line.verb is Verb.OFFER and bool(line.rest))
        in_breach = line.side is Side.THEM and line.is_offer and line.stands and line.stands.flag is Flag.ACT
        words = line_words(negotiation, line, earlier, say)
        who = say("Both") if line.verb is Verb.AGREE else side_word(say, line.side)
        return LogRow(
            line_id=line.id,
            at=line.at,
            time=say.clock(line.at.astimezone(self._clock().tzinfo)),
            who="" if words.is_unspoken else who,
            words=words,
            verb=line.verb,
            is_check=unread or bool(in_breach),
            is_key=line.is_key,
        )

    def _with_rounds(self, negotiation: Negotiation) -> tuple[LogRow, ...]:
        """Put the opening of each round before the first line of its moment, where that is shown."""
        shown_from = self._rows[0].at if self._first and self._rows else None
        opened = (each for meeting in negotiation.meetings for each in meeting.rounds)
        rounds = [self._round(each) for each in opened if shown_from is None or each.started_at >= shown_from]
        rows = [*reversed(self._rows), *rounds]
        return tuple(sorted(rows, key=lambda row: (row.at, bool(row.line_id)), reverse=True))

    def _round(self, opened: Round) -> LogRow:
        kept = self._rounds.get(opened.id)
        if kept is None or kept[0] != opened:
            words = LineWords(self._say("Round {n} opened", n=opened.number))
            row = LogRow(
                line_id=0,
                name=f"round {opened.id}",
                at=opened.started_at,
                time=self._say.clock(opened.started_at.astimezone(self._clock().tzinfo)),
                who="",
                words=words,
                verb=Verb.ROUND,
                is_check=False,
            )
            kept = self._rounds[opened.id] = opened, row
        return kept[1]

    def _goes_on(self, negotiation: Negotiation, said: tuple[Line, ...]) -> bool:
        """Tell whether the log only grew since: the lines known are the first ones still, and none hidden is wanted."""
        if self.shows_all and self._first:
            return False
        return self._said == said[: len(self._said)] and self._issues == negotiation.issues
