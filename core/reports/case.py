"""core: a negotiation as documents speak of it - its figures worked out once, its values in the reader's form."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from core.batna import Worth, ranked
from core.exact import apart
from core.issue import ScaleKind
from core.judge import rung_value
from core.outcome import deal_of, first_said, lead_issue
from core.reports.document import Span
from core.side import Side
from core.standing import spoken, standing
from core.table import stated_by
from core.term import Term
from core.value import Valuation, compare, direction
from core.weights import money_per_unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from core.issue import Issue
    from core.line import Line
    from core.negotiation import Negotiation
    from core.reports.document import Text
    from core.term import Value
    from core.verdict import Interval
    from core.words import Words

RUNG_FIELDS = ("opening", "best_outcome", "fair", "minimum", "limit", "baseline")
TOP = 5
"""How many issues page 1 shows; all stand in part 3."""
SHORT = 44
"""How many characters of a name a sentence takes; tables have it whole."""


class Case:
    """One negotiation on a day, with everything that more than one part of a document asks for."""

    def __init__(self, negotiation: Negotiation, say: Words, on: date) -> None:
        """Take the record; `on` is the day on which alternatives must hold."""
        self.negotiation = negotiation
        self.say = say
        self.on = on
        self.valuation = Valuation(negotiation)

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
    def lead(self) -> Issue | None:
        """Return the issue that titles speak of: the unit price that counts most, else the issue that does."""
        return lead_issue(self.valuation)

    @cached_property
    def prices(self) -> tuple[Issue, ...]:
        """Return the unit prices, which a reference quantity turns into money."""
        return tuple(issue for issue in self.negotiation.issues if money_per_unit(issue) is not None)

    @cached_property
    def ranking(self) -> tuple[Worth, ...]:
        """Return the alternatives valid on the day, best first."""
        return ranked(self.valuation, self.on)

    @cached_property
    def batna(self) -> Worth | None:
        """Return the best valid alternative, None without one."""
        return next(iter(self.ranking), None)

    @property
    def batna_value(self) -> Interval | None:
        """Return what the BATNA is worth, None without one or where it cannot be told."""
        return None if self.batna is None else self.batna.value

    @cached_property
    def theirs(self) -> dict[int, Term]:
        """Return what they have on the table."""
        return standing(self.negotiation, Side.THEM)

    @cached_property
    def ours(self) -> dict[int, Term]:
        """Return what we have on the table."""
        return standing(self.negotiation, Side.US)

    @cached_property
    def agreed(self) -> dict[int, Term]:
        """Return what is agreed: the deal that the debrief signs, else what the log agreed so far."""
        return deal_of(self.negotiation)

    @cached_property
    def lines(self) -> list[Line]:
        """Return the log in the order in which things were said."""
        return spoken(self.negotiation)

    def rung(self, name: str) -> dict[int, Term]:
        """Return a rung of the ladder as a package; issues without it are unsaid."""
        found: dict[int, Term] = {}
        for issue in self.negotiation.issues:
            value: Value | None = getattr(issue, name)
            if value is not None:
                found[issue.id] = Term(issue_id=issue.id, value=value)
        return found

    def rung_package(self, name: str) -> dict[int, Term]:
        """Return a rung as it is valued: issues that do not state it take their baseline; empty where none does."""
        stated = self.rung(name)
        return self.valuation.filled(stated) if stated else {}

    def rung_value(self, name: str) -> Interval | None:
        """Return what a rung of the ladder, or the baseline, is worth; None where no issue states it."""
        return rung_value(self.valuation, name)

    def first_said(self, side: Side) -> dict[int, Term]:
        """Return the first term of a side on each issue; our planned opening stands in where we said nothing."""
        found = first_said(self.negotiation, side)
        return {**self.rung("opening"), **found} if side is Side.US else found

    def stood(self, line: Line) -> dict[int, Term]:
        """Return a side's package as it stood when a line had been said."""
        if line.side is None:
            return {}
        before = standing(self.negotiation, line.side, before=line)
        return {**before, **{term.issue_id: term for term in (*stated_by(line, line.at),)}}

    def value_of(self, package: dict[int, Term]) -> Interval | None:
        """Return what a package is worth; None for one without terms or where no value can be computed."""
        return self.valuation.package(package) if package else None

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

    def unit(self, issue: Issue) -> str:
        """Return an issue's unit; options and days have none."""
        return issue.unit if issue.kind is ScaleKind.NUMERIC else ""

    def words(self, issue: Issue, value: Value, *, unit: bool = True) -> str:
        """Return a value in words, with its unit unless told."""
        return self.say.quantity(value, self.unit(issue) if unit else "")

    def said(self, issue: Issue, term: Term, *, unit: bool = True) -> str:
        """Return what a term states, both ends of a range."""
        if term.upto is None:
            return self.words(issue, term.value, unit=unit)
        low, high = self.words(issue, term.value, unit=False), self.words(issue, term.upto, unit=unit)
        return self.say("{low} to {high}", low=low, high=high)

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

    def points(self, value: Interval | None) -> str:
        """Return a package value in points, both ends where terms are open; an en dash where there is none."""
        if value is None:
            return "–"
        if value.is_exact or self.say.points(value.low) == self.say.points(value.high):
            return self.say.points(value.low)
        return self.say("{low} to {high}", low=self.say.points(value.low), high=self.say.points(value.high))

    def against(self, value: Interval | None, other: Interval | None) -> str:
        """Return how far a value lies above (+) or below (–) another, both ends where either is open."""
        if value is None or other is None:
            return ""
        low, high = value.low - other.high, value.high - other.low
        first, last = self.say.signed(low * 100, 1), self.say.signed(high * 100, 1)
        return first if first == last else self.say("{low} to {high}", low=first, high=last)

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

    def listed(self, parts: Sequence[str]) -> str:
        """Return words as a list: a, b and c."""
        if len(parts) < 2:
            return "".join(parts)
        return self.say("{first} and {last}", first=", ".join(parts[:-1]), last=parts[-1])

    def count_of(self, issues: Iterable[Issue]) -> str:
        """Return how many issues there are, in words with the figure."""
        return self.say.plural("{n} issue", "{n} issues", len(tuple(issues)))

    def apart(self, issue: Issue, one: Value, other: Value, *, unit: bool = False) -> str:
        """Return how far two values of an issue lie apart, with its unit if asked; empty for options."""
        if isinstance(one, Decimal) and isinstance(other, Decimal):
            return self.say.quantity(apart(one, other), self.unit(issue) if unit else "")
        if isinstance(one, date) and isinstance(other, date):
            return self.say.plural("{n} day", "{n} days", abs((one - other).days))
        return ""

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
        term = self.agreed.get(issue.id)
        return term is not None and issue.baseline is not None and compare(issue, term.value, issue.baseline) == 1

    def is_past_limit(self, issue: Issue, value: Value) -> bool:
        """Tell whether a value is past the issue's limit."""
        return issue.limit is not None and compare(issue, value, issue.limit) == -1


def short(name: str) -> str:
    """Return a name for a sentence, a very long one cut."""
    # blanks and line ends only: a figure and its unit stay together
    flat = " ".join(part for part in name.replace("\n", " ").replace("\t", " ").split(" ") if part)
    return flat if len(flat) <= SHORT else flat[: SHORT - 1].rstrip() + "…"


def inline(name: str) -> str:
    """Return a name inside a sentence: short, with a small letter, but for abbreviations (VAT, FOB)."""
    first = name.split(" ", 1)[0]
    return short(name if len(first) < 2 or not first[1:].islower() else name[:1].lower() + name[1:])
