"""ui: a label in one of the type roles, always plain text, and runs of text in mixed weights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme import Theme

_WIDEST = 480  # pixels at 100 %, the width that a wrapped text asks for by itself


@dataclass(frozen=True, slots=True)
class Run:
    """Hold a piece of a line with its own font and ink."""

    text: str
    font: QFont
    ink: QColor


def text_width(theme: Theme, text: str, role: str, *, bold: bool | None = None) -> int:
    """Return the width in pixels of a text in a type role."""
    return ceil(QFontMetricsF(theme.font(role, bold=bold)).horizontalAdvance(text))


def runs_width(runs: Sequence[Run], gap: float) -> float:
    """Return the width in pixels of runs set `gap` apart."""
    widths = [QFontMetricsF(run.font).horizontalAdvance(run.text) for run in runs if run.text]
    return sum(widths) + gap * max(0, len(widths) - 1)


def paint_runs(painter: QPainter, rect: QRectF, runs: Sequence[Run], gap: float) -> float:
    """Paint runs on one baseline in the middle of `rect`, cut with an ellipsis where it ends.

    Returns the x at which the last run ended.
    """
    runs = [run for run in runs if run.text]
    if not runs:
        return rect.x()
    metrics = [QFontMetricsF(run.font) for run in runs]
    ascent = max(each.ascent() for each in metrics)
    descent = max(each.descent() for each in metrics)
    baseline = rect.y() + (rect.height() - ascent - descent) / 2 + ascent
    x = rect.x()
    for run, measure in zip(runs, metrics, strict=True):
        room = rect.right() - x
        if room <= 0:
            break
        text = run.text
        if measure.horizontalAdvance(text) > room + 0.5:
            text = measure.elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.setFont(run.font)
        painter.setPen(run.ink)
        painter.drawText(QPointF(x, baseline), text)
        x += measure.horizontalAdvance(text) + gap
    return x - gap


class Text(QLabel):
    """Show plain text in a type role and a colour role, on one line or wrapped.

    One line that is too narrow ends in an ellipsis and tells the whole in its tooltip. The text
    stays QLabel's own, so a screen reader reads what is shown.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        role: str = "body",
        *,
        color: str = "text",
        bold: bool | None = None,
        italic: bool = False,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Take the roles; `bold` overrules the weight of the type role."""
        super().__init__(parent)
        self._theme = theme
        self._role = role
        self._color = color
        self._bold = bold
        self._italic = italic
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        policy = self.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Fixed if not wrap else QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        self.setText(text)
        self._dress()
        theme.theme_changed.connect(self._dress)

    def set_color(self, color: str) -> None:
        """Show the text in another colour role."""
        if color != self._color:
            self._color = color
            self.update()

    def set_bold(self, bold: bool | None) -> None:
        """Overrule the weight of the type role, or leave it to the role with None."""
        self._bold = bold
        self._dress()

    def setText(self, text: str) -> None:
        # setting the same again would lay out the pane for nothing
        if text != self.text():
            super().setText(text)
            self._tell_cut()

    def hasHeightForWidth(self) -> bool:
        return self.wordWrap()

    def heightForWidth(self, width: int) -> int:
        if not self.wordWrap():
            return -1
        return self._height_of(self._layout_text(width - self._hang()))

    def sizeHint(self) -> QSize:
        if self.wordWrap():
            margins = self.contentsMargins()
            width = min(self._natural_width(), self._theme.space(_WIDEST)) + margins.left() + margins.right()
            return QSize(width, self._height_of(self._layout_text(width - self._hang())))
        return QSize(self._natural_width(), self._theme.line_height(self._role))

    def minimumSizeHint(self) -> QSize:
        line = self._theme.line_height(self._role)
        if self.wordWrap():
            return QSize(self._theme.space(80), line)
        return QSize(min(self._natural_width(), self._theme.space(32)), line)

    def width_in(self, room: int) -> int:
        """Return the width in pixels that one line takes of a room, cut where that ends."""
        natural = self._natural_width()
        if natural <= room:
            return natural
        metrics, hang = QFontMetricsF(self.font()), self._hang()
        cut = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room - hang)
        return min(room, ceil(metrics.horizontalAdvance(cut)) + hang)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_cut()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink = self._theme.color(self._color if self.isEnabled() else "ctl")
        if self.wordWrap():
            line_height = self._theme.line_height(self._role)
            painter.setPen(ink)
            layout = self._layout_text(self.width() - self._hang())
            top = self.contentsMargins().top() + (line_height - QFontMetricsF(self.font()).height()) / 2
            layout.draw(painter, QPointF(self.contentsMargins().left() + self._hang(), top))
            return
        run = Run(self.text().replace("\n", " "), self.font(), ink)
        area = QRectF(self.rect()).adjusted(self._hang(), 0, 0, 0)
        if self.alignment() & Qt.AlignmentFlag.AlignRight:
            area.setLeft(max(0.0, area.right() - runs_width([run], 0)))
        elif self.alignment() & Qt.AlignmentFlag.AlignHCenter:
            area.setLeft(max(0.0, (area.width() - runs_width([run], 0)) / 2))
        paint_runs(painter, area, [run], 0)

    def _dress(self) -> None:
        self.setFont(self._theme.font(self._role, bold=self._bold, italic=self._italic))
        self.updateGeometry()
        self.update()

    def _natural_width(self) -> int:
        metrics = QFontMetricsF(self.font())
        widest = max((metrics.horizontalAdvance(line) for line in self.text().split("\n")), default=0.0)
        return ceil(widest) + self._hang()

    def _hang(self) -> int:
        """Return by how much the first letter would stand out at the left and be cut there, as a J does."""
        first = self.text()[:1]
        return ceil(max(0.0, -QFontMetricsF(self.font()).leftBearing(first))) if first else 0

    def _tell_cut(self) -> None:
        cut = not self.wordWrap() and self.isVisible() and self._natural_width() > self.width()
        if cut:
            self.setToolTip(_as_tooltip(self.text()))
        elif self.toolTip() == _as_tooltip(self.text()):
            self.setToolTip("")

    def _layout_text(self, width: int) -> QTextLayout:
        layout = QTextLayout(self.text().replace("\n", "\u2028"), self.font())
        option = QTextOption(self.alignment())
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        line_height = self._theme.line_height(self._role)
        margins = self.contentsMargins()
        room = width - margins.left() - margins.right()
        layout.beginLayout()
        top = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, room))
            line.setPosition(QPointF(0, top))
            top += line_height
        layout.endLayout()
        return layout

    def _height_of(self, layout: QTextLayout) -> int:
        margins = self.contentsMargins()
        return max(1, layout.lineCount()) * self._theme.line_height(self._role) + margins.top() + margins.bottom()


def _as_tooltip(text: str) -> str:
    """Return text that a tooltip cannot take for markup."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<p style='white-space:pre-wrap'>{escaped}</p>"
