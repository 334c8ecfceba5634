"""ui: what was typed for a new row and could not be written - kept in the row to add until it can be."""

from __future__ import annotations

from collections.abc import Mapping

from ui.sheets.kept import Kept, Shelf
from ui.widgets.sheet_model import NewRow, RowId

Texts = dict[str, str]


def new_row(owner_id: int) -> str:
    """Return the row of a shelf for what is typed for a new row of a negotiation, or of whatever a list belongs to."""
    return f"new {owner_id}"


def only_new(rows: Mapping[RowId, Mapping[str, str]]) -> NewRow | None:
    """Return the new row of an edit that has one alone; a paste of several is still on the clipboard."""
    new = [row for row in rows if isinstance(row, NewRow)]
    return new[0] if len(new) == 1 else None


def take_up(shelf: Shelf, owner_id: int, rows: dict[RowId, Texts]) -> None:
    """Let what is kept of a new row be written with what is now typed for one."""
    new = only_new(rows)
    if new is None:
        return
    kept = shelf.of_row(new_row(owner_id))
    texts = {key: each.text for key, each in kept.items()} | rows[new]
    shelf.drop_row(new_row(owner_id))
    rows[new] = {key: text for key, text in texts.items() if text}
    if not rows[new]:
        del rows[new]


def typed_rows(owner_id: int, rows: Mapping[RowId, Texts]) -> dict[int | str, Texts]:
    """Return the texts of an edit by the row of the shelf on which they are kept where they cannot be written."""
    found: dict[int | str, Texts] = {row: texts for row, texts in rows.items() if isinstance(row, int)}
    new = only_new(rows)
    if new is not None:
        found[new_row(owner_id)] = rows[new]
    return found


def keep(shelf: Shelf, typed: Mapping[int | str, Texts], reason: str) -> None:
    """Keep texts in their cells for a reason."""
    for row, texts in typed.items():
        for key, text in texts.items():
            shelf.put(row, key, Kept(text, reason))
