"""ui: a table whose first column stays in sight while the others are scrolled, to tell whose figures they are."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QTableView, QWidget

from ui.theme import Theme
from ui.widgets.sheet_model import AnyIndex


class LeadingView(QTableView):
    """Paint the first column once more before the scrolled ones, and let it be pointed at there."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = theme

    def lead_width(self) -> int:
        """Return the width in pixels of the first column while it stands before scrolled ones, else 0."""
        width = self.columnWidth(0)
        return width if self.horizontalScrollBar().value() and 2 * width < self.viewport().width() else 0

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if dx:
            self.viewport().update()
            self.horizontalHeader().viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        lead = self.lead_width()
        if not lead:
            return
        painter, option = QPainter(self.viewport()), QStyleOptionViewItem()
        self.initViewItemOption(option)
        state, selection, edge = option.state, self.selectionModel(), self._look.edge()
        first, last = self.rowAt(event.rect().top()), self.rowAt(event.rect().bottom())
        for row in range(max(first, 0), self.model().rowCount() if last < 0 else last + 1):
            index = self.model().index(row, 0)
            is_selected = selection.isSelected(index)
            option.state = state | QStyle.StateFlag.State_Selected if is_selected else state
            option.rect = QRect(0, self.rowViewportPosition(row), lead, self.rowHeight(row))
            self.itemDelegate().paint(painter, option, index)
            painter.fillRect(lead - edge, option.rect.top(), edge, option.rect.height(), self._look.color("ctl"))

    def visualRect(self, index: AnyIndex) -> QRect:
        rect = super().visualRect(index)
        if index.isValid() and index.column() == 0 and self.lead_width():
            rect.moveLeft(0)
        return rect

    def indexAt(self, pos: QPoint) -> QModelIndex:
        if 0 <= pos.x() < self.lead_width():
            row = self.rowAt(pos.y())
            return self.model().index(row, 0) if row >= 0 else QModelIndex()
        return super().indexAt(pos)

    def scrollTo(
        self, index: AnyIndex, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        bar = self.horizontalScrollBar()
        at, lead = bar.value(), self.lead_width()
        super().scrollTo(index, hint)
        if index.column() == 0:
            bar.setValue(at if lead else 0)
            return
        hidden = self.lead_width() - self.columnViewportPosition(index.column())
        if hidden > 0:
            bar.setValue(bar.value() - hidden)
