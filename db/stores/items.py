"""db: the verbs of items, the list that a price issue may consist of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import func, select

import core.item
from core.changes import Changes
from core.message import message
from db.mapping import columns_of, maker, table_of
from db.schema import Issue, Item
from db.stores.base import Store, refuse
from db.work import Write

_ITEM = table_of(Item)
_COLUMNS = columns_of(core.item.Item, _ITEM)
_make = maker(core.item.Item, _COLUMNS)
_KEYS = ("negotiation_id", "issue_id", "place")
_MANY = 50  # rows are read together from so many on


class Items(Store):
    """The articles behind a price; a list of thousands is read by itself, not with its negotiation."""

    def of_issue(self, issue_id: int) -> tuple[core.item.Item, ...]:
        """Return the list of an issue in its order."""
        query = select(*_COLUMNS).where(_ITEM.c.issue_id == issue_id).order_by(_ITEM.c.place, _ITEM.c.id)
        with self._work.reading() as connection:
            return tuple(_make(row) for row in connection.execute(query))

    def counts(self, negotiation_id: int) -> dict[int, int]:
        """Return how many items the issues of a negotiation have; those that are no list are left out."""
        count = select(_ITEM.c.issue_id, func.count()).where(_ITEM.c.negotiation_id == negotiation_id)
        with self._work.reading() as connection:
            return {row[0]: row[1] for row in connection.execute(count.group_by(_ITEM.c.issue_id))}

    def put_many(
        self,
        issue_id: int,
        *,
        changed: Mapping[int, Mapping[str, Any]] | None = None,
        added: Sequence[Mapping[str, Any]] = (),
        deleted: Sequence[int] = (),
        issue: Mapping[str, Any] | None = None,
    ) -> Changes:
        """Change, add (behind the others) and delete items in one step, as a paste does; `made` is the first added.

        `issue` are fields of the issue itself that follow from the list, such as its totals.
        """
        number = len(changed or {}) + len(added) + len(deleted)
        with self._work.writing(message("journal.items_changed", count=number)) as write:
            owner = write.get(Issue, issue_id)
            key = {"negotiation_id": owner.negotiation_id, "issue_id": issue_id}
            is_long = len(changed or ()) + len(deleted) > _MANY
            known = {row.id: row for row in write.rows(Item, issue_id=issue_id)} if is_long else {}
            for item_id, fields in (changed or {}).items():
                refuse(fields, *_KEYS)
                write.change(known.get(item_id) or write.get(Item, item_id), **fields)
            for item_id in deleted:
                write.session.delete(known.get(item_id) or write.get(Item, item_id))
            rows = []
            for at, fields in enumerate(added, start=_next_place(write, issue_id) if added else 0):
                refuse(fields, *_KEYS)
                rows.append(write.put(Item, **fields, **key, place=at))
            if issue:
                write.change(owner, **dict(issue))
            write.session.flush()
            if rows:
                write.made = rows[0].id
        return write.changes

    def arrange(self, issue_id: int, item_ids: Sequence[int]) -> Changes:
        """Put the items of an issue into this order; those that are not named stay behind them in theirs."""
        with self._work.writing(message("journal.items_changed", count=len(item_ids))) as write:
            rows = {row.id: row for row in write.rows(Item, issue_id=issue_id)}
            first = [rows.pop(item_id) for item_id in dict.fromkeys(item_ids) if item_id in rows]
            rest = sorted(rows.values(), key=lambda row: (row.place, row.id))
            for place, row in enumerate([*first, *rest]):
                if row.place != place:
                    row.place = place
        return write.changes


def _next_place(write: Write, issue_id: int) -> int:
    last = write.session.scalar(select(func.max(_ITEM.c.place)).where(_ITEM.c.issue_id == issue_id))
    return 0 if last is None else last + 1
