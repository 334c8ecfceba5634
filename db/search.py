"""db: search - one document a record, written with it; as you type, over everything."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, bindparam, delete, text
from sqlalchemy.dialects.sqlite import insert

from core.hit import Hit
from db.columns import storable
from db.journal import Change
from db.mapping import Image
from db.schema import DOCUMENTS, REBUILD_SEARCH

# Columns of the title and of the text, by kind. Kinds that are not named have no words of their own.
_WORDS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "supplier": (("name",), ("category", "city", "country", "background")),
    "counterpart": (("name",), ("role", "authority", "email", "phone")),
    "note": ((), ("text", "source")),
    "negotiation": (("title",), ("matter", "lead", "approver", "approver_role")),
    "issue": (("name",), ("alias", "unit", "options")),
    "line": (("text",), ("note", "rest", "condition_words", "exception")),
    "alternative": (("name",), ("evidence", "improve")),
    "answer": ((), ("text",)),
    "position": (("position",), ("why", "interest")),
    "commitment": (("text",), ("owner",)),
    "need": (("text",), ()),
    "common_goal": (("text",), ()),
    "candidate": (("name",), ("note",)),
    "item": (("text",), ("code",)),
    "plan_point": (("text",), ("reply", "who")),
    "planned_concession": ((), ("in_return",)),
    "claimed_cost": (("name",), ("source",)),
    "contract": (("title",), ("note",)),
    "cost_part": (("name",), ("source",)),
    "tactic": (("name",), ("counter",)),
    "meeting": ((), ("purpose", "place", "notes")),
    "debrief": ((), ("recommendation", "our_outtake", "their_outtake", "learning")),
}
KINDS = tuple(_WORDS)

# Ranking costs time for every hit: up to so many are ranked, more are shown newest first (PERFORMANCE).
_RANKED = 5_000
# As text for the driver's own cursor: with each letter typed, what SQLAlchemy would add is more than the search takes.
_COUNT = f"SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT {_RANKED + 1})"  # noqa: S608 - our own names
_FIND = """
SELECT document.kind, document.record_id, document.title, hit.excerpt,
    coalesce(document.supplier_id, negotiation.supplier_id) AS supplier_id, supplier.name AS supplier_name,
    document.negotiation_id, negotiation.title AS negotiation_title
FROM (
    SELECT rowid AS place, {score} AS score, snippet(search, 1, '', '', '…', 16) AS excerpt
    FROM search WHERE search MATCH ? ORDER BY {order} LIMIT ?
) AS hit
JOIN search_document AS document ON document.id = hit.place
LEFT JOIN negotiation ON negotiation.id = document.negotiation_id
LEFT JOIN supplier ON supplier.id = coalesce(document.supplier_id, negotiation.supplier_id)
ORDER BY {outer}
"""
_BEST_FIRST = _FIND.format(score="bm25(search, 4.0, 1.0)", order="score, rowid DESC", outer="hit.score, place DESC")
_NEWEST_FIRST = _FIND.format(score="0", order="rowid DESC", outer="place DESC")


_ADD = insert(DOCUMENTS)
_KEEP = _ADD.on_conflict_do_update(
    index_elements=["kind", "record_id"],
    set_={name: _ADD.excluded[name] for name in ("title", "text", "supplier_id", "negotiation_id")},
)
_SECURE = text("INSERT INTO search(search, rank) VALUES ('secure-delete', :on)")
_MANY = 200
_DROP = delete(DOCUMENTS).where(DOCUMENTS.c.kind == bindparam("of_kind"), DOCUMENTS.c.record_id == bindparam("of_id"))


def document_of(kind: str, record_id: int, image: Image) -> dict[str, Any]:
    """Return the search document of a record, a pure function of its image."""
    title, words = _WORDS[kind]
    own = {"supplier": ("supplier_id", record_id), "negotiation": ("negotiation_id", record_id)}
    places = {"supplier_id": image.get("supplier_id"), "negotiation_id": image.get("negotiation_id")}
    if kind in own:
        places[own[kind][0]] = own[kind][1]
    return {
        "kind": kind,
        "record_id": record_id,
        "title": _joined(image, title),
        "text": _joined(image, words),
        **places,
    }


def keep_documents(connection: Connection, changes: Iterable[Change]) -> None:
    """Bring the documents of changed records up to date, in the transaction that changes them."""
    kept, dropped = [], []
    for change in changes:
        if change.kind not in _WORDS:
            continue
        if change.after is None:
            dropped.append({"of_kind": change.kind, "of_id": change.id})
            continue
        new = document_of(change.kind, change.id, change.after)
        if change.before is None or document_of(change.kind, change.id, change.before) != new:
            kept.append(new)
    # each change is of another record, so that their order does not matter
    items = [each for each in dropped if each["of_kind"] == "item"]
    others = [each for each in dropped if each["of_kind"] != "item"]
    if len(items) > _MANY:
        # thirty times as fast; words of a price list may stay in the pages of the index until these are merged,
        # so whatever erases for good rebuilds the index (`rebuild`)
        connection.execute(_SECURE, {"on": 0})
        connection.execute(_DROP, items)
        connection.execute(_SECURE, {"on": 1})
    else:
        others += items
    if others:
        connection.execute(_DROP, others)
    if kept:
        connection.execute(_KEEP, kept)


@contextmanager
def without_triggers(connection: Connection) -> Iterator[None]:
    """Let documents be written without the index following row by row, which takes twelve times as long.

    Whoever uses it calls `rebuild` before the end of the transaction.
    """
    triggers = connection.exec_driver_sql(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'search_document' ORDER BY name"
    ).all()
    for name, _ in triggers:
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
    yield
    for _, statement in triggers:
        connection.exec_driver_sql(statement)


def rebuild(connection: Connection) -> None:
    """Make the index anew from all documents."""
    connection.execute(REBUILD_SEARCH)


def find(connection: Connection, words: str, limit: int) -> tuple[Hit, ...]:
    """Return the records that hold every word, or a word that begins with it."""
    asked = _quoted(words)
    if not asked:
        return ()
    cursor = connection.connection.cursor()
    (count,) = cursor.execute(_COUNT, (asked,)).fetchone()
    found = cursor.execute(_BEST_FIRST if count <= _RANKED else _NEWEST_FIRST, (asked, limit)).fetchall()
    return tuple(
        Hit(
            kind=kind,
            id=record_id,
            title=title,
            excerpt=excerpt,
            supplier_id=supplier_id,
            supplier_name=supplier_name or "",
            negotiation_id=negotiation_id,
            negotiation_title=negotiation_title or "",
        )
        for (
            kind, record_id, title, excerpt, supplier_id, supplier_name, negotiation_id, negotiation_title
        ) in found
    )  # fmt: skip


def _quoted(words: str) -> str:
    # What a user types is words, never the index's own language: each token in quotes, as a beginning.
    tokens = storable(words.replace("\0", " ")).split()
    quoted = ['"' + token.replace('"', '""') + '"*' for token in tokens]
    return " ".join(quoted) if any(letter.isalnum() or ord(letter) > 0x7F for letter in words) else ""


def _joined(image: Image, columns: tuple[str, ...]) -> str:
    parts = (_options(image[name]) if name == "options" else str(image[name] or "") for name in columns)
    return "\n".join(part for part in parts if part)


def _options(stored: Any) -> str:
    return "\n".join(option["label"] for option in json.loads(stored or "[]"))
