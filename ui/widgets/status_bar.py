"""ui: the status bar - saved, file, offline at the left; keys that are safe to show at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QSizePolicy, QWidget

from core.words import Words
from ui.glyphs import Glyph, paint_glyph
from ui.icons import paint_icon
from ui.theme import Theme
from ui.widgets.key_cap import KeyHint
from ui.widgets.section import Surface
from ui.widgets.text import Run, Text, paint_runs, text_width


class Saved(QLabel):
    """Say quietly that everything is kept, with a check mark before the words."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start empty, and hidden while it is."""
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()
        theme.theme_changed.connect(self.updateGeometry)

    def set_words(self, words: str) -> None:
        """Show other words, for example ``Saved 09:18``."""
        self.setText(words)
        self.setVisible(bool(words))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        theme = self._theme
        width = text_width(theme, self.text(), "meta") + theme.space(11 + 6)
        return QSize(width, theme.line_height("meta"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, ink = self._theme, self._theme.color("muted")
        side = theme.space(11)
        paint_glyph(
            painter, Glyph.CHECK, QRectF(0, (self.height() - side) / 2, side, side), ink, width=theme.scale(1.2)
        )
        area = QRectF(self.rect()).adjusted(side + theme.space(6), 0, 0, 0)
        paint_runs(painter, area, [Run(self.text(), theme.font("meta"), ink)], 0)


class _Sign(QLabel):
    def __init__(self, theme: Theme, icon: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = icon

    def sizeHint(self) -> QSize:
        side = self._theme.space(14)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_icon(QPainter(self), self._theme, self._name, QRectF(self.rect()), role="muted", size=14)


class StatusBar(Surface):
    """Show the state of the logbook and the keys of the moment; keys give way when the room ends."""

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(theme, "rail", line_above=True, parent=parent)
        self.setAccessibleName(say("Status"))
        self._saved = Saved(theme, self)
        self._file = Text(theme, "", "meta", color="muted", parent=self)
        self._sign = _Sign(theme, "lock", self)
        self._net = Text(theme, "", "meta", color="muted", parent=self)
        self._keys: list[KeyHint] = []
        self._box = QHBoxLayout(self)
        # narrower than its words the bar hides keys, so they must not hold the window open
        self._box.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._box.addWidget(self._saved)
        self._box.addWidget(self._file)
        self._pair = QHBoxLayout()
        self._pair.addWidget(self._sign)
        self._pair.addWidget(self._net)
        self._box.addLayout(self._pair)
        for widget in (self._file, self._net):
            widget.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._box.addStretch(1)
        self._sign.hide()
        self._dress()
        theme.theme_changed.connect(self._dress)

    def set_saved(self, words: str) -> None:
        """Say when the last change was kept, or nothing."""
        self._saved.set_words(words)

    def set_file(self, name: str) -> None:
        """Show the name of the open file, or nothing."""
        self._file.setText(name)
        self._file.setVisible(bool(name))

    def set_offline(self, words: str, *, locked: bool = False) -> None:
        """Say that nothing leaves this computer; a lock stands before it if the file is encrypted."""
        self._net.setText(words)
        self._sign.setVisible(locked and bool(words))

    def set_keys(self, keys: Sequence[tuple[str, str]]) -> None:
        """Show shortcuts with their words; only such as tell nothing to who reads along."""
        for hint in self._keys:
            self._box.removeWidget(hint)
            hint.hide()
            hint.deleteLater()
        self._keys = [KeyHint(self._theme, key, word, self) for key, word in keys]
        for hint in self._keys:
            self._box.addWidget(hint)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.space(160), self._theme.space(26))

    def sizeHint(self) -> QSize:
        return QSize(self._theme.space(640), self._theme.space(26))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        space = self._theme.space(18)
        words = (self._saved, self._file, self._net)
        left = sum(word.sizeHint().width() + space for word in words if word.text())
        room = self.width() - left - self._theme.space(48)
        # the keys that matter most stand rightmost
        for hint in reversed(self._keys):
            room -= hint.sizeHint().width() + space
            hint.setVisible(room >= 0)

    def _dress(self) -> None:
        space = self._theme.space
        self._box.setContentsMargins(space(16), self._theme.edge(), space(16), 0)
        self._box.setSpacing(space(18))
        self._pair.setSpacing(space(6))
        self.setFixedHeight(space(26))
        self._fit()
        self.update()
