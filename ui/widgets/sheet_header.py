"""ui: the head of a sheet, two rows - groups above, columns below - in one header view."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.theme import Theme
from ui.widgets.sheet_lead import LeadingView
from ui.widgets.sheet_model import SheetColumn, SheetModel

PAD = 8  # pixels at 100 % between a cell's edge and its text
_TITLE_PAD = 5  # the least of it beside a title, so that a long one does not widen its column


class SheetHeader(QHeaderView):
    """Draw the titles, and above them the name of each group once over all its columns."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, has_grid: bool = True) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._has_grid = has_grid
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.dress()

    def dress(self) -> None:
        """Take sizes from the theme again."""
        self.setMinimumSectionSize(self._theme.space(24))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.group_height() + self._theme.size("sheet_head"))

    def group_height(self) -> int:
        """Return the height of the upper row, 0 where no column has a group."""
        return self._theme.size("sheet_group") if any(column.group for column in self._columns()) else 0

    def least_width(self, section: int) -> int:
        """Return the width in pixels that the title of a column needs."""
        title = self._columns()[section].title
        metrics = QFontMetrics(self._theme.font("meta"))
        return metrics.horizontalAdvance(title) + 2 * self._theme.space(_TITLE_PAD) + self._theme.edge()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        lead = self._lead_width()
        if lead:
            painter, edge = QPainter(self.viewport()), self._theme.edge()
            self.paintSection(painter, QRect(0, 0, lead, self.height()), 0)
            painter.fillRect(lead - edge, 0, edge, self.height(), self._theme.color("ctl"))

    def _lead_width(self) -> int:
        view = self.parent()
        return view.lead_width() if isinstance(view, LeadingView) else 0

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's name
        if not rect.isValid():
            return
        theme, edge = self._theme, self._theme.edge()
        column = self._columns()[logicalIndex]
        ends_group = self._ends_group(logicalIndex)
        is_last = logicalIndex == self.count() - 1  # the frame of the sheet closes it
        upper = self.group_height()
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, theme.color("bg" if self._has_grid else "base"))
        side = theme.color("line2" if ends_group else "line")
        lower = rect.adjusted(0, upper, 0, 0)
        if not is_last and self._has_grid:
            painter.fillRect(QRect(rect.right() - edge + 1, lower.top(), edge, lower.height()), side)
        if upper:
            painter.fillRect(QRect(rect.left(), lower.top() - edge, rect.width(), edge), theme.color("line"))
            if ends_group and self._has_grid:
                painter.fillRect(QRect(rect.right() - edge + 1, rect.top(), edge, upper), side)
            self._paint_group(painter, rect, logicalIndex, upper)
        painter.fillRect(QRect(rect.left(), rect.bottom() - edge + 1, rect.width(), edge), theme.color("line2"))
        font = theme.font("meta")
        metrics = QFontMetrics(font)
        pad = theme.space(PAD)
        # a title of just this width would be cut: its advance is rounded
        if metrics.horizontalAdvance(column.title) >= lower.width() - 2 * pad - edge:
            pad = theme.space(_TITLE_PAD)
        area = lower.adjusted(pad, 0, -pad - edge, -edge)
        painter.setFont(font)
        painter.setPen(theme.color("muted"))
        title = metrics.elidedText(column.title, Qt.TextElideMode.ElideRight, area.width())
        align = column.align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip
        painter.drawText(QRectF(area), align, title)
        painter.restore()

    def _paint_group(self, painter: QPainter, rect: QRect, section: int, height: int) -> None:
        columns = self._columns()
        group = columns[section].group
        if not group:
            return
        first = section
        while first > 0 and columns[first - 1].group == group:
            first -= 1
        last = section
        while last + 1 < len(columns) and columns[last + 1].group == group:
            last += 1
        before = sum(self.sectionSize(at) for at in range(first, section))
        width = sum(self.sectionSize(at) for at in range(first, last + 1))
        pad = self._theme.space(PAD)
        # the name stays in sight as long as one of its columns is
        hidden = max(0, self._lead_width() - (rect.left() - before)) if first else 0
        left, room = rect.left() - before + hidden + pad, width - hidden - 2 * pad
        area = QRectF(left, rect.top(), max(0, room), height - self._theme.edge())
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.color("muted"))
        text = QFontMetrics(painter.font()).elidedText(group, Qt.TextElideMode.ElideRight, int(area.width()))
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)

    def _ends_group(self, section: int) -> bool:
        return ends_group(self._columns(), section)

    def _columns(self) -> tuple[SheetColumn, ...]:
        model = self.model()
        return model.columns if isinstance(model, SheetModel) else ()


def ends_group(columns: tuple[SheetColumn, ...], section: int) -> bool:
    """Return whether the right edge of a column is that of its group."""
    if not any(column.group for column in columns):
        return False
    last = section + 1 >= len(columns)
    return not last and columns[section].group != columns[section + 1].group
