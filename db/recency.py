"""db: recency - which negotiations are open, and by which entry each was changed last, so that lists read a page."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, bindparam, delete, text, update
from sqlalchemy.dialects.sqlite import insert

from core.negotiation import Status
from db.journal import Change
from db.schema import RECENCY

_OPEN = frozenset(status.value for status in Status if status.is_open)
_AS_IT_IS = f"""
SELECT negotiation.id AS negotiation_id, negotiation.status IN ({", ".join(f"'{each}'" for each in sorted(_OPEN))})
    AS is_open, coalesce(max(journal_change.entry_id), 0) AS entry_id
FROM negotiation LEFT JOIN journal_change ON journal_change.negotiation_id = negotiation.id GROUP BY negotiation.id
"""  # noqa: S608 - our own names
_KEPT = "SELECT negotiation_id, is_open, entry_id FROM recency"

# Built once, since building a statement takes longer than running it.
_ADD = insert(RECENCY)
_PUT = _ADD.on_conflict_do_update(
    index_elements=["negotiation_id"], set_={name: _ADD.excluded[name] for name in ("is_open", "entry_id")}
)
_TOUCH = update(RECENCY).where(RECENCY.c.negotiation_id == bindparam("of_id")).values(entry_id=bindparam("entry"))
_DROP = delete(RECENCY).where(RECENCY.c.negotiation_id == bindparam("of_id"))


def keep(connection: Connection, entry: int, changes: Iterable[Change]) -> None:
    """Note what an entry changed, in its transaction."""
    touched: dict[int, bool | None] = {}
    gone = set()
    for change in changes:
        if change.kind == "negotiation" and change.after is None:
            gone.add(change.id)
        elif change.kind == "negotiation" and change.after is not None:
            touched[change.id] = change.after["status"] in _OPEN
        elif change.negotiation_id is not None:
            touched.setdefault(change.negotiation_id, None)
    for negotiation_id in sorted(gone):
        connection.execute(_DROP, {"of_id": negotiation_id})
    for negotiation_id, is_open in touched.items():
        if negotiation_id in gone:
            continue
        if is_open is None:
            connection.execute(_TOUCH, {"of_id": negotiation_id, "entry": entry})
        else:
            row = {"negotiation_id": negotiation_id, "is_open": is_open, "entry_id": entry}
            connection.execute(_PUT, row)


def rebuild(connection: Connection) -> None:
    """Make it anew from negotiations and journal."""
    connection.execute(delete(RECENCY))
    connection.execute(text(f"INSERT INTO recency(negotiation_id, is_open, entry_id) {_AS_IT_IS}"))


def is_true(connection: Connection) -> bool:
    """Tell whether it is what negotiations and journal say."""
    return all(
        connection.execute(text(f"SELECT * FROM ({one}) EXCEPT SELECT * FROM ({other}) LIMIT 1")).first() is None  # noqa: S608 - our own names
        for one, other in ((_AS_IT_IS, _KEPT), (_KEPT, _AS_IT_IS))
    )
