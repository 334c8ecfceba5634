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
from ui.widgets.sheet_model import CellState

_FLAG = 14  # pixels at 100 % that a flag takes before the text of a cell
_TITLE = 13  # what a title needs beside its words
_WIDEST, _WIDEST_KEPT = 104, 64
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
        )
        for each in columns
    ]


def fitted(theme: Theme, columns: Sequence[GridColumn], rows: Sequence[SheetRow]) -> list[GridColumn]:
    """Return columns wide enough for their texts: a figure that is cut says something else."""
    measures = {bold: QFontMetricsF(theme.font("body", bold=bold)) for bold in (False, True)}
    titles = QFontMetricsF(theme.font("meta"))
    found = []
    for column in columns:
        widest = max(float(column.width), titles.horizontalAdvance(column.title) / theme.factor + _TITLE)
        for row in rows:
            cell = row.cells.get(column.key)
            if cell is None or not cell.text or column.stretch:
                continue
            text = measures[row.total].horizontalAdvance(cell.text) / theme.factor
            text += 2 * PAD + 2 + (0 if cell.level is None else _FLAG)
            # what cannot be read is told in full below the sheet
            widest = max(widest, min(text, _WIDEST_KEPT) if cell.state & CellState.UNREADABLE else text)
        found.append(replace(column, width=min(ceil(widest), max(column.width, _WIDEST))))
    return found


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
