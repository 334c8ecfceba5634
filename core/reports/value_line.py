"""core: the value line of a result - openings, BATNA, minimum, target and deal on one line, its title the finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.charts.value_line import Kind, Mark, ValueLine
from core.side import Side
from core.words import rounded

if TYPE_CHECKING:
    from fractions import Fraction

    from core.reports.case import Case
    from core.verdict import Interval
    from core.words import Words


def value_line(case: Case) -> ValueLine | None:
    """Return the line of all that the result is held against; None where there is less than two of it."""
    say = case.say
    agreed = case.value_of(case.deal)
    found: list[tuple[Kind, str, Interval | None]] = [
        (Kind.THEIR_OPENING, say("their opening"), case.value_of(case.first_said(Side.THEM))),
        (Kind.BATNA, say("BATNA"), case.batna_value),
        (Kind.MINIMUM, say("minimum"), case.rung_value("minimum")),
        (Kind.AGREED, say("agreed"), agreed),
        (Kind.TARGET, say("target"), case.rung_value("fair")),
        (Kind.OUR_OPENING, say("our opening"), case.value_of(case.first_said(Side.US))),
    ]
    marks = tuple(_mark(case, kind, name, value) for kind, name, value in found if value is not None)
    if len(marks) < 2:
        return None
    return ValueLine.of(_line_title(case, agreed), marks, say)


def _mark(case: Case, kind: Kind, name: str, value: Interval) -> Mark:
    upto = None if value.is_exact else float(value.high * 100)
    return Mark(kind, float(value.low * 100), case.points(value), name, upto)


def _line_title(case: Case, agreed: Interval | None) -> str:
    say, target = case.say, case.rung_value("fair")
    if agreed is None:
        return say("What the packages were worth")
    if not agreed.is_exact:
        return say("The result is worth {points} points: some terms are open", points=case.points(agreed))
    parts = []
    for other, name in ((case.batna_value, say("the BATNA")), (target, say("target"))):
        if other is not None and other.is_exact:
            parts.append(above_or_below(say, agreed.low - other.low, name))
    if not parts:
        return say("The result is worth {points} points", points=case.points(agreed))
    return say("The result stands {places}, in points", places=case.listed(parts))


def above_or_below(say: Words, gap: Fraction, name: str, unit: str = "") -> str:
    """Return how far a value lies above or below something of this name, in points."""
    if gap == 0:
        return say("on {name}", name=name)
    size = rounded(abs(gap) * 100, 1)
    if not size:
        return say("just above {name}", name=name) if gap > 0 else say("just below {name}", name=name)
    points = say.quantity(size, unit)
    if gap > 0:
        return say("{points} above {name}", points=points, name=name)
    return say("{points} below {name}", points=points, name=name)
