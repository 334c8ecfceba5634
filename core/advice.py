"""core: advice, one thing that a preparation still lacks or gets wrong, with its place and what it is measured by."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from core.message import Datum, Message, message
from core.negotiation import Depth
from core.verdict import Flag


class Part(StrEnum):
    """The parts of a preparation that a place can lie in, in the order in which they are prepared."""

    GOAL = "goal"
    ISSUES = "issues"
    NEEDS = "needs"
    COMMON = "common"
    ALTERNATIVES = "alternatives"
    THEIRS = "theirs"
    PLAN = "plan"


class Criterion(StrEnum):
    """What a preparation is measured by; `core.readiness` says what each is worth, and why."""

    GOAL = "goal"
    MODE = "mode"
    ISSUE = "issue"
    TRADE = "trade"
    FIGURES = "figures"
    WEIGHTS = "weights"
    LIMIT = "limit"
    MINIMUM = "minimum"
    FAIR = "fair"
    BEST = "best"
    OPENING = "opening"
    OUR_INTERESTS = "our_interests"
    THEIR_INTERESTS = "their_interests"
    MATCH = "match"
    OUR_NEEDS = "our_needs"
    THEIR_NEEDS = "their_needs"
    COMMON = "common"
    PACKAGES = "packages"
    BATNA = "batna"
    PROOF = "proof"
    HOLDS = "holds"
    ESTIMATES = "estimates"
    AUTHORITY = "authority"
    CREDIBLE = "credible"
    CONCESSIONS = "concessions"
    QUESTIONS = "questions"
    TEST = "test"
    ARGUMENTS = "arguments"
    TACTICS = "tactics"
    INFORMATION = "information"
    WALK_AWAY = "walk_away"
    MEETING = "meeting"


_SUDDEN = frozenset({Criterion.ISSUE, Criterion.FIGURES, Criterion.WEIGHTS, Criterion.LIMIT, Criterion.BATNA})
_PRIORITY = _SUDDEN | {
    Criterion.GOAL,
    Criterion.TRADE,
    Criterion.MINIMUM,
    Criterion.FAIR,
    Criterion.OPENING,
    Criterion.OUR_INTERESTS,
    Criterion.THEIR_INTERESTS,
    Criterion.PROOF,
    Criterion.HOLDS,
    Criterion.CONCESSIONS,
    Criterion.QUESTIONS,
}
# What each depth asks for; nothing that was entered is lost with a lesser one, it is only not asked for.
ASKED = {Depth.SUDDEN: _SUDDEN, Depth.PRIORITY: frozenset(_PRIORITY), Depth.FULL: frozenset(Criterion)}
PARTS = {
    Depth.SUDDEN: (Part.ISSUES, Part.ALTERNATIVES),
    Depth.PRIORITY: (Part.GOAL, Part.ISSUES, Part.NEEDS, Part.ALTERNATIVES, Part.PLAN),
    Depth.FULL: tuple(Part),
}


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a preparation: the part, the record in it (0 or "0:0" for a new one), and its field.

    A record such as "person:3" is somebody's file ("person:0" somebody's who is not on file yet).
    """

    part: Part
    record: int | str = 0
    field: str = ""


@dataclass(frozen=True, slots=True)
class Advice:
    """One thing to do: its name in a few words, the sentence that says what and why, and where it is done.

    `flag` is None for what is merely not entered yet. `criteria` are those that stay open because of it, each to the
    `share` of 1.
    """

    flag: Flag | None
    title: Message
    message: Message
    spot: Spot
    criteria: tuple[Criterion, ...] = ()
    share: Fraction = Fraction(1)


def told(
    flag: Flag | None,
    name: str,
    spot: Spot,
    criteria: tuple[Criterion, ...],
    share: Fraction = Fraction(1),
    **data: Datum,
) -> Advice:
    """Return advice whose title and sentence have the codes `todo.NAME` and `strategy.NAME`."""
    return Advice(flag, message(f"todo.{name}", **data), message(f"strategy.{name}", **data), spot, criteria, share)
