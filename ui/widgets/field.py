"""ui: fields for text - one line with an icon, and several lines that grow with what is written."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from ui.icons import paint_icon
from ui.theme import Theme

LONGEST = 10_000  # characters


class Field(QLineEdit):
    """Take one line of plain text; Esc empties a field that filters, and a spent undo is left to the window."""

    cleared = Signal()

    def __init__(
        self,
        theme: Theme,
        name: str,
        *,
        hint: str = "",
        icon: str = "",
        clears: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Take the field's name, a hint shown while it is empty, and the name of an icon."""
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._clears = clears
        self._is_italic = False
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setMaxLength(LONGEST)
        self._dress()
        theme.theme_changed.connect(self._dress)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.space(160), self._theme.size("control"))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.space(64), self._theme.size("control"))

    def set_italic(self, italic: bool) -> None:
        """Show the text in italics, as what was filled in for the user, or upright."""
        self._is_italic = italic
        self.setFont(self._theme.font("body", italic=italic))

    def event(self, event: QEvent) -> bool:
        if is_spent_undo(event, can_undo=self.isUndoAvailable(), can_redo=self.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._clears and event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.cleared.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._icon:
            side = self._theme.size("icon")
            at = QRectF(self._theme.space(8), 0, side, self.height())
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                at.moveRight(self.width() - self._theme.space(8))
            paint_icon(QPainter(self), self._theme, self._icon, at, role="muted")

    def _dress(self) -> None:
        theme = self._theme
        self.setFont(theme.font("body", italic=self._is_italic))
        pad = theme.space(6)
        lead = theme.space(8) + theme.size("icon") + theme.space(4) if self._icon else pad
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            self.setTextMargins(pad, 0, lead, 0)
        else:
            self.setTextMargins(lead, 0, pad, 0)
        self.setFixedHeight(theme.size("control"))
        self.updateGeometry()


class GrowingEditor(QPlainTextEdit):
    """Take plain text of several lines and be as high as they need, between two limits.

    Tab leaves it as it leaves any field. What is pasted arrives as plain text. `edited` tells once
    when it is left with another text than it was entered with.
    """

    edited = Signal(str)

    def __init__(
        self,
        theme: Theme,
        name: str,
        *,
        hint: str = "",
        least_lines: int = 1,
        most_lines: int = 12,
        parent: QWidget | None = None,
    ) -> None:
        """Take the field's name, a hint shown while it is empty, and the limits of its height in lines."""
        super().__init__(parent)
        self._theme = theme
        self._least = least_lines
        self._most = most_lines
        self._before = ""
        self._is_italic = False
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.viewport().setAutoFillBackground(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        # which counts as an edit that Ctrl+Z would first take back, to no effect
        self.document().clearUndoRedoStacks()
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self.textChanged.connect(self._keep_limit)
        self._dress()
        theme.theme_changed.connect(self._dress)

    def set_text(self, text: str) -> None:
        """Show another text, as if it had been there from the start."""
        if text != self.toPlainText():
            self.setPlainText(text)
        self._before = text

    def set_italic(self, italic: bool) -> None:
        """Show the text in italics, as what was filled in for the user, or upright."""
        self._is_italic = italic
        self.setFont(self._theme.font("body", italic=italic))

    def sizeHint(self) -> QSize:
        return QSize(self._theme.space(240), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.space(80), self._height())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasText():
            self.insertPlainText(source.text())

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._before = self.toPlainText()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # a menu over the field is not the end of writing
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.commit()

    def commit(self) -> None:
        """Tell a changed text now, for example before the window closes."""
        text = self.toPlainText()
        if text != self._before:
            self._before = text
            self.edited.emit(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def _dress(self) -> None:
        theme = self._theme
        self.setFont(theme.font("body", italic=self._is_italic))
        pad = theme.space(6)
        self.setViewportMargins(theme.space(8), pad - 1, theme.space(4), pad - 1)
        self._grow()

    def _grow(self) -> None:
        policy = Qt.ScrollBarPolicy
        over = round(self.document().size().height()) > self._most
        # a bar that comes and goes with each line would move the text
        self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOn if over else policy.ScrollBarAlwaysOff)
        height = self._height()
        if self.height() != height or self.minimumHeight() != height:
            self.setFixedHeight(height)

    def _height(self) -> int:
        line = self.fontMetrics().lineSpacing()
        # a plain text document measures its height in lines
        written = round(self.document().size().height())
        lines = max(self._least, min(self._most, written))
        margins = self.viewportMargins()
        return lines * line + margins.top() + margins.bottom() + 2 * self.frameWidth()

    def _keep_limit(self) -> None:
        if self.document().characterCount() - 1 > LONGEST:
            cursor = self.textCursor()
            cursor.setPosition(LONGEST)
            cursor.movePosition(cursor.MoveOperation.End, cursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()


def is_spent_undo(event: QEvent, *, can_undo: bool, can_redo: bool) -> bool:
    """Tell whether the event claims Ctrl+Z for a field that has nothing of its own to undo: it is the window's then."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if event.matches(QKeySequence.StandardKey.Undo):
        return not can_undo
    return event.matches(QKeySequence.StandardKey.Redo) and not can_redo
