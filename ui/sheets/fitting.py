"""ui: a presenter's columns as the sheet takes them, wide enough for their texts, and the way to one cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF

from ui.sheets.columns import GridColumn
from ui.theme import Theme
from ui.widgets.sheet import Sheet, SheetColumn, SheetRow
from ui.widgets.sheet_header import PAD
from ui.widgets.sheet_model import Cell, CellState

_FLAG = 14  # pixels at 100 % that a flag takes before the text of a cell
_TITLE = 13  # what a title needs beside its words
_WIDEST, _WIDEST_KEPT, _WIDEST_NAME, _WIDEST_FIGURE = 120, 64, 220, 220
_SPARE = 1.2  # what a text in several lines needs more, wherever its words end
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


def sheet_columns(
    columns: Sequence[GridColumn], choices: Mapping[str, tuple[str, ...]] | None = None
) -> list[SheetColumn]:
    """Return columns as the sheet takes them."""
    offered = choices or {}
    return [
        SheetColumn(
            each.key,
            each.title,
            each.group,
            _LEFT if each.is_text else _RIGHT,
            each.width,
            editable=each.editable,
            choices=offered.get(each.key, ()),
            muted=each.muted,
            stretch=each.stretch,
            tip=each.tip,
            wrap=each.wrap,
            mark=each.mark,
            folded=each.folded,
        )
        for each in columns
    ]


def fitted(theme: Theme, columns: Sequence[GridColumn], rows: Sequence[SheetRow]) -> list[GridColumn]:
    """Return columns wide enough for their texts: a figure that is cut says something else.

    A name may stand in two lines where its column wraps, other texts in as many as they need. What stands beside a
    name is no reason to scroll; days and options may be folded into two lines before that.
    """
    measures = {bold: QFontMetricsF(theme.font("body", bold=bold)) for bold in (False, True)}
    titles = QFontMetricsF(theme.font("meta"))
    found = []
    for column in columns:
        title = titles.horizontalAdvance(column.title) / theme.factor + _TITLE
        widest = max(float(column.width), title)
        # a name that is not wrapped is cut, and told in full by its tool tip
        folded = title if column.stretch and column.wrap else 0.0 if column.stretch else widest
        for row in rows:
            cell = row.cells.get(column.key)
            if cell is None or not cell.text:
                continue
            beside = 2 * PAD + 2 + (0 if cell.level is None else _FLAG)
            text = _width(measures[row.total], cell.text, column) / theme.factor + beside
            least = _folded_width(measures[row.total], cell.text, column) / theme.factor + beside if folded else 0.0
            if cell.detail and not column.stretch:
                text += PAD + titles.horizontalAdvance(cell.detail) / theme.factor
                least = text
            # what cannot be read is told in full below the sheet
            most = _most(cell, column)
            widest, folded = max(widest, min(text, most)), max(folded, min(least, most))
        found.append(replace(column, width=ceil(widest), folded=ceil(min(widest, folded))))
    return found


def _width(metrics: QFontMetricsF, text: str, column: GridColumn) -> float:
    """Return the width in pixels that a text needs: that of its longest word where the others can stand below it."""
    if not (column.stretch and column.wrap):
        return metrics.horizontalAdvance(text)
    word = max((metrics.horizontalAdvance(part) for part in text.split()), default=0.0)
    return max(word, metrics.horizontalAdvance(text) * _SPARE / column.lines) if column.lines else word


def _folded_width(metrics: QFontMetricsF, text: str, column: GridColumn) -> float:
    """Return the least width in pixels in which the words of a text stay whole, of a figure or a day in two lines."""
    words = text.split()
    if column.stretch and column.wrap:
        return max((metrics.horizontalAdvance(word) for word in words), default=0.0)
    lines = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))] or [(text, "")]
    return min(max(metrics.horizontalAdvance(line) for line in pair) for pair in lines)


def _most(cell: Cell, column: GridColumn) -> float:
    """Return to which width in pixels at 100 % the text of a cell may widen its column."""
    if cell.state & CellState.UNREADABLE:
        return _WIDEST_KEPT
    if column.stretch:
        return _WIDEST_NAME
    is_figure = not any(sign.isalpha() for sign in cell.text)
    return _WIDEST_FIGURE if is_figure else max(column.width, _WIDEST)


def go_to_cell(sheet: Sheet, record: str, key: str) -> None:
    """Make a cell the current one and give it the focus: of a row by its id, of the row to add for 0 or none."""
    keys = [column.key for column in sheet.model.columns]
    if key not in keys:
        key = keys[0]
    if record in ("", "0"):
        sheet.view.go_to(sheet.model.body_rows, keys.index(key))
    else:
        sheet.go_to(int(record) if record.isdigit() else record, key)
    sheet.setFocus(Qt.FocusReason.OtherFocusReason)
