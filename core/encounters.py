"""core: encounters, what the meetings with one person tell of tactics - theirs, and ours toward them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.analysis.predictability import Predictability, Variation, own_tactics, predictability, vary
from core.tactics import Tactic, by_number
from core.tactics_seen import TacticSeen, tactics_seen
from core.turn import Turn


@dataclass(frozen=True, slots=True, kw_only=True)
class Encounters:
    """What meetings with a person told; `known` is the list of tactics that the numbers belong to.

    `used` are our tactics toward them in the order they were used. `predictability` is None below five of them,
    `variation` before the first.
    """

    known: tuple[Tactic, ...] = ()
    seen: tuple[TacticSeen, ...] = ()
    used: tuple[int, ...] = ()
    predictability: Predictability | None = None
    variation: Variation | None = None

    def tactic(self, number: int) -> Tactic:
        """Return a tactic by its number; one that is in no list is called by it."""
        return by_number(self.known).get(number, Tactic(number=number, name=str(number)))


def encounters(turns: Sequence[Turn], known: Sequence[Tactic]) -> Encounters:
    """Return what turns taken in meetings with a person tell, in the order they were taken."""
    used = own_tactics(turns)
    # a number that is in no list was used all the same, so the measure of variety counts it
    all_of_them = len({*used, *(each.number for each in known)})
    return Encounters(
        known=tuple(known),
        seen=tactics_seen(turns),
        used=used,
        predictability=predictability(used, all_of_them) if used else None,
        variation=vary(used, known),
    )
