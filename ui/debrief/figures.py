"""ui: how Debrief writes values, packages and worths; no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from core.issue import Issue, ScaleKind
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
        return issue.unit if issue.kind is ScaleKind.NUMERIC else ""

    def value(self, value: Value | None) -> str:
        """Return a value for a column, an en dash where there is none."""
        return EN_DASH if value is None else self.say.quantity(value)

    def term(self, term: Term | None) -> str:
        """Return what a term states for a column, both ends of a range."""
        if term is None or term.upto is None:
            return self.value(None if term is None else term.value)
        return self.say("{low} to {high}", low=self.value(term.value), high=self.value(term.upto))

    def said(self, issue: Issue, term: Term) -> str:
        """Return a term in a sentence: with its unit, cut where it is very long."""
        text = self.say.quantity(term.value, self.unit(issue))
        if term.upto is not None:
            low = self.say.quantity(term.value)
            text = self.say("{low} to {high}", low=low, high=self.say.quantity(term.upto, self.unit(issue)))
        return short(text)

    def points(self, value: Interval | None) -> str:
        """Return a package's value, both ends where terms are open, an en dash where it has none."""
        if value is None:
            return EN_DASH
        low, high = self.say.points(value.low), self.say.points(value.high)
        if low == high:
            return low
        # beside a minus a dash would be read as one
        return f"{low}{EN_DASH}{high}" if value.low >= 0 else self.say("{low} to {high}", low=low, high=high)

    def gap(self, gap: Interval | None) -> str:
        """Return a difference of two packages with its sign."""
        if gap is None:
            return EN_DASH
        low, high = self.say.signed(gap.low * 100, 1), self.say.signed(gap.high * 100, 1)
        return low if low == high else self.say("{low} to {high}", low=low, high=high)

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
