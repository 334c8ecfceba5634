"""ui: what the suppliers' screen asks of the logbook and what it writes; knows no widget."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeVar

from core.binding import Binding, bindings
from core.breakdown import Breakdown, breakdowns
from core.changes import Changes
from core.contract import Contract, Spend
from core.cost import CostPart
from core.counterpart import CounterpartRow
from core.errors import BadInput, NotFound
from core.gaps import Gap, supplier_gaps
from core.negotiation import NegotiationRow
from core.side import Basis
from core.spending import YearOfSpend, years_of_spend
from core.supplier import Supplier, SupplierRow
from core.words import Words
from ui.suppliers import entries
from ui.suppliers.past import Past
from ui.typed import read_day, read_percent

if TYPE_CHECKING:
    from db.logbook import Logbook

_SHARES = ("our_share_of_their_sales", "their_share_of_our_supply")
_BASES = ("our_share_basis", "their_share_basis", "attraction_basis")
_PASTS = 32  # of suppliers that are kept
_MARKS = ("profit_impact", "supply_risk", "attraction")


@dataclass(frozen=True, slots=True)
class SupplierFile:
    """A supplier with everything that its file shows."""

    supplier: Supplier
    people: tuple[CounterpartRow, ...]
    negotiations: tuple[NegotiationRow, ...]
    past: Past
    gaps: tuple[Gap, ...]
    contracts: tuple[Binding, ...]
    spend: tuple[YearOfSpend, ...]
    costs: tuple[Breakdown, ...]


class SuppliersPresenter:
    """Stand between the screen and the logbook; every text arrives as it was typed."""

    def __init__(self, logbook: Logbook, say: Words, clock: Callable[[], datetime]) -> None:
        """Take the logbook, the words of the region and the clock."""
        self._logbook = logbook
        self._say = say
        self._clock = clock
        self._pasts: dict[int, Past] = {}

    @property
    def today(self) -> date:
        """Return today by the clock handed down."""
        return self._clock().date()

    def ids(self, match: str = "", begins: str = "") -> tuple[int, ...]:
        """Return the suppliers whose name, category, city or country holds each word of `match`, by name.

        Of those alone whose name `begins` so, where that is given.
        """
        return self._logbook.suppliers.ids(match, begins=begins)

    def some(self, ids: Sequence[int]) -> tuple[SupplierRow, ...]:
        """Return what the list shows of these."""
        return self._logbook.suppliers.some(ids)

    def count(self) -> int:
        """Return how many suppliers there are."""
        return self._logbook.suppliers.count()

    def forget_pasts(self) -> None:
        """Work the pasts out anew: a negotiation was changed."""
        self._pasts.clear()

    def file(self, supplier_id: int) -> SupplierFile:
        """Load one supplier's file; raises NotFound. Its past, which takes longest, is kept until it is forgotten."""
        book = self._logbook
        with book.at_one_moment():
            supplier = book.suppliers.load(supplier_id)
            people = book.counterparts.rows(supplier_id=supplier_id)
            return SupplierFile(
                supplier=supplier,
                people=people,
                negotiations=book.negotiations.rows(supplier_id=supplier_id),
                past=self._past(supplier_id),
                gaps=supplier_gaps(supplier, people, book.notes.newest(supplier_id=supplier_id), self.today),
                contracts=bindings(book.contracts.of_supplier(supplier_id), self.today),
                spend=years_of_spend(book.spends.of_supplier(supplier_id)),
                costs=breakdowns(book.cost_parts.of_supplier(supplier_id)),
            )

    def _past(self, supplier_id: int) -> Past:
        known = self._pasts.get(supplier_id)
        if known is None:
            if len(self._pasts) >= _PASTS:
                self._pasts.clear()
            known = self._pasts[supplier_id] = Past.of(self._logbook.negotiations.past(supplier_id))
        return known

    def add(self, name: str) -> Changes:
        """Add a supplier by its name; raises BadInput for an empty one."""
        return self._logbook.suppliers.add(name=_required(name))

    def change(self, supplier_id: int, field: str, text: str) -> Changes:
        """Change one field to what was typed; raises BadInput where it cannot be read."""
        value: object = text.strip()
        if field == "name":
            value = _required(text)
        elif field in _SHARES:
            value = read_percent(text, self._say)
        elif field in _BASES:
            value = Basis(text) if text else None
        elif field in _MARKS:
            value = int(text) if text else None
        elif field == "contract_end":
            value = read_day(text, self._say, self.today)
        elif field == "background":
            value = text
        return self._logbook.suppliers.change(supplier_id, **{field: value})

    # contracts, spend and cost parts, each written on one line; 0 is a new one

    def write_contract(self, supplier_id: int, contract_id: int, text: str) -> Changes:
        """Add or change a contract by its line; raises BadInput."""
        fields, store = self._contract(text), self._logbook.contracts
        return store.change(contract_id, **fields) if contract_id else store.add(supplier_id, **fields)

    def write_spend(self, supplier_id: int, spend_id: int, text: str) -> Changes:
        """Add or change a year of spend by its line; a new line of a year that is there changes it. Raises BadInput."""
        store = self._logbook.spends
        known = store.of_supplier(supplier_id)
        fields = self._spend(supplier_id, text, known)
        key = fields["year"], fields["currency"]
        there = next((each.id for each in known if (each.year, each.currency) == key), 0)
        if spend_id and there not in (0, spend_id):
            raise BadInput("spend.year_is_there", year=str(fields["year"]))
        target = spend_id or there
        return store.change(target, **fields) if target else store.add(supplier_id, **fields)

    def write_cost(self, supplier_id: int, part_id: int, text: str) -> Changes:
        """Add or change a cost part by its line; a new one is of the newest breakdown's day. Raises BadInput."""
        store = self._logbook.cost_parts
        fields = self._cost(part_id, text, store.of_supplier(supplier_id))
        return store.change(part_id, **fields) if part_id else store.add(supplier_id, **fields)

    def renew_costs(self, supplier_id: int) -> Changes:
        """Copy the newest breakdown to today, to be corrected: what was before stays to be compared with."""
        newest = breakdowns(self._logbook.cost_parts.of_supplier(supplier_id))[0]
        fields = ("name", "share", "basis", "source")
        copies = [{name: getattr(part, name) for name in fields} | {"on": self.today} for part in newest.parts]
        return self._logbook.cost_parts.add_many(supplier_id, copies)

    def delete_contract(self, contract_id: int) -> Changes:
        """Delete a contract."""
        return self._logbook.contracts.delete(contract_id)

    def delete_spend(self, spend_id: int) -> Changes:
        """Delete a year of spend."""
        return self._logbook.spends.delete(spend_id)

    def delete_cost(self, part_id: int) -> Changes:
        """Delete a cost part."""
        return self._logbook.cost_parts.delete(part_id)

    def contract_line(self, supplier_id: int, contract_id: int) -> str:
        """Return the line that a contract can be written by."""
        return entries.contract_line(_one(self._logbook.contracts.of_supplier(supplier_id), contract_id), self._say)

    def spend_line(self, supplier_id: int, spend_id: int) -> str:
        """Return the line that a year of spend can be written by."""
        return entries.spend_line(_one(self._logbook.spends.of_supplier(supplier_id), spend_id), self._say)

    def cost_line(self, supplier_id: int, part_id: int) -> str:
        """Return the line that a cost part can be written by."""
        return entries.cost_line(_one(self._logbook.cost_parts.of_supplier(supplier_id), part_id), self._say)

    # how a line is read so far, as it would be written; raises BadInput

    def contract_reading(self, text: str) -> str:
        """Return how the line of a contract is read."""
        return entries.contract_line(Contract(supplier_id=0, **self._contract(text)), self._say)

    def spend_reading(self, supplier_id: int, text: str) -> str:
        """Return how the line of a year of spend is read."""
        fields = self._spend(supplier_id, text, self._logbook.spends.of_supplier(supplier_id))
        return entries.spend_line(Spend(supplier_id=0, **fields), self._say)

    def cost_reading(self, supplier_id: int, text: str) -> str:
        """Return how the line of a cost part is read."""
        fields = self._cost(0, text, self._logbook.cost_parts.of_supplier(supplier_id))
        return entries.cost_line(CostPart(supplier_id=0, **fields), self._say)

    def _contract(self, text: str) -> dict[str, Any]:
        return entries.read_contract(text, self._say, self.today)

    def _spend(self, supplier_id: int, text: str, known: Sequence[Spend]) -> dict[str, Any]:
        return entries.read_spend(text, self._say, self._currency(supplier_id, known))

    def _cost(self, part_id: int, text: str, known: Sequence[CostPart]) -> dict[str, Any]:
        newest = max((each.on for each in known), default=self.today)
        on = next((each.on for each in known if each.id == part_id), newest)
        return entries.read_cost(text, self._say, self.today, on)

    def _currency(self, supplier_id: int, known: Sequence[Spend]) -> str:
        """Return the currency last used with a supplier."""
        if known:
            return known[-1].currency
        rows = self._logbook.negotiations.rows(supplier_id=supplier_id)
        return rows[0].currency if rows else entries.EURO

    def delete(self, supplier_id: int) -> Changes:
        """Delete a supplier; it goes to the trash. Raises NotAllowed where something still needs it."""
        return self._logbook.suppliers.delete(supplier_id)


_Record = TypeVar("_Record", Contract, Spend, CostPart)


def _one(records: Sequence[_Record], record_id: int) -> _Record:
    """Return a record by its id; raise NotFound."""
    found = next((each for each in records if each.id == record_id), None)
    if found is None:
        raise NotFound("record.not_found")
    return found


def _required(name: str) -> str:
    name = name.strip()
    if not name:
        raise BadInput("name.missing")
    return name
