"""ui: how a row of a plain table is painted - text, flags, chips, hairlines, edges - and how much room it needs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import ceil

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from core.words import Words
from ui.theme import Theme
from ui.widgets.chip import chip_size, paint_chip
from ui.widgets.flag import flag_width, paint_flag
from ui.widgets.paged_rows import PAGE
from ui.widgets.signs import paint_mark, plain_tip
from ui.widgets.spans import Mark, Span, SpannedText
from ui.widgets.table_model import AnyIndex, TableModel
from ui.widgets.table_rows import TableCell, TableColumn, TableRow

PAD = 8  # pixels at 100 % on both sides of a cell's text
_SELECTED_EDGE = 3
_ROW_EDGE = 5
_ENOUGH_ROWS = 200  # that are asked how wide a column has to be, and of those that are paged one page
_MOST_KEPT = 4_000  # rows whose measures are kept


class TableLook:
    """Hold what header and delegate have to know of their table: bleed, greyscale, row height, the rows that stand out.

    `bleed` is how far rows reach past the text at the left and right end, in pixels at 100 %.
    """

    def __init__(self, theme: Theme, say: Words, *, bleed: int, greyscale: bool, has_header: bool) -> None:
        self.theme = theme
        self.say = say
        self.bleed = bleed
        self.greyscale = greyscale
        self.has_header = has_header
        self.is_selectable = True
        self.row_height = 0
        self.hover = -1
        self.selected = -1
        self.is_keyed = False

    def base_height(self) -> int:
        """Return the height of a row of one line in pixels."""
        return self.theme.space(self.row_height) if self.row_height else self.theme.size("row")

    def area(self, rect: QRect, section: int, count: int) -> QRectF:
        """Return the part of a cell or a head that text may use."""
        pad, bleed = self.theme.space(PAD), self.theme.space(self.bleed)
        left = bleed if section == 0 else pad
        right = bleed if section == count - 1 else pad
        return QRectF(rect).adjusted(left, 0, -right, 0)

    def padding(self, section: int, count: int) -> int:
        """Return how many pixels of a column are not for text."""
        pad, bleed = self.theme.space(PAD), self.theme.space(self.bleed)
        return (bleed if section == 0 else pad) + (bleed if section == count - 1 else pad)


class TableHeader(QHeaderView):
    """Draw the titles in small muted type over one line; without titles only the line."""

    def __init__(self, look: TableLook, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(8)
        self.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        theme = self._look.theme
        return QSize(super().sizeHint().width(), theme.size("head") if self._look.has_header else theme.edge())

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's name
        model, theme, edge = self.model(), self._look.theme, self._look.theme.edge()
        painter.save()
        if self._look.has_header and isinstance(model, TableModel):
            column = model.columns[logicalIndex]
            font = theme.font("meta", bold=bool(column.tint))
            area = self._look.area(rect, logicalIndex, self.count())
            title = QFontMetricsF(font).elidedText(column.title, Qt.TextElideMode.ElideRight, area.width() + 1)
            painter.setFont(font)
            painter.setPen(theme.color(column.ink or ("text" if column.tint else "muted")))
            painter.drawText(area, column.align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, title)
        painter.fillRect(QRect(rect.left(), rect.bottom() - edge + 1, rect.width(), edge), theme.color("line2"))
        painter.restore()


@dataclass(slots=True)
class _Measured:
    """What was measured of a row, good as long as it says the same in the same columns, type and size."""

    row: TableRow
    natural: dict[int, float] = field(default_factory=dict)  # by column: how wide its cell is, uncut
    heights: dict[int, tuple[int, int]] = field(default_factory=dict)  # by column that wraps: its room, how high then
    texts: dict[int, tuple[int, SpannedText]] = field(default_factory=dict)  # by column: its room, laid out in it


class TableDelegate(QStyledItemDelegate):
    """Paint the cells of a table, and tell how wide and high they want to be.

    Rows that stay the same are measured and laid out once: a row that comes on top costs one row.
    """

    def __init__(self, look: TableLook, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._columns: tuple[TableColumn, ...] = ()
        self._measured: dict[int | str, _Measured] = {}

    def forget(self) -> None:
        """Measure anew, since type or size has changed."""
        self._measured.clear()

    def _of(self, model: TableModel, at: int) -> _Measured:
        """Return what is known of a row."""
        if model.columns is not self._columns or len(self._measured) > _MOST_KEPT:
            self._columns = model.columns
            self._measured.clear()
        row = model.row(at)
        known = self._measured.get(row.id)
        if known is None or (known.row is not row and known.row != row):
            known = self._measured[row.id] = _Measured(row)
        return known

    # measuring

    def column_width(self, model: TableModel, section: int) -> int:
        """Return the width in pixels in which nothing of a column is cut."""
        look = self._look
        column = model.columns[section]
        title = column.title if look.has_header else ""
        widest = QFontMetricsF(look.theme.font("meta", bold=bool(column.tint))).horizontalAdvance(title)
        for row in range(min(model.rowCount(), PAGE if model.is_paged else _ENOUGH_ROWS)):
            known = self._of(model, row)
            if section not in known.natural:
                known.natural[section] = self._cell_width(model, row, section)
            widest = max(widest, known.natural[section])
        return ceil(widest) + 1 + look.padding(section, len(model.columns))

    def row_heights(self, model: TableModel, widths: list[int]) -> Iterator[int]:
        """Return the heights in pixels of all rows when the columns have these widths."""
        base, columns = self._look.base_height(), model.columns
        rooms = [
            (at, widths[at] - self._look.padding(at, len(columns))) for at, column in enumerate(columns) if column.wrap
        ]
        for row in range(model.rowCount()):
            height, heights = base, self._of(model, row).heights
            for at, room in rooms:
                if at not in heights or heights[at][0] != room:
                    heights[at] = room, self._wrapped_height(model, row, at, room)
                height = max(height, heights[at][1])
            yield height

    def _wrapped_height(self, model: TableModel, row: int, at: int, room: int) -> int:
        cell, base = model.cell(row, at), self._look.base_height()
        if not cell.text or cell.chip or cell.flag is not None:
            return base
        text = self._spanned(model, row, at, room)
        return ceil(text.height) + base - self._line_height(model.columns[at], cell)

    def _line_height(self, column: TableColumn, cell: TableCell) -> int:
        return self._look.theme.line_height(cell.role or column.role)

    def _cell_width(self, model: TableModel, row: int, at: int) -> float:
        cell, theme = model.cell(row, at), self._look.theme
        if cell.flag is not None:
            role = cell.role or "meta"
            return flag_width(theme, self._look.say, cell.flag, cell.text, role=role)
        if cell.chip:
            return chip_size(theme, cell.text, dashed=cell.dashed).width()
        if cell.spans:
            return self._spanned(model, row, at, 0).natural_width
        font, _ = self._font_and_color(model, row, at)
        return QFontMetricsF(font).horizontalAdvance(cell.text)

    # painting

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        return QSize(0, self._look.base_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        model, view = index.model(), option.widget
        if not isinstance(model, TableModel) or not isinstance(view, QAbstractItemView):
            return
        look, theme, edge = self._look, self._look.theme, self._look.theme.edge()
        row, at = index.row(), index.column()
        is_selected = row == look.selected
        painter.save()
        painter.setClipRect(option.rect)
        fill = model.columns[at].tint
        if is_selected:
            fill = "hover" if look.greyscale else "sel"
        elif look.is_selectable and look.hover == row:
            fill = "hover"
        if fill:
            painter.fillRect(option.rect, theme.color(fill))
        line = QRect(option.rect.left(), option.rect.bottom() - edge + 1, option.rect.width(), edge)
        painter.fillRect(line, theme.color("line"))
        inner = option.rect.adjusted(0, 0, 0, -edge)
        self._paint_cell(painter, model, row, at, look.area(inner, at, len(model.columns)))
        self._paint_edges(painter, model, view, inner, row, at, is_selected=is_selected)
        painter.restore()

    def _paint_edges(
        self,
        painter: QPainter,
        model: TableModel,
        view: QAbstractItemView,
        inner: QRect,
        row: int,
        at: int,
        *,
        is_selected: bool,
    ) -> None:
        theme = self._look.theme
        if at == 0 and is_selected:
            bar = QRect(inner.left(), inner.top(), theme.space(_SELECTED_EDGE), inner.height())
            painter.fillRect(bar, theme.color("mark"))
        if at == 0 and model.row(row).edge:
            width = theme.space(_ROW_EDGE)
            painter.fillRect(QRect(inner.left(), inner.top(), width, inner.height()), theme.color("text"))
        if self._look.is_keyed and view.hasFocus() and view.currentIndex().row() == row:
            first = view.visualRect(model.index(row, 0))
            last = view.visualRect(model.index(row, len(model.columns) - 1))
            paint_mark(
                painter, theme, QRect(first.left(), inner.top(), last.right() - first.left() + 1, inner.height())
            )

    def _paint_cell(self, painter: QPainter, model: TableModel, row: int, at: int, area: QRectF) -> None:
        cell, column, look = model.cell(row, at), model.columns[at], self._look
        if column.wrap:
            # beside text of several lines everything stands with its first line
            area.setHeight(look.base_height() - look.theme.edge())
        elif any(other.wrap for other in model.columns):
            area.setHeight(min(area.height(), look.base_height() - look.theme.edge()))
        if cell.flag is not None:
            role = cell.role or "meta"
            if column.align & Qt.AlignmentFlag.AlignRight:
                area.setLeft(max(area.left(), area.right() - self._cell_width(model, row, at)))
            paint_flag(
                painter, look.theme, look.say, cell.flag, area, reason=cell.text, role=role, greyscale=look.greyscale
            )
        elif cell.chip and cell.text:
            size = chip_size(look.theme, cell.text, dashed=cell.dashed)
            width = min(float(size.width()), area.width())
            box = QRectF(area.x(), round(area.center().y() - size.height() / 2), width, size.height())
            paint_chip(painter, look.theme, box, cell.text, dashed=cell.dashed)
        elif cell.spans or column.wrap:
            text = self._laid_out(model, row, at, int(area.width()))
            line_height = self._line_height(column, cell)
            text.paint(painter, area.x(), area.y() + (area.height() - line_height) / 2)
        elif cell.text:
            font, color = self._font_and_color(model, row, at)
            metrics = QFontMetricsF(font)
            # a rounding error must not cut a text that fits
            line = " ".join(cell.text.splitlines())
            cut = Qt.TextElideMode.ElideMiddle if column.both_ends else Qt.TextElideMode.ElideRight
            shown = metrics.elidedText(line, cut, area.width() + 0.5)
            x = area.x()
            if column.align & Qt.AlignmentFlag.AlignRight:
                x = area.right() - metrics.horizontalAdvance(shown)
            baseline = area.y() + (area.height() - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()
            painter.setFont(font)
            painter.setPen(color)
            painter.drawText(QPointF(x, round(baseline)), shown)

    def _laid_out(self, model: TableModel, row: int, at: int, room: int) -> SpannedText:
        texts = self._of(model, row).texts
        if at not in texts or texts[at][0] != room:
            texts[at] = room, self._spanned(model, row, at, room)
        return texts[at][1]

    def _spanned(self, model: TableModel, row: int, at: int, width: int) -> SpannedText:
        cell, column = model.cell(row, at), model.columns[at]
        font, color = self._font_and_color(model, row, at)
        return SpannedText(
            self._look.theme,
            cell.text,
            font,
            cell.spans,
            width=width or 1e6,
            wrap=column.wrap,
            line_height=self._line_height(column, cell),
            color=color,
            alignment=column.align,
        )

    def _font_and_color(self, model: TableModel, row: int, at: int) -> tuple[QFont, QColor]:
        theme, cell, column, entry = self._look.theme, model.cell(row, at), model.columns[at], model.row(row)
        bold = cell.bold or (entry.bold and not column.muted)
        color = cell.color
        if not color or (self._look.greyscale and color not in ("text", "muted")):
            color = "muted" if column.muted or entry.muted else "text"
        return theme.font(cell.role or column.role, bold=bold, italic=cell.italic), theme.color(color)

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: AnyIndex
    ) -> bool:
        model = index.model()
        if event.type() == QEvent.Type.ToolTip and isinstance(model, TableModel):
            row, at = index.row(), index.column()
            cell = model.cell(row, at)
            room = self._look.area(option.rect, at, len(model.columns)).width()
            is_cut = not model.columns[at].wrap and self._cell_width(model, row, at) > room + 1
            if is_cut and not cell.tip and not model.row(row).tip:
                QToolTip.showText(event.globalPos(), plain_tip(model.text(row, at)), view)
                return True
        return super().helpEvent(event, view, option, index)


def bold_parts(text: str, *parts: str) -> tuple[Span, ...]:
    """Return spans that make these parts of a text bold, each looked for behind the one before."""
    spans: list[Span] = []
    at = 0
    for part in parts:
        found = text.find(part, at)
        if part and found >= 0:
            spans.append(Span(found, len(part), Mark.BOLD))
            at = found + len(part)
    return tuple(spans)
