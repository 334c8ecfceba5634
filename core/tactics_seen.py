"""core: tactics seen, what a person did in the meetings they sat in, and who gave way after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from core.side import Side
from core.turn import Turn


@dataclass(frozen=True, slots=True, kw_only=True)
class TacticSeen:
    """A tactic of theirs by its number: how often it was logged and when last.

    After `answered` of the uses one side gave way in the same meeting; `theirs` is how often they and not we gave way
    next, which is all that can be said of whether our answer worked.
    """

    number: int
    times: int
    last: date
    answered: int = 0
    theirs: int = 0


@dataclass(slots=True)
class _Count:
    times: int = 0
    last: date = date.min
    after: list[Side] = field(default_factory=list)


def tactics_seen(turns: Sequence[Turn]) -> tuple[TacticSeen, ...]:
    """Return their tactics of turns in the order they were taken: most often seen first, then last seen first."""
    counts: dict[int, _Count] = {}
    waiting: dict[int, list[_Count]] = {}  # tactics after which nobody has given way yet, by meeting
    for turn in turns:
        if turn.gives and turn.side is not None:
            for count in waiting.pop(turn.meeting_id, ()):
                count.after.append(turn.side)
        if turn.tactic is not None and turn.side is Side.THEM:
            count = counts.setdefault(turn.tactic, _Count())
            count.times += 1
            count.last = max(count.last, turn.at.date())
            waiting.setdefault(turn.meeting_id, []).append(count)
    seen = (
        TacticSeen(
            number=number,
            times=count.times,
            last=count.last,
            answered=len(count.after),
            theirs=count.after.count(Side.THEM),
        )
        for number, count in counts.items()
    )
    return tuple(sorted(seen, key=lambda each: (-each.times, -each.last.toordinal(), each.number)))
