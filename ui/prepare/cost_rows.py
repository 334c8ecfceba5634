"""ui: the claimed costs of a price increase without their widgets - the price in parts, and what each justifies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from core.analysis.price_increase import PriceTest
from core.changes import Changes
from core.claim import claim_tested, is_margin
from core.cost import ClaimedCost
from core.issue import Issue
from core.message import Message
from core.naming import basis_word
from core.negotiation import Negotiation
from core.side import Basis
from core.words import Words
from ui.sheets.cells import locked
from ui.sheets.columns import GridColumn
from ui.sheets.kept import NotRead, Shelf
from ui.sheets.part_rows import Fields, ListRows, ListStore
from ui.sheets.prepared import Prepared
from ui.sheets.reader import Reader
from ui.widgets.sheet_model import Cell, CellState

if TYPE_CHECKING:
    from db.logbook import Logbook

_HUNDRED = Decimal(100)


class CostRows(ListRows[ClaimedCost]):
    """The rows of the claimed costs, and what they justify of the price of one issue."""

    def __init__(self, logbook: Logbook, reader: Reader, shelf: Shelf) -> None:
        """Sum nothing up before a price is tested."""
        super().__init__(logbook, reader, shelf)
        self._tested: PriceTest | Message | None = None

    def test(self, negotiation: Negotiation, issue: Issue) -> PriceTest | Message:
        """Return what the costs justify of an issue's price, or why that is not known; the totals show the same."""
        self._tested = claim_tested(negotiation, issue)
        return self._tested

    def columns(self, _prepared: Prepared) -> tuple[GridColumn, ...]:
        say = self.reader.say
        rests, moved = say("Rests on"), say("By how much it became dearer since that price")
        return (
            GridColumn("name", say("Part of the price"), width=160, is_text=True, stretch=1, wrap=True, lines=2),
            GridColumn("share", say("Share, %"), width=84, tip=say("Of today’s price")),
            GridColumn("change", say("Change, %"), width=84, tip=moved),
            GridColumn("basis", say("Basis"), rests, 84, is_text=True),
            GridColumn("source", say("Source"), rests, 140, is_text=True, stretch=2, wrap=True),
            GridColumn("effect", say("Justifies, %"), width=92, editable=False, tip=say("Share times change")),
        )

    def choices(self, _prepared: Prepared) -> dict[str, tuple[str, ...]]:
        return {"basis": tuple(basis_word(self.reader.say, basis) for basis in Basis)}

    def parts(self, negotiation: Negotiation) -> Sequence[ClaimedCost]:
        return negotiation.claimed_costs

    def cells(self, _prepared: Prepared, part: ClaimedCost) -> dict[str, Cell]:
        say = self.reader.say
        is_known = part.share is not None and part.change is not None
        effect = Fraction(part.share or 0) * Fraction(part.change or 0) / 10_000 if is_known else None
        cells = {
            "name": Cell(part.name, detail=say("what is left to them") if is_margin(part) else ""),
            "share": Cell("" if part.share is None else say.number(part.share)),
            "change": Cell("" if part.change is None else say.number(part.change)),
            "effect": locked("" if effect is None else _per_cent(say, effect)),
            "basis": Cell(basis_word(say, part.basis)),
            "source": Cell(part.source),
        }
        for key in part.prefilled:
            if key in cells and cells[key].text:
                cells[key] = replace(cells[key], state=cells[key].state | CellState.PREFILLED)
        if part.share is None:
            reason = say("Enter its share of today’s price; without it it is left out.")
            cells["share"] = Cell("", CellState.CHECK, reason)
        return cells

    def totals(self, prepared: Prepared) -> dict[str, Cell] | None:
        if self._tested is None:
            return None
        say, costs = self.reader.say, prepared.negotiation.claimed_costs
        share = sum((each.share for each in costs if each.share is not None), Decimal(0))
        cells = {"name": Cell(say("Justified")), "share": Cell(say.number(share))}
        if isinstance(self._tested, PriceTest):
            cells["effect"] = Cell(_per_cent(say, self._tested.justified))
        elif share > _HUNDRED:
            cells["share"] = Cell(say.number(share), CellState.ACT, say.message(self._tested))
        return cells

    def blank(self, negotiation: Negotiation) -> ClaimedCost:
        return ClaimedCost(negotiation_id=negotiation.id, name="")

    def read(self, _prepared: Prepared, part: ClaimedCost, key: str, text: str) -> Fields:
        reader, say = self.reader, self.reader.say
        match key:
            case "name" if not text.strip():
                if not part.id:
                    return {}
                raise NotRead(say("A part needs a name. Type one, or delete the row with Ctrl+Delete."))
            case "share":
                share = reader.number(text, "%", least=0)
                if share is not None and share > _HUNDRED:
                    raise NotRead(say("A share is at most 100 %. Type 0 to 100."))
                return {key: share}
            case "change":
                return {key: reader.number(text, "%")}
            case "basis":
                return {key: reader.basis(text)}
        return {key: text.strip()}

    def is_empty(self, _part: ClaimedCost) -> bool:
        return False

    @property
    def store(self) -> ListStore:
        return self.logbook.claimed_costs

    def put(self, negotiation_id: int, changed: Mapping[int, Fields], added: Sequence[Fields]) -> Changes:
        # a share can be typed before it is known what it is the share of
        there = len(self.logbook.negotiations.load(negotiation_id).claimed_costs) if added else 0
        named = [
            {"name": self.reader.say("Part {n}", n=number)} | fields for number, fields in enumerate(added, there + 1)
        ]
        return super().put(negotiation_id, changed, named)


def _per_cent(say: Words, share: Fraction) -> str:
    percent = share * 100
    return say.signed(percent, 2) if percent else say.number(0)
