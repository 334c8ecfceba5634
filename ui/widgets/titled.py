"""ui: a part of a page under its title, level with the tables around it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.inset import BLEED
from ui.widgets.section import SectionTitle


class Titled(QWidget):
    """Show a title over a hairline, and under it `column` with the parts, for a page that bleeds."""

    def __init__(
        self, theme: Theme, name: str, *, aside: str = "", gap: int = 6, parent: QWidget | None = None
    ) -> None:
        """Take the title, a word for its right end, and the room between the parts in pixels at 100 %."""
        super().__init__(parent)
        self._theme = theme
        self._gap = gap
        self.title = SectionTitle(theme, name, aside=aside, bleed=True, parent=self)
        self.column = QVBoxLayout()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.title)
        whole.addLayout(self.column)
        self._dress_column()
        theme.theme_changed.connect(self._dress_column)

    def _dress_column(self) -> None:
        space = self._theme.space
        self.column.setContentsMargins(space(BLEED), space(8), space(BLEED), 0)
        self.column.setSpacing(space(self._gap))
