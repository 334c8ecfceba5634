"""core: encounters, what the meetings with one person tell of tactics - theirs, and ours toward them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.analysis.predictability import Predictability, Variation, own_tactics, predictability, vary
from core.negotiation import Negotiation
from core.tactics import Tactic, by_number
from core.tactics_seen import TacticSeen, tactics_seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Encounters:
    """What `meetings` with a person told; `known` is the list of tactics that the numbers belong to.

    `used` are our tactics toward them in the order they were used. `predictability` is None below five of them,
    `variation` before the first.
    """

    meetings: int = 0
    known: tuple[Tactic, ...] = ()
    seen: tuple[TacticSeen, ...] = ()
    used: tuple[int, ...] = ()
    predictability: Predictability | None = None
    variation: Variation | None = None

    def tactic(self, number: int) -> Tactic:
        """Return a tactic by its number; one that is in no list is called by it."""
        return by_number(self.known).get(number, Tactic(number=number, name=str(number)))


def encounters(negotiations: Sequence[Negotiation], counterpart_id: int, known: Sequence[Tactic]) -> Encounters:
    """Return what the meetings that a person sat in tell, of these negotiations."""
    used = own_tactics(negotiations, counterpart_id)
    # a number that is in no list was used all the same, so the measure of variety counts it
    all_of_them = len({*used, *(each.number for each in known)})
    return Encounters(
        meetings=sum(counterpart_id in meeting.people for each in negotiations for meeting in each.meetings),
        known=tuple(known),
        seen=tactics_seen(negotiations, counterpart_id),
        used=used,
        predictability=predictability(used, all_of_them) if used else None,
        variation=vary(used, known),
    )
