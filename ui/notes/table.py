"""ui: notes as a table - topic, sentence, basis as a chip, source, day; as high as its rows, edited in its cells."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from core.note import Topic
from core.side import Basis
from core.words import Words
from ui.autosave import SavedChoice
from ui.naming import basis_word, topic_word
from ui.notes.model import BASIS, COLUMNS, NotesModel
from ui.style import paint_ring
from ui.theme import Theme
from ui.widgets.chip import chip_size, paint_chip
from ui.widgets.field import LONGEST, Field

_Index = QModelIndex | QPersistentModelIndex
_State = QStyle.StateFlag
_TEXT, _BASIS_COLUMN, _SOURCE, _ON = (COLUMNS.index(name) for name in ("text", "basis", "source", "on"))
_BLEED = 8
_WRAP = int(Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
_LINE = int(Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextSingleLine)


class _Cells(QStyledItemDelegate):
    def __init__(self, theme: Theme, say: Words, view: NotesTable) -> None:
        super().__init__(view)
        self._theme = theme
        self._say = say
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        theme = self._theme
        least = theme.size("row")
        if index.column() != _TEXT:
            return QSize(0, least)
        room = self._view.columnWidth(_TEXT) - theme.space(12)
        box = QFontMetricsF(theme.font("body")).boundingRect(
            QRectF(0, 0, max(room, theme.space(80)), 1_000_000), _WRAP, str(index.data())
        )
        lines = max(1, round(box.height() / QFontMetricsF(theme.font("body")).lineSpacing()))
        return QSize(0, max(least, lines * theme.line_height("body") + least - theme.line_height("body")))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme = self._theme
        state, rect = option.state, QRectF(option.rect)
        painter.save()
        if state & _State.State_Selected and self._view.hasFocus():
            painter.fillRect(rect, theme.color("sel"))
        edge = theme.edge()
        painter.fillRect(QRectF(rect.x(), rect.bottom() - edge, rect.width(), edge), theme.color("line"))
        top = (theme.size("row") - theme.line_height("body")) / 2
        area = rect.adjusted(theme.space(_BLEED) if index.column() == 0 else 0, top, -theme.space(12), 0)
        if index.column() == _ON:
            area.setRight(rect.right() - theme.space(_BLEED))
        text = str(index.data() or "")
        if index.column() == _BASIS_COLUMN:
            dashed = index.data(BASIS) == Basis.GUESS
            size = chip_size(theme, text, dashed=dashed)
            at = QRectF(area.x(), rect.y() + (theme.size("row") - size.height()) / 2, size.width(), size.height())
            paint_chip(painter, theme, at, text, dashed=dashed)
        else:
            painter.setFont(theme.font("body"))
            painter.setPen(theme.color("text" if index.column() in (_TEXT, _SOURCE) else "muted"))
            wrap = index.column() == _TEXT
            flags = _WRAP if wrap else _LINE
            if index.column() == _ON:
                flags |= int(Qt.AlignmentFlag.AlignRight)
            if not wrap:
                text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(area.width()) + 1)
            painter.drawText(area, flags, text)
        if state & _State.State_HasFocus and self._view.hasFocus():
            paint_ring(painter, theme, rect.adjusted(0, 0, 0, -edge))
        painter.restore()

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: _Index) -> QWidget:
        name = str(index.model().headerData(index.column(), Qt.Orientation.Horizontal))
        if COLUMNS[index.column()] in ("topic", "basis"):
            words = (
                [(each.value, topic_word(self._say, each)) for each in Topic]
                if COLUMNS[index.column()] == "topic"
                else [(each.value, basis_word(self._say, each)) for each in Basis]
            )
            choice = SavedChoice(self._theme, name, words, parent)
            choice.activated.connect(lambda _index: self._finish(choice))
            return choice
        field = Field(self._theme, name, parent=parent)
        field.setMaxLength(LONGEST)
        return field

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, SavedChoice):
            editor.setCurrentText(text)
            editor.showPopup()
        elif isinstance(editor, Field):
            editor.setText(text)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        if isinstance(editor, SavedChoice):
            model.setData(index, editor.currentText())
        elif isinstance(editor, Field):
            model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: _Index) -> None:
        rect = option.rect
        height = self._theme.size("control")
        editor.setGeometry(rect.x(), rect.y() + (self._theme.size("row") - height) // 2, rect.width(), height)

    def _finish(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)


class NotesTable(QTableView):
    """Show notes and let their cells be edited: F2, Enter or a double click begins, Delete asks for a row to go."""

    delete_wanted = Signal(int)  # note

    def __init__(self, theme: Theme, say: Words, model: NotesModel, parent: QWidget | None = None) -> None:
        """Take the notes to show."""
        super().__init__(parent)
        self._theme = theme
        self._notes = model
        self.setAccessibleName(say("Notes"))
        self.setModel(model)
        self.setItemDelegate(_Cells(theme, say, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(1)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(_TEXT, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.hide()
        for signal in (model.rowsInserted, model.rowsRemoved, model.rowsMoved, model.dataChanged, model.modelReset):
            signal.connect(lambda *_: self.fit())
        self._dress()
        theme.theme_changed.connect(self._dress)

    def choose(self, note_id: int) -> None:
        """Make a note the current one."""
        row = self._notes.row_of(note_id)
        if row >= 0:
            self.setCurrentIndex(self._notes.index(row, _TEXT))

    def fit(self) -> None:
        """Be as high as the rows."""
        for row in range(self._notes.rowCount()):
            height = self.sizeHintForIndex(self._notes.index(row, _TEXT)).height()
            if self.rowHeight(row) != height:
                self.setRowHeight(row, height)
        self.setFixedHeight(max(1, sum(self.rowHeight(row) for row in range(self._notes.rowCount()))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        editing = self.state() == QAbstractItemView.State.EditingState
        if index.isValid() and not editing:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.edit(index)
                return
            if event.key() == Qt.Key.Key_Delete:
                self.delete_wanted.emit(self._notes.note_at(index.row()).id)
                return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._notes.rowCount():
            self.setCurrentIndex(self._notes.index(0, _TEXT))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def widths(self) -> tuple[int, ...]:
        """Return the widths of the columns in pixels, 0 for the one that takes the rest."""
        theme = self._theme
        metrics = QFontMetricsF(theme.font("body"))

        def widest(column: int, least: int) -> int:
            texts = (str(self._notes.index(row, column).data()) for row in range(self._notes.rowCount()))
            found = max((ceil(metrics.horizontalAdvance(text)) for text in texts), default=0)
            return max(theme.space(least), found + theme.space(20))

        return (widest(0, 88), 0, theme.space(88), min(widest(_SOURCE, 80), theme.space(160)), widest(_ON, 104))

    def _dress(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, self._theme.color("base"))
        self.setPalette(palette)
        self.setFont(self._theme.font("body"))
        for column, width in enumerate(self.widths()):
            if width:
                self.setColumnWidth(column, width)
        self.fit()
        self.viewport().update()
