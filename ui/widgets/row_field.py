"""ui: a field that lies over a cell of a table while it is edited - Enter keeps and goes down, Escape leaves it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.theme import Theme
from ui.widgets.data_table import DataTable
from ui.widgets.field import Field

_STAYS = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
)


class RowField(Field):
    """Edit one cell; `entered` tells a changed text, `left` how many rows the choice is to move (0 to stay).

    Leaving the field keeps what was typed, as leaving any field does; only Escape does not.
    """

    entered = Signal(str)
    confirmed = Signal()  # Enter in a field whose text is as it was
    left = Signal(int)
    ended = Signal()  # whichever way, while the field is still there

    def __init__(self, theme: Theme, name: str, text: str, *, hint: str = "", parent: QWidget | None = None) -> None:
        """Take the field's name, the text to start from and a hint for the empty field."""
        super().__init__(theme, name, hint=hint, parent=parent)
        self._before = text
        self._is_over = False
        self._cell: Callable[[], QRect] = QRect
        self.setText(text)

    def open_over(self, table: DataTable, cell: Callable[[], QRect], *, typed: str = "", select: bool = True) -> None:
        """Lie over a cell, and stay over it when the table is laid out anew.

        A first character typed there replaces what the cell held; else all is selected, if asked.
        """
        self._cell = cell
        table.view.content_changed.connect(self._place)
        self._place()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if typed:
            self.setText(typed)
        elif select:
            self.selectAll()
        else:
            self.end(False)

    def commit(self, move: int = 0) -> None:
        """End and tell what was typed."""
        if self._end() and self.text() != self._before:
            self.entered.emit(self.text())
        self._leave(move)

    def event(self, event: QEvent) -> bool:
        # Tab would move the focus before keyPressEvent sees it
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Tab:
                self.commit(1)
                return True
            if event.key() == Qt.Key.Key_Backtab:
                self.commit(-1)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() in (
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
        ):
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.text() == self._before:
                self.confirmed.emit()
            self.commit(-1 if back else 1)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.commit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() == Qt.Key.Key_Escape:
            self._end()
            self._leave(0)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _STAYS and not self._is_over:
            # whoever took the focus keeps it
            if self._end() and self.text() != self._before:
                self.entered.emit(self.text())
            self._go()

    def _place(self) -> None:
        cell = self._cell()
        height = min(self._theme.size("control"), self._theme.size("row"), cell.height())
        row = min(cell.height(), self._theme.size("row"))
        self.setFixedHeight(height)
        self.setGeometry(cell.x(), cell.y() + (row - height) // 2, cell.width(), height)

    def _end(self) -> bool:
        if self._is_over:
            return False
        self._is_over = True
        return True

    def _leave(self, move: int) -> None:
        self.left.emit(move)
        self._go()

    def _go(self) -> None:
        self.ended.emit()
        self.hide()
        self.deleteLater()


def cell_rect(table: DataTable, row_id: int | str, first: str, last: str = "") -> QRect:
    """Return the place of one cell of a table, or of all from one to another, on the table's viewport."""
    view, model = table.view, table.model
    keys = [column.key for column in model.columns]
    row = model.find(row_id)
    start = view.visualRect(model.index(row, keys.index(first)))
    return start.united(view.visualRect(model.index(row, keys.index(last or first))))


def move_choice(table: DataTable, row_id: int | str, move: int) -> None:
    """Give the table the focus back, on the row so many away from the one that was edited."""
    rows = table.model.rows
    at = table.model.find(row_id)
    table.view.setFocus(Qt.FocusReason.OtherFocusReason)
    if at >= 0 and rows:
        table.go_to(rows[min(max(at + move, 0), len(rows) - 1)].id)
