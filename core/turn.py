"""core: the turn, what one side did at the table as far as it tells how people deal - a tactic, or a step it gave."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from core.negotiation import Negotiation
from core.side import Side
from core.tactics import tactic_number


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One line of a meeting: `tactic` is the number of a tactic used in it, `gives` tells of a concession in it."""

    meeting_id: int
    at: datetime
    side: Side | None
    tactic: int | None = None
    gives: bool = False


def turns_of(negotiations: Iterable[Negotiation], counterpart_id: int) -> tuple[Turn, ...]:
    """Return what was done in the meetings that a person sat in, of negotiations that are loaded, in its order."""
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
