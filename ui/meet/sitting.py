"""ui: what a meeting is besides its lines - pause, key moments, agenda, people, notes; knows no widget."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from core.changes import Changes
from core.counterpart import CounterpartRow
from core.meeting import Channel, Meeting, Pause
from core.negotiation import Negotiation
from core.plan import PlanPoint, PointKind
from core.talk_time import talk_time
from core.words import Words
from ui.drafts import meeting_draft

if TYPE_CHECKING:
    from db.logbook import Logbook

PAUSE_MINUTES = 10
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaRow:
    """One entry of the agenda, and the time that its issue took of what was meant for it."""

    point_id: int
    text: str
    time: str
    is_over: bool


@dataclass(frozen=True, slots=True)
class Sitter:
    """One of the supplier's people, and whether they sit in the meeting."""

    person: CounterpartRow
    is_here: bool


class Sitting:
    """Stand between the open meeting and the logbook."""

    def __init__(self, logbook: Logbook, say: Words, clock: Callable[[], datetime]) -> None:
        """Take the logbook, the words and the clock; nothing is shown before `show`."""
        self._logbook = logbook
        self._say = say
        self._clock = clock
        self._negotiation: Negotiation | None = None

    def show(self, negotiation: Negotiation) -> None:
        """Work for this state of a negotiation."""
        self._negotiation = negotiation

    @property
    def meeting(self) -> Meeting | None:
        """Return the meeting that is being held, None where there is none."""
        return None if self._negotiation is None else self._negotiation.open_meeting

    @property
    def pause(self) -> Pause | None:
        """Return the pause that lasts, None where there is none."""
        meeting = self.meeting
        return None if meeting is None else next((each for each in meeting.pauses if each.ended_at is None), None)

    # verbs

    def toggle_pause(self) -> Changes | None:
        """Begin a pause, or end the one that lasts; None outside a meeting."""
        meeting = self.meeting
        if meeting is None:
            return None
        if self.pause is not None:
            return self._logbook.meetings.resume(meeting.id)
        return self._logbook.meetings.pause(meeting.id, PAUSE_MINUTES)

    def mark_key(self, line_id: int | None = None) -> Changes | None:
        """Mark the last line, or the one named, as a key moment, or not any more; None where nothing is said."""
        if self._negotiation is None or not self._negotiation.spoken:
            return None
        lines = self._negotiation.spoken
        line = next((each for each in lines if each.id == line_id), lines[-1])
        return self._logbook.lines.mark_key(line.id, is_key=not line.is_key)

    def change(self, field: str, text: str) -> Changes | None:
        """Change purpose, place, channel or notes of the meeting; None outside one."""
        meeting = self.meeting
        if meeting is None:
            return None
        fields: dict[str, Any] = {field: Channel(text) if field == "channel" else text}
        return self._logbook.meetings.change(meeting.id, **fields)

    def seat(self, counterpart_id: int, *, is_here: bool) -> Changes | None:
        """Note that a person sits in the meeting, or does not; None outside one."""
        meeting = self.meeting
        if meeting is None:
            return None
        people = [each for each in meeting.people if each != counterpart_id]
        return self._logbook.meetings.change(meeting.id, people=[*people, counterpart_id] if is_here else people)

    def keep_notes(self, text: str) -> None:
        """Keep the notes of the open meeting as they are being written, outside the journal; forget them with ""."""
        if self.meeting is not None:
            self._logbook.drafts.keep(meeting_draft(self.meeting.id), text)

    def settle_notes(self) -> None:
        """Write into the open meeting the notes that were being written when the program ended."""
        kept = self.kept_notes()
        if kept:
            self.change("notes", kept)
            self.keep_notes("")

    # what is shown

    def kept_notes(self) -> str:
        """Return the notes of the open meeting that were being written when the program ended, empty for none."""
        return "" if self.meeting is None else self._logbook.drafts.read(meeting_draft(self.meeting.id))

    def pause_words(self) -> str:
        """Return how long the pause lasts still, or is over; empty where there is none."""
        pause, say = self.pause, self._say
        if pause is None:
            return ""
        passed = max(self._clock() - pause.started_at, timedelta())
        if pause.minutes is None:
            return say("Pause, {n} min", n=passed // _MINUTE)
        left = pause.minutes * _MINUTE - passed
        if left >= timedelta():
            return say("Pause, {n} min left", n=-(-left // _MINUTE))
        return say("Pause, {n} min over", n=-left // _MINUTE)

    def agenda(self) -> tuple[AgendaRow, ...]:
        """Return the entries of the agenda of the open meeting, with the time that the issues of some took."""
        negotiation, meeting = self._negotiation, self.meeting
        if negotiation is None or meeting is None:
            return ()
        points = [
            each
            for each in negotiation.plan_points
            if each.kind is PointKind.AGENDA and each.meeting_id in (None, meeting.id)
        ]
        if not points:
            return ()
        spent = {each.issue_id: each.spent for each in talk_time(negotiation, meeting, self._clock()).issues}
        return tuple(self._row(negotiation, point, spent) for point in points)

    def sitters(self) -> tuple[Sitter, ...]:
        """Return the supplier's people, and who of them sits in the meeting."""
        negotiation, meeting = self._negotiation, self.meeting
        if negotiation is None:
            return ()
        here = () if meeting is None else meeting.people
        people = self._logbook.counterparts.rows(supplier_id=negotiation.supplier_id)
        return tuple(Sitter(person, person.id in here) for person in people)

    def _row(self, negotiation: Negotiation, point: PlanPoint, spent: dict[int, timedelta]) -> AgendaRow:
        say = self._say
        issue = negotiation.issue_by_id.get(point.issue_id or 0)
        used = None if issue is None else spent.get(issue.id, timedelta()) // _MINUTE
        if used is None:
            time = "" if point.minutes is None else say("{n} min", n=point.minutes)
        elif point.minutes is None:
            time = say("{n} min", n=used)
        else:
            time = say("{n} of {all} min", n=used, all=point.minutes)
        is_over = used is not None and point.minutes is not None and used > point.minutes
        text = point.text.strip() or ("" if issue is None else issue.name)
        return AgendaRow(point_id=point.id, text=text, time=time, is_over=is_over)
