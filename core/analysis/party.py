"""core: the party, one side's additive utility over the issues - ours as prepared, theirs as estimated."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from itertools import product

from core.analysis.grounds import OWN, Grounds
from core.batna import ranked
from core.estimate import Estimate, Subject
from core.exact import place_of
from core.issue import Issue, ScaleKind
from core.message import Message, message
from core.negotiation import Negotiation
from core.phrases import joined
from core.side import Side
from core.term import Term, Value
from core.value import Scale, Valuation, scale_of
from core.verdict import Interval

ZERO, ONE = Fraction(0), Fraction(1)


@dataclass(frozen=True, slots=True)
class Readings:
    """What an estimate lets one read: of a weight, or of what one value of an issue is worth to them."""

    low: Fraction
    likely: Fraction
    high: Fraction

    @property
    def is_exact(self) -> bool:
        """Tell whether all readings are one figure."""
        return self.low == self.high


@dataclass(frozen=True)
class Party:
    """One side of the table: U = sum w_i v_i(x_i) (additive; Raiffa 1982), in shares of 1 (1 = 100 points).

    `shares` are the w_i, exact, adding up to 1; `scales` the v_i of the issues that count. `reservation` is the value
    below which the side walks away - of ours the BATNA's, an interval where something in it is open; of theirs the
    estimate's range with `likely_reservation` in it; None where there is none. `weights` and `worths` hold the
    readings of their ranged estimates, from which `band` is computed; both are empty for us.
    """

    side: Side
    shares: Mapping[int, Fraction]
    scales: Mapping[int, Scale]
    reservation: Interval | None = None
    likely_reservation: Fraction | None = None
    grounds: Grounds = OWN
    weights: Mapping[int, Readings] = field(default_factory=dict)
    worths: Mapping[int, Callable[[Value], Readings]] = field(default_factory=dict)

    @property
    def disagreement(self) -> Fraction:
        """Return the value that counts as walking away: 0 where no reservation value is known.

        Of ours the upper end of what the BATNA may be worth, so that no breach is ever called a gain; of theirs the
        likely one.
        """
        if self.likely_reservation is not None:
            return self.likely_reservation
        return ZERO if self.reservation is None else self.reservation.high

    def part(self, issue_id: int, value: Value) -> Fraction | None:
        """Return w v of one value, continued outside the range; 0 where the issue does not count, None if unknown."""
        share = self.shares.get(issue_id, ZERO)
        if share == 0:
            return ZERO
        found = self.scales[issue_id].value(value)
        return None if found is None else share * found

    def value(self, package: Iterable[Term] | Mapping[int, Value]) -> Fraction | None:
        """Return U of a package that states every issue that counts; None where it does not, or states a range."""
        values: Mapping[int, Value] | None = package if isinstance(package, Mapping) else _values(package)
        if values is None:
            return None
        total = ZERO
        for issue_id, share in self.shares.items():
            if share > 0:
                part = self.part(issue_id, values[issue_id]) if issue_id in values else None
                if part is None:
                    return None
                total += part
        return total

    def band(self, package: Iterable[Term]) -> Interval | None:
        """Return the least and the greatest U of a package over all readings of the estimates, exactly.

        The weights lie anywhere in their ranges and are renormalised, the values of each issue anywhere in theirs.
        A weighted mean is largest where the largest values carry their highest weights and the others their lowest,
        so that it suffices to try every cut through the values in order. An issue that likely counts nothing, but may
        count, can be left open; it may then be worth anything between its ends. Both ends are one figure where nothing
        is ranged; None where `value` is None.
        """
        package = tuple(package)
        likely = self.value(package)
        if likely is None or not self.weights:
            return None if likely is None else Interval(likely, likely)
        values = _values(package) or {}
        found = [
            (weight, self._worth(issue_id, values.get(issue_id)))
            for issue_id, weight in self.weights.items()
            if weight.high > 0
        ]
        high = _largest_mean([(weight.low, weight.high, worth.high) for weight, worth in found])
        low = -_largest_mean([(weight.low, weight.high, -worth.low) for weight, worth in found])
        return Interval(min(low, likely), max(high, likely))

    def _worth(self, issue_id: int, value: Value | None) -> Readings:
        if issue_id not in self.worths:
            return _NOTHING
        return _ANYTHING if value is None else self.worths[issue_id](value)


_NOTHING = Readings(ZERO, ZERO, ZERO)
_ANYTHING = Readings(ZERO, ZERO, ONE)


def our_party(negotiation: Negotiation, on: date) -> Party | Message:
    """Return our side on a day: shares and scales as prepared, the BATNA's value; or why nothing can be valued."""
    valuation = Valuation(negotiation)
    if valuation.obstacle is not None:
        return valuation.obstacle
    best = next(iter(ranked(valuation, on)), None)
    scales = {
        issue_id: scale
        for issue_id, scale in valuation.scales.items()
        if valuation.shares[issue_id] > 0 and not isinstance(scale, Message)
    }
    return Party(
        side=Side.US,
        shares=valuation.shares,
        scales=scales,
        reservation=None if best is None else best.value,
    )


def their_party(negotiation: Negotiation) -> Party | Message:
    """Return their side as estimated, or one message that names everything to be estimated before there is one.

    Asked for is a weight for each issue that can be valued, and for each whose weight may be above 0 its two ends or
    the value of each option. Nothing is filled in: without an estimate there is no figure. The reservation value may
    be missing; it counts as 0 then (see `disagreement`).
    """
    known = _Known(negotiation)
    missing = known.all_missing()
    if missing:
        return joined("list.sentences", missing)
    weights = {issue.id: weight for issue in known.issues if (weight := known.weight(issue)) is not None}
    total = sum((weight.likely for weight in weights.values()), ZERO)
    if total == 0:
        return message("analysis.their_weights_zero")
    scales = {}
    worths: dict[int, Callable[[Value], Readings]] = {}
    for issue in known.issues:
        if weights[issue.id].high > 0:
            scales[issue.id] = known.scale(issue)
            if known.is_ranged:
                worths[issue.id] = known.worths(issue)
    reservation = known.reservation
    return Party(
        side=Side.THEM,
        shares={issue_id: weight.likely / total for issue_id, weight in weights.items()},
        scales=scales,
        reservation=None if reservation is None else Interval(reservation.low, reservation.high),
        likely_reservation=None if reservation is None else reservation.likely,
        grounds=Grounds(known.used()),
        weights=weights if known.is_ranged else {},
        worths=worths,
    )


def supposed_party(negotiation: Negotiation) -> tuple[Party, tuple[int, ...]]:
    """Return their side as far as it is estimated, and the issues on which it is not; there something is supposed.

    Supposed is the opposite of what we want, and that the issue counts to them as much as the others do on average.
    What rests on it can find out what they prefer, but tells nothing of it.
    """
    known = _Known(negotiation)
    weights: dict[int, Fraction] = {}
    scales: dict[int, Scale] = {}
    supposed = []
    for issue in known.issues:
        weight, own = known.weight(issue), scale_of(issue)
        if weight is not None and not known.missing(issue):
            weights[issue.id] = weight.likely
            if weight.high > 0:
                scales[issue.id] = known.scale(issue)
        elif not isinstance(own, Message):
            supposed.append(issue.id)
            scales[issue.id] = opposite(own)
    told = [weight for weight in weights.values() if weight > 0]
    mean = sum(told, ZERO) / len(told) if told else ONE
    weights |= dict.fromkeys(supposed, mean)
    total = sum(weights.values(), ZERO) or ONE
    theirs = Party(
        side=Side.THEM,
        shares={issue_id: weight / total for issue_id, weight in weights.items()},
        scales=scales,
        grounds=Grounds(tuple(each for each in known.used() if each.issue_id not in supposed)),
    )
    return theirs, tuple(supposed)


def opposite(scale: Scale) -> Scale:
    """Return the value function of somebody who wants the opposite: 1 less what everything is worth."""
    return replace(
        scale,
        worths=tuple(1 - worth for worth in scale.worths),
        slopes=tuple(-slope for slope in scale.slopes),
        table={label: 1 - worth for label, worth in scale.table.items()},
        best=scale.worst,
        worst=scale.best,
    )


def missing_estimates(negotiation: Negotiation) -> tuple[Message, ...]:
    """Return what is still to be estimated of their side, or contradicts itself, in the order of the issues."""
    return _Known(negotiation).all_missing()


def valued_issues(negotiation: Negotiation) -> tuple[Issue, ...]:
    """Return the issues that have a scale of ours, whatever they weigh: those that packages are made of."""
    scales = Valuation(negotiation).scales
    return tuple(issue for issue in negotiation.issues if not isinstance(scales[issue.id], Message))


class _Known:
    """What is estimated of their side, by subject."""

    def __init__(self, negotiation: Negotiation) -> None:
        self.issues = valued_issues(negotiation)
        self._by_key: dict[tuple[int | None, Subject, str], Estimate] = {}
        for each in negotiation.estimates:
            self._by_key[each.issue_id, each.subject, each.option] = each
        self._known: dict[tuple[int | None, Subject, str], Readings | None] = {}

    @cached_property
    def is_ranged(self) -> bool:
        return Grounds(self.used()).is_ranged

    def all_missing(self) -> tuple[Message, ...]:
        if not self.issues:
            return (message("weights.no_issues"),)
        return tuple(each for issue in self.issues for each in self.missing(issue))

    @property
    def reservation(self) -> Readings | None:
        found = self._numbers(None, Subject.RESERVATION)
        return None if found is None else Readings(found.low / 100, found.likely / 100, found.high / 100)

    def used(self) -> tuple[Estimate, ...]:
        """Return the estimates that the party is made of."""
        wanted = {Subject.WEIGHT, Subject.BEST, Subject.WORST, Subject.OPTION, Subject.RESERVATION}
        ids = {issue.id for issue in self.issues} | {None}
        return tuple(each for each in self._by_key.values() if each.subject in wanted and each.issue_id in ids)

    def weight(self, issue: Issue) -> Readings | None:
        return self._numbers(issue.id, Subject.WEIGHT)

    def missing(self, issue: Issue) -> list[Message]:
        weight = self.weight(issue)
        found = []
        if weight is None:
            found.append(message("analysis.no_their_weight", issue=issue.name))
        elif weight.low < 0:
            found.append(message("analysis.their_weight_negative", issue=issue.name))
        if weight is not None and weight.high <= 0:
            return found
        if issue.kind is ScaleKind.OPTIONS:
            lacking = [each.label for each in issue.options if self._option(issue, each.label) is None]
            if lacking:
                found.append(message("analysis.no_their_options", issue=issue.name, options=", ".join(lacking)))
            return found
        best, worst = self._ends(issue)
        if best is None or worst is None:
            found.append(message("analysis.no_their_ends", issue=issue.name))
        elif best.likely == worst.likely:
            found.append(message("analysis.their_ends_same", issue=issue.name))
        elif best.low <= worst.high and worst.low <= best.high:
            found.append(message("analysis.their_ends_meet", issue=issue.name))
        return found

    def scale(self, issue: Issue) -> Scale:
        """Return v from their likely ends or option values; what it needs is not missing."""
        if issue.kind is ScaleKind.OPTIONS:
            table = {each.label: self._option(issue, each.label) for each in issue.options}
            return Scale(
                kind=issue.kind, table={label: worth.likely for label, worth in table.items() if worth is not None}
            )
        best, worst = self._ends(issue)
        if best is None or worst is None:
            raise ValueError("their ends are not estimated")
        return _line(issue.kind, best.likely, worst.likely)

    def worths(self, issue: Issue) -> Callable[[Value], Readings]:
        """Return v with its range: v of a place is monotone in each end, so the corners of the ranges bound it."""
        likely = self.scale(issue)
        if issue.kind is ScaleKind.OPTIONS:
            table = {each.label: self._option(issue, each.label) for each in issue.options}
            return lambda value: table.get(str(value)) or _NOTHING
        best, worst = self._ends(issue)
        if best is None or worst is None:
            raise ValueError("their ends are not estimated")
        corners = [
            _line(issue.kind, one, other) for one, other in product((best.low, best.high), (worst.low, worst.high))
        ]

        def ranged(value: Value) -> Readings:
            found = [worth for each in (likely, *corners) if (worth := each.value(value)) is not None]
            return Readings(min(found), found[0], max(found)) if found else _NOTHING

        return ranged

    def _option(self, issue: Issue, label: str) -> Readings | None:
        return self._numbers(issue.id, Subject.OPTION, label)

    def _ends(self, issue: Issue) -> tuple[Readings | None, Readings | None]:
        kind = date if issue.kind is ScaleKind.DATE else Decimal
        return self._read(issue.id, Subject.BEST, kind), self._read(issue.id, Subject.WORST, kind)

    def _numbers(self, issue_id: int | None, subject: Subject, option: str = "") -> Readings | None:
        return self._read(issue_id, subject, Decimal, option)

    def _read(
        self, issue_id: int | None, subject: Subject, kind: type[Decimal | date], option: str = ""
    ) -> Readings | None:
        key = (issue_id, subject, option)
        if key not in self._known:
            found = self._by_key.get(key)
            self._known[key] = None if found is None else readings(found, kind)
        return self._known[key]


def readings(estimate: Estimate, kind: type[Decimal | date] = Decimal) -> Readings | None:
    """Return the readings of an estimate in ascending order, days as ordinals; None if it is of another kind."""
    if not isinstance(estimate.likely, kind):
        return None
    likely = place_of(estimate.likely)
    if estimate.low is None and estimate.high is None:
        return Readings(likely, likely, likely)
    ends = [place_of(each) for each in (estimate.low, estimate.high) if isinstance(each, kind)]
    return Readings(min([likely, *ends]), likely, max([likely, *ends]))


def _line(kind: ScaleKind, best: Fraction, worst: Fraction) -> Scale:
    rising = best > worst
    low, high = (worst, best) if rising else (best, worst)
    slope = 1 / (best - worst)
    return Scale(
        kind=kind,
        places=(low, high),
        worths=(ZERO, ONE) if rising else (ONE, ZERO),
        slopes=(slope,),
        best=best,
        worst=worst,
    )


def _values(package: Iterable[Term]) -> dict[int, Value] | None:
    found: dict[int, Value] = {}
    for term in package:
        if term.withdrawn_at is None:
            if term.upto is not None:
                return None
            found[term.issue_id] = term.value
    return found


def _largest_mean(parts: list[tuple[Fraction, Fraction, Fraction]]) -> Fraction:
    """Return the largest sum w v / sum w over weights between (low, high) for values v; 0 where all weigh nothing."""
    ordered = sorted(parts, key=lambda part: part[2], reverse=True)
    top = sum((low * worth for low, _, worth in ordered), ZERO)
    bottom = sum((low for low, _, _ in ordered), ZERO)
    best = top / bottom if bottom > 0 else None
    for low, high, worth in ordered:
        top, bottom = top + (high - low) * worth, bottom + high - low
        if bottom > 0 and (best is None or top / bottom > best):
            best = top / bottom
    return ZERO if best is None else best
