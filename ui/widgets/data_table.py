"""ui: the plain table - rows to read and choose from, with an optional last line to write a new one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, QRect, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLineEdit,
    QSizePolicy,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from core.words import Words
from ui.theme import Theme
from ui.widgets.field import LONGEST
from ui.widgets.focus_ring import draw_own_ring
from ui.widgets.paged_rows import PagedRows
from ui.widgets.signs import paint_mark
from ui.widgets.table_delegate import TableDelegate, TableHeader, TableLook, bold_parts
from ui.widgets.table_model import AnyIndex, TableModel
from ui.widgets.table_rows import TableCell, TableColumn, TableRow, more_row
from ui.widgets.text import Text
from ui.widgets.tsv import write_block

__all__ = ["DataTable", "TableCell", "TableColumn", "TableRow", "bold_parts", "more_row"]

_Select = QItemSelectionModel.SelectionFlag
_LEAST_STRETCH = 64
_MOST_PIXELS = 2**24 - 1  # that Qt lets a widget be high


class DataTable(QWidget):
    """Show rows; tells which one is chosen, opened, to be edited, or asked for its menu.

    Rows are as high as the looks say or as their wrapped text needs; free height stays empty. With `fits` the table
    is as high as its rows and leaves scrolling to the pane around it.
    """

    row_activated = Signal(object)  # row id: Enter, double click
    edit_wanted = Signal(object, str)  # row id, column key: F2
    delete_wanted = Signal(object)  # row id: Delete
    current_changed = Signal(object)  # row id, None for none
    menu_wanted = Signal(object, QPoint)  # row id or None, place on the screen
    row_entered = Signal(str)  # what was written into the line for a new row
    row_given_up = Signal()  # what stood in that line was taken out by the user

    def __init__(
        self,
        theme: Theme,
        say: Words,
        name: str,
        *,
        bleed: int = 8,
        greyscale: bool = False,
        header: bool = True,
        fits: bool = False,
        selectable: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """Take the table's name for a screen reader, and how far rows reach past the text (pixels at 100 %)."""
        super().__init__(parent)
        self._theme = theme
        self._fits = fits
        self._look = TableLook(theme, say, bleed=bleed, greyscale=greyscale, has_header=header)
        self._look.is_selectable = selectable
        self.model = TableModel(say, self)
        self.view = _View(self._look, self.model, self)
        self.view.setAccessibleName(name)
        self._empty = Text(theme, "", "body", color="muted", wrap=True)
        self._empty.hide()
        self._add = _AddLine(theme, self)
        self._add.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.view)
        box.addWidget(self._empty)
        box.addWidget(self._add)
        if not fits:
            box.addStretch()
        self.setSizePolicy(
            QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed if fits else QSizePolicy.Policy.Expanding
        )
        if selectable:
            self.setFocusProxy(self.view)
        self.view.current_row_changed.connect(self.current_changed)
        self.view.row_activated.connect(self.row_activated)
        self.view.edit_wanted.connect(self.edit_wanted)
        self.view.delete_wanted.connect(self.delete_wanted)
        self.view.menu_wanted.connect(self.menu_wanted)
        self.view.end_passed.connect(self._on_end_passed)
        self.view.content_changed.connect(self._fit)
        self._add.entered.connect(self.row_entered)
        self._add.given_up.connect(self.row_given_up)
        self._add.left_upward.connect(self._on_add_left)
        theme.theme_changed.connect(self._dress)
        self._dress()

    def set_columns(self, columns: Sequence[TableColumn]) -> None:
        """Show these columns. Raises ValueError for a key twice."""
        self.model.set_columns(columns)
        self.view.lay_out()
        self.view.viewport().update()

    def set_rows(self, rows: Sequence[TableRow]) -> None:
        """Show these rows; the chosen row and the place stay. Raises ValueError for an id twice."""
        if self.model.set_rows(rows):
            self._empty.setVisible(not rows and bool(self._empty.text()))
            self.view.lay_out()

    def set_paged(self, rows: PagedRows[TableRow]) -> None:
        """Show rows that are read as they come into sight; the chosen row, or its place, stays."""
        chosen, at = self.current(), self.view.currentIndex().row()
        if self.model.set_paged(rows) and chosen is not None and len(rows):
            found = self.model.find(chosen)
            self.view.go_to(found if found >= 0 else min(at, len(rows) - 1))
        self._empty.setVisible(not len(rows) and bool(self._empty.text()))
        self.view.lay_out()

    def rows_in_sight(self) -> range:
        """Return the places of the rows that can be seen now."""
        view, last = self.view, self.model.rowCount() - 1
        first = view.rowAt(0)
        below = view.rowAt(view.viewport().height() - 1)
        return range(first, (below if below >= 0 else last) + 1) if first >= 0 else range(0)

    def set_row_height(self, pixels: int) -> None:
        """Make rows of one line this high, in pixels at 100 %; 0 as the looks have them."""
        self._look.row_height = pixels
        self._dress()

    def make_room(self, row_id: int | str | None, pixels: int = 0) -> None:
        """Make one row of a table that wraps at least this high, for what lies over it; None for no row."""
        self.view.make_room(row_id, pixels)

    def set_header(self, shown: bool) -> None:
        """Show the titles of the columns, or not, as where there is no row yet."""
        if self._look.has_header != shown:
            self._look.has_header = shown
            self.view.dress()

    def set_empty_text(self, text: str) -> None:
        """Say this where there is no row."""
        self._empty.setText(text)
        self._empty.setVisible(bool(text) and not self.model.rowCount())

    def set_add_row(self, hint: str, name: str = "") -> None:
        """Offer a last line in which a new row is written, under this hint; empty for none."""
        self._add.setPlaceholderText(hint)
        self._add.setAccessibleName(name or hint)
        self._add.setVisible(bool(hint))
        self._fit()

    @property
    def add_field(self) -> QLineEdit:
        """Return the line in which a new row is written."""
        return self._add

    def add_text(self) -> str:
        """Return what stands in the line for a new row."""
        return self._add.text()

    def set_add_text(self, text: str) -> None:
        """Put a text into the line for a new row, for example one that could not be taken."""
        self._add.setText(text)

    def focus_add_row(self) -> None:
        """Put the caret into the line for a new row."""
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_editable(self, editable: bool) -> None:
        """Let new rows be written, and editing and deleting be asked for, or not."""
        self.view.is_editable = editable
        self._add.setReadOnly(not editable)

    def current(self) -> int | str | None:
        """Return the id of the chosen row."""
        return self.model.row_id(self.view.currentIndex().row())

    def go_to(self, row_id: int | str) -> bool:
        """Choose a row and scroll to it; return False where it is not shown."""
        row = self.model.find(row_id)
        if row >= 0:
            self.view.go_to(row)
        return row >= 0

    def clear_choice(self) -> None:
        """Choose no row."""
        self.view.selectionModel().clear()

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return QSize(least.width(), self.sizeHint().height()) if self._fits else least

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _on_end_passed(self) -> None:
        if self._add.isVisible():
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_add_left(self) -> None:
        if self.model.rowCount():
            # the row over the line, whichever was chosen before
            self.view.go_to(self.model.rowCount() - 1)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        self._empty.setFixedHeight(self._empty.heightForWidth(max(1, self.width())))
        height = min(self.view.content_height(), _MOST_PIXELS)
        if self._fits and (self.view.minimumHeight() != height or self.view.maximumHeight() != height):
            self.view.setFixedHeight(height)
            self.updateGeometry()
        elif not self._fits and self.view.maximumHeight() != height:
            self.view.setMaximumHeight(height)
            self.updateGeometry()

    def _dress(self) -> None:
        space = self._theme.space
        self._add.dress(self._look.bleed, self._look.base_height())
        self.view.dress()
        pad = space(self._look.bleed)
        self._empty.setContentsMargins(pad, space(6), pad, space(6))
        self._fit()


class _View(QTableView):
    """The rows themselves."""

    current_row_changed = Signal(object)
    row_activated = Signal(object)
    edit_wanted = Signal(object, str)
    delete_wanted = Signal(object)
    menu_wanted = Signal(object, QPoint)
    end_passed = Signal()
    content_changed = Signal()

    def __init__(self, look: TableLook, model: TableModel, parent: QWidget) -> None:
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
            if self.columnWidth(at) != width:
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
        columns, space = self._model.columns, self._look.theme.space
        widths = []
        for at, column in enumerate(columns):
            padding = self._look.padding(at, len(columns))
            if column.width:
                widths.append(space(column.width) + padding)
            elif column.stretch and not column.whole:
                widths.append(space(_LEAST_STRETCH) + padding)
            else:
                natural = self._delegate.column_width(self._model, at)
                widths.append(min(natural, space(column.most) + padding) if column.most else natural)
        spare = self.viewport().width() - sum(widths)
        parts = [column.stretch for column in columns]
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


class _AddLine(QLineEdit):
    """The line behind the last row in which a new one is written; what is written stays until it is entered."""

    entered = Signal(str)
    given_up = Signal()
    left_upward = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFrame(False)
        self.setMaxLength(LONGEST)
        self.textEdited.connect(self._on_edited)
        draw_own_ring(self)

    def dress(self, bleed: int, height: int) -> None:
        """Take sizes and colours from the theme again."""
        theme = self._theme
        self.setFont(theme.font("body"))
        self.setFixedHeight(height)
        pad = max(0, theme.space(bleed) - 2)  # QLineEdit keeps 2 px itself
        self.setTextMargins(pad, 0, pad, theme.edge())
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(palette)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        text = self.text().strip()
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if text and not self.isReadOnly():
                # before it is told, so that who cannot take it may put it back
                self.clear()
                self.entered.emit(text)
        elif plain and event.key() == Qt.Key.Key_Up:
            self.left_upward.emit()
        elif plain and event.key() == Qt.Key.Key_Escape and text:
            self.clear()
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def _on_edited(self, text: str) -> None:
        if not text:
            self.given_up.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        edge = self._theme.edge()
        line = QRect(0, self.height() - edge, self.width(), edge)
        painter.fillRect(line, self._theme.color("line"))
        if self.hasFocus():
            paint_mark(painter, self._theme, self.rect().adjusted(0, 0, 0, -edge))
