"""core: readiness, how far a preparation is as one figure from 0 to 100, and what is missing in order of worth.

What each criterion is worth is a judgement of ours, made once and here, after the article that the product was asked
for from (DOMAIN, A1 to A4 and A13). It puts first what makes a deal judgeable at all - issues with their figures, a
limit, the BATNA and its proof - then what it is made of: both sides' interests and needs, common goals and several
packages, and last how the talk is led. The figures are parts of 100 for a full preparation; a lesser depth measures
by its own criteria alone, in the same proportion. An empty preparation has 0, one that lacks nothing 100, and the
figure and all that is missing always make up 100. What is missing at the root carries what hangs on it: without a
BATNA there is no proof to ask for, so the BATNA is worth both until it is there.

The figure measures what is asked at the depth. A fault calls to act at every depth, also where nothing that is asked
there measures it: then the last point of 100 is kept back until it is mended. So 100 always means that nothing calls
to act; what is merely to be checked, and not asked for, keeps nothing back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from core.advice import ASKED, Advice, Criterion
from core.mode import Around
from core.negotiation import Depth, Negotiation
from core.strategy_check import strategy_check
from core.verdict import Flag

WORTH: Mapping[Criterion, int] = {
    # goal and mode
    Criterion.GOAL: 4,
    Criterion.MODE: 3,
    # the issues: without them, and without a limit, nothing said at the table can be judged
    Criterion.ISSUE: 4,
    Criterion.TRADE: 3,
    Criterion.FIGURES: 4,
    Criterion.WEIGHTS: 5,
    Criterion.LIMIT: 7,
    Criterion.MINIMUM: 5,
    Criterion.FAIR: 4,
    Criterion.BEST: 2,
    Criterion.OPENING: 4,
    # both sides; theirs count more, since they are what is most often left out
    Criterion.OUR_INTERESTS: 3,
    Criterion.THEIR_INTERESTS: 5,
    Criterion.MATCH: 1,
    Criterion.OUR_NEEDS: 2,
    Criterion.THEIR_NEEDS: 3,
    # common goals, and several solutions for them
    Criterion.COMMON: 3,
    Criterion.PACKAGES: 3,
    # the alternatives: the article's first tip
    Criterion.BATNA: 10,
    Criterion.PROOF: 4,
    Criterion.HOLDS: 2,
    # their side
    Criterion.ESTIMATES: 4,
    Criterion.AUTHORITY: 3,
    # the plan
    Criterion.CREDIBLE: 1,
    Criterion.CONCESSIONS: 3,
    Criterion.QUESTIONS: 2,
    Criterion.TEST: 1,
    Criterion.ARGUMENTS: 1,
    Criterion.TACTICS: 1,
    Criterion.INFORMATION: 1,
    Criterion.WALK_AWAY: 1,
    Criterion.MEETING: 1,
}

MOST_WITH_A_FAULT = 99
"""What the figure comes to at most while something calls to act."""


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is missing: the advice on it, and what doing it adds to the figure, exact and as shown."""

    advice: Advice
    worth: Fraction
    percent: int


@dataclass(frozen=True, slots=True)
class Measured:
    """One criterion: what it is worth of 100 at this depth, and how much of that is reached."""

    criterion: Criterion
    worth: Fraction
    reached: Fraction


@dataclass(frozen=True, slots=True)
class Readiness:
    """How far a preparation is: exact and as shown, what is missing, and what the figure is made of.

    What is missing comes in order of worth; what calls to act comes first whatever it is worth. `percent` and the
    percents of all that is missing add up to 100.
    """

    worth: Fraction
    percent: int
    missing: tuple[Missing, ...]
    measured: tuple[Measured, ...]


def readiness(negotiation: Negotiation, around: Around, now: datetime) -> Readiness:
    """Return how ready a negotiation is at its depth, by what the strategy check says of it."""
    return measure(strategy_check(negotiation, around, now), negotiation.depth)


def measure(found: Sequence[Advice], depth: Depth) -> Readiness:
    """Return the readiness that advice leaves.

    A criterion is lost to the sum of the shares that advice names for it, at most to the whole; each piece of advice
    is worth its part of that. Faults that no criterion measures keep back what `reached` is above 99, together.
    """
    worth = worths(depth)
    named = {each: sum((_share(one, each) for one in found), Fraction(0)) for each in worth}
    lost = {each: worth[each] * min(Fraction(1), named[each]) for each in worth}
    reached = Fraction(100) - sum(lost.values(), Fraction(0))
    each_worth = [
        sum((lost[name] * one.share / named[name] for name in one.criteria if name in worth), Fraction(0))
        for one in found
    ]
    unmeasured = [at for at, one in enumerate(found) if one.flag is Flag.ACT and not each_worth[at]]
    kept_back = max(Fraction(0), reached - MOST_WITH_A_FAULT) if unmeasured else Fraction(0)
    for at in unmeasured:
        each_worth[at] = kept_back / len(unmeasured)
    reached -= kept_back
    percents = _adding_up(reached, each_worth)
    missing = [Missing(*each) for each in zip(found, each_worth, percents, strict=True)]
    missing.sort(key=lambda each: (each.advice.flag is not Flag.ACT, -each.worth))
    measured = tuple(Measured(each, worth[each], worth[each] - lost[each]) for each in worth)
    return Readiness(reached, 100 - sum(percents), tuple(missing), measured)


def worths(depth: Depth) -> dict[Criterion, Fraction]:
    """Return what each criterion that a depth asks for is worth, of 100."""
    asked = [each for each in WORTH if each in ASKED[depth]]
    total = sum(WORTH[each] for each in asked)
    return {each: Fraction(100 * WORTH[each], total) for each in asked}


def _share(advice: Advice, criterion: Criterion) -> Fraction:
    return advice.share if criterion in advice.criteria else Fraction(0)


def _adding_up(reached: Fraction, missing: Sequence[Fraction]) -> list[int]:
    """Round what is missing so that it makes up 100 with the figure, which is rounded down: 100 is ready and no less.

    By the largest remainders; of equal ones the first is rounded up.
    """
    whole = [int(each) for each in missing]
    over = 100 - int(reached) - sum(whole)
    remainders = sorted(range(len(missing)), key=lambda at: whole[at] - missing[at])
    for at in remainders[:over]:
        whole[at] += 1
    return whole
