"""db: how large a generated logbook is, and how its records are shared out among its negotiations, to the last one."""

from __future__ import annotations

from dataclasses import dataclass

from db.generator.chance import Chance


@dataclass(frozen=True, slots=True)
class Size:
    """What a logbook holds. `noted` counts notes and offers together, `long_talk` the offers of the longest talk."""

    suppliers: int
    people: int
    negotiations: int
    noted: int
    documents: int
    entries: int
    long_talk: int


# The reference and the large logbook are those on which speed is measured; the small one is for tests.
SIZES = {
    "small": Size(7, 30, 15, 250, 1_200, 1_200, 40),
    "reference": Size(70, 300, 1_500, 20_000, 100_000, 100_000, 450),
    "large": Size(700, 3_000, 15_000, 200_000, 1_000_000, 1_000_000, 450),
}
_OFFERS = 0.6  # of notes and offers together
_AGREED = 0.88  # of the negotiations that are over
_LONG_MEETINGS = 12


@dataclass(slots=True)
class Plan:
    """How many of everything one negotiation holds. Each count but `edits` is one of records, `edits` of verbs."""

    is_open: bool
    has_talk: bool
    issues: int = 0
    alternatives: int = 0
    answers: int = 0
    positions: int = 0
    estimates: int = 0
    meetings: int = 0
    offers: int = 0
    agreements: int = 0
    promises: int = 0
    remarks: int = 0
    notes: int = 0
    edits: int = 0
    is_long: bool = False
    is_pasted: bool = False  # the issues came from a spreadsheet in one step

    @property
    def lines(self) -> int:
        """Return how many lines are logged."""
        return self.offers + self.agreements + self.promises + self.remarks

    @property
    def documents(self) -> int:
        """Return how many records that search knows the negotiation adds, its notes among them."""
        prepared = 1 + self.issues + self.alternatives + self.answers + self.positions
        sittings = self.meetings + self.is_planned
        return prepared + self.lines + self.promises + self.notes + sittings + (not self.is_open)

    @property
    def entries(self) -> int:
        """Return how many verbs write it; a promise is logged with its line, a meeting started and ended."""
        issues = 1 if self.is_pasted else self.issues
        prepared = 1 + issues + self.alternatives + self.answers + self.positions + self.estimates
        talked = self.lines + self.notes + 2 * self.meetings + self.is_planned
        return prepared + talked + 2 * (not self.is_open) + self.edits

    @property
    def is_planned(self) -> bool:
        """Tell whether one more meeting is planned."""
        return self.is_open and not self.is_long


def plans(size: Size, chance: Chance) -> list[Plan]:
    """Return one plan for each negotiation, in the order in which they begin; sums are just those of the size."""
    count = size.negotiations
    opened = max(4, count // 25)
    made = []
    for at in range(count):
        is_open = at >= count - opened
        plan = Plan(is_open=is_open, has_talk=not is_open or at % 3 > 0, is_long=at == count - 1)
        plan.has_talk = plan.has_talk or plan.is_long
        plan.issues = chance.whole(3, 6)
        plan.alternatives = chance.whole(1, 3)
        plan.answers = chance.whole(4, 10)
        plan.positions = chance.whole(2, 7)
        plan.estimates = chance.whole(1, 2)
        plan.is_pasted = chance.happens(0.7)
        if plan.has_talk:
            plan.meetings = _LONG_MEETINGS if plan.is_long else 2 if chance.happens(0.3) else 1
            plan.agreements = int(not is_open and chance.happens(_AGREED))
            plan.promises = chance.whole(3, 6)
        made.append(plan)
    _share_out(size, chance, made)
    return made


def _share_out(size: Size, chance: Chance, made: list[Plan]) -> None:
    offers = round(size.noted * _OFFERS)
    talks = [chance.weight() if plan.has_talk and not plan.is_long else 0.0 for plan in made]
    made[-1].offers = size.long_talk
    made[-1].remarks = 2 * size.long_talk
    for plan, share in zip(made, chance.shares(offers - size.long_talk, talks), strict=True):
        plan.offers += share
    for plan, share in zip(made, chance.shares(size.noted - offers, [chance.weight() for _ in made]), strict=True):
        plan.notes = share
    rest = size.documents - size.suppliers - size.people - sum(plan.documents for plan in made)
    for plan, share in zip(made, chance.shares(rest, talks), strict=True):
        plan.remarks += share
    rest = size.entries - size.suppliers - size.people - sum(plan.entries for plan in made)
    for plan, share in zip(made, chance.shares(rest, [chance.weight() for _ in made]), strict=True):
        plan.edits = share
