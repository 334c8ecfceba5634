"""ui: the words at the top of Analyse of which one is chosen, outlined and bold."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.style import paint_panel
from ui.theme import Theme
from ui.widgets.choice import Choice, ChoiceWord
from ui.widgets.key_cap import key_name


class _Word(ChoiceWord):
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme, on = QPainter(self), self.theme, self.isChecked()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, radius = QRectF(self.rect()), float(theme.size("radius"))
        if on:
            edge = theme.color("ctl")
            paint_panel(painter, rect, fill=theme.color("base"), edge=edge, radius=radius, width=theme.edge())
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("hover"))
            painter.drawRoundedRect(rect, radius, radius)
        painter.setPen(theme.color("text"))
        painter.setFont(theme.font(self.ROLE, bold=on))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, self.word)


class ViewBar(Choice):
    """Let one of a few views be chosen; each word's tool tip is its key."""

    def __init__(
        self, theme: Theme, name: str, words: Sequence[tuple[str, str, str]], parent: QWidget | None = None
    ) -> None:
        """Take what is chosen here in words; key, word and shortcut of each, the first is chosen."""
        pairs = [(key, word) for key, word, _ in words]
        super().__init__(theme, name, pairs, lambda _at, word, row: _Word(theme, word, row), parent, gap=2)
        for key, _word, shortcut in words:
            self.words[key].setToolTip(key_name(shortcut))
