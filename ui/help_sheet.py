"""ui: the help over the window - a title, columns of titled tables that scroll, and Escape."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from core.words import Words
from ui.overlay import Overlay
from ui.theme import Theme
from ui.widgets.button import Button, ButtonKind
from ui.widgets.section import SectionTitle
from ui.widgets.text import Text

_AROUND = 160  # kept free above and below, pixels at 100 %


class HelpSheet(Overlay):
    """Lay titled tables side by side in a panel; Escape closes."""

    def __init__(self, theme: Theme, say: Words, host: QWidget, title: str, *, width: int = 1000) -> None:
        """Take the title; `lay_out` fills and shows the sheet."""
        super().__init__(theme, host, width=width, top=72)
        self.setAccessibleName(title)
        self._say = say
        self._title = title

    def lay_out(self, columns: Sequence[Sequence[QWidget]], aside: str = "", other: Button | None = None) -> None:
        """Show the sheet with these parts, column by column; `aside` stands under the title, `other` beside Close."""
        theme = self._theme
        inner = QWidget()
        row = QHBoxLayout(inner)
        row.setContentsMargins(theme.space(24), theme.space(8), theme.space(24), theme.space(20))
        row.setSpacing(theme.space(32))
        for parts in columns:
            column = QVBoxLayout()
            column.setSpacing(theme.space(12))
            for part in parts:
                column.addWidget(part)
            column.addStretch(1)
            row.addLayout(column, 1)
        scroll = QScrollArea(self.panel)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inner)
        scroll.setMinimumHeight(min(inner.sizeHint().height(), self._host.height() - theme.space(_AROUND)))
        scroll.setAccessibleName(self._title)
        self.lay_on(scroll, scroll.viewport(), inner)
        self.body.addLayout(self._head(other))
        if aside:
            told = Text(theme, aside, "meta", color="muted", wrap=True, parent=self.panel)
            told.setContentsMargins(theme.space(24), 0, theme.space(24), theme.space(4))
            self.body.addWidget(told)
        self.body.addWidget(scroll)
        self.appear(scroll)

    def table(self, title: str, first: int) -> tuple[QWidget, QGridLayout]:
        """Return an empty table of two columns under a title, the first one so many pixels wide at 100 %."""
        theme = self._theme
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(theme.space(5))
        grid.setHorizontalSpacing(theme.space(12))
        grid.setColumnMinimumWidth(0, theme.space(first))
        grid.setColumnStretch(1, 1)
        grid.addWidget(SectionTitle(theme, title, parent=box), 0, 0, 1, 2)
        return box, grid

    def _head(self, other: Button | None) -> QHBoxLayout:
        theme = self._theme
        head = QHBoxLayout()
        head.setContentsMargins(theme.space(24), theme.space(16), theme.space(16), theme.space(4))
        head.setSpacing(theme.space(8))
        head.addWidget(Text(theme, self._title, "page", parent=self.panel))
        head.addStretch(1)
        close = Button(theme, self._say("Close"), ButtonKind.QUIET, key="Esc", parent=self.panel)
        close.clicked.connect(self.turn_away)
        for each in filter(None, (other, close)):
            head.addWidget(each)
        return head
