"""ui: a pane that scrolls as a whole, and parts that stand under each other without room between them."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.inset import BLEED
from ui.widgets.section import Surface

_AROUND = 8  # pixels that are left around what is brought into view


class Page(QScrollArea):
    """A column of parts that scrolls as a whole; `column` takes the parts."""

    def __init__(
        self, theme: Theme, role: str, pad: int, parent: QWidget | None = None, *, bleeds: bool = False
    ) -> None:
        """Take the colour role of the surface and how far text stands from its edges, in pixels at 100 %.

        Where it `bleeds` its tables reach past their text on both sides, and all else in it is to be inset.
        """
        super().__init__(parent)
        self._theme = theme
        self._role = role
        self._pad = pad
        self._bleeds = bleeds
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        surface = Surface(theme, role, parent=self)
        self.column = QVBoxLayout(surface)
        self.setWidget(surface)
        self._dress()
        theme.theme_changed.connect(self._dress)

    def _dress(self) -> None:
        pad = self._theme.space(self._pad)
        side = pad - self._theme.space(BLEED) if self._bleeds else pad
        self.column.setContentsMargins(side, self._theme.space(16), side, pad)
        self.column.setSpacing(self._theme.space(16))
        palette = self.palette()
        palette.setColor(palette.ColorRole.Window, self._theme.color(self._role))
        self.setPalette(palette)
        self.viewport().setPalette(palette)


def bring_into_view(part: QWidget) -> None:
    """Scroll the page on which a part stands, if any, so that it can be read; where it lies is known once laid out."""

    def scroll() -> None:
        page = part.parentWidget()
        while page is not None and not isinstance(page, QScrollArea):
            page = page.parentWidget()
        if isinstance(page, QScrollArea) and part.isVisible():
            page.ensureWidgetVisible(part, 0, _AROUND)

    QTimer.singleShot(0, part, scroll)


def stacked(*parts: QWidget, gap: int = 0) -> QWidget:
    """Return a widget that holds parts under each other, `gap` pixels apart: a title over its table."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(gap)
    for part in parts:
        column.addWidget(part)
    return box
