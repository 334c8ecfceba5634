"""ui: the price-increase test without its widgets - the claimed costs as a sheet, the findings in words, its verbs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from core.analysis.price_increase import CounterProposal, Instead, PriceTest
from core.breakdown import Breakdown, breakdowns
from core.changes import Changes
from core.claim import claimed_value, granted, is_increase, is_margin
from core.cost import ClaimedCost
from core.issue import Issue
from core.message import Message, Share, message
from core.naming import basis_word
from core.negotiation import Negotiation
from core.phrases import quantity
from core.weights import money_per_unit
from core.words import EN_DASH, NO_BREAK, Words
from ui.sheets.cells import kept_cell, locked
from ui.sheets.columns import GridColumn
from ui.sheets.kept import Kept, NotRead, Shelf
from ui.sheets.prepared import Prepared
from ui.sheets.reader import Reader
from ui.widgets.sheet_model import Cell, CellState, Edit, NewRow, RowId, SheetRow

if TYPE_CHECKING:
    from db.logbook import Logbook

TOTAL = "total"
_HUNDRED = Decimal(100)


def columns(say: Words) -> tuple[GridColumn, ...]:
    """Return the columns: what the price is made of, how each part moved, what that rests on, what it adds."""
    rests = say("Rests on")
    return (
        GridColumn("name", say("Part of the price"), width=180, is_text=True, stretch=2),
        GridColumn("share", say("Share, %"), width=84, tip=say("Of today’s price")),
        GridColumn("change", say("Change, %"), width=84, tip=say("By how much it became dearer since that price")),
        GridColumn("basis", say("Basis"), rests, 84, is_text=True),
        GridColumn("source", say("Source"), rests, 140, is_text=True, stretch=1),
        GridColumn("effect", say("Justifies, %"), width=92, editable=False, tip=say("Share times change")),
    )


def rows(prepared: Prepared, tested: PriceTest | Message, shelf: Shelf, reader: Reader) -> list[SheetRow]:
    """Return a row for each part, and the total."""
    say, costs = reader.say, prepared.negotiation.claimed_costs
    found = [SheetRow(each.id, _cells(each, shelf, reader)) for each in costs]
    if found:
        share = sum((each.share for each in costs if each.share is not None), Decimal(0))
        cells = {"name": Cell(say("Justified")), "share": Cell(say.number(share))}
        if isinstance(tested, PriceTest):
            cells["effect"] = Cell(_per_cent(say, tested.justified))
        elif share > _HUNDRED:
            cells["share"] = Cell(say.number(share), CellState.ACT, say.message(tested))
        found.append(SheetRow(TOTAL, cells, total=True))
    return found


def _cells(cost: ClaimedCost, shelf: Shelf, reader: Reader) -> dict[str, Cell]:
    say = reader.say
    is_known = cost.share is not None and cost.change is not None
    effect = Fraction(cost.share or 0) * Fraction(cost.change or 0) / 10_000 if is_known else None
    cells = {
        "name": Cell(cost.name, detail=say("what is left to them") if is_margin(cost) else ""),
        "share": Cell("" if cost.share is None else say.number(cost.share)),
        "change": Cell("" if cost.change is None else say.number(cost.change)),
        "effect": locked("" if effect is None else _per_cent(say, effect)),
        "basis": Cell("" if cost.basis is None else basis_word(say, cost.basis)),
        "source": Cell(cost.source),
    }
    for key in cost.prefilled:
        if key in cells and cells[key].text:
            cells[key] = replace(cells[key], state=cells[key].state | CellState.PREFILLED)
    if cost.share is None:
        cells["share"] = Cell("", CellState.CHECK, say("Enter its share of today’s price; without it it is left out."))
    return cells | {key: kept_cell(kept) for key, kept in shelf.of_row(cost.id).items() if key in cells}


def _per_cent(say: Words, share: Fraction) -> str:
    percent = share * 100
    return say.signed(percent, 2) if percent else say.number(0)


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
    """Turn edits of the claimed costs into verbs."""

    def __init__(self, logbook: Logbook, reader: Reader) -> None:
        """Take the logbook and the reader of the region."""
        self._logbook = logbook
        self._reader = reader
        self.shelf = Shelf("claimed costs")

    def breakdown(self, negotiation: Negotiation) -> Breakdown | None:
        """Return the newest cost breakdown in the supplier's file, None where there is none."""
        known = breakdowns(self._logbook.cost_parts.of_supplier(negotiation.supplier_id))
        return known[0] if known else None

    def fill(self, negotiation: Negotiation, breakdown: Breakdown) -> Changes:
        """Take the parts of a breakdown that are missing by name, marked as prefilled."""
        known = {" ".join(each.name.casefold().split()) for each in negotiation.claimed_costs}
        parts = [
            {
                "name": part.name,
                "share": part.share,
                "basis": part.basis,
                "source": part.source,
                "prefilled": ("name", "share", "basis", *(("source",) if part.source else ())),
            }
            for part in breakdown.parts
            if " ".join(part.name.casefold().split()) not in known
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

    def edit(self, negotiation: Negotiation, edits: Sequence[Edit]) -> Changes | None:
        """Write what can be read in one step; the rest is kept as typed. None where nothing reached the logbook."""
        by_row: dict[RowId, dict[str, str]] = {}
        for row, key, text in edits:
            by_row.setdefault(row, {})[key] = text
        changed: dict[int, dict[str, Any]] = {}
        added: list[dict[str, Any]] = []
        kept_of_new: list[dict[str, Kept]] = []
        for row, texts in by_row.items():
            fields, kept = self._read(texts)
            if isinstance(row, int):
                for key in texts:
                    self.shelf.drop(row, key)
                for key, each in kept.items():
                    self.shelf.put(row, key, each)
                changed |= {row: fields} if fields else {}
            elif isinstance(row, NewRow):
                kept.pop("name", None)
                number = len(negotiation.claimed_costs) + len(added) + 1
                added.append({"name": self._reader.say("Part {n}", n=number)} | fields)
                kept_of_new.append(kept)
        if not (changed or added):
            return None
        known = {each.id for each in negotiation.claimed_costs}
        changes = self._logbook.claimed_costs.put_many(negotiation.id, changed, added)
        if any(kept_of_new):
            fresh = self._logbook.negotiations.load(negotiation.id).claimed_costs
            for cost, kept in zip([each for each in fresh if each.id not in known], kept_of_new, strict=True):
                for key, each in kept.items():
                    self.shelf.put(cost.id, key, each)
        return changes

    def move(self, negotiation: Negotiation, cost_id: int, step: int) -> Changes:
        """Move a part up or down."""
        place = [each.id for each in negotiation.claimed_costs].index(cost_id)
        return self._logbook.claimed_costs.move(cost_id, max(0, place + step))

    def delete(self, cost_ids: Sequence[int]) -> Changes:
        """Delete parts in one step."""
        for cost_id in cost_ids:
            self.shelf.drop_row(cost_id)
        return self._logbook.claimed_costs.delete_many(cost_ids)

    def _read(self, texts: dict[str, str]) -> tuple[dict[str, Any], dict[str, Kept]]:
        fields: dict[str, Any] = {}
        kept: dict[str, Kept] = {}
        for key, text in texts.items():
            try:
                fields[key] = self._read_field(key, text)
            except NotRead as trouble:
                kept[key] = Kept(text, str(trouble))
        return fields, kept

    def _read_field(self, key: str, text: str) -> Any:
        reader, say = self._reader, self._reader.say
        match key:
            case "name":
                if not text.strip():
                    raise NotRead(say("A part needs a name. Type one, or delete the row with Ctrl+Delete."))
                return text.strip()
            case "share":
                share = reader.number(text, "%", least=0)
                if share is not None and share > _HUNDRED:
                    raise NotRead(say("A share is at most 100 %. Type 0 to 100."))
                return share
            case "change":
                return reader.number(text, "%")
            case "basis":
                return reader.basis(text)
            case "source":
                return text.strip()
        raise KeyError(key)
