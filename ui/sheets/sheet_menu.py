"""ui: the menu of a row in a sheet - what its keys do, in words."""

from __future__ import annotations

from collections.abc import Sequence

from core.words import Words
from ui.menus import Entry
from ui.widgets.sheet_view import SheetView


def row_entries(
    say: Words, view: SheetView, row: int, deletes: str, more: Sequence[Entry] = (), *, moves: bool = True
) -> list[Entry]:
    """Return what can be done with a row, `more` in the middle; the verbs go the way of the keys."""
    moving: list[Entry] = [
        (say("Move up"), "Alt+Up", lambda: view.row_move_wanted.emit(row, -1)),
        (say("Move down"), "Alt+Down", lambda: view.row_move_wanted.emit(row, 1)),
    ]
    return [
        (say("Copy"), "Ctrl+C", view.copy),
        (say("Paste"), "Ctrl+V", view.paste),
        (say("Fill down"), "Alt+Shift+Down", view.fill_down),
        *more,
        *(moving if moves else ()),
        (deletes, "Ctrl+Del", lambda: view.rows_delete_wanted.emit(view.selected_rows() or [row])),
    ]
