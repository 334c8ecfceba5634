"""core: value, what a term and a package are worth to us - exact, and continued outside the range."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from itertools import pairwise

from core.exact import place_of
from core.issue import Issue, ScaleKind
from core.message import Message, message
from core.negotiation import Negotiation
from core.term import Term, Value
from core.verdict import Interval
from core.weights import money_per_share, shares

ZERO, ONE = Fraction(0), Fraction(1)


@dataclass(frozen=True, slots=True)
class Scale:
    """The value function v of one issue: a line through `places` (ascending) and `worths`, or a table of options.

    `slopes` are those of the segments between the places. `best` and `worst` are the ends of the range as places;
    both are 0 for options.
    """

    kind: ScaleKind = ScaleKind.NUMERIC
    places: tuple[Fraction, ...] = ()
    worths: tuple[Fraction, ...] = ()
    slopes: tuple[Fraction, ...] = ()
    table: Mapping[str, Fraction] = field(default_factory=dict)
    best: Fraction = ZERO
    worst: Fraction = ZERO

    @property
    def span(self) -> tuple[Fraction, Fraction]:
        """Return the least and the greatest value within the range."""
        worths = tuple(self.table.values()) if self.table else self.worths
        return min(worths), max(worths)

    @property
    def sign(self) -> int:
        """Return 1 where the best end is the higher one, -1 where it is the lower."""
        return 1 if self.best > self.worst else -1

    def value(self, stated: Value) -> Fraction | None:
        """Return v of a stated value; None for an option that is not in the table or a value of another kind."""
        if kind_of(stated) is not self.kind:
            return None
        return self.table.get(stated) if isinstance(stated, str) else self.at(place_of(stated))

    def at(self, place: Fraction) -> Fraction:
        """Return v at a place of a line, the end segments continued past the ends."""
        last = len(self.slopes) - 1
        segment = min(max(bisect_right(self.places, place) - 1, 0), last) if last else 0
        return self.worths[segment] + (place - self.places[segment]) * self.slopes[segment]

    def between(self, one: Value, other: Value) -> Interval | None:
        """Return the values that a range of terms takes, its two ends and every bend between them."""
        first, second = self.value(one), self.value(other)
        if first is None or second is None:
            return None
        found = [first, second]
        if not isinstance(one, str) and not isinstance(other, str):
            low, high = sorted((place_of(one), place_of(other)))
            found += [worth for place, worth in zip(self.places, self.worths, strict=True) if low < place < high]
        return Interval(min(found), max(found))


def scale_of(issue: Issue) -> Scale | Message:
    """Return the issue's value function, or what to enter before there is one.

    Worth 1 at the best end and 0 at the worst; with an ideal in the middle 1 there and 0 at both ends. Points
    bend the line between the ends (one at an end replaces the 1 or 0 there); a point past the ends is left out.
    """
    if issue.kind is ScaleKind.OPTIONS:
        if not issue.options:
            return message("scale.no_options", issue=issue.name)
        return Scale(kind=issue.kind, table={option.label: Fraction(option.value) for option in issue.options})
    kind = date if issue.kind is ScaleKind.DATE else Decimal
    if not isinstance(issue.best, kind) or not isinstance(issue.worst, kind):
        return message("scale.no_ends", issue=issue.name)
    best, worst = place_of(issue.best), place_of(issue.worst)
    if best == worst:
        return message("scale.same_ends", issue=issue.name)
    low, high = min(best, worst), max(best, worst)
    line = {worst: ZERO, best: ONE if issue.ideal is None else ZERO}
    for point in issue.points:
        if isinstance(point.at, kind) and low <= place_of(point.at) <= high:
            line[place_of(point.at)] = Fraction(point.value)
    if issue.ideal is not None:
        if not isinstance(issue.ideal, kind) or not low <= place_of(issue.ideal) <= high:
            return message("scale.ideal_outside", issue=issue.name)
        line[place_of(issue.ideal)] = ONE
    places = tuple(sorted(line))
    worths = tuple(line[place] for place in places)
    slopes = tuple(
        (above - below) / (end - start)
        for (start, end), (below, above) in zip(pairwise(places), pairwise(worths), strict=True)
    )
    return Scale(kind=issue.kind, places=places, worths=worths, slopes=slopes, best=best, worst=worst)


def kind_of(value: Value) -> ScaleKind:
    """Return the kind of scale that a value can stand on."""
    if isinstance(value, str):
        return ScaleKind.OPTIONS
    return ScaleKind.DATE if isinstance(value, date) else ScaleKind.NUMERIC


def is_outside(issue: Issue, value: Value) -> bool:
    """Tell whether a value lies past one of the issue's ends; without both ends nothing does."""
    if issue.best is None or issue.worst is None:
        return False
    if isinstance(value, str) or isinstance(issue.best, str) or isinstance(issue.worst, str):
        return False
    if not kind_of(value) is kind_of(issue.best) is kind_of(issue.worst):
        return False
    ends = place_of(issue.best), place_of(issue.worst)
    return not min(ends) <= place_of(value) <= max(ends)


def direction(issue: Issue) -> int:
    """Return 1 where more is better for us, -1 where less is, 0 where nothing tells.

    The two ends tell; where they are equal or missing the ladder does: the first rung that differs from a lower
    one, from best end and opening down to the worst end and the limit.
    """
    rungs = (issue.best, issue.opening, issue.best_outcome, issue.fair, issue.minimum, issue.worst, issue.limit)
    kind = date if issue.kind is ScaleKind.DATE else Decimal
    if issue.kind is ScaleKind.OPTIONS:
        return 0
    if isinstance(issue.best, kind) and isinstance(issue.worst, kind) and issue.best != issue.worst:
        return 1 if place_of(issue.best) > place_of(issue.worst) else -1
    places = [place_of(rung) for rung in rungs if isinstance(rung, kind)]
    for above, below in pairwise(places):
        if above != below:
            return 1 if above > below else -1
    return 0


def compare(issue: Issue, one: Value, other: Value, scale: Scale | Message | None = None) -> int | None:
    """Return 1 where `one` is better for us than `other`, -1 where it is worse, 0 where equal, None if unknown.

    By value; on a level stretch of the line, and where no value can be computed, by direction. `scale` is the
    issue's, where it is known already.
    """
    known = scale_of(issue) if scale is None else scale
    if not isinstance(known, Message):
        if kind_of(one) is not known.kind or kind_of(other) is not known.kind:
            return None
        if len(known.slopes) == 1:
            return _further(one, other, known.sign)
        first, second = known.value(one), known.value(other)
        if first is None or second is None:
            return None
        if first != second:
            return 1 if first > second else -1
        if issue.ideal is not None or isinstance(one, str):
            return 0
    return _further(one, other, direction(issue))


def passes_limit(issue: Issue, term: Term, scale: Scale | Message | None = None) -> bool:
    """Tell whether a term is past the issue's limit; of a range either end, since the rest of it is not promised."""
    if issue.limit is None:
        return False
    ends = (term.value,) if term.upto is None else (term.value, term.upto)
    return any(compare(issue, end, issue.limit, scale) == -1 for end in ends)


def _further(one: Value, other: Value, sign: int) -> int | None:
    """Compare by place alone: 1 where `one` lies further in the direction of `sign`."""
    if one == other:
        return 0
    if sign == 0 or kind_of(one) is not kind_of(other):
        return None
    if isinstance(one, str) or isinstance(other, str):
        return None
    return sign if place_of(one) > place_of(other) else -sign


def by_issue(package: Iterable[Term]) -> dict[int, Term]:
    """Return the terms that stand by issue, the last one of an issue; one that was withdrawn is unsaid."""
    return {term.issue_id: term for term in package if term.withdrawn_at is None}


@dataclass(frozen=True)
class Valuation:
    """The scales and shares of a negotiation, worked out once to value many packages."""

    negotiation: Negotiation
    # What single terms came to, kept as long as this object: the same terms stand in line after line.
    _parts: dict[tuple[int, Value, Value | None], Interval | None] = field(
        default_factory=dict, repr=False, compare=False
    )

    @cached_property
    def scales(self) -> dict[int, Scale | Message]:
        """Return each issue's scale, or why it has none."""
        return {issue.id: scale_of(issue) for issue in self.negotiation.issues}

    @cached_property
    def shares(self) -> dict[int, Fraction]:
        """Return the shares, empty where there are none."""
        return {} if isinstance(self._shares, Message) else self._shares

    @cached_property
    def obstacle(self) -> Message | None:
        """Return why no package can be valued: no weights, or an issue that counts has no scale."""
        if isinstance(self._shares, Message):
            return self._shares
        for issue_id, scale in self.scales.items():
            if isinstance(scale, Message) and self._shares[issue_id] > 0:
                return scale
        return None

    @cached_property
    def money(self) -> Fraction | None:
        """Return what the whole scale is worth in money, None without a money issue."""
        return money_per_share(self.negotiation, self.shares) if self.shares else None

    @cached_property
    def spans(self) -> dict[int, Interval]:
        """Return what each issue that counts adds while it is unsaid: its share times the values of its range."""
        found = {}
        for issue_id, share in self.shares.items():
            scale = self.scales[issue_id]
            if share > 0 and not isinstance(scale, Message):
                low, high = scale.span
                found[issue_id] = Interval(share * low, share * high)
        return found

    def part(self, term: Term) -> Interval | None:
        """Return what a stated term adds to a package; None where the issue cannot value it."""
        key = (term.issue_id, term.value, term.upto)
        if key not in self._parts:
            self._parts[key] = self._part(term)
        return self._parts[key]

    def package(self, stated: Mapping[int, Term]) -> Interval | None:
        """Return U = sum w v (additive; Raiffa 1982), unsaid issues spanning their range; None with an obstacle."""
        if self.obstacle is not None:
            return None
        low, width = ZERO, ZERO
        for issue_id, span in self.spans.items():
            term = stated.get(issue_id)
            found = span if term is None else self.part(term) or span
            low += found.low
            if found.high is not found.low:
                width += found.high - found.low
        return Interval(low, low + width if width else low)

    def changed(self, value: Interval, stated: Mapping[int, Term], changes: Mapping[int, Term]) -> Interval:
        """Return what a package is worth after changes of some terms, from its value before them."""
        low, high = value.low, value.high
        for issue_id, term in changes.items():
            span = self.spans.get(issue_id)
            if span is not None:
                before = self.part(stated[issue_id]) if issue_id in stated else None
                old, new = before or span, self.part(term) or span
                low, high = low + (new.low - old.low), high + (new.high - old.high)
        return Interval(low, high)

    @cached_property
    def baselines(self) -> dict[int, Term]:
        """Return the baselines as terms, marked assumed."""
        return {
            issue.id: Term(issue_id=issue.id, value=issue.baseline, assumed=True)
            for issue in self.negotiation.issues
            if issue.baseline is not None
        }

    def filled(self, stated: Mapping[int, Term]) -> dict[int, Term]:
        """Lay the baselines, marked assumed, under what is stated."""
        return {**self.baselines, **stated}

    def unsaid(self, stated: Mapping[int, Term]) -> tuple[int, ...]:
        """Return the issues that count and are not stated, in their order."""
        return tuple(
            issue_id for issue_id in self.spans if issue_id not in stated or self.part(stated[issue_id]) is None
        )

    def at_baselines(self, stated: Mapping[int, Term], value: Interval | None = None) -> Fraction | None:
        """Return the value with unsaid issues at their baselines, None unless that is one figure.

        `value` is that of what is stated, where it is known already.
        """
        found = value if value is not None and value.is_exact else self.package(self.filled(stated))
        return found.low if found is not None and found.is_exact else None

    def _part(self, term: Term) -> Interval | None:
        scale, share = self.scales.get(term.issue_id), self.shares.get(term.issue_id)
        if scale is None or share is None or isinstance(scale, Message):
            return None
        if term.upto is not None:
            found = scale.between(term.value, term.upto)
            return None if found is None else Interval(share * found.low, share * found.high)
        value = scale.value(term.value)
        if value is None:
            return None
        worth = share * value
        return Interval(worth, worth)

    @cached_property
    def _shares(self) -> dict[int, Fraction] | Message:
        return shares(self.negotiation)
