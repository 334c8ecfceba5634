"""ui: how the cells of Prepare's sheets are put together - texts, kept texts and flags."""

from __future__ import annotations

from typing import Protocol

from core.message import Message
from core.verdict import Flag, Interval
from core.words import EN_DASH, Words
from ui.sheets.kept import Kept
from ui.widgets.sheet_model import Cell, CellState


class Prefillable(Protocol):
    """A record that knows which of its fields were filled in for the user."""

    @property
    def prefilled(self) -> tuple[str, ...]:
        """Return the names of those fields."""
        ...


LEVEL_STATE = {Flag.ACT: CellState.ACT, Flag.CHECK: CellState.CHECK, Flag.FINE: CellState.PLAIN}


def sentence(say: Words, found: Message) -> str:
    """Write a message; a name that ends in a full stop brings the sentence's own along."""
    text = say.message(found).replace(".. ", ". ")
    return text[:-1] if text.endswith("..") else text


def kept_cell(kept: Kept) -> Cell:
    """Return the cell of a text that is not in the logbook."""
    state = CellState.CHECK if kept.waits else CellState.CHECK | CellState.UNREADABLE
    return Cell(kept.text, state, kept.reason)


def marked(record: Prefillable, field: str, text: str) -> Cell:
    """Return the cell of a record's field, marked where it was filled in and not touched since."""
    return Cell(text, CellState.PREFILLED if text and field in record.prefilled else CellState.PLAIN)


def flagged(text: str, flag: Flag, reason: str) -> Cell:
    """Return a cell with a flag and its reason."""
    return Cell(text, LEVEL_STATE[flag], reason)


def locked(text: str, reason: str = "", *, assumed: bool = False) -> Cell:
    """Return a cell that is only read; `assumed` for what nobody stated."""
    state = CellState.READ_ONLY
    return Cell(text, state | CellState.PREFILLED if assumed else state, reason)


def worth_words(say: Words, value: Interval | None) -> str:
    """Write what a package is worth, 0 to 100: one figure, or both ends."""
    if value is None:
        return EN_DASH
    if value.is_exact:
        return say.points(value.low)
    return f"{say.points(value.low)}{EN_DASH}{say.points(value.high)}"


def worth_cell(say: Words, value: Interval | None) -> str:
    """Write the same for a narrow cell: both ends of an interval in whole points."""
    if value is None or value.is_exact:
        return worth_words(say, value)
    return f"{say.number(value.low * 100, 0)}{EN_DASH}{say.number(value.high * 100, 0)}"
