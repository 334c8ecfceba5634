"""ui: how much each side needs the other - a bar each, and what it comes to in words."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from core.dependence import power_leans_to
from core.side import Side
from core.words import EN_DASH, Words
from ui.theme import Theme
from ui.widgets.text import Text


class _ShareBar(QWidget):
    """A share as a bar: ours solid, theirs hatched, so that colour alone tells nothing."""

    def __init__(self, theme: Theme, side: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._side = side
        self._share: Decimal | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_share(self, share: Decimal | None) -> None:
        self._share = share
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.space(120), self._theme.space(10))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._theme
        whole = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(theme.color("line2"), theme.edge()))
        painter.drawRect(whole)
        if self._share is None:
            return
        part = QRectF(0, 0, self.width() * float(self._share) / 100, self.height())
        if self._side == "us":
            painter.fillRect(part, theme.color("us"))
            return
        painter.setClipRect(part)
        painter.fillRect(part, theme.color("tint_them"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("them"), max(1.5, theme.space(1.5))))
        step, height = theme.space(5), self.height()
        for x in range(-height, int(part.width()) + height, step):
            painter.drawLine(x, height, x + height, 0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.drawRect(part.adjusted(0.5, 0.5, -0.5, -0.5))


class DependenceLine(QWidget):
    """One direction of the dependence: whose share of what, the figure, the bar, what it rests on."""

    def __init__(self, theme: Theme, name: str, side: str, parent: QWidget | None = None) -> None:
        """Take the words and the side whose colour and shape the bar has: us or them."""
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._figure = Text(theme, "", bold=True, parent=self)
        self._bar = _ShareBar(theme, side, self)
        self._basis = Text(theme, "", "meta", color="muted", parent=self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.addWidget(Text(theme, name, parent=self), 0, 0)
        self._grid.addWidget(self._figure, 0, 1)
        self._grid.addWidget(self._bar, 1, 0, 1, 2)
        self._grid.addWidget(self._basis, 2, 0, 1, 2)
        self._grid.setColumnStretch(0, 1)
        self._grid.setVerticalSpacing(theme.space(3))

    def set_share(self, share: Decimal | None, figure: str, basis: str) -> None:
        """Show a share of 0 to 100 per cent; None is not known."""
        self._figure.setText(figure or EN_DASH)
        self._bar.set_share(share)
        self._basis.setText(basis)
        self._basis.setVisible(bool(basis))
        self.setAccessibleName(f"{self._name} {figure} {basis}".strip())


def lean(say: Words, ours: Decimal | None, theirs: Decimal | None) -> str:
    """Say to whom the power leans."""
    if ours is None or theirs is None:
        return say("Fill in both shares to see to whom the power leans.")
    match power_leans_to(ours, theirs):
        case Side.THEM:
            return say("Power leans to them: we need them more than they need us.")
        case Side.US:
            return say("Power leans to us: they need us more than we need them.")
    return say("Both need each other about as much.")
