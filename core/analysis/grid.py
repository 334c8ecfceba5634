"""core: the grid, the values of an issue that packages are made of - its options, or its range by its step."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import ceil

from core.exact import as_decimal, built, places_of
from core.issue import Issue, ScaleKind
from core.message import Message, message
from core.phrases import quantity
from core.steps import step_of
from core.term import Value
from core.value import Scale

MOST_VALUES = 101  # of one issue, its two ends among them


@dataclass(frozen=True, slots=True)
class IssueGrid:
    """The values of one issue, our best end first; `note` says that its own step was too fine for all to be taken."""

    issue_id: int
    values: tuple[Value, ...]
    note: Message | None = None


def grid_of(issue: Issue, scale: Scale, most: int = MOST_VALUES) -> IssueGrid:
    """Return the values of an issue: options as entered, else from the best end by its step to the worst one.

    Both ends belong to it, and the ideal and the points of a bent line, which somebody named. Without a step of its
    own an issue takes a day, or the last place that its figures are written with. Where that makes more than `most`
    values, the step is taken as many times as needed, and the note says so.
    """
    if issue.kind is ScaleKind.OPTIONS:
        return IssueGrid(issue.id, tuple(scale.table))
    if isinstance(issue.best, str) or issue.best is None:
        return IssueGrid(issue.id, ())
    own = step_of(issue, issue.best)
    width = abs(scale.best - scale.worst)
    times = max(1, ceil(width / own / (most - 1)))
    step = own * times
    count = width // step
    inner = [scale.best - scale.sign * step * k for k in range(int(count) + 1)]
    named = [place for place in scale.places if place not in (scale.best, scale.worst)]
    places = sorted({*inner, *named, scale.worst}, reverse=scale.sign > 0)
    note = None
    if times > 1:
        taken = quantity(issue, as_decimal(step, 6))
        note = message("analysis.step_widened", issue=issue.name, step=taken, n=most)
    return IssueGrid(issue.id, tuple(_value(issue, place, step) for place in places), note)


def _value(issue: Issue, place: Fraction, step: Fraction) -> Value:
    if issue.kind is ScaleKind.DATE:
        return date.fromordinal(int(place))
    exact = as_decimal(place)
    places = max(places_of(exact), places_of(as_decimal(step)))
    return built(int(place * 10**places), places)
