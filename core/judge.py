"""core: the judge, the four lights over what is said and what stands, each with its reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from core import reasons
from core.batna import Worth, ranked
from core.exact import apart, as_decimal, place_of
from core.issue import Issue
from core.line import Line, Verb
from core.message import Message
from core.negotiation import Negotiation
from core.repair import Workshop
from core.side import Side
from core.standing import spoken, standing
from core.table import Table, stated_by
from core.term import Package, Term, Value
from core.value import Valuation, by_issue, compare, is_outside
from core.verdict import Difference, Interval, Light, Repair, Shortfall, Verdict, breach
from core.weights import money_per_unit

_JUDGED = (Verb.OFFER, Verb.AGREE)


@dataclass(frozen=True)
class Judge:
    """Everything that a judgement needs beside the terms, worked out once for many of them."""

    negotiation: Negotiation
    # The ranking of one day after the other: alternatives hold to a date, lines are said on few.
    _rankings: dict[date, tuple[Worth, ...]] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def valuation(self) -> Valuation:
        """Return the scales and shares."""
        return Valuation(self.negotiation)

    @cached_property
    def minimum(self) -> Interval | None:
        """Return what the minimum acceptable deal is worth, None where none is set or nothing can be valued.

        An issue without a minimum takes its baseline, and spans its range without one.
        """
        return rung_value(self.valuation, "minimum")

    def batna(self, on: date) -> Worth | None:
        """Return the BATNA of a day."""
        if on not in self._rankings:
            self._rankings[on] = ranked(self.valuation, on)
        return next(iter(self._rankings[on]), None)

    def floor(self, on: date) -> Fraction | None:
        """Return what no package may be worth less than: the larger upper end of minimum and BATNA, where known."""
        best = self.batna(on)
        known = [each.high for each in (self.minimum, None if best is None else best.value) if each is not None]
        return max(known, default=None)

    def verdict(self, stated: Mapping[int, Term], side: Side, on: date, *, with_repairs: bool = True) -> Verdict:
        """Judge terms that are all stated; issues left out are unsaid."""
        known = {issue_id: term for issue_id, term in stated.items() if issue_id in self.valuation.scales}
        batna = self.batna(on)
        value = self.valuation.package(known)
        limit, past_limit, limit_reason = self._limit(known, side)
        batna_light = self._batna_light(value, batna)
        minimum_light = self._minimum_light(value)
        at_baselines = self.valuation.at_baselines(known, value)
        difference = self._difference(known, value, batna)
        shortfalls, term_light = self._shortfalls(known, batna)
        repairs: tuple[Repair, ...] | Message = ()
        if with_repairs and (limit is Light.ACT or Light.CERTAIN in (batna_light, minimum_light)):
            against = None if batna is None else batna.value
            repairs = Workshop(self.valuation, known, value, past_limit, against, self.minimum).repairs()
        said = reasons.Said(self.valuation, known, value, at_baselines, difference)
        return Verdict(
            value=value,
            at_baselines=at_baselines,
            limit=limit,
            batna=batna_light,
            minimum=minimum_light,
            term=term_light,
            limit_reason=limit_reason,
            batna_reason=reasons.of_batna(said, batna_light, batna, on),
            minimum_reason=reasons.of_minimum(said, minimum_light, self.minimum),
            term_reason=reasons.of_terms(said, term_light, shortfalls, batna),
            batna_name="" if batna is None else batna.alternative.name,
            term_reasons=tuple(reasons.of_shortfall(said, each) for each in shortfalls),
            shortfalls=shortfalls,
            unsaid=() if value is None else self.valuation.unsaid(known),
            past_limit=past_limit,
            outside=tuple(each for each, term in known.items() if self._is_outside(term)),
            difference=difference,
            repairs=repairs if isinstance(repairs, tuple) else (),
            no_repair=repairs if isinstance(repairs, Message) else None,
        )

    def _limit(self, stated: Mapping[int, Term], side: Side) -> tuple[Light, tuple[int, ...], Message]:
        """Judge light 1. A range that is past the limit in part acts as well: the rest of it is not promised."""
        limited, past, unknown = [], [], []
        for issue in self.negotiation.issues:
            term = stated.get(issue.id)
            if term is None or issue.limit is None:
                continue
            limited.append(issue)
            ends = (term.value,) if term.upto is None else (term.value, term.upto)
            found = [compare(issue, end, issue.limit, self.valuation.scales[issue.id]) for end in ends]
            if -1 in found:
                past.append((issue, term, found.count(-1) == len(found)))
            elif None in found:
                unknown.append(issue)
        if past:
            return Light.ACT, tuple(issue.id for issue, _, _ in past), reasons.past_limits(past, side)
        if unknown:
            return Light.CANNOT_JUDGE, (), reasons.unknown_limit(unknown[0])
        if limited:
            return Light.CLEAR, (), reasons.within_limits()
        return Light.NONE, (), reasons.no_limits()

    def _batna_light(self, value: Interval | None, batna: Worth | None) -> Light:
        if value is None or (batna is not None and batna.value is None):
            return Light.CANNOT_JUDGE
        return Light.NONE if batna is None or batna.value is None else breach(value, batna.value)

    def _minimum_light(self, value: Interval | None) -> Light:
        if value is None:
            return Light.CANNOT_JUDGE
        return Light.NONE if self.minimum is None else breach(value, self.minimum)

    def _difference(self, stated: Mapping[int, Term], value: Interval | None, batna: Worth | None) -> Difference | None:
        if value is None or batna is None or batna.value is None:
            return None
        points = value.above(batna.value)
        scale = self.valuation.money
        return Difference(
            points=points,
            money=None if scale is None else Interval(points.low * scale, points.high * scale),
            currency=self.negotiation.currency,
            total=self._total(stated, batna),
        )

    def _total(self, stated: Mapping[int, Term], batna: Worth) -> Fraction | None:
        """Return by how much the unit prices are better than the BATNA's at the stated volume, in money."""
        volume = reasons.stated_volume(self.negotiation, stated)
        if volume is None:
            return None
        total: Fraction | None = None
        for issue in self.negotiation.issues:
            ours, theirs = stated.get(issue.id), batna.stated.get(issue.id)
            if not issue.is_unit_price or ours is None:
                continue
            figures = _numbers(ours, theirs)
            if figures is None or issue.price_basis <= 0:
                return None
            better = figures[0] - figures[1]
            scale = self.valuation.scales[issue.id]
            sign = -1 if isinstance(scale, Message) else scale.sign
            total = (total or Fraction(0)) + sign * better * volume / Fraction(issue.price_basis)
        return total

    def _shortfalls(self, stated: Mapping[int, Term], batna: Worth | None) -> tuple[tuple[Shortfall, ...], Light]:
        """Judge light 4: stated terms against the same stated terms of the BATNA, ranges at their worse ends."""
        if batna is None:
            return (), Light.NONE
        found, compared = [], False
        for issue in self.negotiation.issues:
            ours, theirs = stated.get(issue.id), batna.stated.get(issue.id)
            if ours is None or theirs is None:
                continue
            worst = self._worse_end(issue, ours)
            other = self._worse_end(issue, theirs)
            result = compare(issue, worst, other, self.valuation.scales[issue.id])
            compared = compared or result is not None
            if result == -1:
                found.append(self._shortfall(issue, worst, other))
        return tuple(found), Light.ACT if found else Light.CLEAR if compared else Light.NONE

    def _worse_end(self, issue: Issue, term: Term) -> Value:
        if term.upto is None:
            return term.value
        return term.upto if compare(issue, term.upto, term.value, self.valuation.scales[issue.id]) == -1 else term.value

    def _shortfall(self, issue: Issue, value: Value, other: Value) -> Shortfall:
        if isinstance(value, str) or isinstance(other, str):
            return Shortfall(issue_id=issue.id, value=value, batna=other, total=self._worth_of_gap(issue, value, other))
        size = abs(place_of(value) - place_of(other))
        unit, percent = as_decimal(size), None
        if isinstance(value, Decimal) and isinstance(other, Decimal):
            unit = apart(value, other)
            percent = size / abs(Fraction(other)) if other else None
        return Shortfall(
            issue_id=issue.id,
            value=value,
            batna=other,
            unit=unit,
            percent=percent,
            total=self._worth_of_gap(issue, value, other),
        )

    def _worth_of_gap(self, issue: Issue, value: Value, other: Value) -> Fraction | None:
        """Return the money between two terms: a unit price by its quantity, another money issue by its worth."""
        per_unit = money_per_unit(issue)
        if per_unit is not None and not isinstance(value, str) and not isinstance(other, str):
            return abs(place_of(value) - place_of(other)) * per_unit
        scale = self.valuation.scales[issue.id]
        if issue.money_worth is None or isinstance(scale, Message):
            return None
        first, second = scale.value(value), scale.value(other)
        return None if first is None or second is None else abs(first - second) * Fraction(issue.money_worth)

    def _is_outside(self, term: Term) -> bool:
        issue = self.negotiation.issue_by_id[term.issue_id]
        return is_outside(issue, term.value) or (term.upto is not None and is_outside(issue, term.upto))


def judge(
    negotiation: Negotiation,
    package: Package,
    side: Side,
    on: date,
    conditions: Package = (),
    *,
    with_repairs: bool = True,
) -> Verdict:
    """Judge a package as it is put, with its conditions laid over it, against the alternatives valid that day."""
    return Judge(negotiation).verdict(by_issue((*package, *conditions)), side, on, with_repairs=with_repairs)


def judge_line(negotiation: Negotiation, line: Line, *, with_repairs: bool = True) -> tuple[Verdict, Verdict] | None:
    """Judge an offer or an agreement twice: as said, and laid over the side's standing offer before it.

    On its own date, and with what stood at its own moment. None for any other line, one without a speaker, or one of
    which nothing is left on the table.
    """
    if line.verb not in _JUDGED or line.side is None:
        return None
    judging = Judge(negotiation)
    beneath = standing(negotiation, line.side, before=line)
    return _twice(judging, line, beneath, None, with_repairs=with_repairs)


def verdicts(
    negotiation: Negotiation, now: datetime | None = None, *, with_repairs: bool = True
) -> dict[int, tuple[Verdict, Verdict]]:
    """Return today's view of every offer and agreement by line id: at its own moment, by the issues as they are now.

    Terms withdrawn until `now` are unsaid again. Repairs cost as much as all the rest: a list does without them.
    """
    judging = Judge(negotiation)
    found = {}
    for line, beneath in _moves(negotiation):
        pair = _twice(judging, line, beneath, now, with_repairs=with_repairs)
        if pair is not None:
            found[line.id] = pair
    return found


def stood(negotiation: Negotiation, now: datetime | None = None) -> dict[int, tuple[Interval | None, Fraction | None]]:
    """Return what stood after every offer and agreement is worth to us, by line id: `verdicts` without the judgement.

    The second figure is the same with what is unsaid at the baselines, as in a verdict.
    """
    valuation = Valuation(negotiation)
    found = {}
    for line, beneath in _moves(negotiation):
        stated = by_issue(stated_by(line, now))
        if stated:
            known = {key: term for key, term in {**beneath, **stated}.items() if key in valuation.scales}
            value = valuation.package(known)
            found[line.id] = value, valuation.at_baselines(known, value)
    return found


def _moves(negotiation: Negotiation) -> Iterator[tuple[Line, Mapping[int, Term]]]:
    """Yield what is judged, in the order of the talk, with what its side had on the table before."""
    table = Table()
    for line in spoken(negotiation):
        if line.verb in _JUDGED and line.side is not None:
            yield line, table.standing(line.side, line.at)
        table.add(line)


def rung_value(valuation: Valuation, rung: str) -> Interval | None:
    """Return what the package of one rung of the ladder is worth, None where no issue states it.

    An issue that does not state the rung takes its baseline, and spans its range without one.
    """
    stated = {
        issue.id: Term(issue_id=issue.id, value=getattr(issue, rung))
        for issue in valuation.negotiation.issues
        if getattr(issue, rung) is not None
    }
    return valuation.package(valuation.filled(stated)) if stated else None


def _twice(
    judging: Judge,
    line: Line,
    beneath: Mapping[int, Term],
    now: datetime | None,
    *,
    with_repairs: bool,
) -> tuple[Verdict, Verdict] | None:
    stated = by_issue(stated_by(line, now))
    if not stated or line.side is None:
        return None
    day = line.at.date()
    said = judging.verdict(stated, line.side, day, with_repairs=with_repairs)
    if beneath.keys() <= stated.keys():
        return said, said
    return said, judging.verdict({**beneath, **stated}, line.side, day, with_repairs=with_repairs)


def _numbers(*terms: Term | None) -> list[Fraction] | None:
    """Return the figures of terms, None unless each is one number."""
    found = [term.value for term in terms if term is not None and term.upto is None]
    numbers = [Fraction(value) for value in found if isinstance(value, Decimal)]
    return numbers if len(numbers) == len(terms) else None
