"""core: a negotiation as documents speak of it - its figures worked out once, its values in the reader's form."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from core.outcome import first_said
from core.reports.document import Span
from core.side import Side
from core.spans import signed_points
from core.standing import standing
from core.table import stated_by
from core.term import Term
from core.told import Told, inline, short
from core.value import compare, direction
from core.weights import money_per_unit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from core.issue import Issue
    from core.line import Line
    from core.reports.document import Text
    from core.term import Value
    from core.verdict import Interval

TOP = 5
"""How many issues page 1 shows; all stand in part 3."""


class Case(Told):
    """One negotiation on a day, with everything that more than one part of a document asks for."""

    # what there is

    @cached_property
    def ordered(self) -> tuple[Issue, ...]:
        """Return the issues, those that count most first, ties in their own order."""
        shares = self.valuation.shares
        return tuple(sorted(self.negotiation.issues, key=lambda issue: -shares.get(issue.id, Fraction(0))))

    @property
    def top(self) -> tuple[Issue, ...]:
        """Return the issues that page 1 shows."""
        return self.ordered[:TOP]

    @cached_property
    def prices(self) -> tuple[Issue, ...]:
        """Return the unit prices, which a reference quantity turns into money."""
        return tuple(issue for issue in self.negotiation.issues if money_per_unit(issue) is not None)

    @cached_property
    def theirs(self) -> dict[int, Term]:
        """Return what they have on the table."""
        return standing(self.negotiation, Side.THEM)

    @cached_property
    def ours(self) -> dict[int, Term]:
        """Return what we have on the table."""
        return standing(self.negotiation, Side.US)

    def first_said(self, side: Side) -> dict[int, Term]:
        """Return the first term of a side on each issue; where we said nothing our planned opening, as assumed."""
        found = first_said(self.negotiation, side)
        if side is not Side.US:
            return found
        planned = {number: replace(term, assumed=True) for number, term in self.rung("opening").items()}
        return planned | found

    def stood(self, line: Line) -> dict[int, Term]:
        """Return a side's package as it stood when a line had been said."""
        if line.side is None:
            return {}
        before = standing(self.negotiation, line.side, before=line)
        return {**before, **{term.issue_id: term for term in (*stated_by(line, line.at),)}}

    def money_of(self, issue: Issue, value: Value | None) -> Fraction | None:
        """Return what a unit price comes to at the reference quantity."""
        per_unit = money_per_unit(issue)
        return Fraction(value) * per_unit if isinstance(value, Decimal) and per_unit is not None else None

    def total_of(self, name: str) -> Fraction | None:
        """Return what all unit prices come to on a rung; None unless each has it."""
        found = [self.money_of(issue, getattr(issue, name)) for issue in self.prices]
        known = [each for each in found if each is not None]
        return sum(known, Fraction(0)) if known and len(known) == len(found) else None

    # how it is said

    def name(self, issue: Issue) -> Text:
        """Return an issue's name with its unit behind it, muted."""
        unit = self.unit(issue)
        return (Span(f"{issue.name} "), Span(unit, muted=True)) if unit else issue.name

    def cell(self, issue: Issue, value: Value | None) -> Text:
        """Return a value for a table whose unit stands with the issue, "not set" where there is none."""
        return self.not_set if value is None else self.words(issue, value, unit=False)

    def term_cell(self, issue: Issue, package: dict[int, Term]) -> Text:
        """Return a package's term for a table; blank where nothing was said, italics where it is assumed."""
        term = package.get(issue.id)
        if term is None:
            return ""
        said = self.said(issue, term, unit=False)
        return (Span(said, italic=True),) if term.assumed else said

    @property
    def not_set(self) -> Text:
        """Return what stands for a figure that nobody has entered."""
        return (Span(self.say("not set"), italic=True, muted=True),)

    def against(self, value: Interval | None, other: Interval | None) -> str:
        """Return how far a value lies above (+) or below (–) another, both ends where either is open."""
        return "" if value is None or other is None else signed_points(self.say, value.above(other))

    def amount(self, number: Fraction) -> str:
        """Return an amount of the negotiation's currency with its code; whole ones without cents."""
        return f"{self.figure(number)}\u00a0{self.negotiation.currency}"

    def figure(self, number: Fraction) -> str:
        """Return an amount without its code; whole ones without cents."""
        return self.say.number(number, 0 if number.denominator == 1 else 2)

    def worth(self, share: Fraction) -> str:
        """Return what a difference of values is worth: in money where an issue is money, else in points."""
        money = self.valuation.money
        return self.say.points(share) if money is None else self.say.number(share * money, 2)

    @property
    def worth_unit(self) -> str:
        """Return the unit of `worth`."""
        return self.say("points") if self.valuation.money is None else self.negotiation.currency

    def weight(self, issue: Issue) -> str:
        """Return an issue's share in per cent without the sign; blank where there are no weights."""
        share = self.valuation.shares.get(issue.id)
        return "" if share is None else self.say.number(share * 100, 1)

    def count_of(self, issues: Iterable[Issue]) -> str:
        """Return how many issues there are, in words with the figure."""
        return self.say.plural("{n} issue", "{n} issues", len(tuple(issues)))

    def no_worse_than(self, issue: Issue, value: Value) -> str:
        """Return a limit as a condition inside a sentence: "price at no more than 1.45"."""
        words, name = short(self.words(issue, value)), inline(issue.name)
        if isinstance(value, str) or issue.ideal is not None or direction(issue) == 0:
            return self.say("{issue} no worse than {value}", issue=name, value=words)
        less_is_better = direction(issue) < 0
        if isinstance(value, date) and less_is_better:
            return self.say("{issue} no later than {value}", issue=name, value=words)
        if isinstance(value, date):
            return self.say("{issue} no earlier than {value}", issue=name, value=words)
        if less_is_better:
            return self.say("{issue} at no more than {value}", issue=name, value=words)
        return self.say("{issue} at no less than {value}", issue=name, value=words)

    def is_better_than_baseline(self, issue: Issue) -> bool:
        """Tell whether an issue was agreed better than what holds if nobody speaks of it."""
        term = self.deal.get(issue.id)
        return term is not None and issue.baseline is not None and compare(issue, term.value, issue.baseline) == 1
