"""core: a negotiation at one moment as findings speak of it - the log judged, what stands, and where values lie."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from fractions import Fraction
from functools import cached_property

from core.exact import place_of
from core.issue import Issue
from core.judge import stood
from core.line import Line, Verb
from core.message import Message
from core.negotiation import Negotiation
from core.side import Side
from core.standing import agreed, standing
from core.table import Table
from core.term import Term, Value
from core.told import Told
from core.verdict import Interval
from core.weights import money_per_unit
from core.words import Words


class Seen(Told):
    """One negotiation at a moment, with what more than one finding asks of it."""

    def __init__(self, negotiation: Negotiation, say: Words, now: datetime) -> None:
        """Take the record; `now` tells which alternatives hold and which offers are still valid."""
        super().__init__(negotiation, say, now.date())
        self.now = now

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

    def money(self, share: Fraction | None, places: int | None = None) -> str:
        """Return what a share of the scale is worth in money, without the currency; empty where no issue is money."""
        scale = self.valuation.money
        if share is None or scale is None:
            return ""
        return self.say.number(share * scale, 2 if places is None else places)

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
