"""ui: the grid of a sheet - keys, range, copying and pasting blocks, and the widths of the columns."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QWidget,
)

from ui.theme import Theme
from ui.widgets.sheet_delegate import CellEditor, Move, SheetDelegate
from ui.widgets.sheet_header import SheetHeader
from ui.widgets.sheet_lead import LeadingView
from ui.widgets.sheet_model import AnyIndex, Edit, SheetModel
from ui.widgets.sheet_widths import Fitting, fitting, shared_widths
from ui.widgets.tsv import one_line, parse_block, write_block

_Modifier = Qt.KeyboardModifier
_Select = QItemSelectionModel.SelectionFlag
_TIGHT_ROW = 28  # pixels at 100 %, for windows of little height


class SheetView(LeadingView):
    """A grid that is worked with like a spreadsheet; what it wants changed goes out as signals."""

    row_move_wanted = Signal(object, int)  # row id, -1 or +1
    rows_delete_wanted = Signal(list)  # row ids
    copy_last_wanted = Signal()
    current_cell_changed = Signal(object, str)  # row id or None, column key
    menu_wanted = Signal(object, str, QPoint)  # row id or None, column key, place on the screen
    cells_left_out = Signal(int)  # pasted cells for which there was no place
    heights_changed = Signal()
    editing = Signal(object)  # the editor of the cell that was opened, None when it is closed again

    def __init__(
        self, theme: Theme, model: SheetModel, parent: QWidget | None = None, *, has_grid: bool = True
    ) -> None:
        super().__init__(theme, parent)
        self._theme = theme
        self._model = model
        self._has_grid = has_grid
        self._tight = False
        self._wraps = False
        self._tab_column: int | None = None
        self._chosen_widths: dict[str, int] = {}
        self._is_laying_out = False
        self._folded: frozenset[int] = frozenset()  # columns whose texts stand in two lines for want of room
        self._delegate = SheetDelegate(theme, self, has_grid=has_grid)
        self._delegate.edit_finished.connect(self._on_edit_finished)
        self._delegate.editing.connect(self.editing)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self._header = SheetHeader(theme, self, has_grid=has_grid)
        self.setHorizontalHeader(self._header)
        self._header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self._header.sectionResized.connect(self._on_section_resized)
        self.verticalHeader().hide()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(True)
        self._key_verbs = self._bind_keys()
        model.modelReset.connect(self._on_columns_changed)
        # the same columns, a little wider: where Tab began is still the place that Enter goes back to
        model.headerDataChanged.connect(self._on_widths_changed)
        model.dataChanged.connect(self._on_data_changed)
        theme.theme_changed.connect(self.dress)
        self.dress()

    # looks

    def dress(self) -> None:
        """Take sizes from the theme again."""
        height = self._theme.size("sheet_row")
        if self._tight:
            height = min(height, self._theme.space(_TIGHT_ROW))
        rows = self.verticalHeader()
        rows.setMinimumSectionSize(height)
        rows.setDefaultSectionSize(height)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._header.dress()
        self.updateGeometries()
        self._lay_out_columns()
        self.updateGeometry()
        self.viewport().update()

    def set_tight(self, tight: bool) -> None:
        """Make rows 28 px high, for a window of little height."""
        if tight != self._tight:
            self._tight = tight
            self.dress()

    def content_size(self) -> QSize:
        """Return the least size in pixels that needs no scrolling."""
        width = self._fitting(0).needed
        heads = self.verticalHeader()
        rows = heads.length() if self._wraps else self._model.rowCount() * heads.defaultSectionSize()
        return QSize(width, self._header.sizeHint().height() + rows)

    def sizeHint(self) -> QSize:
        return self.content_size()

    def minimumSizeHint(self) -> QSize:
        row = self.verticalHeader().defaultSectionSize()
        return QSize(self._theme.space(200), self._header.sizeHint().height() + 3 * row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out_columns()

    # places

    def go_to(self, row: int, column: int) -> None:
        """Make a cell the current and only selected one and scroll to it; numbers outside are moved inside."""
        row = min(max(row, 0), self._model.rowCount() - 1)
        column = min(max(column, 0), self._model.columnCount() - 1)
        index = self._model.index(row, column)
        if index.isValid():
            # not setCurrentIndex: that adds to the selection if a key such as Ctrl happens to be held
            self.selectionModel().setCurrentIndex(index, _Select.ClearAndSelect)
            self.scrollTo(index)

    def commit(self) -> None:
        """End an open edit as Enter would, but stay where it is."""
        editor = self._editor()
        if editor is not None:
            editor.ended.emit(Move.STAY)

    def selected_rows(self) -> list[int | str]:
        """Return the ids of the rows that the selection touches, without totals and the row to add."""
        rows = sorted({index.row() for index in self.selectedIndexes()})
        ids = [self._model.row_id(row) for row in rows if not self._model.is_total_row(row)]
        return [row_id for row_id in ids if row_id is not None]

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        for changed in {previous.row(), current.row()}:
            if changed >= 0:
                # the head of the row shows where the current cell is
                self.update(self._model.index(changed, 0))
        if current.isValid():
            key = self._model.columns[current.column()].key
            self.current_cell_changed.emit(self._model.row_id(current.row()), key)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        # the line round a range belongs to cells that did not change themselves
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.go_to(0, 0)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    # keys

    def event(self, event: QEvent) -> bool:
        # what the sheet does with a key goes before a command of the window with the same key
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._verb(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        verb = self._verb(event)
        if self._editor() is not None:
            # a key that the open cell did not want; only what concerns the whole row or sheet is done from there
            if verb is None or not event.modifiers() & (_Modifier.ControlModifier | _Modifier.AltModifier):
                event.ignore()
                return
            self.commit()
        if verb is not None:
            event.setAccepted(verb() is not False)
            return
        index = self.currentIndex()
        if _types_text(event) and index.isValid():
            event.accept()
            if self._model.columns[index.column()].mark:
                if event.key() == Qt.Key.Key_Space:
                    self._toggle(index)
            elif index.flags() & Qt.ItemFlag.ItemIsEditable:
                self._type_over(index, event)
            return
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
            return
        self._tab_column = None
        super().keyPressEvent(event)

    def _type_over(self, index: QModelIndex, event: QKeyEvent) -> None:
        """Open the editor of a cell with a key that replaces what stood there."""
        trigger = QAbstractItemView.EditTrigger.AnyKeyPressed
        before = self.editTriggers()
        self.setEditTriggers(before | trigger)
        self.edit(index, trigger, event)
        self.setEditTriggers(before)
        editor = self._editor()
        if editor is not None:
            editor.is_typed_over = True

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.currentIndex()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            under = self.indexAt(event.pos())
            if under.isValid():
                index = under
                if not self.selectionModel().isSelected(index):
                    self.go_to(index.row(), index.column())
            place = event.globalPos()
        else:
            place = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
        if index.isValid():
            key = self._model.columns[index.column()].key
            self.menu_wanted.emit(self._model.row_id(index.row()), key, place)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._tab_column = None
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton and not event.modifiers():
            self._toggle(index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self._model.columns[index.column()].mark:
            self._toggle(index)  # the second click of two quick ones
            return
        super().mouseDoubleClickEvent(event)

    def _toggle(self, index: QModelIndex) -> None:
        self._emit([self._model.toggled(index.row(), index.column())])

    def _bind_keys(self) -> dict[str, Callable[[], bool | None]]:
        return {
            "F2": self._edit_current,
            "Return": lambda: self._enter(1),
            "Enter": lambda: self._enter(1),
            "Shift+Return": lambda: self._enter(-1),
            "Shift+Enter": lambda: self._enter(-1),
            "Tab": lambda: self._tab(1),
            "Backtab": lambda: self._tab(-1),
            "Shift+Backtab": lambda: self._tab(-1),
            "Del": self.clear_cells,
            "Backspace": self.clear_cells,
            "Ctrl+C": self.copy,
            "Ctrl+X": self.cut,
            "Ctrl+V": self.paste,
            "Ctrl+Ins": self.copy,
            "Shift+Del": self.cut,
            "Shift+Ins": self.paste,
            "Ctrl+D": self._copy_last_or_fill,
            "Ctrl+Del": self._delete_rows,
            "Alt+Up": lambda: self._move_row(-1),
            "Alt+Down": lambda: self._move_row(1),
            "Alt+Shift+Down": self.fill_down,
            "Ctrl+Up": lambda: self._go_to_end(-1, 0),
            "Ctrl+Down": lambda: self._go_to_end(1, 0),
            "Ctrl+Left": lambda: self._go_to_end(0, -1),
            "Ctrl+Right": lambda: self._go_to_end(0, 1),
            "Shift+Space": lambda: self._select_line(_Select.Rows),
            "Ctrl+Space": lambda: self._select_line(_Select.Columns),
        }

    def _verb(self, event: QKeyEvent) -> Callable[[], bool | None] | None:
        for standard, name in (
            (QKeySequence.StandardKey.Copy, "Ctrl+C"),
            (QKeySequence.StandardKey.Cut, "Ctrl+X"),
            (QKeySequence.StandardKey.Paste, "Ctrl+V"),
        ):
            if event.matches(standard):
                return self._key_verbs[name]
        kept = _Modifier.ShiftModifier | _Modifier.ControlModifier | _Modifier.AltModifier | _Modifier.MetaModifier
        combined = QKeySequence(event.modifiers().value & kept.value | event.key())
        return self._key_verbs.get(combined.toString(QKeySequence.SequenceFormat.PortableText))

    def _edit_current(self) -> None:
        index = self.currentIndex()
        if index.isValid() and self._model.columns[index.column()].mark:
            self._toggle(index)
        elif index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)
            editor = self._editor()
            if editor is not None:
                editor.offer_choices()

    def _enter(self, step: int) -> bool:
        index = self.currentIndex()
        if self._model.is_add_row(index.row()) and step > 0:
            self._edit_current()
            return True
        column = index.column() if self._tab_column is None else self._tab_column
        self._tab_column = None
        row = index.row() + step
        if 0 <= row < self._typing_rows():
            self.go_to(row, column)
        return True

    def _tab(self, step: int) -> bool:
        """Go to the next cell that can be typed into; False where there is none and the focus may leave."""
        index = self.currentIndex()
        columns = self._model.columnCount()
        if self._tab_column is None and step > 0:
            self._tab_column = index.column()
        at = index.row() * columns + index.column() + step
        while 0 <= at < self._typing_rows() * columns:
            row, column = divmod(at, columns)
            if self._model.is_editable_at(row, column):
                self.go_to(row, column)
                return True
            at += step
        self._tab_column = None
        return False

    def _go_to_end(self, down: int, right: int) -> None:
        """Go to the last cell in a direction; the totals are no place to type."""
        index = self.currentIndex()
        rows, columns = max(self._model.body_rows, 1), self._model.columnCount()
        row = index.row() if not down else 0 if down < 0 else rows - 1
        column = index.column() if not right else 0 if right < 0 else columns - 1
        self._tab_column = None
        self.go_to(row, column)

    def _copy_last_or_fill(self) -> None:
        """Fill a range of several rows downwards, as spreadsheets do; else ask for what was there last time."""
        if len({index.row() for index in self.selectedIndexes()}) > 1:
            self.fill_down()
        else:
            self.copy_last_wanted.emit()

    def _typing_rows(self) -> int:
        return self._model.body_rows + self._model.has_add_row()

    def _move_row(self, step: int) -> None:
        row = self.currentIndex().row()
        row_id = self._model.row_id(row)
        if row_id is not None and 0 <= row + step < self._model.body_rows and self._model.is_editable:
            self.row_move_wanted.emit(row_id, step)

    def _delete_rows(self) -> None:
        rows = self.selected_rows()
        if rows and self._model.is_editable:
            self.rows_delete_wanted.emit(rows)

    def _select_line(self, line: QItemSelectionModel.SelectionFlag) -> None:
        self.selectionModel().select(self.currentIndex(), _Select.ClearAndSelect | line)

    # editing

    def _editor(self) -> CellEditor | None:
        if self.state() != QAbstractItemView.State.EditingState:
            return None
        return next((one for one in self.viewport().findChildren(CellEditor) if not one.is_over), None)

    def _on_edit_finished(self, index: QModelIndex, text: str, move: Move) -> None:
        row, column = index.row(), index.column()
        was_new = self._model.is_add_row(row)
        row_id = self._model.row_id(row)
        edit = self._model.change(row, column, text)
        if edit is not None:
            self._model.edited.emit([edit])
        if move is Move.STAY:
            return
        if not was_new and row_id is not None:
            # the answer may have put rows before this one
            found = self._model.find(row_id, self._model.columns[column].key)
            row = found.row() if found.isValid() else row
        self.go_to(row, column)
        down, right = move.value
        if move in (Move.LEFT, Move.RIGHT):
            self._tab_column = None
            self.go_to(row, column + (1 if move is Move.RIGHT else -1))
        elif right:
            self._tab(right)
        elif was_new and down > 0:
            column = column if self._tab_column is None else self._tab_column
            self._tab_column = None
            self.go_to(min(row + 1, self._typing_rows() - 1), column)
        else:
            self._enter_from(row, down)

    def _enter_from(self, row: int, step: int) -> None:
        # like Enter, but reaching the row to add does not open it
        column = self.currentIndex().column() if self._tab_column is None else self._tab_column
        self._tab_column = None
        if 0 <= row + step < self._typing_rows():
            self.go_to(row + step, column)

    # blocks of cells

    def clear_cells(self) -> None:
        """Ask to empty the selected cells that can be edited."""
        edits = [self._model.change(index.row(), index.column(), "") for index in self._editable_selection()]
        self._emit(edits)

    def copy(self) -> None:
        """Put the selected block on the clipboard as tab-separated text.

        Of a list that can be added to, totals come along only by themselves: pasted back they would be new rows.
        """
        indexes = sorted(self.selectedIndexes(), key=lambda index: (index.row(), index.column()))
        if self._model.has_add_row():
            body = [index for index in indexes if not self._model.is_total_row(index.row())]
            indexes = body or indexes
        if not indexes:
            return
        rows = [
            [self._model.text_to_copy(index.row(), index.column()) for index in group]
            for _, group in groupby(indexes, key=lambda index: index.row())
        ]
        one = len(indexes) == 1
        QGuiApplication.clipboard().setText(rows[0][0] if one else write_block(rows))

    def cut(self) -> None:
        """Copy the selected block and ask to empty it."""
        self.copy()
        self.clear_cells()

    def paste(self) -> None:
        """Ask to fill cells from the clipboard, from the upper left selected one on, as one change.

        One cell, or a block that fits into the selection several times, fills all of it. Rows behind the last become
        new ones. Cells for which there is no place or that are read-only are left out and counted.
        """
        block = [[one_line(cell) for cell in row] for row in parse_block(QGuiApplication.clipboard().text())]
        indexes = self.selectedIndexes() or ([self.currentIndex()] if self.currentIndex().isValid() else [])
        if not block or not indexes or not self._model.is_editable:
            return
        top, left = min(index.row() for index in indexes), min(index.column() for index in indexes)
        if self._model.is_total_row(top):
            self.cells_left_out.emit(sum(len(row) for row in block))
            return
        height = max(index.row() for index in indexes) - top + 1
        width = max(index.column() for index in indexes) - left + 1
        edits, left_out = self._fill(_tiled(block, height, width), top, left)
        self._emit(edits)
        if left_out:
            self.cells_left_out.emit(left_out)

    def fill_down(self) -> None:
        """Ask to put the uppermost selected cells into those selected below them; one row takes what is above it."""
        indexes = self.selectedIndexes()
        if not indexes or not self._model.is_editable:
            return
        top, bottom = min(index.row() for index in indexes), max(index.row() for index in indexes)
        source = top if bottom > top else top - 1
        if source < 0:
            return
        edits: list[Edit | None] = []
        for column in sorted({index.column() for index in indexes}):
            text = self._model.text_to_edit(source, column)
            below = range(source + 1, min(bottom + 1, self._model.body_rows))
            edits += [self._model.change(row, column, text) for row in below if self._model.is_editable_at(row, column)]
        self._emit(edits)

    def _fill(self, block: list[list[str]], top: int, left: int) -> tuple[list[Edit | None], int]:
        edits: list[Edit | None] = []
        left_out = 0
        model, body = self._model, self._model.body_rows
        last = len(model.columns)
        # the same for every new row: of pasted thousands each cell would be asked for else
        new = [model.has_add_row() and model.is_editable_at(body, column) for column in range(last)]
        for row, cells in enumerate(block, start=top):
            for column, text in enumerate(cells, start=left):
                if column < last and (model.is_editable_at(row, column) if row < body else new[column]):
                    edits.append(model.change(row, column, text, row - body))
                elif text:
                    left_out += 1
        return edits, left_out

    def _editable_selection(self) -> list[QModelIndex]:
        indexes = sorted(self.selectedIndexes(), key=lambda index: (index.row(), index.column()))
        return [index for index in indexes if self._model.is_editable_at(index.row(), index.column())]

    def _emit(self, edits: list[Edit | None]) -> None:
        real = [edit for edit in edits if edit is not None]
        if real:
            self._model.edited.emit(real)

    # widths

    def widths(self) -> dict[str, int]:
        """Return the widths that the user chose, in pixels at 100 %, by column key."""
        return dict(self._chosen_widths)

    def set_widths(self, widths: dict[str, int]) -> None:
        """Take widths that the user chose earlier."""
        self._chosen_widths = dict(widths)
        self._lay_out_columns()

    def _least_widths(self) -> list[int]:
        columns = self._model.columns
        return [
            self._theme.space(self._chosen_widths[column.key])
            if column.key in self._chosen_widths
            else max(self._theme.space(column.width), self._header.least_width(at))
            for at, column in enumerate(columns)
        ]

    def _lay_out_columns(self) -> None:
        columns = self._model.columns
        if not columns:
            return
        room = self.viewport().width()
        found = self._fitting(room)
        self._folded = self._delegate.folded = found.folded
        widths = shared_widths(found.least, self._parts(), room, self._word_widths())
        self._is_laying_out = True
        for at, width in enumerate(widths):
            if self.columnWidth(at) != width:
                self.setColumnWidth(at, width)
        self._is_laying_out = False
        self.fit_heights()

    def _word_widths(self) -> list[int]:
        return [
            0 if each.key in self._chosen_widths else self._theme.space(each.folded) for each in self._model.columns
        ]

    def _fitting(self, room: int) -> Fitting:
        return fitting(self._least_widths(), self._parts(), self._word_widths(), room)

    def _parts(self) -> list[int]:
        return [column.stretch for column in self._model.columns]

    def fit_heights(self) -> None:
        """Make each row as high as its wrapped text; where no column wraps all rows stay alike."""
        columns = self._model.columns
        wrapping = [at for at, column in enumerate(columns) if column.wrap or at in self._folded]
        if not wrapping and not self._wraps:
            return
        self._wraps = bool(wrapping)
        rows = self.verticalHeader()
        before = rows.length()
        for row in range(self._model.rowCount()):
            line = rows.defaultSectionSize()
            found = [self._delegate.wrapped_height(self._model, row, at, self.columnWidth(at), line) for at in wrapping]
            height = max(found, default=line)
            if self.rowHeight(row) != height:
                self.setRowHeight(row, height)
        if rows.length() != before:
            self.updateGeometry()
            self.heights_changed.emit()

    def _on_section_resized(self, section: int, _old: int, new: int) -> None:
        if not self._is_laying_out and section < len(self._model.columns):
            self._chosen_widths[self._model.columns[section].key] = round(new / self._theme.factor)

    def _on_columns_changed(self) -> None:
        self._tab_column = None
        self._on_widths_changed()

    def _on_widths_changed(self) -> None:
        self._lay_out_columns()
        self.updateGeometry()

    def _on_data_changed(self) -> None:
        # which cell is the last of its kind decides about lines in the next one
        self.viewport().update()


def _types_text(event: QKeyEvent) -> bool:
    """Return whether a key writes something; with AltGr it may come as Ctrl and Alt together."""
    held = event.modifiers() & (_Modifier.ControlModifier | _Modifier.AltModifier | _Modifier.MetaModifier)
    alt_gr = held == (_Modifier.ControlModifier | _Modifier.AltModifier)
    return (not held or alt_gr) and bool(event.text()) and event.text().isprintable()


def _tiled(block: list[list[str]], height: int, width: int) -> list[list[str]]:
    """Return a block repeated to fill a selection that is a multiple of it, else the block itself."""
    widest = max(len(row) for row in block)
    if height % len(block) or width % widest or (height, width) == (len(block), widest):
        return block
    even = [row + [""] * (widest - len(row)) for row in block]
    return [even[row % len(block)] * (width // widest) for row in range(height)]
