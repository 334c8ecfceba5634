"""ui: how a cell of a sheet is painted with all its states, and how it is edited in place."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QCompleter,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)
from shiboken6 import isValid

from core.words import EN_DASH
from ui.glyphs import Glyph, paint_glyph
from ui.style import paint_panel
from ui.theme import Theme
from ui.widgets.field import LONGEST
from ui.widgets.flag import level_role, level_tint, paint_level
from ui.widgets.focus_ring import draw_own_ring
from ui.widgets.sheet_header import PAD, ends_group
from ui.widgets.sheet_model import AnyIndex, Cell, CellState, SheetColumn, SheetModel
from ui.widgets.signs import paint_dots, paint_mark, plain_tip
from ui.widgets.spans import SpannedText

_State = QStyle.StateFlag
_ROW_BAR = 3
_CORNER = 6
_GLYPH_AT = 7
_MOST_LINES = 6


class Move(Enum):
    """Name where the current cell goes when editing ends."""

    STAY = (0, 0)
    DOWN = (1, 0)
    UP = (-1, 0)
    NEXT = (0, 1)
    BACK = (0, -1)
    LEFT = (0, -2)  # the very neighbour, where Tab goes to the next cell that can be typed into
    RIGHT = (0, 2)


_ENDING_KEYS = {
    Qt.Key.Key_Tab: Move.NEXT,
    Qt.Key.Key_Backtab: Move.BACK,
    Qt.Key.Key_Up: Move.UP,
    Qt.Key.Key_Down: Move.DOWN,
}


_SIDEWAYS = {Qt.Key.Key_Left: Move.LEFT, Qt.Key.Key_Right: Move.RIGHT}


class CellEditor(QLineEdit):
    """Edit one cell; tells how it wants to end and leaves the rest to the sheet."""

    ended = Signal(object)  # Move
    reverted = Signal()

    def __init__(self, theme: Theme, column: SheetColumn, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.is_filled = False
        self.is_over = False
        self.is_typed_over = False  # then arrows leave a figure, as in spreadsheets; F2 and the mouse keep them inside
        self._column = column
        self.setFrame(False)
        self.setMaxLength(LONGEST)
        self.setFont(theme.font("body"))
        self.setAlignment(column.align | Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(name)
        # QLineEdit keeps 2 px itself, and the mark round the cell is 2 px wide
        pad = max(0, theme.space(PAD) - 4)
        self.setTextMargins(pad, 0, pad, 0)
        self.setAutoFillBackground(True)
        draw_own_ring(self)
        self._completer: QCompleter | None = None
        if column.choices:
            completer = QCompleter(list(column.choices), self)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            self.setCompleter(completer)
            self._completer = completer

    def offer_choices(self) -> None:
        """Show all that may stand here, if the column has such a list."""
        completer = self._completer
        if completer is not None:
            completer.setCompletionPrefix("")
            completer.complete()

    def value(self) -> str:
        """Return what was typed; a choice in another case becomes the choice."""
        text = self.text().strip()
        return next((choice for choice in self._column.choices if choice.casefold() == text.casefold()), text)

    def event(self, event: QEvent) -> bool:
        # Tab would move the focus before keyPressEvent sees it
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            move = self._ending(event)
            if move is not None:
                self._take_choice()
                event.accept()
                self.ended.emit(move)
                return True
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            ends = self._ending(event) is not None or event.key() == Qt.Key.Key_Escape
            # undoing in a cell undoes what was typed there, also when nothing is left to undo
            if ends or event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            event.accept()
            self.reverted.emit()
        elif event.key() == Qt.Key.Key_F2 and not event.modifiers():
            self.is_typed_over = not self.is_typed_over
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.is_typed_over = False
        super().mousePressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # a menu, a list of choices or another window does not end the editing
        if event.reason() not in (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.MenuBarFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        ):
            self.ended.emit(Move.STAY)

    def _ending(self, event: QKeyEvent) -> Move | None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shift = modifiers == Qt.KeyboardModifier.ShiftModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (not modifiers or shift):
            return Move.UP if shift else Move.DOWN
        if event.key() == Qt.Key.Key_Backtab and (not modifiers or shift):
            return Move.BACK
        if modifiers or (event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._choices()):
            return None
        if self.is_typed_over and self._column.align & Qt.AlignmentFlag.AlignRight and event.key() in _SIDEWAYS:
            return _SIDEWAYS[Qt.Key(event.key())]
        return _ENDING_KEYS.get(Qt.Key(event.key()))

    def _choices(self) -> QAbstractItemView | None:
        """Return the list of choices while it is shown."""
        completer = self._completer
        popup = completer.popup() if completer is not None else None
        return popup if popup is not None and popup.isVisible() else None

    def _take_choice(self) -> None:
        popup = self._choices()
        if popup is not None:
            chosen = popup.currentIndex()
            if chosen.isValid():
                self.setText(str(chosen.data()))
            popup.hide()


class SheetDelegate(QStyledItemDelegate):
    """Paint cells and make their editors; an edit is finished by the view, so that it can move on afterwards."""

    edit_finished = Signal(QModelIndex, str, object)  # place, text, Move
    editing = Signal(object)  # the editor that was opened, None when it is closed again

    def __init__(self, theme: Theme, parent: QObject | None = None, *, has_grid: bool = True) -> None:
        super().__init__(parent)
        self._theme = theme
        self._has_grid = has_grid
        self._editor: CellEditor | None = None  # the one that was opened last
        self.folded: frozenset[int] = frozenset()  # columns whose texts stand in two lines for want of room

    def wrapped_height(self, model: SheetModel, row: int, at: int, width: int, line: int) -> int:
        """Return the height in pixels of a cell whose text is wrapped in a column `width` wide; `line` is that of one.

        More than `_MOST_LINES` are cut, and told in full by the tool tip.
        """
        cell = model.cell(row, at)
        if not cell.text or not self._is_wrapped(model, row, at):
            return line
        # the line at the right edge takes its room from the text
        area = self._text_area(QRect(0, 0, width - self._theme.edge(), line), cell)
        lines = min(self._wrapped(model, row, at, area.width()).lines, _MOST_LINES)
        return line + (lines - 1) * self._theme.line_height("body")

    def _is_wrapped(self, model: SheetModel, row: int, at: int) -> bool:
        """Tell whether a text may stand in lines: not beside something else, nor the words of the row to add."""
        cell, column = model.cell(row, at), model.columns[at]
        if model.is_add_row(row) or (cell.detail and not column.stretch):
            return False
        return column.wrap or (at in self.folded and not cell.state & CellState.UNREADABLE)

    def _wrapped(self, model: SheetModel, row: int, at: int, width: float) -> SpannedText:
        font, color = self._font_and_color(model, row, at, is_row_head=False)
        return SpannedText(
            self._theme,
            model.cell(row, at).text,
            font,
            width=width,
            line_height=self._theme.line_height("body"),
            wrap=True,
            color=color,
            alignment=model.columns[at].align,
        )

    # painting

    def sizeHint(self, _option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        model = _model_of(index)
        column = model.columns[index.column()]
        metrics = QFontMetricsF(self._theme.font("body", bold=model.is_total_row(index.row()) or index.column() == 0))
        width = metrics.horizontalAdvance(model.cell(index.row(), index.column()).text)
        return QSize(
            max(self._theme.space(column.width), round(width) + 2 * self._theme.space(PAD) + self._theme.edge()),
            self._theme.size("sheet_row"),
        )

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        model, view = _model_of(index), option.widget
        if not isinstance(view, QTableView):
            return
        theme, row, at = self._theme, index.row(), index.column()
        cell, column = model.cell(row, at), model.columns[at]
        current = view.currentIndex()
        focused = view.hasFocus() or view.viewport().hasFocus() or isinstance(view.focusWidget(), CellEditor)
        is_current = current.row() == row and current.column() == at
        selection = view.selectionModel()
        several = len(selection.selectedIndexes()) > 1 if is_current else True
        is_selected = focused and bool(option.state & _State.State_Selected) and several
        inner = self._inner(option.rect, model, row, at)

        painter.save()
        painter.setClipRect(option.rect)
        painter.fillRect(option.rect, self._surface(cell, column, model, row))
        if is_selected and not is_current:
            painter.fillRect(inner, theme.color("sel"))
        self._paint_edges(painter, option.rect, model, row, at)
        if cell.state & CellState.PREFILLED:
            corner = QRectF(inner.left(), inner.top(), theme.space(_CORNER), theme.space(_CORNER))
            paint_glyph(painter, Glyph.CORNER, corner, theme.color("ctl"))
        if at == 0 and current.row() == row and not model.is_total_row(row):
            painter.fillRect(
                QRect(inner.left(), inner.top(), theme.space(_ROW_BAR), inner.height()), theme.color("mark")
            )
        self._paint_text(painter, inner, index, is_row_head=at == 0 and current.row() == row)
        if is_selected:
            self._paint_range_edges(painter, option.rect, view, index)
        if is_current and focused:
            paint_mark(painter, theme, inner)
        painter.restore()

    def _surface(self, cell: Cell, column: SheetColumn, model: SheetModel, row: int) -> QColor:
        if cell.level is not None:
            return level_tint(self._theme, cell.level)
        # without a grid a fill would stand alone like a box
        locked = (self._has_grid and bool(cell.state & CellState.READ_ONLY)) or model.is_total_row(row)
        return self._theme.color("bg" if locked or column.total else "base")

    def _inner(self, rect: QRect, model: SheetModel, row: int, column: int) -> QRect:
        """Return the cell without the lines at its right and lower edge."""
        edge = self._theme.edge()
        right = 0 if column == len(model.columns) - 1 else edge
        return rect.adjusted(0, 0, -right, -self._lower_edge(model, row))

    def _lower_edge(self, model: SheetModel, row: int) -> int:
        if row == model.rowCount() - 1:
            return 0
        return self._theme.edge() * (2 if model.is_total_row(row + 1) and not model.is_total_row(row) else 1)

    def _paint_edges(self, painter: QPainter, rect: QRect, model: SheetModel, row: int, column: int) -> None:
        theme = self._theme
        inner = self._inner(rect, model, row, column)
        lower = rect.bottom() - inner.bottom()
        if lower:
            painter.fillRect(QRect(rect.left(), inner.bottom() + 1, rect.width(), lower), theme.color("line"))
        if lower > theme.edge():
            upper = QRect(rect.left(), rect.bottom() - theme.edge() + 1, rect.width(), theme.edge())
            painter.fillRect(upper, theme.color("line2"))
        right = rect.right() - inner.right()
        if right and self._has_grid:
            line = theme.color("line2" if ends_group(model.columns, column) else "line")
            painter.fillRect(QRect(inner.right() + 1, rect.top(), right, rect.height()), line)

    def _paint_range_edges(self, painter: QPainter, rect: QRect, view: QTableView, index: AnyIndex) -> None:
        """Close the selected range with a line where no selected cell follows."""
        selection, mark, edge = view.selectionModel(), self._theme.color("mark"), self._theme.edge()
        row, column = index.row(), index.column()

        def is_selected(at_row: int, at_column: int) -> bool:
            return selection.isSelected(index.model().index(at_row, at_column))

        if not is_selected(row - 1, column):
            painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), edge), mark)
        if not is_selected(row + 1, column):
            painter.fillRect(QRect(rect.left(), rect.bottom() - edge + 1, rect.width(), edge), mark)
        if not is_selected(row, column - 1):
            painter.fillRect(QRect(rect.left(), rect.top(), edge, rect.height()), mark)
        if not is_selected(row, column + 1):
            painter.fillRect(QRect(rect.right() - edge + 1, rect.top(), edge, rect.height()), mark)

    def _paint_text(self, painter: QPainter, inner: QRect, index: AnyIndex, *, is_row_head: bool) -> None:
        theme, model = self._theme, _model_of(index)
        row, at = index.row(), index.column()
        cell = model.cell(row, at)
        area = self._text_area(inner, cell)
        is_high = inner.height() > theme.size("sheet_row")
        if is_high:
            # beside text of several lines everything stands with its first line
            inner = QRect(inner.left(), inner.top(), inner.width(), theme.size("sheet_row"))
            area.setHeight(inner.height())
        if cell.level is not None:
            side = theme.size("glyph")
            box = QRectF(inner.left() + theme.space(_GLYPH_AT), inner.top(), side, inner.height())
            paint_level(painter, theme, cell.level, box)
        font, color = self._font_and_color(model, row, at, is_row_head=is_row_head)
        metrics = QFontMetricsF(font)
        if model.columns[at].mark:
            if not model.is_add_row(row) and not model.is_total_row(row):
                self._paint_mark(painter, inner, color, is_set=bool(cell.text))
            return
        if is_high and self._is_wrapped(model, row, at):
            pad = (theme.size("sheet_row") - theme.line_height("body")) / 2
            self._wrapped(model, row, at, area.width()).paint(painter, area.x(), area.y() + pad)
            return
        text = metrics.elidedText(" ".join(cell.text.splitlines()), Qt.TextElideMode.ElideRight, area.width())
        align = self._alignment(model, index)
        painter.setFont(font)
        painter.setPen(color)
        painter.drawText(area, align | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip, text)
        if cell.detail:
            at_right = not align & Qt.AlignmentFlag.AlignRight
            self._paint_detail(painter, area, metrics.horizontalAdvance(text), cell.detail, at_right=at_right)
        if cell.state & CellState.UNREADABLE:
            baseline = area.center().y() + (metrics.ascent() - metrics.descent()) / 2
            width = min(metrics.horizontalAdvance(text), area.width())
            left = area.right() - width if align & Qt.AlignmentFlag.AlignRight else area.left()
            paint_dots(painter, theme, left, left + width, baseline + theme.space(3), color)

    def _paint_detail(self, painter: QPainter, area: QRectF, taken: float, detail: str, *, at_right: bool) -> None:
        theme = self._theme
        gone = taken + theme.space(8)
        room = area.adjusted(gone, 0, 0, 0) if at_right else area.adjusted(0, 0, -gone, 0)
        font = theme.font("meta")
        if QFontMetricsF(font).horizontalAdvance(detail) > room.width():
            return  # a figure that is cut says something else
        painter.setFont(font)
        painter.setPen(theme.color("muted"))
        side = Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, detail)

    def _paint_mark(self, painter: QPainter, inner: QRect, color: QColor, *, is_set: bool) -> None:
        """Paint a check mark in a box, so that it shows that there can be one."""
        theme = self._theme
        side, edge = float(theme.space(14)), float(theme.edge())
        box = QRectF(0, 0, side, side)
        box.moveCenter(QRectF(inner).center())
        box.moveTo(round(box.x()), round(box.y()))
        paint_panel(painter, box, fill=theme.color("raised"), edge=theme.color("ctl"), radius=2 * edge, width=edge)
        if is_set:
            paint_glyph(painter, Glyph.CHECK, box.adjusted(3, 3, -3, -3), color, width=theme.scale(1.6))

    def _text_area(self, inner: QRect, cell: Cell) -> QRectF:
        pad = self._theme.space(PAD)
        area = QRectF(inner).adjusted(pad, 0, -pad, 0)
        if cell.level is not None:
            area.setLeft(area.left() + self._theme.size("glyph") + self._theme.space(4))
        return area

    def _alignment(self, model: SheetModel, index: AnyIndex) -> Qt.AlignmentFlag:
        cell = model.cell(index.row(), index.column())
        kept_as_typed = bool(cell.state & CellState.UNREADABLE) or model.is_label(index.row(), index.column())
        side = Qt.AlignmentFlag.AlignLeft if kept_as_typed else model.columns[index.column()].align
        return side | Qt.AlignmentFlag.AlignVCenter

    def _font_and_color(self, model: SheetModel, row: int, at: int, *, is_row_head: bool) -> tuple[QFont, QColor]:
        theme, cell, column = self._theme, model.cell(row, at), model.columns[at]
        missing = cell.text == EN_DASH
        total = (model.is_total_row(row) or column.total) and not column.muted and not missing
        prefilled = bool(cell.state & CellState.PREFILLED)
        bold = total or (is_row_head and not model.is_add_row(row))
        color = "muted" if column.muted or prefilled or missing or model.is_label(row, at) else "text"
        if total and cell.level is not None:
            color = level_role(cell.level)
        return theme.font("body", bold=bold, italic=prefilled), theme.color(color)

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: AnyIndex
    ) -> bool:
        if event.type() == QEvent.Type.ToolTip and index.isValid():
            model = _model_of(index)
            cell = model.cell(index.row(), index.column())
            area = self._text_area(self._inner(option.rect, model, index.row(), index.column()), cell)
            font, _ = self._font_and_color(model, index.row(), index.column(), is_row_head=index.column() == 0)
            if not cell.reason and QFontMetricsF(font).horizontalAdvance(cell.text) > area.width():
                QToolTip.showText(QPoint(event.globalPos()), plain_tip(cell.text), view)
                return True
        return super().helpEvent(event, view, option, index)

    # editing

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: AnyIndex) -> QWidget:
        model = _model_of(index)
        column = model.columns[index.column()]
        editor = CellEditor(self._theme, column, model.words(index.row(), index.column()), parent)
        place = QPersistentModelIndex(index)
        editor.ended.connect(lambda move: self._finish(editor, place, move))
        editor.reverted.connect(lambda: self._close(editor))
        editor.destroyed.connect(self._on_destroyed)
        self._editor = editor
        self.editing.emit(editor)
        return editor

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:
        # once: new data of the presenter must not overwrite what is being typed
        if isinstance(editor, CellEditor) and not editor.is_filled:
            editor.is_filled = True
            editor.setText(_model_of(index).text_to_edit(index.row(), index.column()))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: AnyIndex) -> None:
        if isinstance(editor, CellEditor) and not editor.is_over:
            editor.is_over = True
            self.editing.emit(None)
            model.setData(index, editor.value(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        inner = self._inner(option.rect, _model_of(index), index.row(), index.column())
        mark = max(2, self._theme.space(2))
        editor.setGeometry(inner.adjusted(mark, mark, -mark, -mark))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        # the editor itself knows its keys and when it has lost the focus
        if isinstance(editor, CellEditor):
            return False
        return super().eventFilter(editor, event)

    def _finish(self, editor: CellEditor, place: QPersistentModelIndex, move: Move) -> None:
        if editor.is_over:
            return
        text = editor.value()
        self._close(editor)
        if place.isValid():
            self.edit_finished.emit(place.model().index(place.row(), place.column()), text, move)

    def _on_destroyed(self) -> None:
        """Tell that a cell is closed whose row or column went while it was open."""
        editor = self._editor
        if editor is not None and not isValid(editor):
            self._editor = None
            if not editor.is_over:
                self.editing.emit(None)

    def _close(self, editor: CellEditor) -> None:
        editor.is_over = True  # closing takes the focus away, which would end it once more
        self.editing.emit(None)
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)


def _model_of(index: AnyIndex) -> SheetModel:
    model = index.model()
    if not isinstance(model, SheetModel):
        raise TypeError("a sheet's delegate paints a sheet's model only")
    return model
