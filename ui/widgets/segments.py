"""ui: a row of joined segments of which one is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.style import paint_panel
from ui.theme import Theme
from ui.widgets.choice import Choice, ChoiceWord


class _Segment(ChoiceWord):
    ROLE = "meta"
    PADDING = (12, 4)

    def __init__(self, theme: Theme, word: str, place: tuple[bool, bool], parent: QWidget) -> None:
        super().__init__(theme, word, parent)
        self._first, self._last = place

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, on = self.theme, self.isChecked()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = theme.edge()
        rect = QRectF(self.rect())
        radius = float(theme.size("radius"))
        # the whole row's outline, cut to this segment, so that only the outer corners are round
        outline = rect.adjusted(0 if self._first else -2 * radius, 0, 0 if self._last else 2 * radius, 0)
        clip = QPainterPath()
        clip.addRect(rect)
        painter.setClipPath(clip)
        fill = "highlight" if on else ("hover" if self.underMouse() and self.isEnabled() else "raised")
        if on and not self.isEnabled():
            fill = "line"
        edge_role = "ctl" if self.isEnabled() else "line2"
        paint_panel(painter, outline, fill=theme.color(fill), edge=theme.color(edge_role), radius=radius, width=edge)
        if not self._first:
            painter.fillRect(QRectF(0, edge, edge, rect.height() - 2 * edge), theme.color("line2"))
        role = "on_highlight" if on and self.isEnabled() else ("text" if self.isEnabled() else "ctl")
        painter.setPen(theme.color(role))
        painter.setFont(theme.font(self.ROLE, bold=on))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, self.word)


class Segments(Choice):
    """Let one of a few words be chosen, joined and as wide as each other's room allows."""

    def __init__(
        self, theme: Theme, name: str, words: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        """Take what is chosen here in words, and key and word of each segment; the first is chosen."""
        last = len(words) - 1
        super().__init__(
            theme, name, words, lambda at, word, row: _Segment(theme, word, (at == 0, at == last), row), parent
        )
        for at in range(len(words)):
            self.row.setStretch(at, 1)
