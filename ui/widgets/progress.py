"""ui: bars that tell how far a thing is - the plain bar, a labelled meter, and a running job with Stop."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from core.words import Words
from ui.theme import Theme
from ui.widgets.button import Button, ButtonKind
from ui.widgets.section import Surface
from ui.widgets.text import Text


class Bar(QProgressBar):
    """Show a share as a flat bar 6 pixels high; with no known end it shows a standing middle piece."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        """Take what is measured in words; the range is 0 to 100."""
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setRange(0, 100)
        self.setValue(0)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.theme_changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.space(120), self._theme.space(6))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.space(32), self._theme.space(6))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = self.rect()
        painter.fillRect(rect, self._theme.color("line"))
        if self._theme.high_contrast:
            painter.setPen(self._theme.color("text"))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        ink = self._theme.color("mark")
        span = self.maximum() - self.minimum()
        if span <= 0:
            third = rect.width() // 3
            painter.fillRect(third, 0, third, rect.height(), ink)
        else:
            done = round(rect.width() * (max(self.value(), self.minimum()) - self.minimum()) / span)
            painter.fillRect(0, 0, done, rect.height(), ink)


class Meter(QWidget):
    """Show a named share: the name, the figure in large type, and a bar under both."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        """Take what is measured in words."""
        super().__init__(parent)
        self._theme = theme
        self._name = Text(theme, name, "meta", color="muted", parent=self)
        self._figure = Text(theme, "", "page", parent=self)
        self._bar = Bar(theme, name, self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.addWidget(self._name, 0, 0)
        self._grid.addWidget(self._figure, 0, 1)
        self._grid.addWidget(self._bar, 1, 0, 1, 2)
        self._grid.setColumnStretch(0, 1)
        self._dress()
        theme.theme_changed.connect(self._dress)

    def set_share(self, percent: int, figure: str) -> None:
        """Show a share of 0 to 100 and the figure that stands for it."""
        self._bar.setValue(percent)
        self._figure.setText(figure)

    def _dress(self) -> None:
        self._grid.setVerticalSpacing(self._theme.space(4))


class ProgressLine(QWidget):
    """Show what a job is doing and how far it is, and let it be stopped; hidden while none runs."""

    stop_requested = Signal()

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__(parent)
        self._theme = theme
        self._say = say
        self._words = Text(theme, "", "meta", parent=self)
        self._stop = Button(theme, say("Stop"), ButtonKind.QUIET, parent=self)
        self._bar = Bar(theme, say("Progress"), self)
        self._box = QGridLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self._words, 0, 0)
        self._box.addWidget(self._stop, 0, 1)
        self._box.addWidget(self._bar, 1, 0, 1, 2)
        self._box.setColumnStretch(0, 1)
        self._stop.clicked.connect(self._on_stop)
        self._dress()
        theme.theme_changed.connect(self._dress)
        self.hide()

    def start(self, words: str) -> None:
        """Show that a job has begun whose end is not known yet."""
        self._words.setText(words)
        self._bar.setRange(0, 0)
        self._stop.setEnabled(True)
        self.show()

    def set_progress(self, done: int, total: int, words: str = "") -> None:
        """Show how much of the job is done; the words stay if none are given."""
        self._bar.setRange(0, max(total, 0))
        self._bar.setValue(done)
        if words:
            self._words.setText(words)

    def finish(self) -> None:
        """Hide, since the job has ended in whatever way."""
        self.hide()

    def _on_stop(self) -> None:
        self._stop.setEnabled(False)
        self._words.setText(self._say("Stopping"))
        self.stop_requested.emit()

    def _dress(self) -> None:
        self._box.setVerticalSpacing(self._theme.space(2))


class ProgressStrip(Surface):
    """Be the strip at the foot of the window in which a running job tells how far it is; hidden while none runs."""

    stop_requested = Signal()

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__(theme, "bg", line_above=True, parent=parent)
        self.line = ProgressLine(theme, say, self)
        self.line.stop_requested.connect(self.stop_requested)
        self._space = theme.space
        self._box = QVBoxLayout(self)
        self._box.addWidget(self.line)
        theme.theme_changed.connect(self._dress)
        self._dress()
        self.hide()

    def start(self, words: str) -> None:
        """Show that a job has begun."""
        self.line.start(words)
        self.show()

    def set_progress(self, done: int, total: int, words: str = "") -> None:
        """Show how much of the job is done; the words stay if none are given."""
        self.line.set_progress(done, total, words)

    def finish(self) -> None:
        """Hide."""
        self.line.finish()
        self.hide()

    def _dress(self) -> None:
        space = self._space
        self._box.setContentsMargins(space(16), space(6), space(16), space(8))
