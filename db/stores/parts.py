"""db: the verbs of simple parts, lists with places that belong to a negotiation or to a supplier's file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import count, repeat
from typing import Any, ClassVar, Generic, TypeVar

from sqlalchemy import Select, select

import core.contract
import core.cost
from core.changes import Changes
from core.message import message
from db.mapping import columns_of, maker, table_of
from db.rules import short
from db.schema import (
    ClaimedCost,
    CommonGoal,
    Contract,
    CostPart,
    Need,
    PlannedConcession,
    PlanPoint,
    Spend,
)
from db.stores.base import Store, move, next_place, refuse
from db.work import Write

Record = TypeVar("Record")


class Parts(Store):
    """The list of one kind of part, each with a place behind the others."""

    kind: ClassVar[type[Any]]
    owner: ClassVar[str] = "negotiation_id"
    named: ClassVar[str] = "text"

    def add(self, owner_id: int, **fields: Any) -> Changes:
        """Add a part behind the others; `made` is the part."""
        return self.add_many(owner_id, (fields,))

    def add_many(self, owner_id: int, parts: Sequence[Mapping[str, Any]]) -> Changes:
        """Add several parts behind the others in one step; `made` is the first."""
        with self._work.writing(self._label("added", *parts)) as write:
            self._put_behind(write, owner_id, parts)
        return write.changes

    def change(self, part_id: int, **fields: Any) -> Changes:
        """Change fields of a part."""
        return self.change_many({part_id: fields})

    def change_many(self, fields_by_id: Mapping[int, Mapping[str, Any]]) -> Changes:
        """Change fields of several parts in one step."""
        with self._work.writing(self._label("changed")) as write:
            rows = []
            for part_id, fields in fields_by_id.items():
                refuse(fields, self.owner, "place")
                rows.append(write.get(self.kind, part_id))
                write.change(rows[-1], **fields)
            write.label = self._label("changed", *({self.named: getattr(row, self.named)} for row in rows))
        return write.changes

    def put_many(
        self, owner_id: int, changed: Mapping[int, Mapping[str, Any]], added: Sequence[Mapping[str, Any]]
    ) -> Changes:
        """Change some parts and add others behind them in one step, as a paste does; `made` is the first added."""
        with self._work.writing(message("journal.parts_changed", count=len(changed) + len(added))) as write:
            for part_id, fields in changed.items():
                refuse(fields, self.owner, "place")
                write.change(write.get(self.kind, part_id), **fields)
            self._put_behind(write, owner_id, added)
        return write.changes

    def move(self, part_id: int, place: int) -> Changes:
        """Give a part another place in its list, counted from 0."""
        with self._work.writing(self._label("changed")) as write:
            row = write.get(self.kind, part_id)
            write.label = self._label("changed", {self.named: getattr(row, self.named)})
            move(write, row, place, self.owner)
        return write.changes

    def delete(self, part_id: int) -> Changes:
        """Delete a part."""
        return self.delete_many((part_id,))

    def delete_many(self, part_ids: Sequence[int]) -> Changes:
        """Delete several parts in one step."""
        with self._work.writing(self._label("deleted")) as write:
            rows = [write.get(self.kind, part_id) for part_id in part_ids]
            write.label = self._label("deleted", *({self.named: getattr(row, self.named)} for row in rows))
            for row in rows:
                write.delete(row)
        return write.changes

    def _put_behind(self, write: Write, owner_id: int, parts: Sequence[Mapping[str, Any]]) -> None:
        """Add parts behind those of the list, which is looked through once."""
        for fields, place in zip(parts, self._places(write, owner_id), strict=False):
            refuse(fields, self.owner)
            row = write.add(self.kind, **place | dict(fields) | {self.owner: owner_id})
            write.made = write.made or row.id

    def _places(self, write: Write, owner_id: int) -> Iterator[dict[str, int]]:
        """Yield the places behind the last one."""
        for place in count(next_place(write, self.kind, owner_id, self.owner)):
            yield {"place": place}

    def _label(self, done: str, *parts: Mapping[str, Any]) -> Any:
        if len(parts) > 1:
            return message(f"journal.parts_{done}", count=len(parts))
        name = parts[0].get(self.named, "") if parts else ""
        return message(f"journal.{self.kind.__tablename__}_{done}", name=short(str(name)))


class Needs(Parts):
    """What each party hopes for and fears."""

    kind = Need


class CommonGoals(Parts):
    """What both parties want."""

    kind = CommonGoal

    def add_for(self, negotiation_id: int, need_ids: Sequence[int], **fields: Any) -> Changes:
        """Add a common goal that these needs lead to, in one step; `made` is the goal."""
        with self._work.writing(self._label("added", fields)) as write:
            place = next(self._places(write, negotiation_id))
            goal = write.add(CommonGoal, **place | fields | {"negotiation_id": negotiation_id})
            for need_id in need_ids:
                write.change(write.get(Need, need_id), goal_id=goal.id)
            write.made = goal.id
        return write.changes


class PlanPoints(Parts):
    """The points of the plan, all kinds in one list."""

    kind = PlanPoint


class PlannedConcessions(Parts):
    """The concession ladder."""

    kind = PlannedConcession
    named = "in_return"


class ClaimedCosts(Parts):
    """What a price increase is claimed for."""

    kind = ClaimedCost
    named = "name"


class SupplierParts(Parts, Generic[Record]):
    """A list that belongs to a supplier's file, and that is read by itself."""

    owner = "supplier_id"
    record: ClassVar[type[Any]]
    order: ClassVar[tuple[str, ...]] = ("place", "id")

    def of_supplier(self, supplier_id: int) -> tuple[Record, ...]:
        """Return the list of a supplier, in its order."""
        every, make = self._statement
        query = every.where(table_of(self.kind).c.supplier_id == supplier_id)
        with self._work.reading() as connection:
            return tuple(make(row) for row in connection.execute(query))

    @cached_property
    def _statement(self) -> tuple[Select[Any], Callable[[Any], Any]]:
        """Return what reads every row and what makes a record of one; not needed to open a logbook."""
        table = table_of(self.kind)
        columns = columns_of(self.record, table)
        return select(*columns).order_by(*(table.c[name] for name in self.order)), maker(self.record, columns)


class Contracts(SupplierParts[core.contract.Contract]):
    """The contracts with a supplier."""

    kind = Contract
    record = core.contract.Contract
    named = "title"


class Spends(SupplierParts[core.contract.Spend]):
    """What was spent with a supplier, by year."""

    kind = Spend
    record = core.contract.Spend
    named = "year"
    order = ("year", "currency", "id")

    def _places(self, write: Write, owner_id: int) -> Iterator[dict[str, int]]:  # noqa: ARG002 - years have their order
        return repeat({})


class CostParts(SupplierParts[core.cost.CostPart]):
    """What a supplier's price consists of, over time."""

    kind = CostPart
    record = core.cost.CostPart
    named = "name"
    order = ("on", "place", "id")
