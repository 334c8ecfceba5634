"""tests: what was done in meetings as the logbook reads it from its file, here of negotiations that are loaded."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from core.negotiation import Negotiation
from core.tactics import tactic_number
from core.turn import Turn


def turns_of(negotiations: Iterable[Negotiation], counterpart_id: int) -> tuple[Turn, ...]:
    """Return what was done in the meetings that a person sat in, in its order."""
    found: list[tuple[datetime, int, Turn]] = []
    for negotiation in negotiations:
        with_them = {meeting.id for meeting in negotiation.meetings if counterpart_id in meeting.people}
        given = {each.to_line_id for each in negotiation.concessions}
        for line in negotiation.lines:
            number, gives = tactic_number(line), line.id in given
            if line.meeting_id in with_them and (number is not None or gives):
                turn = Turn(meeting_id=line.meeting_id, at=line.at, side=line.side, tactic=number, gives=gives)
                found.append((line.at, line.id, turn))
    return tuple(turn for *_, turn in sorted(found, key=lambda each: each[:2]))
