"""ui: what a plain table shows - columns, rows and cells as a presenter hands them in; no behaviour."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import Qt

from ui.widgets.flag import Level
from ui.widgets.spans import Mark, Span


@dataclass(frozen=True, slots=True)
class TableColumn:
    """Describe a column. `width` is in pixels at 100 %, 0 as wide as what it holds; `stretch` its part of the rest.

    A column as wide as what it holds is at most `most` wide, one that stretches never below `least`. Where there is too
    little room for all that, columns which give way are left out, those with the lowest `gives` first (0: never).

    `role` is the type role of its cells, `muted` makes them stand back, `wrap` lets rows grow with long text,
    `both_ends` leaves out the middle of a text that is too long, for names that begin alike, `whole` lets nothing of
    a column that stretches be cut. `tint` is the colour role of the surface of a column that matters most, whose title
    is bold; `ink` that of a side's title.
    """

    key: str
    title: str = ""
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
    width: int = 0
    stretch: int = 0
    most: int = 0
    least: int = 0
    gives: int = 0
    role: str = "body"
    muted: bool = False
    wrap: bool = False
    both_ends: bool = False
    whole: bool = False
    tip: str = ""
    tint: str = ""
    ink: str = ""


@dataclass(frozen=True, slots=True)
class TableCell:
    """Hold what a cell shows and how. With a `flag` the text is its reason; a `chip` has an outline, dashed a guess's.

    `role` (type) and `color` overrule the column's; `spans` mark places within the text.
    """

    text: str = ""
    role: str = ""
    bold: bool = False
    italic: bool = False
    color: str = ""
    flag: Level | None = None
    chip: bool = False
    dashed: bool = False
    spans: tuple[Span, ...] = ()
    tip: str = ""


@dataclass(frozen=True, slots=True)
class TableRow:
    """Hold a row by column key. `bold` spares muted columns; `edge` is the thick edge of a row to look at.

    `more` is a row that stands for others that are not shown: one click is enough to open it.
    """

    id: int | str
    cells: Mapping[str, TableCell] = field(default_factory=dict)
    bold: bool = False
    muted: bool = False
    edge: bool = False
    more: bool = False
    tip: str = ""


def more_row(row_id: int | str, key: str, words: str) -> TableRow:
    """Return the row that stands for those that are not shown, with its words in the column of this key."""
    return TableRow(row_id, {key: TableCell(words, color="mark")}, more=True)


def two_lines(first: str, second: str, *, bold: bool = True, tip: str = "") -> TableCell:
    """Return the cell of a column that wraps with a first line, and under it, muted, what belongs to it if anything."""
    spans = [Span(0, len(first), Mark.BOLD)] if bold else []
    if not second:
        return TableCell(first, spans=tuple(spans), tip=tip)
    spans.append(Span(len(first) + 1, len(second), Mark.MUTED))
    return TableCell(f"{first}\n{second}", spans=tuple(spans), tip=tip)
