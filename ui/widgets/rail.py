"""ui: the rail at the left of the window - the places, wide with words and counts or narrow with icons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from core.words import Words
from ui.icons import paint_icon
from ui.style import paint_panel
from ui.theme import Theme
from ui.widgets.key_cap import key_name
from ui.widgets.rows import Column, Row
from ui.widgets.text import Run, paint_runs, runs_width

WIDE = 184
NARROW = 52


@dataclass(frozen=True, slots=True)
class Place:
    """Name a place of the rail: its key, its icon, its word and its shortcut in Qt's portable writing."""

    key: str
    icon: str
    word: str
    shortcut: str = ""


class _PlaceRow(Row):
    def __init__(self, theme: Theme, place: Place, parent: QWidget) -> None:
        super().__init__(theme, place.key, parent)
        self._place = place
        self._aside = ""
        self._narrow = False
        self._retell()

    def set_aside(self, aside: str) -> None:
        self._aside = aside
        self._retell()
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        self._narrow = narrow
        self._retell()
        self.update()

    def sizeHint(self) -> QSize:
        width = self.theme.space((NARROW if self._narrow else WIDE) - 16)
        return QSize(width, self.theme.size("row"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, on = self.theme, self.isChecked()
        rect, radius = QRectF(self.rect()), theme.size("radius")
        if on:
            edge = theme.color("line")
            paint_panel(painter, rect, fill=theme.color("base"), edge=edge, radius=radius, width=theme.edge())
            bar = QRectF(0, theme.space(4), theme.space(3), rect.height() - 2 * theme.space(4))
            painter.fillRect(bar, theme.color("mark"))
        elif self.underMouse() and self.isEnabled():
            paint_panel(painter, rect, fill=theme.color("line"), edge=None, radius=radius)
        side = theme.size("icon")
        ink = ("mark" if on else "muted") if self.isEnabled() else "ctl"
        if self._narrow:
            paint_icon(painter, theme, self._place.icon, rect, role=ink)
            return
        pad, gap = theme.space(10), theme.space(10)
        paint_icon(painter, theme, self._place.icon, QRectF(pad, 0, side, rect.height()), role=ink)
        aside = [Run(self._aside, theme.font("meta", bold=on), theme.color("muted"))]
        width = runs_width(aside, 0)
        area = rect.adjusted(pad + side + gap, 0, -pad - width - (gap if width else 0), 0)
        word = theme.color("text" if self.isEnabled() else "ctl")
        paint_runs(painter, area, [Run(self._place.word, theme.font("body", bold=on), word)], 0)
        paint_runs(painter, QRectF(rect.right() - pad - width, 0, width + 1, rect.height()), aside, 0)

    def _retell(self) -> None:
        self.tell(f"{self._place.word} {self._aside}".strip())
        shortcut = key_name(self._place.shortcut) if self._place.shortcut else ""
        named = f"{self._place.word} ({shortcut})" if shortcut else self._place.word
        self.setToolTip(named if self._narrow else shortcut)


class Rail(QWidget):
    """Show the places and the menu; tell which one was chosen and let the window switch.

    Places at the foot stand apart from the others, as the settings do.
    """

    place_chosen = Signal(str)
    menu_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        say: Words,
        places: Sequence[Place],
        foot: Sequence[Place] = (),
        *,
        menu: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """Take the places from top to bottom; without `menu` the system's menu bar shows the menus."""
        super().__init__(parent)
        self._theme = theme
        self._say = say
        self._narrow = False
        self.setAutoFillBackground(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._top = Column(theme, say("Places"), self)
        self._foot = Column(theme, say("Places"), self)
        self._menu = _PlaceRow(theme, Place("menu", "menu", say("Menu"), "F10"), self)
        self._menu.set_aside(key_name("F10"))
        self._menu.clicked.connect(self.menu_requested)
        self._menu.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._menu.setVisible(menu)
        for column, group in ((self._top, places), (self._foot, foot)):
            for place in group:
                column.add_row(_PlaceRow(theme, place, column))
            column.chosen.connect(self._on_chosen)
        self._box = QVBoxLayout(self)
        self._box.addWidget(self._menu)
        self._box.addWidget(self._top)
        self._box.addStretch(1)
        self._box.addWidget(self._foot)
        self._dress()
        theme.theme_changed.connect(self._dress)

    @property
    def current(self) -> str:
        """Return the key of the place that is marked, empty for none."""
        return self._top.current or self._foot.current

    @property
    def narrow(self) -> bool:
        """Return whether only icons are shown."""
        return self._narrow

    def set_current(self, key: str) -> None:
        """Mark a place without telling."""
        self._top.set_current(key)
        self._foot.set_current(key)

    def set_open(self, is_open: bool) -> None:
        """Let places be chosen, or not, as while no logbook is open; the menu is always there."""
        for column in (self._top, self._foot):
            column.setEnabled(is_open)

    def set_count(self, key: str, count: int | None) -> None:
        """Show how many things wait in a place, or nothing for None."""
        row = self._row(key)
        if row is not None:
            row.set_aside("" if count is None else self._say.number(count))

    def set_narrow(self, narrow: bool) -> None:
        """Show icons only, or icons with words and counts."""
        self._narrow = narrow
        self._dress()

    def menu_row(self) -> QWidget:
        """Return the row under which the menu opens."""
        return self._menu

    def sizeHint(self) -> QSize:
        return QSize(self._theme.space(NARROW if self._narrow else WIDE), self._theme.space(320))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("rail"))
        edge = self._theme.edge()
        painter.fillRect(self.width() - edge, 0, edge, self.height(), self._theme.color("line"))

    def _on_chosen(self, key: str) -> None:
        self.set_current(key)
        self.place_chosen.emit(key)

    def _row(self, key: str) -> _PlaceRow | None:
        row = self._top.rows.get(key) or self._foot.rows.get(key)
        return row if isinstance(row, _PlaceRow) else None

    def _dress(self) -> None:
        theme = self._theme
        pad = theme.space(8)
        self._box.setContentsMargins(pad, pad, pad, theme.space(8))
        self._box.setSpacing(theme.space(8))
        self._top.box.setSpacing(theme.space(2))
        self._foot.box.setSpacing(theme.space(2))
        for row in (self._menu, *self._top.rows.values(), *self._foot.rows.values()):
            if isinstance(row, _PlaceRow):
                row.set_narrow(self._narrow)
        self.setFixedWidth(theme.space(NARROW if self._narrow else WIDE))
        self.update()
