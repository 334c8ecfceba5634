"""core: shrinking steps, the limit that a side's ever smaller steps seem to point to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from core.analysis.grounds import LOG, Grounds
from core.exact import as_decimal, place_of
from core.issue import Issue, ScaleKind
from core.line import Verb
from core.message import Message, message
from core.negotiation import Negotiation
from core.phrases import quantity
from core.side import Side
from core.standing import spoken
from core.term import Value
from core.value import by_issue, scale_of


@dataclass(frozen=True)
class Projection:
    """Where a side's steps on an issue seem to end: what they want us to infer, not their limit.

    `values` are all that the side stated in turn. `limit` is the projected value, `place` the same exactly (a day by
    its ordinal).
    """

    issue_id: int
    side: Side
    values: tuple[Value, ...]
    place: Fraction
    limit: Value
    message: Message
    grounds: Grounds = LOG


def aitken(values: Sequence[Fraction]) -> Fraction | None:
    """Return the limit of the last three values by Aitken's delta-squared process; None where steps do not shrink.

    x2 - (x2 - x1)^2 / ((x2 - x1) - (x1 - x0)): exact for steps that shrink by the same factor each time. The last
    two steps must go the same way and the last one be the smaller.
    """
    if len(values) < 3:
        return None
    first, second, third = values[-3:]
    before, last = second - first, third - second
    if last == 0 or before * last <= 0 or abs(last) >= abs(before):
        return None
    return third - last * last / (last - before)


def projections(negotiation: Negotiation) -> tuple[Projection, ...]:
    """Return for each side and issue the limit that its shrinking steps point to, in the order of the issues.

    From unconditional offers of single numbers or days; a value that is merely repeated is no step. Steps that hardly
    shrink point nowhere near: a limit further outside the issue's range than that is wide is none. Shrinking steps
    make the receiver believe that the limit is near; looking at one's own target removes the effect (seven
    experiments, N = 2,311, DOI 10.1016/j.obhdp.2021.05.003).
    """
    stated: dict[tuple[int, Side], list[Value]] = {}
    for line in spoken(negotiation):
        if line.verb is Verb.OFFER and line.side is not None and not line.is_conditional:
            for issue_id, term in by_issue(line.terms).items():
                values = stated.setdefault((issue_id, line.side), [])
                if term.upto is None and not isinstance(term.value, str) and values[-1:] != [term.value]:
                    values.append(term.value)
    found = []
    for issue in negotiation.issues:
        for side in Side:
            values = stated.get((issue.id, side), [])
            places = [place_of(value) for value in values if not isinstance(value, str)]
            place = aitken(places)
            if place is not None and _is_near(issue, place):
                limit: Value = (
                    date.fromordinal(round(place)) if isinstance(values[-1], date) else as_decimal(place, places=4)
                )
                code = "shrinking.theirs" if side is Side.THEM else "shrinking.ours"
                said = message(code, issue=issue.name, limit=quantity(issue, limit))
                found.append(Projection(issue.id, side, tuple(values), place, limit, said))
    return tuple(found)


def _is_near(issue: Issue, place: Fraction) -> bool:
    if issue.kind is ScaleKind.DATE and not 1 <= round(place) <= date.max.toordinal():
        return False
    scale = scale_of(issue)
    if isinstance(scale, Message):
        return True
    low, high = sorted((scale.best, scale.worst))
    return 2 * low - high <= place <= 2 * high - low
