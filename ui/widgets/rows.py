"""ui: a column of rows that can be chosen, with one stop for Tab and the arrows inside."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import Theme

_STEPS: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Row(QAbstractButton):
    """Be one row; subclasses paint it and say what it tells a screen reader."""

    def __init__(self, theme: Theme, key: str, parent: QWidget | None = None) -> None:
        """Take the key by which the column knows the row."""
        super().__init__(parent)
        self.theme = theme
        self.key = key
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def tell(self, words: str) -> None:
        """Give the row its words for a screen reader."""
        self.setAccessibleName(words)

    def sizeHint(self) -> QSize:
        return QSize(self.theme.space(120), self.theme.size("row"))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.space(32), self.theme.size("row"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # a button would pass the focus on by itself; the column moves it instead
        if event.key() in (*_STEPS, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End):
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def nextCheckState(self) -> None:
        # the column decides which row is the chosen one
        return


class Column(QWidget):
    """Hold rows of which at most one is chosen; Up, Down, Home and End walk, Enter and Space choose."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        """Take what the column holds in words."""
        super().__init__(parent)
        self.theme = theme
        self.rows: dict[str, Row] = {}
        self._current = ""
        self.setAccessibleName(name)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(0)
        theme.theme_changed.connect(self._dress)

    @property
    def current(self) -> str:
        """Return the key of the chosen row, empty for none."""
        return self._current

    def add_row(self, row: Row) -> None:
        """Put a row at the end."""
        self.rows[row.key] = row
        row.clicked.connect(lambda _=False, key=row.key: self._choose(key))
        self.box.addWidget(row)
        self._mark()

    def clear_rows(self) -> None:
        """Take all rows out."""
        for row in self.rows.values():
            self.box.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows.clear()
        self._current = ""

    def set_current(self, key: str) -> None:
        """Mark a row as the chosen one without telling; an unknown key marks none."""
        self._current = key if key in self.rows else ""
        self._mark()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = [key for key, row in self.rows.items() if row.isVisibleTo(self) and row.isEnabled()]
        at = next((index for index, key in enumerate(keys) if self.rows[key].hasFocus()), -1)
        if event.key() in _STEPS and keys:
            self._enter(keys[min(max(at + _STEPS[event.key()], 0), len(keys) - 1)])
        elif event.key() == Qt.Key.Key_Home and keys:
            self._enter(keys[0])
        elif event.key() == Qt.Key.Key_End and keys:
            self._enter(keys[-1])
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self._mark()

    def _enter(self, key: str) -> None:
        self.rows[key].setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self, key: str) -> None:
        self.set_current(key)
        self.chosen.emit(key)

    def _mark(self) -> None:
        stop = self._current or next(iter(self.rows), "")
        for key, row in self.rows.items():
            row.setChecked(key == self._current)
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if key == stop else Qt.FocusPolicy.ClickFocus)
            row.update()

    def _dress(self) -> None:
        for row in self.rows.values():
            row.updateGeometry()
            row.update()
