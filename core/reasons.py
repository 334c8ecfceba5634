"""core: reasons, what the lights say - which sentence each verdict has and the figures in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from core.batna import Worth
from core.issue import Issue
from core.message import Amount, Datum, Message, Points, Quantity, Share, message
from core.negotiation import Negotiation
from core.phrases import days, gap, joined, names, quantity, sentences
from core.side import Side
from core.steps import exceeding
from core.term import Term
from core.value import Valuation
from core.verdict import Difference, Interval, Light, Shortfall


@dataclass(frozen=True, slots=True)
class Said:
    """What the reasons speak of: the terms, what they are worth, and how far that is from the BATNA."""

    valuation: Valuation
    stated: Mapping[int, Term]
    value: Interval | None
    at_baselines: Fraction | None
    difference: Difference | None

    @property
    def negotiation(self) -> Negotiation:
        """Return the negotiation."""
        return self.valuation.negotiation

    def gap(self, share: Fraction) -> Message:
        """Return the size of a difference in money and points."""
        return gap(share, self.valuation.money, self.negotiation.currency)

    @property
    def open_issues(self) -> str:
        """Return the names of the issues on which the value depends: unsaid ones, and ranges."""
        unsaid = set(self.valuation.unsaid(self.stated))
        ranges = {issue_id for issue_id, term in self.stated.items() if term.upto is not None}
        return names([issue for issue in self.negotiation.issues if issue.id in unsaid | ranges])


def past_limits(past: Sequence[tuple[Issue, Term, bool]], side: Side) -> Message:
    """Say which terms are past their limits and by how much; the flag tells whether the whole term is."""
    return joined("list.sentences", [_past_limit(issue, term, side, whole=whole) for issue, term, whole in past])


def unknown_limit(issue: Issue) -> Message:
    """Say that a limit cannot be compared with."""
    return message("limit.unknown", issue=issue.name)


def within_limits() -> Message:
    """Say that no stated term is past its limit."""
    return message("limit.clear")


def no_limits() -> Message:
    """Say that nothing stated has a limit."""
    return message("limit.none")


def of_batna(said: Said, light: Light, batna: Worth | None, on: date) -> Message:
    """Return the reason of light 2, with the figure at the baselines and the exact total at the stated volume."""
    if light is Light.CANNOT_JUDGE:
        why = said.valuation.obstacle or (None if batna is None else batna.reason) or message("weights.no_issues")
        return message("verdict.cannot_judge", why=why)
    if light is Light.NONE or batna is None or batna.value is None or said.difference is None:
        if said.negotiation.alternatives:
            return message("batna.none_valid", day=on)
        return message("batna.none")
    points = said.difference.points
    data = {"alternative": batna.alternative.name}
    main = _compared(said, "batna", light, points, data, unsure=batna.is_between_readings)
    return sentences(main, _at_baselines(said, batna.value), _total(said))


def of_minimum(said: Said, light: Light, minimum: Interval | None) -> Message:
    """Return the reason of light 3."""
    if light is Light.CANNOT_JUDGE:
        return message("verdict.cannot_judge", why=said.valuation.obstacle or message("weights.no_issues"))
    if light is Light.NONE or minimum is None or said.value is None:
        return message("minimum.none")
    points = said.value.above(minimum)
    return _compared(said, "minimum", light, points, {}, unsure=False)


def of_terms(said: Said, light: Light, shortfalls: Sequence[Shortfall], batna: Worth | None) -> Message:
    """Return the reason of light 4 in one sentence; `of_shortfall` has the figures of each term."""
    if light is Light.ACT:
        issues = said.negotiation.issue_by_id
        return message("term.act", issues=names([issues[each.issue_id] for each in shortfalls]))
    if light is Light.CLEAR:
        return message("term.clear")
    return message("batna.none" if batna is None else "term.none")


def of_shortfall(said: Said, shortfall: Shortfall) -> Message:
    """Return how far one stated term is from the BATNA's: in its unit, in per cent, and in money where it is money."""
    issue = said.negotiation.issue_by_id[shortfall.issue_id]
    size = _distance(issue, shortfall)
    if size is not None and shortfall.percent is not None:
        code = "term.size" if shortfall.total is None else "term.money_size"
        size = message(code, size=size, percent=Share(shortfall.percent))
    if shortfall.total is not None:
        amount = Amount(shortfall.total, said.negotiation.currency)
        if size is not None:
            return message("term.worse_money", amount=amount, issue=issue.name, size=size)
        return message("term.worse_option_money", amount=amount, issue=issue.name, **_both(issue, shortfall))
    if size is not None:
        return message("term.worse", issue=issue.name, size=size)
    return message("term.worse_option", issue=issue.name, **_both(issue, shortfall))


def stated_volume(negotiation: Negotiation, stated: Mapping[int, Term]) -> Fraction | None:
    """Return the volume that is stated, in pieces; None unless one issue is the volume and one figure is stated.

    A unit that begins with "k" and a blank counts thousands.
    """
    volumes = [issue for issue in negotiation.issues if issue.is_volume]
    term = stated.get(volumes[0].id) if len(volumes) == 1 else None
    if term is None or term.upto is not None or not isinstance(term.value, Decimal):
        return None
    return Fraction(term.value) * (1000 if volumes[0].unit.startswith("k ") else 1)


def _past_limit(issue: Issue, term: Term, side: Side, *, whole: bool) -> Message:
    limit = quantity(issue, issue.limit) if issue.limit is not None else Quantity("")
    own = "own" if side is Side.US else "their"
    if term.upto is not None:
        code = "limit.range_past" if whole else "limit.range_partly_past"
        return message(
            f"{code}_{own}",
            issue=issue.name,
            value=quantity(issue, term.value, unit=False),
            upto=quantity(issue, term.upto),
            limit=limit,
        )
    size = exceeding(issue, term.value)
    if size is None:
        return message(f"limit.option_past_{own}", issue=issue.name, value=quantity(issue, term.value), limit=limit)
    by = days(int(size)) if isinstance(term.value, date) else Quantity(size, issue.unit)
    return message(f"limit.past_{own}", issue=issue.name, value=quantity(issue, term.value), limit=limit, by=by)


def _compared(
    said: Said, field: str, light: Light, points: Interval, data: Mapping[str, str], *, unsure: bool
) -> Message:
    """Say how a value stands to what it is compared with: how much worse, how much better, or between which."""
    if light is Light.CERTAIN:
        code = "worse" if points.is_exact else "worse_at_least"
        return message(f"{field}.{code}", gap=said.gap(points.high), **data)
    if light is Light.CLEAR:
        if points.low == 0:
            return message(f"{field}.equal" if points.is_exact else f"{field}.equal_at_least", **data)
        code = "better" if points.is_exact else "better_at_least"
        return message(f"{field}.{code}", gap=said.gap(points.low), **data)
    worse = said.gap(points.low)
    depends = message("open.on_issues", issues=said.open_issues) if said.open_issues else message(f"open.on_{field}")
    if unsure and not said.open_issues:
        depends = message("open.on_chance")
    if points.high == 0:
        return message(f"{field}.possible_equal", worse=worse, depends=depends, **data)
    return message(f"{field}.possible", worse=worse, better=said.gap(points.high), depends=depends, **data)


def _at_baselines(said: Said, batna: Interval) -> Message | None:
    """Return the figure with the rest at its baselines, where something is unsaid and every baseline is known."""
    if said.value is None or said.value.is_exact or said.at_baselines is None:
        return None
    worth = Points(said.at_baselines)
    if not batna.is_exact:
        return message("baselines.worth", worth=worth)
    share = said.at_baselines - batna.low
    if share == 0:
        return message("baselines.equal", worth=worth)
    return message("baselines.worse" if share < 0 else "baselines.better", worth=worth, gap=said.gap(share))


def _total(said: Said) -> Message | None:
    """Return what the stated unit prices come to at the stated volume, and against the BATNA's price."""
    volume = stated_volume(said.negotiation, said.stated)
    if volume is None:
        return None
    total = Fraction(0)
    for issue in said.negotiation.issues:
        term = said.stated.get(issue.id)
        if term is not None and issue.is_unit_price and issue.price_basis > 0:
            if term.upto is not None or not isinstance(term.value, Decimal):
                return None
            total += Fraction(term.value) * volume / Fraction(issue.price_basis)
    if total == 0:
        return None
    unit = next(issue for issue in said.negotiation.issues if issue.is_volume)
    currency = said.negotiation.currency
    data: dict[str, Datum] = {"volume": quantity(unit, said.stated[unit.id].value), "total": Amount(total, currency)}
    against = None if said.difference is None else said.difference.total
    if against is None:
        return message("total.alone", **data)
    if against == 0:
        return message("total.equal", **data)
    return message("total.worse" if against < 0 else "total.better", gap=Amount(abs(against), currency), **data)


def _distance(issue: Issue, shortfall: Shortfall) -> Message | Quantity | None:
    if shortfall.unit is None:
        return None
    return days(int(shortfall.unit)) if isinstance(shortfall.value, date) else Quantity(shortfall.unit, issue.unit)


def _both(issue: Issue, shortfall: Shortfall) -> dict[str, Quantity]:
    return {"value": quantity(issue, shortfall.value), "other": quantity(issue, shortfall.batna)}
