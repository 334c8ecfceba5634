"""ui: the price-increase test without its widgets - its findings in words, and what fills it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from core.analysis.price_increase import CounterProposal, Instead, PriceTest
from core.breakdown import Breakdown, breakdowns
from core.changes import Changes
from core.claim import claimed_value, granted, is_increase
from core.folding import key_of
from core.issue import Issue
from core.message import Message, Share, message
from core.negotiation import Negotiation
from core.phrases import quantity
from core.weights import money_per_unit
from core.words import EN_DASH, NO_BREAK, Words
from ui.prepare.cost_rows import CostRows
from ui.sheets.kept import Shelf
from ui.sheets.prepared import Prepared
from ui.sheets.reader import Reader

if TYPE_CHECKING:
    from db.logbook import Logbook

# the findings in words


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of the strip: its name, the figure, and what it is in money where that is known."""

    name: str
    figure: str
    money: str = ""


def strip_figures(negotiation: Negotiation, issue: Issue, tested: PriceTest | Message, say: Words) -> list[Figure]:
    """Return the claim against what is justified, and what is left to them; nothing before anything is entered."""
    claimed = negotiation.claimed_increase
    if claimed is None and isinstance(tested, Message):
        return []

    def figure(name: str, percent: Decimal | Fraction | None) -> Figure:
        return Figure(name, _shown(say, percent), _in_money(negotiation, issue, percent, say))

    found = [figure(say("They claim"), claimed)]
    if isinstance(tested, Message):
        return [*found, figure(say("Justified"), None)]
    found.append(figure(say("Justified"), tested.justified * 100))
    if claimed is not None:
        found.append(figure(say("Not justified"), tested.excess * 100))
    if tested.margin_now is not None:
        found.append(Figure(say("Left to them now"), _shown(say, tested.margin_now * 100)))
    grant = granted(issue)
    if grant is not None:
        found.append(figure(say("Our target grants"), grant))
    return found


def _in_money(negotiation: Negotiation, issue: Issue, percent: Decimal | Fraction | None, say: Words) -> str:
    """Write what per cent of today's price come to for the reference quantity, in whole units of money."""
    per_unit = money_per_unit(issue)
    if percent is None or per_unit is None or is_increase(issue) or not isinstance(issue.baseline, Decimal):
        return ""
    amount = Fraction(issue.baseline) * Fraction(percent) / 100 * per_unit
    return f"{say.number(amount, 0)}{NO_BREAK}{negotiation.currency}"


def _shown(say: Words, percent: Decimal | Fraction | None) -> str:
    return EN_DASH if percent is None else f"{say.number(percent, 2)}{NO_BREAK}%"


def verdict_words(negotiation: Negotiation, tested: PriceTest | Message, say: Words) -> str:
    """Say what the costs justify of the claim, or what to enter first."""
    if isinstance(tested, Message):
        return say.message(tested)
    if negotiation.claimed_increase is None:
        return say.message(message("claim.justified", justified=Share(tested.justified)))
    told = [say.message(tested.message)]
    if tested.unexplained > 0:
        told.append(say("{share} of the price are not explained and count as theirs.", share=Share(tested.unexplained)))
    return " ".join(told)


@dataclass(frozen=True, slots=True)
class OtherWay:
    """What one issue could give instead of the price, in words; empty where it does not."""

    issue: str
    now: str
    upto: str
    costs: str
    enough: str
    saves: str


def other_ways(prepared: Prepared, found: CounterProposal, say: Words) -> list[OtherWay]:
    """Return what each other issue could give instead of the claimed price, the best first."""
    return [_other_way(prepared, each, say) for each in found.instead]


def _other_way(prepared: Prepared, found: Instead, say: Words) -> OtherWay:
    issue = prepared.negotiation.issue_by_id[found.issue_id]
    move = found.affordable or found.pays
    return OtherWay(
        issue=issue.name,
        now="" if move is None else say.datum(quantity(issue, move.start)),
        upto="" if found.affordable is None else say.datum(quantity(issue, found.affordable.end)),
        costs="" if found.affordable is None else worth_words(prepared, -found.affordable.ours, say),
        enough="" if found.pays is None else say.datum(quantity(issue, found.pays.end)),
        saves="" if found.saves is None else worth_words(prepared, found.saves, say),
    )


def worth_words(prepared: Prepared, value: Fraction, say: Words) -> str:
    """Write a part of a package's value: in money where it has one, else in points."""
    money = prepared.valuation.money
    if money is None:
        return say("{points} points", points=say.points(value))
    return say.money(value * money, prepared.negotiation.currency)


def claim_words(negotiation: Negotiation, issue: Issue, say: Words) -> str:
    """Say what the claim makes of the price, empty where that is not known."""
    claimed = negotiation.claimed_increase
    value = None if claimed is None or is_increase(issue) else claimed_value(issue, claimed)
    if value is None or issue.baseline is None:
        return ""
    return say(
        "{issue} would go from {now} to {claimed}.",
        issue=issue.name,
        now=quantity(issue, issue.baseline),
        claimed=quantity(issue, value),
    )


# the verbs


class IncreasePresenter:
    """Keep the claim and what it is tested by."""

    def __init__(self, logbook: Logbook, reader: Reader) -> None:
        """Take the logbook and the reader of the region."""
        self._logbook = logbook
        self._reader = reader
        self.costs = CostRows(logbook, reader, Shelf("claimed costs"))

    def breakdown(self, negotiation: Negotiation) -> Breakdown | None:
        """Return the newest cost breakdown in the supplier's file, None where there is none."""
        known = breakdowns(self._logbook.cost_parts.of_supplier(negotiation.supplier_id))
        return known[0] if known else None

    def fill(self, negotiation: Negotiation, breakdown: Breakdown) -> Changes:
        """Take the parts of a breakdown that are missing by name, marked as prefilled."""
        known = {key_of(each.name) for each in negotiation.claimed_costs}
        parts = [
            {
                "name": part.name,
                "share": part.share,
                "basis": part.basis,
                "source": part.source,
                "prefilled": ("name", "share", "basis", *(("source",) if part.source else ())),
            }
            for part in breakdown.parts
            if key_of(part.name) not in known
        ]
        return self._logbook.claimed_costs.add_many(negotiation.id, parts)

    def usual_parts(self, negotiation: Negotiation) -> Changes:
        """Add the usual parts of a price by name; their shares are for the buyer to find out."""
        say = self._reader.say
        names = (say("Material"), say("Energy"), say("Labour"), say("Freight"), say("Overhead and margin"))
        parts = [{"name": name, "prefilled": ("name",)} for name in names]
        return self._logbook.claimed_costs.add_many(negotiation.id, parts)

    def set_claim(self, negotiation: Negotiation, text: str) -> Changes:
        """Set by how many per cent they want to raise the price; raises NotRead."""
        claimed = self._reader.number(text, "%")
        return self._logbook.negotiations.change(negotiation.id, claimed_increase=claimed)
