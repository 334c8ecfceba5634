"""core: a negotiation at one moment as findings speak of it - its figures worked out once, its values in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from core.batna import Worth, ranked
from core.exact import apart, place_of
from core.issue import Issue, ScaleKind
from core.judge import Judge, rung_value, stood
from core.line import Line, Verb
from core.message import Message
from core.negotiation import Negotiation
from core.outcome import deal_of, lead_issue
from core.side import Side
from core.standing import agreed, spoken, standing
from core.table import Table
from core.term import Term, Value
from core.value import Valuation
from core.verdict import Interval
from core.weights import money_per_unit
from core.words import EN_DASH, Words

_SHORT = 44  # characters of a name within a sentence


class Seen:
    """One negotiation at a moment, with what more than one finding asks of it."""

    def __init__(self, negotiation: Negotiation, say: Words, now: datetime) -> None:
        """Take the record; `now` tells which alternatives hold and which offers are still valid."""
        self.negotiation = negotiation
        self.say = say
        self.now = now

    # what there is

    @cached_property
    def judging(self) -> Judge:
        """Return the judge, with scales and shares."""
        return Judge(self.negotiation)

    @property
    def valuation(self) -> Valuation:
        """Return scales and shares."""
        return self.judging.valuation

    @property
    def day(self) -> date:
        """Return today."""
        return self.now.date()

    @cached_property
    def ranking(self) -> tuple[Worth, ...]:
        """Return the alternatives that hold today, best first."""
        return ranked(self.valuation, self.day)

    @property
    def batna(self) -> Worth | None:
        """Return the best alternative that holds today."""
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
    def moves(self) -> tuple[Line, ...]:
        """Return what put terms on the table or settled them, numbered by its place."""
        return tuple(line for line in self.lines if line.verb in (Verb.OFFER, Verb.AGREE) and line.side is not None)

    @cached_property
    def stood(self) -> dict[int, tuple[Interval | None, Fraction | None]]:
        """Return what stood after each move is worth to us today, by line; and that with the unsaid at its baseline."""
        return stood(self.negotiation, self.now)

    @cached_property
    def met_at(self) -> frozenset[int]:
        """Return the agreements, by line, after which both sides had the same on the table, and not a part of it."""
        table, found = Table(), set()
        for line in self.lines:
            table.add(line)
            if line.verb is Verb.AGREE:
                ours, theirs = (_stated(table.standing(side, line.at)) for side in Side)
                if ours == theirs:
                    found.add(line.id)
        return frozenset(found)

    @cached_property
    def settled(self) -> dict[int, Term]:
        """Return what is agreed now by the log, whatever was signed."""
        return agreed(self.negotiation, self.now)

    @cached_property
    def ours(self) -> dict[int, Term]:
        """Return what we have on the table."""
        return standing(self.negotiation, Side.US, at=self.now)

    @cached_property
    def theirs(self) -> dict[int, Term]:
        """Return what they have on the table."""
        return standing(self.negotiation, Side.THEM, at=self.now)

    @cached_property
    def deal(self) -> dict[int, Term]:
        """Return what is signed, else what is agreed so far."""
        return deal_of(self.negotiation)

    @cached_property
    def lead(self) -> Issue | None:
        """Return the issue that a picture begins with: the price that counts most, else the issue that does."""
        return lead_issue(self.valuation)

    def rung(self, name: str) -> Interval | None:
        """Return what a rung of the ladder is worth, None where no issue states it."""
        return rung_value(self.valuation, name)

    def rung_terms(self, name: str) -> dict[int, Term]:
        """Return a rung as it is valued: issues that do not state it take their baseline; empty where none does."""
        stated = {
            issue.id: Term(issue_id=issue.id, value=getattr(issue, name))
            for issue in self.negotiation.issues
            if getattr(issue, name) is not None
        }
        return self.valuation.filled(stated) if stated else {}

    def value_of(self, terms: Mapping[int, Term]) -> Interval | None:
        """Return what terms are worth; None for none, and where nothing can be valued."""
        return self.valuation.package(terms) if terms else None

    # how it is said

    def unit(self, issue: Issue) -> str:
        """Return an issue's unit; options and days have none."""
        return issue.unit if issue.kind is ScaleKind.NUMERIC else ""

    def words(self, issue: Issue, value: Value, *, unit: bool = False) -> str:
        """Return a value in words."""
        return self.say.quantity(value, self.unit(issue) if unit else "")

    def said(self, issue: Issue, term: Term, *, unit: bool = False) -> str:
        """Return what a term states, both ends of a range."""
        if term.upto is None:
            return self.words(issue, term.value, unit=unit)
        low, high = self.words(issue, term.value), self.words(issue, term.upto, unit=unit)
        return self.say("{low} to {high}", low=low, high=high)

    def points(self, value: Interval | None) -> str:
        """Return a package value in points, both ends where terms are open; an en dash where there is none."""
        if value is None:
            return EN_DASH
        low, high = self.say.points(value.low), self.say.points(value.high)
        return low if low == high else self.say("{low} to {high}", low=low, high=high)

    def apart(self, issue: Issue, one: Value, other: Value, *, unit: bool = False) -> str:
        """Return how far two values lie apart; empty for options."""
        if isinstance(one, Decimal) and isinstance(other, Decimal):
            return self.say.quantity(apart(one, other), self.unit(issue) if unit else "")
        if isinstance(one, date) and isinstance(other, date):
            return self.say.plural("{n} day", "{n} days", abs((one - other).days))
        return ""

    def money(self, share: Fraction | None, places: int | None = None) -> str:
        """Return what a share of the scale is worth in money, without the currency; empty where no issue is money."""
        scale = self.valuation.money
        if share is None or scale is None:
            return ""
        return self.say.number(share * scale, 2 if places is None else places)

    def listed(self, parts: Sequence[str]) -> str:
        """Return words as a list: a, b and c."""
        if len(parts) < 2:
            return "".join(parts)
        return self.say("{first} and {last}", first=", ".join(parts[:-1]), last=parts[-1])

    @property
    def is_money(self) -> bool:
        """Tell whether differences have a worth in money."""
        return self.valuation.money is not None

    def is_price(self, issue: Issue) -> bool:
        """Tell whether an issue is a unit price."""
        return money_per_unit(issue) is not None


def _stated(terms: Mapping[int, Term]) -> dict[int, tuple[Value, Value | None]]:
    return {issue_id: (term.value, term.upto) for issue_id, term in terms.items()}


def place(seen: Seen, issue: Issue, value: Value) -> Fraction | None:
    """Return where a value lies on a picture's axis: its figure, its day, of an option what it is worth to us."""
    if not isinstance(value, str):
        return place_of(value)
    scale = seen.valuation.scales[issue.id]
    found = None if isinstance(scale, Message) else scale.value(value)
    return None if found is None else found * 100


def inline(name: str) -> str:
    """Return a name inside a sentence: not too long, with a small letter, but for abbreviations (VAT, FOB)."""
    flat = " ".join(part for part in name.split(" ") if part)
    flat = flat if len(flat) <= _SHORT else flat[: _SHORT - 1].rstrip() + "…"
    first = flat.split(" ", 1)[0]
    return flat if len(first) < 2 or not first[1:].islower() else flat[:1].lower() + flat[1:]
