"""ui: the tabs of a file - each with parts of one page, of which those of the chosen tab are shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.theme import Theme
from ui.widgets.page import Page
from ui.widgets.tab_strip import TabStrip


class FileTabs(TabStrip):
    """Let a part of a file be chosen; `shown` tells of a tab that came up, whoever chose it."""

    shown = Signal(str)

    def __init__(
        self,
        theme: Theme,
        name: str,
        page: Page,
        tabs: Sequence[tuple[str, str, Sequence[QWidget]]],
        parent: QWidget | None = None,
    ) -> None:
        """Take the page, and of each tab its key, its word and the parts that stand on the page with it."""
        super().__init__(theme, name, [(key, word) for key, word, _ in tabs], parent=parent)
        self._page = page
        self._parts = {key: tuple(parts) for key, _, parts in tabs}
        for parts in self._parts.values():
            for part in parts:
                page.column.addWidget(part)
        page.column.addStretch(1)
        self.chosen.connect(self.show_tab)
        self.show_tab(tabs[0][0])

    def show_tab(self, tab: str) -> None:
        """Show the parts of a tab, from the top of the page."""
        self.set_current(tab)
        for key, parts in self._parts.items():
            for part in parts:
                part.setVisible(key == tab)
        self._page.verticalScrollBar().setValue(0)
        self.shown.emit(tab)
