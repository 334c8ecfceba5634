"""ui: a section's title over a hairline, with a word at its right end and room for controls."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ui.theme import Theme
from ui.widgets.inset import BLEED
from ui.widgets.text import Text


class SectionTitle(QWidget):
    """Show a bold title, a muted word after it and one at the right, and a hairline under all."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        *,
        detail: str = "",
        aside: str = "",
        line: bool = True,
        bleed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Take the title, a muted detail beside it and an aside at the right end.

        With `bleed` the line reaches as far past the words as the rows of tables reach past theirs.
        """
        super().__init__(parent)
        self._theme = theme
        self._line = line
        self._bleed = BLEED if bleed else 0
        self._has_control = False
        self._right = self._bleed
        self._title = Text(theme, title, "title", parent=self)
        self._detail = Text(theme, detail, "meta", color="muted", parent=self)
        self._aside = Text(theme, aside, "meta", color="muted", parent=self)
        self._aside.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._box = QHBoxLayout(self)
        self._box.addWidget(self._title)
        self._box.addWidget(self._detail)
        self._box.addStretch(1)
        self._box.addWidget(self._aside)
        self._dress()
        theme.theme_changed.connect(self._dress)

    def set_title(self, title: str) -> None:
        """Show another title."""
        self._title.setText(title)

    def set_detail(self, detail: str) -> None:
        """Show another detail beside the title."""
        self._detail.setText(detail)

    def set_aside(self, aside: str) -> None:
        """Show another word at the right end."""
        self._aside.setText(aside)

    def add_control(self, control: QWidget) -> None:
        """Put a button or the like at the right end."""
        self._box.addWidget(control)
        self._has_control = True
        # a borderless button has a margin of its own around its words
        self._right = 0 if isinstance(control, QPushButton) and control.isFlat() else self._bleed
        self._dress()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._line:
            edge = self._theme.edge()
            QPainter(self).fillRect(0, self.height() - edge, self.width(), edge, self._theme.color("line2"))

    def _dress(self) -> None:
        space = self._theme.space
        above, below = 4, 6
        if self._has_control:
            # a control fills the height, which stays while it is hidden
            above = below = 1
            self.setFixedHeight(self._theme.size("control") + space(above) + space(below))
        self._box.setContentsMargins(space(self._bleed), space(above), space(self._right), space(below))
        self._box.setSpacing(space(8))


class Hairline(QWidget):
    """Be a line one pixel high that separates and means nothing."""

    def __init__(self, theme: Theme, role: str = "line", parent: QWidget | None = None) -> None:
        """Take which of the two line roles it has."""
        super().__init__(parent)
        self._theme = theme
        self._role = role
        self._dress()
        theme.theme_changed.connect(self._dress)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.color(self._role))

    def _dress(self) -> None:
        self.setFixedHeight(self._theme.edge())
        self.update()


class Surface(QWidget):
    """Be a plain surface of one colour role for what stands on it, with hairlines at the edges asked for."""

    def __init__(
        self,
        theme: Theme,
        role: str = "base",
        *,
        line_below: bool = False,
        line_above: bool = False,
        line_left: bool = False,
        line_right: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Take the colour role of the surface and where it ends in a hairline."""
        super().__init__(parent)
        self._theme = theme
        self._role = role
        self._lines = (line_above, line_right, line_below, line_left)
        theme.theme_changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color(self._role))
        edge, ink = self._theme.edge(), self._theme.color("line")
        above, right, below, left = self._lines
        if above:
            painter.fillRect(0, 0, self.width(), edge, ink)
        if right:
            painter.fillRect(self.width() - edge, 0, edge, self.height(), ink)
        if below:
            painter.fillRect(0, self.height() - edge, self.width(), edge, ink)
        if left:
            painter.fillRect(0, 0, edge, self.height(), ink)
