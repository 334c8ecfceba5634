"""ui: the rows of a plain table as Qt shows them - column widths, row heights, the chosen row, keys and mouse."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from ui.widgets.table_delegate import TableDelegate, TableHeader, TableLook
from ui.widgets.table_model import AnyIndex, TableModel
from ui.widgets.tsv import write_block

_Select = QItemSelectionModel.SelectionFlag
_LEAST_STRETCH = 64


class TableView(QTableView):
    """Show the rows of one table, and tell what keys and mouse ask for."""

    current_row_changed = Signal(object)
    row_activated = Signal(object)
    edit_wanted = Signal(object, str)
    delete_wanted = Signal(object)
    menu_wanted = Signal(object, QPoint)
    end_passed = Signal()
    content_changed = Signal()

    def __init__(self, look: TableLook, model: TableModel, parent: QWidget) -> None:
        """Take what is known of the looks, and the model."""
        super().__init__(parent)
        self.is_editable = True
        self.copies_row = True  # with Ctrl+C; else the key is left to what is around the table
        self._look = look
        self._model = model
        self._told: int | str | None = None
        self._room: tuple[int | str | None, int] = (None, 0)
        self._delegate = TableDelegate(look, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        header = TableHeader(look, self)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHorizontalHeader(header)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        mode = QAbstractItemView.SelectionMode
        self.setSelectionMode(mode.SingleSelection if look.is_selectable else mode.NoSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        if not look.is_selectable:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        model.modelReset.connect(self.lay_out)
        self.clicked.connect(self._on_clicked)

    # looks

    def dress(self) -> None:
        """Take sizes from the theme again."""
        self._delegate.forget()
        self.horizontalHeader().updateGeometry()
        self.updateGeometries()
        self.verticalScrollBar().setSingleStep(self._look.base_height())
        self.lay_out()
        self.viewport().update()

    def lay_out(self) -> None:
        """Give columns and rows the sizes that they need now."""
        columns = self._model.columns
        if not columns:
            return
        widths = self._widths()
        for at, width in enumerate(widths):
            if self.isColumnHidden(at) == bool(width):
                self.setColumnHidden(at, not width)
            if width and self.columnWidth(at) != width:
                self.setColumnWidth(at, width)
        rows, base = self.verticalHeader(), self._look.base_height()
        if rows.defaultSectionSize() != base:
            rows.setDefaultSectionSize(base)
        if any(column.wrap for column in columns):
            roomy, least = self._model.find(self._room[0]) if self._room[0] is not None else -1, self._room[1]
            for row, needed in enumerate(self._delegate.row_heights(self._model, widths)):
                height = max(needed, least) if row == roomy else needed
                if rows.sectionSize(row) != height:
                    rows.resizeSection(row, height)
        self.updateGeometry()
        self.content_changed.emit()

    def make_room(self, row_id: int | str | None, pixels: int) -> None:
        """Make one row at least so many pixels high."""
        if self._room != (row_id, pixels):
            self._room = (row_id, pixels)
            self.lay_out()

    def content_height(self) -> int:
        """Return the height in pixels that shows every row."""
        bar = self.horizontalScrollBar()
        # before it is shown a table has no width to be too narrow
        is_cut = self.isVisible() and self.horizontalHeader().length() > self.width()
        extra = bar.sizeHint().height() if is_cut else 0
        return self.horizontalHeader().sizeHint().height() + self.verticalHeader().length() + extra

    def sizeHint(self) -> QSize:
        return QSize(self._look.theme.space(320), self.content_height())

    def minimumSizeHint(self) -> QSize:
        rows = min(3, self._model.rowCount()) * self._look.base_height()
        return QSize(self._look.theme.space(120), self.horizontalHeader().sizeHint().height() + rows)

    def _widths(self) -> list[int]:
        """Return how wide each column is in pixels, 0 for those that give way."""
        columns, space = self._model.columns, self._look.theme.space
        widths = []
        for at, column in enumerate(columns):
            padding = self._look.padding(at, len(columns))
            if column.width:
                widths.append(space(column.width) + padding)
            elif column.stretch and not column.whole:
                widths.append(space(column.least or _LEAST_STRETCH) + padding)
            else:
                natural = self._delegate.column_width(self._model, at)
                widths.append(min(natural, space(column.most) + padding) if column.most else natural)
        for order in sorted({column.gives for column in columns} - {0}):
            if sum(widths) > self.viewport().width():
                widths = [0 if each.gives == order else width for each, width in zip(columns, widths, strict=True)]
        spare = self.viewport().width() - sum(widths)
        parts = [column.stretch if width else 0 for column, width in zip(columns, widths, strict=True)]
        if spare > 0:
            if not any(parts):
                # the fill of a row reaches to the end of the pane, the text keeps its place
                parts[-1 if columns[-1].align & Qt.AlignmentFlag.AlignLeft else 0] = 1
            given = [spare * part // sum(parts) for part in parts]
            given[parts.index(max(parts))] += spare - sum(given)
            widths = [width + more for width, more in zip(widths, given, strict=True)]
        return widths

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        # asked once for all cells
        selected = self.selectionModel().selectedRows() if self._look.is_selectable else []
        self._look.selected = selected[0].row() if selected else -1
        super().paintEvent(event)

    # places

    def go_to(self, row: int) -> None:
        """Choose a row and scroll to it."""
        index = self._model.index(row, max(0, self.currentIndex().column()))
        self.selectionModel().setCurrentIndex(index, _Select.ClearAndSelect | _Select.Rows)
        self.scrollTo(index)

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        row_id = self._model.row_id(current.row())
        if row_id != self._told:
            self._told = row_id
            self.current_row_changed.emit(row_id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._look.is_keyed = event.reason() != Qt.FocusReason.MouseFocusReason
        if not self.currentIndex().isValid() and self._model.rowCount():
            self.go_to(0)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    # keys and mouse

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            mine = plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2, Qt.Key.Key_Delete)
            if mine or (self.copies_row and event.matches(QKeySequence.StandardKey.Copy)):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._look.is_keyed = True
        row = self.currentIndex().row()
        row_id = self._model.row_id(row)
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._tell(self.row_activated, row_id)
        elif plain and event.key() == Qt.Key.Key_F2:
            if self.is_editable and row_id is not None:
                self.edit_wanted.emit(row_id, self._model.columns[self.currentIndex().column()].key)
        elif plain and event.key() == Qt.Key.Key_Delete:
            if self.is_editable:
                self._tell(self.delete_wanted, row_id)
        elif plain and event.key() == Qt.Key.Key_Down and row == self._model.rowCount() - 1:
            self.end_passed.emit()
        elif plain and event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._model.rowCount():
            # Qt would go to the ends of the row, which is chosen as a whole
            self.go_to(0 if event.key() == Qt.Key.Key_Home else self._model.rowCount() - 1)
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._look.is_keyed = False
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        row = self.indexAt(event.position().toPoint()).row()
        is_meant = event.button() == Qt.MouseButton.LeftButton and self._look.is_selectable
        if is_meant and row >= 0 and not self._model.row(row).more:
            self._tell(self.row_activated, self._model.row_id(row))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover_over(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover_over(-1)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        row = self.currentIndex().row()
        place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            row, place = self.indexAt(event.pos()).row(), event.globalPos()
            if row >= 0 and self._look.is_selectable:
                self.go_to(row)
        self.menu_wanted.emit(self._model.row_id(row), place)
        event.accept()

    def copy(self) -> None:
        """Put the chosen row on the clipboard as tab-separated text; flags in words."""
        row = self.currentIndex().row()
        if row >= 0:
            cells = [self._model.text(row, at) for at in range(self._model.columnCount())]
            QGuiApplication.clipboard().setText(write_block([cells]))

    def _on_clicked(self, index: AnyIndex) -> None:
        if self._look.is_selectable and self._model.row(index.row()).more:
            self._tell(self.row_activated, self._model.row_id(index.row()))

    def _tell(self, signal: SignalInstance, row_id: int | str | None) -> None:
        if row_id is not None:
            signal.emit(row_id)

    def _hover_over(self, row: int) -> None:
        if row != self._look.hover:
            self._look.hover = row
            self.viewport().update()
