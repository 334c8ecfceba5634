"""ui: fields that commit by themselves, on leaving them or after a pause, and leave a spent undo to the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from ui.theme import Theme
from ui.widgets.field import Field, GrowingEditor, is_spent_undo

PAUSE_MS = 1_500


class SavedField(Field):
    """One line that tells `edited` when it holds another text than before; Escape brings the old one back."""

    edited = Signal(str)

    def __init__(self, theme: Theme, name: str, *, hint: str = "", parent: QWidget | None = None) -> None:
        """Take the field's name and a hint for the empty field."""
        super().__init__(theme, name, hint=hint, parent=parent)
        self._kept = ""
        self._pause = _pause(self, self.commit)
        self.textEdited.connect(lambda _text: self._pause.start())
        self.editingFinished.connect(self.commit)

    def show_value(self, text: str) -> None:
        """Show what is stored; a text that is being edited is not overwritten."""
        self._kept = text
        if not (self.hasFocus() and self.isModified()) and text != self.text():
            self.setText(text)
            if not self.hasFocus():
                # a long text is read from its beginning
                self.setCursorPosition(0)

    def take_back(self) -> None:
        """Show again what is stored."""
        self._pause.stop()
        self.setText(self._kept)

    def commit(self) -> None:
        """Tell a changed text now."""
        self._pause.stop()
        if not self.isReadOnly() and self.isModified() and self.text() != self._kept:
            self.setModified(False)
            self.edited.emit(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self._kept:
            self.take_back()
            return
        super().keyPressEvent(event)


class SavedText(GrowingEditor):
    """Several lines that tell `edited` likewise."""

    def __init__(
        self, theme: Theme, name: str, *, hint: str = "", least_lines: int = 2, parent: QWidget | None = None
    ) -> None:
        """Take the field's name and a hint for the empty field."""
        super().__init__(theme, name, hint=hint, least_lines=least_lines, parent=parent)
        self._kept = ""
        self._pause = _pause(self, self.commit)
        self.textChanged.connect(self._on_text_changed)

    def show_value(self, text: str) -> None:
        """Show what is stored; a text that is being edited is not overwritten."""
        if self.hasFocus() and self.toPlainText() != self._kept:
            self._kept = text
            return
        self._kept = text
        self.set_text(text)
        self._pause.stop()

    def take_back(self) -> None:
        """Show again what is stored."""
        self.set_text(self._kept)
        self._pause.stop()

    def event(self, event: QEvent) -> bool:
        document = self.document()
        if is_spent_undo(event, can_undo=document.isUndoAvailable(), can_redo=document.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.toPlainText() != self._kept:
            self.take_back()
            return
        super().keyPressEvent(event)

    def _on_text_changed(self) -> None:
        if self.hasFocus() and not self.isReadOnly():
            self._pause.start()


class SavedChoice(QComboBox):
    """One of a few choices; `edited` tells the key of the one the user chose."""

    edited = Signal(str)

    def __init__(self, theme: Theme, name: str, choices: list[tuple[str, str]], parent: QWidget | None = None) -> None:
        """Take the field's name, and key and words of each choice."""
        super().__init__(parent)
        self._theme = theme
        self._is_italic = False
        self.setAccessibleName(name)
        for key, words in choices:
            self.addItem(words, key)
        self.activated.connect(lambda index: self.edited.emit(str(self.itemData(index))))
        self._dress()
        theme.theme_changed.connect(self._dress)

    def offer(self, choices: list[tuple[str, str]]) -> None:
        """Offer other choices, by key and words; the one shown stays where it is still offered."""
        if choices != [(self.itemData(at), self.itemText(at)) for at in range(self.count())]:
            key = self.currentData()
            self.clear()
            for each, words in choices:
                self.addItem(words, each)
            self.show_value(str(key))

    def show_value(self, key: str) -> None:
        """Show the choice that is stored."""
        self.setCurrentIndex(max(0, self.findData(key)))

    def set_italic(self, italic: bool) -> None:
        """Show the choice in italics, as what was filled in for the user, or upright."""
        self._is_italic = italic
        self.setFont(self._theme.font("body", italic=italic))

    def take_back(self) -> None:
        """Choices are told at once; nothing waits to be taken back."""

    def commit(self) -> None:
        """Choices are told at once; nothing waits to be committed."""

    def minimumSizeHint(self) -> QSize:
        # it is the same, and Qt keeps the one of the first font
        return self.sizeHint()

    def setReadOnly(self, read_only: bool) -> None:
        """Allow or forbid another choice."""
        self.setEnabled(not read_only)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # scrolling the page must not change what is stored
        event.ignore()

    def _dress(self) -> None:
        self.setFont(self._theme.font("body", italic=self._is_italic))
        self.setFixedHeight(self._theme.size("control"))


SavedWidget = SavedField | SavedText | SavedChoice


def _pause(owner: QObject, then: Callable[[], None]) -> QTimer:
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(PAUSE_MS)
    timer.timeout.connect(then)
    return timer
