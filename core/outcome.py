"""core: the outcome, what a deal came to - against every mark we set, who moved how far, what it saved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from core.batna import Worth, ranked
from core.exact import apart, place_of
from core.issue import Issue
from core.judge import Judge, rung_value
from core.line import Line, Verb
from core.negotiation import Negotiation
from core.side import Side
from core.standing import agreed, spoken, standing
from core.term import Package, Term, Value
from core.value import Valuation, by_issue, direction, passes_limit
from core.verdict import Interval, Light, Verdict, breach
from core.weights import money_per_unit


@dataclass(frozen=True, slots=True)
class Saving:
    """One unit price: `unit` is what one piece became cheaper (negative: dearer), `total` that in money."""

    issue: Issue
    start: Decimal
    end: Decimal
    unit: Fraction
    total: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """How far a side came on one issue, from where it began to the deal, else to its last term.

    It began at its first term, or at the baseline where that was better for it: who names something worse than what
    holds if nobody speaks has moved by naming it (`from_baseline`). `share` is what the way changes for us (1 = 100
    points), `money` the same in the negotiation's currency; None where it cannot be told.
    """

    side: Side
    issue: Issue
    start: Term
    end: Term
    from_baseline: bool = False
    share: Fraction | None = None
    money: Fraction | None = None

    @property
    def gives(self) -> bool:
        """Tell whether the side gave way, by our value; a move of unknown value counts as one."""
        if self.share is None:
            return True
        return self.share < 0 if self.side is Side.US else self.share > 0


def deal_of(negotiation: Negotiation) -> dict[int, Term]:
    """Return the deal that the debrief signs, else what the log agreed so far."""
    debrief = negotiation.debrief
    return by_issue(debrief.deal) if debrief is not None and debrief.deal else agreed(negotiation)


def first_said(negotiation: Negotiation, side: Side) -> dict[int, Term]:
    """Return the first term that a side named for each issue, conditional ones included."""
    found: dict[int, Term] = {}
    for line in spoken(negotiation):
        if line.verb is Verb.OFFER and line.side is side:
            for term in (*line.terms, *line.in_return, *line.conditions):
                found.setdefault(term.issue_id, term)
    return found


def lead_issue(valuation: Valuation) -> Issue | None:
    """Return the issue that a title speaks of: the unit price that counts most, else the issue that does."""
    shares = valuation.shares
    ordered = sorted(valuation.negotiation.issues, key=lambda issue: -shares.get(issue.id, Fraction(0)))
    return next(iter((*(issue for issue in ordered if money_per_unit(issue) is not None), *ordered)), None)


def hard_savings(negotiation: Negotiation, deal: Mapping[int, Term]) -> tuple[Saving, ...]:
    """Return each agreed unit price against its baseline: what lowers the budget."""
    found = []
    for issue in negotiation.issues:
        term = deal.get(issue.id)
        if term is not None and term.upto is None and isinstance(issue.baseline, Decimal):
            found += _saving(issue, issue.baseline, term.value)
    return tuple(found)


def avoided_costs(negotiation: Negotiation, deal: Mapping[int, Term]) -> tuple[Saving, ...]:
    """Return each baseline against what they first asked, where that was worse: it does not lower the budget."""
    asked = first_said(negotiation, Side.THEM)
    found = []
    for issue in negotiation.issues:
        term = asked.get(issue.id)
        if term is not None and issue.id in deal and isinstance(term.value, Decimal):
            found += [each for each in _saving(issue, term.value, issue.baseline) if each.total > 0]
    return tuple(found)


def total(savings: tuple[Saving, ...]) -> Fraction:
    """Return the sum of savings of one kind."""
    return sum((each.total for each in savings), Fraction(0))


def change(start: Value | None, end: Value | None) -> Decimal | int | None:
    """Return by how much a value rose (+) or fell, in its unit, days for a date; None where there is no such figure."""
    if isinstance(start, Decimal) and isinstance(end, Decimal):
        size = apart(start, end)
        return size.copy_negate() if end < start else size
    if isinstance(start, date) and isinstance(end, date):
        return (end - start).days
    return None


@dataclass(frozen=True)
class Result:
    """A deal held against everything that was prepared, on the day whose alternatives count.

    `signed` is a deal that is not kept yet; without it the debrief's, else what the log agreed.
    """

    negotiation: Negotiation
    on: date
    signed: Package | None = None

    @cached_property
    def valuation(self) -> Valuation:
        """Return the scales and shares."""
        return Valuation(self.negotiation)

    @cached_property
    def deal(self) -> dict[int, Term]:
        """Return the deal by issue."""
        return deal_of(self.negotiation) if self.signed is None else by_issue(self.signed)

    @cached_property
    def unsaid(self) -> tuple[Issue, ...]:
        """Return the issues that the deal leaves open."""
        return tuple(issue for issue in self.negotiation.issues if issue.id not in self.deal)

    @cached_property
    def ours(self) -> dict[int, Term]:
        """Return the terms that we opened with, as said."""
        return first_said(self.negotiation, Side.US)

    @cached_property
    def theirs(self) -> dict[int, Term]:
        """Return the terms that they opened with, as said."""
        return first_said(self.negotiation, Side.THEM)

    @cached_property
    def batna(self) -> Worth | None:
        """Return the best alternative valid on the day, None without one."""
        return next(iter(ranked(self.valuation, self.on)), None)

    @cached_property
    def verdict(self) -> Verdict | None:
        """Return the deal's verdict, None without a term."""
        if not self.deal:
            return None
        return Judge(self.negotiation).verdict(self.deal, Side.US, self.on, with_repairs=False)

    @cached_property
    def value(self) -> Interval | None:
        """Return what the deal is worth, an interval where issues are open; None without terms or without weights."""
        return self.package(self.deal)

    def package(self, terms: Mapping[int, Term]) -> Interval | None:
        """Return what any terms are worth; None for no terms at all, and where nothing can be valued."""
        return self.valuation.package(terms) if terms else None

    def rung(self, name: str) -> Interval | None:
        """Return what the baseline or a rung of the ladder is worth, None where no issue states it."""
        return rung_value(self.valuation, name)

    def against(self, other: Interval | None) -> Interval | None:
        """Return how far the deal lies above another value, below it where negative."""
        return None if self.value is None or other is None else self.value.above(other)

    @cached_property
    def past_limit(self) -> tuple[Issue, ...]:
        """Return the issues that were settled past our limit, by the limits as they stand now."""
        deal = self.deal
        return tuple(each for each in self.negotiation.issues if each.id in deal and passes_limit(each, deal[each.id]))

    @property
    def is_breach(self) -> bool:
        """Tell whether the deal is certainly worth less than the BATNA."""
        if self.value is None or self.batna is None or self.batna.value is None:
            return False
        return breach(self.value, self.batna.value) is Light.CERTAIN

    @cached_property
    def exceptions(self) -> tuple[Line, ...]:
        """Return our own lines past a limit, each logged with a reason."""
        return tuple(line for line in spoken(self.negotiation) if line.exception)

    @cached_property
    def savings(self) -> tuple[Saving, ...]:
        """Return the hard savings."""
        return hard_savings(self.negotiation, self.deal)

    @cached_property
    def other_terms(self) -> Fraction | None:
        """Return in money what the terms beside the unit prices are worth against their baselines, + in our favour.

        None where no issue is money, or where a term or a baseline of an issue that counts is missing.
        """
        money = self.valuation.money
        if money is None:
            return None
        changed = Fraction(0)
        for issue in self.negotiation.issues:
            if money_per_unit(issue) is not None or not self.valuation.shares.get(issue.id):
                continue
            share = self._share(self.valuation.baselines.get(issue.id), self.deal.get(issue.id))
            if share is None:
                return None
            changed += share
        return changed * money

    @cached_property
    def moves(self) -> tuple[Move, ...]:
        """Return who moved on what, the moves that are worth most to us first."""
        found = []
        for side, opened in ((Side.THEM, self.theirs), (Side.US, self.ours)):
            last = {**standing(self.negotiation, side), **self.deal}
            for issue in self.negotiation.issues:
                end = last.get(issue.id)
                move = None if end is None else self._way(side, issue, opened.get(issue.id), end)
                if move is not None:
                    found.append(move)
        # a stable order: by size, then as the issues stand
        return tuple(sorted(found, key=lambda each: -abs(each.share or Fraction(0))))

    def _way(self, side: Side, issue: Issue, first: Term | None, end: Term) -> Move | None:
        baseline = self.valuation.baselines.get(issue.id)
        if first is None and issue.id not in self.deal:
            return None
        worse = None if first is None or baseline is None else self._share(baseline, first)
        from_baseline = first is None or (worse is not None and (worse < 0 if side is Side.US else worse > 0))
        start = baseline if from_baseline else first
        if start is None or (start.value, start.upto) == (end.value, end.upto):
            return None
        move = self._move(side, issue, start, end, from_baseline=from_baseline)
        # who named nothing and got something better was given it
        return move if move.gives or first is not None else None

    def _move(self, side: Side, issue: Issue, start: Term, end: Term, *, from_baseline: bool) -> Move:
        share, money = self._share(start, end), self.valuation.money
        return Move(
            side=side,
            issue=issue,
            start=start,
            end=end,
            from_baseline=from_baseline,
            share=share,
            money=None if share is None or money is None else share * money,
        )

    def _share(self, start: Term | None, end: Term | None) -> Fraction | None:
        parts = [None if term is None else self.valuation.part(term) for term in (start, end)]
        first, last = parts
        if first is None or last is None or not first.is_exact or not last.is_exact:
            return None
        return last.low - first.low


def _saving(issue: Issue, start: Decimal, end: object) -> list[Saving]:
    per_unit = money_per_unit(issue)
    if not isinstance(end, Decimal) or per_unit is None:
        return []
    sign = -1 if direction(issue) > 0 else 1
    unit = sign * (place_of(start) - place_of(end))
    return [Saving(issue, start, end, unit, unit * per_unit)]
