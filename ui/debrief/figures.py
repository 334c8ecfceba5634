"""ui: how Debrief writes values, packages and worths; no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from core import spans
from core.issue import Issue
from core.outcome import Result
from core.term import Term, Value
from core.told import short
from core.verdict import Interval
from core.words import EN_DASH, Words


@dataclass(frozen=True, slots=True)
class Figures:
    """Write the figures of one result in the form of the region."""

    say: Words
    result: Result

    def unit(self, issue: Issue) -> str:
        """Return an issue's unit; days and options have none."""
        return spans.unit_of(issue)

    def value(self, value: Value | None) -> str:
        """Return a value for a column, an en dash where there is none."""
        return EN_DASH if value is None else self.say.quantity(value)

    def term(self, term: Term | None) -> str:
        """Return what a term states for a column, both ends of a range."""
        if term is None or term.upto is None:
            return self.value(None if term is None else term.value)
        return spans.both_ends(self.say, self.value(term.value), self.value(term.upto))

    def said(self, issue: Issue, term: Term) -> str:
        """Return a term in a sentence: with its unit, cut where it is very long."""
        return short(spans.term_words(self.say, issue, term))

    def points(self, value: Interval | None) -> str:
        """Return a package's value, both ends where terms are open, an en dash where it has none."""
        return spans.points(self.say, value)

    def gap(self, gap: Interval | None) -> str:
        """Return a difference of two packages with its sign."""
        return spans.signed_points(self.say, gap)

    def worth(self, share: Fraction | None) -> str:
        """Return the size of a difference in money where an issue is money, else in points."""
        if share is None:
            return EN_DASH
        money = self.result.valuation.money
        return self.say.points(abs(share)) if money is None else self.say.number(abs(share) * money, 2)

    @property
    def worth_unit(self) -> str:
        """Return the unit of `worth`; empty where nothing can be valued."""
        if self.result.valuation.obstacle is not None:
            return ""
        return self.say("points") if self.result.valuation.money is None else self.result.negotiation.currency

    def amount(self, number: Fraction) -> str:
        """Return an amount without its sign, with the currency."""
        return self.say.money(abs(number), self.result.negotiation.currency)
