"""ui: the calm bar over a place - what the user should know, with one verb where there is something to do."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from core.words import Words
from ui.glyphs import Glyph
from ui.theme import Theme
from ui.widgets.button import Button, IconButton
from ui.widgets.flag import Level, paint_level
from ui.widgets.text import Text


class Tone(StrEnum):
    """Name what a notice is: news, trouble that the user can do something about, or a bug."""

    NEWS = "news"
    TROUBLE = "trouble"
    BUG = "bug"


class NoticeBar(QWidget):
    """Show one notice at a time; it takes no focus and stays until it is dismissed or the next one comes."""

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__(parent)
        self._theme = theme
        self._tone = Tone.NEWS
        self._run: Callable[[], object] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._words = Text(theme, "", "body", wrap=True, parent=self)
        self._action = Button(theme, "", parent=self)
        self._action.clicked.connect(self._on_action)
        self._close = IconButton(theme, say("Dismiss"), glyph=Glyph.CROSS, parent=self)
        self._close.clicked.connect(self.dismiss)
        self._box = QHBoxLayout(self)
        self._box.addWidget(self._words, 1)
        self._box.addWidget(self._action, 0, Qt.AlignmentFlag.AlignTop)
        self._box.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._dress()
        theme.theme_changed.connect(self._dress)
        self.hide()

    @property
    def words(self) -> str:
        """Return what is said, empty while nothing is."""
        return "" if self.isHidden() else self._words.text()

    @property
    def tone(self) -> Tone:
        """Return what kind of notice it is."""
        return self._tone

    def show_notice(
        self, text: str, tone: Tone = Tone.NEWS, *, verb: str = "", run: Callable[[], object] | None = None
    ) -> None:
        """Say something, with a button that does something about it where `verb` and `run` are given."""
        self._tone = tone
        self._run = run
        self._words.setText(text)
        self._action.setVisible(bool(verb))
        if verb:
            self._action.set_label(verb)
        self._dress()
        self.show()
        if self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def dismiss(self) -> None:
        """Say nothing any more."""
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._theme
        tint = "tint_check" if self._tone is Tone.TROUBLE else ("tint_act" if self._tone is Tone.BUG else "bg")
        painter.fillRect(self.rect(), theme.color(tint))
        painter.fillRect(0, self.height() - theme.edge(), self.width(), theme.edge(), theme.color("line2"))
        if self._tone is not Tone.NEWS:
            level = Level.CHECK if self._tone is Tone.TROUBLE else Level.ACT
            at = QRectF(theme.space(20), theme.space(6), theme.size("glyph"), theme.size("control"))
            paint_level(painter, theme, level, at)

    def _on_action(self) -> None:
        run = self._run
        self.dismiss()
        if run is not None:
            run()

    def _dress(self) -> None:
        space = self._theme.space
        lead = 20 if self._tone is Tone.NEWS else 38
        over = (self._theme.size("control") - self._theme.line_height("body")) // 2
        self._words.setContentsMargins(0, 0, 0, 0)
        self._box.setContentsMargins(space(lead), space(6), space(16), space(6))
        self._box.setSpacing(space(8))
        self._box.setAlignment(self._words, Qt.AlignmentFlag.AlignVCenter)
        self._words.setMinimumHeight(self._theme.size("control") - 2 * over)
        self.update()
