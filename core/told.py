"""core: told, a negotiation as findings and documents speak of it - figures worked out once, values in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property

from core import spans
from core.batna import Worth, ranked
from core.exact import apart
from core.issue import Issue
from core.judge import Judge, rung_value
from core.line import Line
from core.negotiation import Negotiation
from core.outcome import deal_of, lead_issue
from core.standing import spoken
from core.term import Term, Value
from core.value import Valuation
from core.verdict import Interval
from core.words import Words

SHORT = 44
"""How many characters of a name a sentence takes; tables have it whole."""


class Told:
    """One negotiation on a day, with what more than one finding or part of a document asks of it."""

    def __init__(self, negotiation: Negotiation, say: Words, day: date) -> None:
        """Take the record; `day` is the one on which alternatives must hold."""
        self.negotiation = negotiation
        self.say = say
        self.day = day

    # what there is

    @cached_property
    def judging(self) -> Judge:
        """Return the judge, with scales and shares."""
        return Judge(self.negotiation)

    @property
    def valuation(self) -> Valuation:
        """Return scales and shares."""
        return self.judging.valuation

    @cached_property
    def ranking(self) -> tuple[Worth, ...]:
        """Return the alternatives that hold on the day, best first."""
        return ranked(self.valuation, self.day)

    @property
    def batna(self) -> Worth | None:
        """Return the best alternative that holds on the day."""
        return next(iter(self.ranking), None)

    @property
    def batna_value(self) -> Interval | None:
        """Return what the BATNA is worth, None without one or where it cannot be told."""
        return None if self.batna is None else self.batna.value

    @cached_property
    def lines(self) -> list[Line]:
        """Return the log in the order in which things were said."""
        return spoken(self.negotiation)

    @cached_property
    def deal(self) -> dict[int, Term]:
        """Return what is signed, else what is agreed so far."""
        return deal_of(self.negotiation)

    @cached_property
    def lead(self) -> Issue | None:
        """Return the issue that pictures and titles begin with: the price that counts most, else what does."""
        return lead_issue(self.valuation)

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

    def value_of(self, terms: Mapping[int, Term]) -> Interval | None:
        """Return what terms are worth; None for none, and where nothing can be valued."""
        return self.valuation.package(terms) if terms else None

    # how it is said

    def unit(self, issue: Issue) -> str:
        """Return an issue's unit; options and days have none."""
        return spans.unit_of(issue)

    def words(self, issue: Issue, value: Value, *, unit: bool = True) -> str:
        """Return a value in words, with its unit unless told."""
        return spans.value_words(self.say, issue, value, unit=unit)

    def said(self, issue: Issue, term: Term, *, unit: bool = True) -> str:
        """Return what a term states, both ends of a range."""
        return spans.term_words(self.say, issue, term, unit=unit)

    def points(self, value: Interval | None) -> str:
        """Return a package value in points, both ends where terms are open; an en dash where there is none."""
        return spans.points(self.say, value)

    def apart(self, issue: Issue, one: Value, other: Value, *, unit: bool = False) -> str:
        """Return how far two values of an issue lie apart, with its unit if asked; empty for options."""
        if isinstance(one, Decimal) and isinstance(other, Decimal):
            return self.say.quantity(apart(one, other), self.unit(issue) if unit else "")
        if isinstance(one, date) and isinstance(other, date):
            return self.say.plural("{n} day", "{n} days", abs((one - other).days))
        return ""

    def listed(self, parts: Sequence[str]) -> str:
        """Return words as a list: a, b and c."""
        if len(parts) < 2:
            return "".join(parts)
        return self.say("{first} and {last}", first=", ".join(parts[:-1]), last=parts[-1])


def short(name: str) -> str:
    """Return a name for a sentence on one line, a very long one cut."""
    # blanks and line ends only: a figure and its unit stay together
    flat = " ".join(part for part in name.replace("\n", " ").replace("\t", " ").split(" ") if part)
    return flat if len(flat) <= SHORT else flat[: SHORT - 1].rstrip() + "…"


def inline(name: str) -> str:
    """Return a name inside a sentence: short, with a small letter, but for abbreviations (VAT, FOB)."""
    flat = short(name)
    first = flat.split(" ", 1)[0]
    return flat if len(first) < 2 or not first[1:].islower() else flat[:1].lower() + flat[1:]
