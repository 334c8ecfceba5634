"""ui: the bar that says what was done and offers to undo it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from core.words import Words
from ui.style import paint_panel
from ui.theme import Theme
from ui.widgets.button import Button, ButtonKind
from ui.widgets.text import Text


class UndoBar(QWidget):
    """Say what was just done and offer to undo it, over the foot of its host.

    It never takes the focus; the Undo key works all the while. It goes after some seconds, at once when
    the next thing is said, and stays while the pointer or the focus is on it.
    """

    undo_requested = Signal()

    def __init__(self, theme: Theme, say: Words, host: QWidget, *, seconds: int = 10) -> None:
        """Take the widget over whose foot the bar lies."""
        super().__init__(host)
        self._theme = theme
        self._host = host
        self._words = Text(theme, "", "body", parent=self)
        self._undo = Button(theme, say("Undo"), ButtonKind.LINK, parent=self)
        self._undo.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._undo.clicked.connect(self._on_undo)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(seconds * 1000)
        self._timer.timeout.connect(self._on_timeout)
        self._box = QHBoxLayout(self)
        self._box.addWidget(self._words)
        self._box.addWidget(self._undo)
        self._dress()
        theme.theme_changed.connect(self._dress)
        host.installEventFilter(self)
        self.hide()

    def say_done(self, words: str) -> None:
        """Show what was done, in words such as ``Issue “Volume” deleted``."""
        self._words.setText(words)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        if self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def dismiss(self) -> None:
        """Go without undoing."""
        self._timer.stop()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        paint_panel(
            QPainter(self),
            QRectF(self.rect()),
            fill=theme.color("bg"),
            edge=theme.color("line2"),
            radius=theme.size("radius"),
            width=theme.edge(),
        )

    def _on_undo(self) -> None:
        self.dismiss()
        self.undo_requested.emit()

    def _on_timeout(self) -> None:
        if self.underMouse() or self._undo.hasFocus():
            self._timer.start()
        else:
            self.hide()

    def _place(self) -> None:
        margin = self._theme.space(16)
        size = self.sizeHint()
        width = min(size.width(), max(0, self._host.width() - 2 * margin))
        top = self._host.height() - size.height() - margin
        self.setGeometry((self._host.width() - width) // 2, max(0, top), width, size.height())

    def _dress(self) -> None:
        space = self._theme.space
        self._box.setContentsMargins(space(12), space(4), space(4), space(4))
        self._box.setSpacing(space(4))
        self._place()
