"""ui: a row of joined segments of which one is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from ui.style import paint_panel
from ui.theme import Theme

_STEPS: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class _Segment(QAbstractButton):
    def __init__(self, theme: Theme, word: str, place: tuple[bool, bool], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._word = word
        self._first, self._last = place
        self.setCheckable(True)
        self.setText(word.replace("&", "&&"))
        self.setAccessibleName(word)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # a button would pass the focus on by itself; the row moves the choice instead
        if event.key() in _STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        # room for the bold word, so that nothing shifts when another is chosen
        bold = QFontMetricsF(self._theme.font("meta", bold=True)).horizontalAdvance(self._word)
        return QSize(ceil(bold) + 2 * self._theme.space(12), self._theme.size("control"))

    def minimumSizeHint(self) -> QSize:
        bold = QFontMetricsF(self._theme.font("meta", bold=True)).horizontalAdvance(self._word)
        return QSize(ceil(bold) + 2 * self._theme.space(4), self._theme.size("control"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, on = self._theme, self.isChecked()
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
        painter.setFont(theme.font("meta", bold=on))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, self._word)


class Segments(QWidget):
    """Let one of a few words be chosen; the arrow keys move the choice, Tab passes on."""

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, name: str, words: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        """Take what is chosen here in words, and key and word of each segment; the first is chosen."""
        super().__init__(parent)
        self._theme = theme
        self._segments: dict[str, _Segment] = {}
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for index, (key, word) in enumerate(words):
            segment = _Segment(theme, word, (index == 0, index == len(words) - 1), self)
            segment.clicked.connect(lambda _=False, key=key: self._choose(key))
            self._segments[key] = segment
            layout.addWidget(segment, 1)
        self._current = words[0][0]
        self.set_current(self._current)
        theme.theme_changed.connect(self._dress)

    @property
    def current(self) -> str:
        """Return the key of the chosen segment."""
        return self._current

    def set_current(self, key: str) -> None:
        """Choose without telling."""
        self._current = key
        for other, segment in self._segments.items():
            on = other == key
            segment.setChecked(on)
            segment.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self._segments[key])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        move = _STEPS.get(event.key())
        if move is None:
            super().keyPressEvent(event)
            return
        keys = list(self._segments)
        index = min(max(keys.index(self._current) + move, 0), len(keys) - 1)
        self._choose(keys[index])
        self._segments[self._current].setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self, key: str) -> None:
        changed = key != self._current
        self.set_current(key)
        if changed:
            self.chosen.emit(key)

    def _dress(self) -> None:
        for segment in self._segments.values():
            segment.updateGeometry()
        self.update()
