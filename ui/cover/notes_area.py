"""ui: ruled lines to write on, as on paper - plain text, no commands, nothing that looks like a field."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from ui.theme import Theme
from ui.widgets.field import LONGEST
from ui.widgets.focus_ring import draw_own_ring

_LINE = 36
_FOOT = 7  # from the foot of the letters to the rule


class NotesArea(QTextEdit):
    """Take plain text on ruled lines, and be as high as they are; more come as more is written."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        """Take the name for a screen reader."""
        super().__init__(parent)
        self._theme = theme
        self._least = 1
        self.setAccessibleName(name)
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        draw_own_ring(self)
        self.textChanged.connect(self._on_text_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        theme.theme_changed.connect(self._dress)
        self._dress()

    def start_anew(self, least_lines: int) -> None:
        """Show so many empty lines, with nothing left to undo."""
        self._least = least_lines
        self.setPlainText("")
        self._space_lines()
        self._grow()

    def caret(self) -> QRect:
        """Return where the caret stands, with the whole of its line."""
        at = self.cursorRect()
        return QRect(at.topLeft(), QSize(at.width(), self._theme.space(_LINE)))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasText():
            self.insertPlainText(source.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # on an empty line Qt would take the height of the lines back, and begin no new one
            self.textCursor().insertBlock()
            self.ensureCursorVisible()
            return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, _forward: bool) -> bool:
        """Stay: there is nothing else to go to."""
        return True

    def sizeHint(self) -> QSize:
        return QSize(self._theme.space(320), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.space(120), self._height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._grow()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        line, edge = self._theme.space(_LINE), self._theme.edge()
        under = ceil(QFontMetricsF(self.font()).height()) + self._theme.space(_FOOT)
        top = self.cursorRect(QTextCursor(self.document())).top()
        for number in range(self._lines()):
            at = QPoint(0, top + number * line + under)
            painter.fillRect(QRect(at, QSize(self.viewport().width(), edge)), self._theme.color("line2"))
        painter.end()
        super().paintEvent(event)

    def _lines(self) -> int:
        written = round(self.document().size().height() / max(1, self._theme.space(_LINE)))
        return max(self._least, written)

    def _height(self) -> int:
        return self._lines() * self._theme.space(_LINE)

    def _grow(self) -> None:
        if self.height() != self._height() or self.minimumHeight() != self._height():
            self.setFixedHeight(self._height())

    def _on_text_changed(self) -> None:
        if self.document().characterCount() - 1 > LONGEST:
            cursor = self.textCursor()
            cursor.setPosition(LONGEST)
            cursor.movePosition(cursor.MoveOperation.End, cursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
        self._grow()

    def _space_lines(self) -> None:
        """Set all lines apart by the height of a rule; what is written later takes it over."""
        natural = ceil(QFontMetricsF(self.font()).height())
        spaced = QTextBlockFormat()
        spaced.setLineHeight(
            max(0, self._theme.space(_LINE) - natural), QTextBlockFormat.LineHeightTypes.LineDistanceHeight.value
        )
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(spaced)
        self.document().clearUndoRedoStacks()

    def _dress(self) -> None:
        self.setFont(self._theme.font("body"))
        self._space_lines()
        self._grow()
        self.viewport().update()
