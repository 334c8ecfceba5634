"""core: the sitting, in which meeting and round something was said."""

from __future__ import annotations

from datetime import datetime

from core.meeting import Meeting
from core.negotiation import Negotiation


def meeting_at(negotiation: Negotiation, at: datetime) -> Meeting | None:
    """Return the meeting that was being held at a moment, None where there was none.

    Something said on the day of the open meeting, before it was started in the logbook, counts to it as well.
    """
    held = [
        meeting
        for meeting in negotiation.meetings
        if meeting.started_at is not None
        and meeting.started_at <= at
        and (meeting.ended_at is None or at <= meeting.ended_at)
    ]
    if held:
        return held[-1]
    opened = negotiation.open_meeting
    if opened is None or opened.started_at is None:
        return None
    return opened if opened.started_at.astimezone(at.tzinfo).date() == at.date() else None


def planned_on(negotiation: Negotiation, at: datetime) -> Meeting | None:
    """Return the meeting planned for the day of a moment, where it is then, and not begun; None where there is none."""
    waiting = (each for each in negotiation.meetings if each.planned_at is not None and each.started_at is None)
    of_day = (each for each in waiting if each.planned_at and each.planned_at.astimezone(at.tzinfo).date() == at.date())
    return next(of_day, None)


def round_at(negotiation: Negotiation, meeting: Meeting | None, at: datetime) -> int:
    """Return the number of the round at a moment: the last one begun, of its meeting where it was said in one."""
    rounds = (meeting,) if meeting is not None and meeting.rounds else negotiation.meetings
    numbers = [(each.started_at, each.number) for one in rounds for each in one.rounds]
    begun = [number for started, number in numbers if started <= at]
    if meeting is not None and not begun:
        return min((number for _, number in numbers), default=1)
    return max(begun, default=1)
