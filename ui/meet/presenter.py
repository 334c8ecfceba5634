"""ui: what Meet shows and does - positions, log, promises, the dot, one line down at a time; knows no widget."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from core.changes import Changes
from core.exact import apart
from core.issue import Issue
from core.judge import Judge
from core.negotiation import Negotiation
from core.shorthand import Reading
from core.side import Side
from core.sitting import planned_on
from core.standing import IssueState, Stage, issue_states, standing
from core.term import Term, Value
from core.verdict import Flag, Verdict
from core.words import EN_DASH, Words
from ui.meet.entry import Logged
from ui.meet.entry_presenter import EntryPresenter
from ui.meet.log_rows import LogRow, LogRows
from ui.meet.log_words import side_word
from ui.meet.peek_presenter import PeekPresenter
from ui.meet.sitting import Sitting

if TYPE_CHECKING:
    from db.logbook import Logbook


_ORDER = (Stage.AGREED, Stage.OPEN, Stage.NEW, Stage.PARKED)


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionRow:
    """One issue as it lies on the table: both sides' standing terms, how far apart, and how it is doing."""

    issue_id: int
    name: str
    unit: str
    they: str
    we: str
    apart: str
    state: str
    is_check: bool
    stage: Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseRow:
    """One promise that is still open."""

    commitment_id: int
    who: str
    text: str
    due: str


class _Standing:
    """What lies on the table in one state of the negotiation, worked out once."""

    def __init__(self, negotiation: Negotiation, now: datetime) -> None:
        self._negotiation = negotiation
        self._now = now

    @cached_property
    def they(self) -> dict[int, Term]:
        return standing(self._negotiation, Side.THEM, self._now)

    @cached_property
    def we(self) -> dict[int, Term]:
        return standing(self._negotiation, Side.US, self._now)

    @cached_property
    def states(self) -> dict[int, IssueState]:
        return issue_states(self._negotiation, self._now)

    @cached_property
    def verdict(self) -> Verdict | None:
        """Their standing offer, judged; None while they have offered nothing."""
        if not self.they:
            return None
        return Judge(self._negotiation).verdict(self.they, Side.THEM, self._now.date(), with_repairs=False)


class MeetPresenter:
    """Stand between the meeting's screen and the logbook; holds the negotiation that is shown."""

    def __init__(self, logbook: Logbook, say: Words, clock: Callable[[], datetime]) -> None:
        """Take the logbook, the words and the clock; nothing is loaded before `load`."""
        self._logbook = logbook
        self._say = say
        self._clock = clock
        self._negotiation: Negotiation | None = None
        self._standing: _Standing | None = None
        self.entry = EntryPresenter(logbook, say, clock)
        self.sitting = Sitting(logbook, say, clock)
        self.peek = PeekPresenter(logbook, say, clock)
        self._log = LogRows(say, clock)

    @property
    def negotiation(self) -> Negotiation:
        """Return the negotiation that is shown; raise RuntimeError before one was loaded."""
        if self._negotiation is None:
            raise RuntimeError("no negotiation has been loaded")
        return self._negotiation

    def load(self, negotiation_id: int) -> None:
        """Load a negotiation, or load it again after a change; raises NotFound."""
        self._show(self._logbook.negotiations.load(negotiation_id))

    # what goes down

    def read(self, text: str) -> Reading:
        """Read what is typed against the table as it is now."""
        return self.entry.read(text)

    def log(self, reading: Reading, reason: str = "") -> Logged:
        """Log a reading; raises NotAllowed where an own offer passes our limit and no reason is given."""
        return self.logged(self.entry.log(reading, reason))

    def logged(self, logged: Logged) -> Logged:
        """Show the negotiation as it is after a line was logged or corrected."""
        self._show(logged.negotiation)
        return logged

    def start(self) -> Changes:
        """Start a meeting now: the one planned for today where there is one, else a new one."""
        now = self._clock()
        planned = planned_on(self.negotiation, now)
        meeting_id = None if planned is None else planned.id
        return self._logbook.meetings.start(self.negotiation.id, meeting_id=meeting_id, started_at=now)

    def next_round(self) -> Changes | None:
        """Start the next round; None outside a meeting."""
        meeting = self.negotiation.open_meeting
        return None if meeting is None else self._logbook.meetings.next_round(meeting.id)

    def end(self) -> Changes | None:
        """End the open meeting, with the notes that a crash left half typed; None where there is none."""
        meeting = self.negotiation.open_meeting
        if meeting is None:
            return None
        self.sitting.settle_notes()
        return self._logbook.meetings.end(meeting.id)

    def withdraw(self, line_id: int) -> Changes:
        """Take back what a line stated."""
        return self._logbook.lines.withdraw(line_id)

    def delete(self, line_id: int) -> Changes:
        """Delete a line."""
        return self._logbook.lines.delete(line_id)

    # what is shown

    def level(self) -> Flag:
        """Return how their standing offer is doing: what the dot shows; fine while they have offered nothing."""
        verdict = self._on_table.verdict
        return Flag.FINE if verdict is None else verdict.flag

    def positions(self) -> tuple[PositionRow, ...]:
        """Return every issue with what both sides stand by."""
        table = self._on_table
        verdict = table.verdict
        worse: set[int] = set()
        if verdict is not None:
            worse = set(verdict.past_limit)
            if verdict.is_breach:
                worse |= {each.issue_id for each in verdict.shortfalls}
        return tuple(
            self._position(
                issue,
                table.they.get(issue.id),
                table.we.get(issue.id),
                table.states[issue.id],
                is_check=issue.id in worse,
            )
            for issue in self.negotiation.issues
        )

    def counts(self) -> str:
        """Return how many issues are open, agreed, new and parked."""
        stages = [state.stage for state in self._on_table.states.values()]
        return self._say(
            "{open} open, {agreed} agreed, {new} new, {parked} parked",
            open=stages.count(Stage.OPEN),
            agreed=stages.count(Stage.AGREED),
            new=stages.count(Stage.NEW),
            parked=stages.count(Stage.PARKED),
        )

    def log_rows(self) -> tuple[LogRow, ...]:
        """Return the log, the newest line first; of a very long one the last lines."""
        return self._log.of(self.negotiation)

    @property
    def lines_left_out(self) -> int:
        """Return how many earlier lines the log does not show."""
        return self._log.left_out

    def show_all_lines(self) -> None:
        """Show the whole log from now on."""
        self._log.shows_all = True

    def promises(self) -> tuple[PromiseRow, ...]:
        """Return the promises of both sides that are not kept yet."""
        return tuple(
            PromiseRow(
                commitment_id=each.id,
                who=side_word(self._say, each.side),
                text=each.text,
                due="" if each.due is None else self._say.weekday(each.due),
            )
            for each in self.negotiation.commitments
            if each.done_on is None
        )

    def unread(self) -> tuple[LogRow, ...]:
        """Return the lines still to be cleared up."""
        return self._log.unread(self.negotiation)

    def closed(self) -> tuple[PositionRow, ...]:
        """Return every issue as it stands when the meeting is over: agreed, open, parked, and no flag on any."""
        rows = sorted(self.positions(), key=lambda row: _ORDER.index(row.stage))
        return tuple(replace(row, is_check=False, state=row.state or self._say("open")) for row in rows)

    def sat(self) -> str:
        """Return with whom the last meeting was, from when to when; empty before there was one."""
        meetings = self.negotiation.meetings
        ended = [(each.ended_at, each.started_at) for each in meetings if each.started_at and each.ended_at]
        if not ended:
            return ""
        zone, say = self._clock().tzinfo, self._say
        end, start = (say.clock(each.astimezone(zone)) for each in max(ended))
        return say("{supplier}, {start} to {end}", supplier=self.negotiation.supplier_name, start=start, end=end)

    def started(self) -> tuple[str, str]:
        """Return when the open meeting began and for how many minutes it lasts; empty outside one."""
        meeting = self.negotiation.open_meeting
        if meeting is None or meeting.started_at is None:
            return "", ""
        minutes = max(0, int((self._clock() - meeting.started_at).total_seconds() // 60))
        started = self._say("Started {time}", time=self._say.clock(meeting.started_at.astimezone(self._clock().tzinfo)))
        return started, self._say("{n} min", n=minutes)

    # inside

    @property
    def _on_table(self) -> _Standing:
        if self._standing is None:
            self._standing = _Standing(self.negotiation, self._clock())
        return self._standing

    def _show(self, negotiation: Negotiation) -> None:
        if self._negotiation is None or negotiation.id != self._negotiation.id:
            self._log = LogRows(self._say, self._clock)
        self._negotiation = negotiation
        self._standing = None
        self.entry.show(negotiation)
        self.sitting.show(negotiation)
        self.peek.show(negotiation)

    def _position(
        self, issue: Issue, they: Term | None, we: Term | None, state: IssueState, *, is_check: bool
    ) -> PositionRow:
        say = self._say
        settled = {Stage.AGREED: say("agreed"), Stage.PARKED: say("parked"), Stage.NEW: say("new")}.get(state.stage, "")
        if settled and state.since is not None:
            settled = f"{settled} {say.clock(state.since.astimezone(self._clock().tzinfo))}"
        return PositionRow(
            issue_id=issue.id,
            name=issue.name,
            unit=issue.unit,
            they=_shown(they, say),
            we=_shown(we, say),
            apart=_apart(they, we, say),
            state=settled,
            is_check=is_check and not settled,
            stage=state.stage,
        )


def _shown(term: Term | None, say: Words) -> str:
    if term is None:
        return EN_DASH
    if term.upto is None:
        return say.quantity(term.value)
    return say("{low} to {high}", low=say.quantity(term.value), high=say.quantity(term.upto))


def _apart(they: Term | None, we: Term | None, say: Words) -> str:
    if they is None or we is None or they.upto is not None or we.upto is not None:
        return ""
    return _distance(they.value, we.value, say)


def _distance(one: Value, other: Value, say: Words) -> str:
    if isinstance(one, Decimal) and isinstance(other, Decimal):
        distance = apart(one, other)
        return EN_DASH if distance == 0 else say.number(distance)
    if isinstance(one, date) and isinstance(other, date):
        days = abs((one - other).days)
        return EN_DASH if days == 0 else say.plural("{n} day", "{n} days", days)
    return EN_DASH if one == other else ""
