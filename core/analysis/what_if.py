"""core: what-if, other weights, limits, estimates and chances tried on a copy, the record untouched."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from fractions import Fraction

from core.analysis.bargaining import Solutions, solutions
from core.analysis.case import case_of
from core.analysis.frontier import frontier
from core.analysis.party import their_party
from core.analysis.zopa import IssueZone, PackageZone, issue_zones, package_zone
from core.batna import Worth
from core.estimate import Estimate
from core.judge import Judge
from core.message import Message
from core.negotiation import Negotiation
from core.side import Side
from core.standing import standing
from core.term import Value
from core.verdict import Verdict


@dataclass(frozen=True, kw_only=True)
class Supposed:
    """What is supposed instead of the record, by id; what is not named stays as it is.

    `weights` are as entered (a rank where the negotiation weighs by ranking), `money_worths` what an issue's range is
    worth in money, `limits` our hard limits (None: without one), `probabilities` those of alternatives, 0 to 1.
    `estimates` take the place of those on the same issue, subject and option, or are added.
    """

    weights: Mapping[int, Decimal] = field(default_factory=dict)
    money_worths: Mapping[int, Decimal] = field(default_factory=dict)
    limits: Mapping[int, Value | None] = field(default_factory=dict)
    probabilities: Mapping[int, Decimal] = field(default_factory=dict)
    estimates: tuple[Estimate, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Outlook:
    """How a negotiation stands: the BATNA, both sides' standing offers judged, the zones and the solutions.

    `to_them` is what the standing offers are likely worth to them, in shares of 1, what they leave open taken at the
    baselines; without those of which that cannot be told. `zone` and `solutions` are the message that says what is
    missing where their side is not estimated, and None where the frontier was left out.
    """

    batna: Worth | None
    offers: Mapping[Side, Verdict]
    to_them: Mapping[Side, Fraction]
    issue_zones: Mapping[int, IssueZone | Message]
    zone: PackageZone | Message | None
    solutions: Solutions | Message | None


@dataclass(frozen=True, kw_only=True)
class WhatIf:
    """A negotiation as it would be, and its outlook before and after."""

    supposed: Negotiation
    before: Outlook
    after: Outlook


def suppose(negotiation: Negotiation, supposed: Supposed) -> Negotiation:
    """Return a copy of a negotiation in which other things are supposed."""
    issues = []
    for issue in negotiation.issues:
        changed = issue
        if issue.id in supposed.weights:
            changed = replace(changed, weight=supposed.weights[issue.id])
        if issue.id in supposed.money_worths:
            changed = replace(changed, money_worth=supposed.money_worths[issue.id])
        if issue.id in supposed.limits:
            changed = replace(changed, limit=supposed.limits[issue.id])
        issues.append(changed)
    keys = {_key(each) for each in supposed.estimates}
    estimates = (*(each for each in negotiation.estimates if _key(each) not in keys), *supposed.estimates)
    alternatives = tuple(
        replace(each, probability=supposed.probabilities[each.id]) if each.id in supposed.probabilities else each
        for each in negotiation.alternatives
    )
    return replace(negotiation, issues=tuple(issues), alternatives=alternatives, estimates=estimates)


def what_if(negotiation: Negotiation, supposed: Supposed, now: datetime, *, with_frontier: bool = True) -> WhatIf:
    """Return what would change if things were as supposed."""
    changed = suppose(negotiation, supposed)
    return WhatIf(
        supposed=changed,
        before=outlook(negotiation, now, with_frontier=with_frontier),
        after=outlook(changed, now, with_frontier=with_frontier),
    )


def outlook(negotiation: Negotiation, now: datetime, *, with_frontier: bool = True) -> Outlook:
    """Return how a negotiation stands at a moment; without the frontier all but the room and the solutions."""
    judge = Judge(negotiation)
    theirs = their_party(negotiation)
    offers, to_them = {}, {}
    for side in Side:
        stated = standing(negotiation, side, at=now)
        if stated:
            offers[side] = judge.verdict(stated, side, now.date(), with_repairs=False)
            if not isinstance(theirs, Message):
                worth = theirs.value(judge.valuation.filled(stated).values())
                if worth is not None:
                    to_them[side] = worth
    zone: PackageZone | Message | None = None
    solved: Solutions | Message | None = None
    if with_frontier:
        case = case_of(negotiation, now.date())
        if isinstance(case, Message):
            zone = solved = case
        else:
            front = frontier(case)
            zone, solved = package_zone(case, front), solutions(case, front)
    return Outlook(
        batna=judge.batna(now.date()),
        offers=offers,
        to_them=to_them,
        issue_zones=issue_zones(negotiation),
        zone=zone,
        solutions=solved,
    )


def _key(estimate: Estimate) -> tuple[int | None, str, str]:
    return estimate.issue_id, estimate.subject.value, estimate.option
