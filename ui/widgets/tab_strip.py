"""ui: tabs as words with a line under the chosen one; nothing shifts when another is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QTabBar, QWidget

from ui.theme import Theme
from ui.widgets.key_cap import key_name
from ui.widgets.text import text_width

HEIGHT = 36  # pixels at 100 %


class TabStrip(QTabBar):
    """Let one of a few views be chosen; Left and Right move, as in any tab bar."""

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        name: str,
        tabs: Sequence[tuple[str, str]],
        *,
        shortcuts: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Take what the tabs belong to in words, key and word of each, and the shortcuts for their tooltips."""
        super().__init__(parent)
        self._theme = theme
        self._keys = [key for key, _ in tabs]
        self._words = [word for _, word in tabs]
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        for index, word in enumerate(self._words):
            self.addTab(word.replace("&", "&&"))
            if index < len(shortcuts):
                self.setTabToolTip(index, key_name(shortcuts[index]))
        self.currentChanged.connect(self._on_current_changed)
        self._dress()
        theme.theme_changed.connect(self._dress)

    @property
    def current(self) -> str:
        """Return the key of the chosen tab."""
        return self._keys[self.currentIndex()]

    def set_current(self, key: str) -> None:
        """Choose a tab without telling."""
        blocked = self.blockSignals(True)
        self.setCurrentIndex(self._keys.index(key))
        self.blockSignals(blocked)
        self.update()

    def tabSizeHint(self, index: int) -> QSize:
        width = text_width(self._theme, self._words[index], "body", bold=True) if index < len(self._words) else 0
        return QSize(width + self._theme.space(24), self._theme.space(HEIGHT))

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def _on_current_changed(self, index: int) -> None:
        if 0 <= index < len(self._keys):
            self.chosen.emit(self._keys[index])

    def _dress(self) -> None:
        self.setFont(self._theme.font("body"))
        self.setFixedHeight(self._theme.space(HEIGHT))
        self.updateGeometry()
        self.update()
