"""core: tactics seen, what a person did in the meetings they sat in, and who gave way after it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from core.line import Line, Verb
from core.negotiation import Negotiation
from core.side import Side
from core.standing import spoken
from core.tactics import tactic_number


@dataclass(frozen=True, slots=True, kw_only=True)
class TacticSeen:
    """A tactic of theirs by its number: how often it was logged and when last.

    After `moved` of the uses one side gave way in the same meeting; `held` is how often that were they and not we,
    which is all that can be said of whether our answer worked.
    """

    number: int
    times: int
    last: date
    moved: int = 0
    held: int = 0


@dataclass(slots=True)
class _Count:
    times: int = 0
    last: date = date.min
    after: list[Side] = field(default_factory=list)


def tactics_seen(negotiations: Iterable[Negotiation], counterpart_id: int) -> tuple[TacticSeen, ...]:
    """Return their tactics in meetings that the person sat in: most often seen first, then last seen first."""
    counts: dict[int, _Count] = {}
    for negotiation in negotiations:
        with_them = {meeting.id for meeting in negotiation.meetings if counterpart_id in meeting.people}
        moved = _after(negotiation)
        for line in spoken(negotiation):
            number = tactic_number(line)
            if number is None or line.side is not Side.THEM or line.meeting_id not in with_them:
                continue
            count = counts.setdefault(number, _Count())
            count.times += 1
            count.last = max(count.last, line.at.date())
            if line.id in moved:
                count.after.append(moved[line.id])
    seen = (
        TacticSeen(
            number=number,
            times=count.times,
            last=count.last,
            moved=len(count.after),
            held=count.after.count(Side.THEM),
        )
        for number, count in counts.items()
    )
    return tuple(sorted(seen, key=lambda each: (-each.times, -each.last.toordinal(), each.number)))


def _after(negotiation: Negotiation) -> dict[int, Side]:
    """Return who made the next concession in the same meeting, by the line of each tactic after which there was one."""
    giver = {each.to_line_id: each.side for each in negotiation.concessions}
    waiting: dict[int | None, list[Line]] = {}
    found = {}
    for line in spoken(negotiation):
        if line.id in giver:
            for each in waiting.pop(line.meeting_id, ()):
                found[each.id] = giver[line.id]
        if line.verb is Verb.TACTIC:
            waiting.setdefault(line.meeting_id, []).append(line)
    return found
