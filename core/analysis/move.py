"""core: the move, a change of one issue from one value to another and what it does for both sides."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from core.analysis.party import Party
from core.term import Value


@dataclass(frozen=True, slots=True)
class Move:
    """A change on one issue: what it adds to our value and likely to theirs, in shares of 1, below 0 for a loss.

    `theirs` is None where their side is not estimated.
    """

    issue_id: int
    start: Value
    end: Value
    ours: Fraction
    theirs: Fraction | None


def move_of(ours: Party, theirs: Party | None, issue_id: int, start: Value, end: Value) -> Move | None:
    """Return a move valued for both sides, None where our scale does not hold one of its values."""
    before, after = ours.part(issue_id, start), ours.part(issue_id, end)
    if before is None or after is None:
        return None
    gained = None
    if theirs is not None:
        first, last = theirs.part(issue_id, start), theirs.part(issue_id, end)
        gained = None if first is None or last is None else last - first
    return Move(issue_id, start, end, after - before, gained)
