"""ui: the palette - one line that goes to records, runs commands and finds texts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from core.words import Words
from ui.icons import paint_icon
from ui.main_window import MainWindow
from ui.overlay import Overlay
from ui.palette_entries import COMMANDS_ONLY, Entry, Offer, Section
from ui.session import Session
from ui.style import paint_key_cap
from ui.theme import Theme
from ui.tools import Tools
from ui.widgets.field import Field
from ui.widgets.key_cap import KeyHint, cap_size, key_name
from ui.widgets.section import Hairline
from ui.widgets.text import Run, Text, paint_runs

_Index = QModelIndex | QPersistentModelIndex
_ENTRY = Qt.ItemDataRole.UserRole + 1
_MOST_SHOWN = 380
_ROW = 36
_TITLE = 28


class _Lines(QAbstractListModel):
    """The entries under the titles of their groups."""

    def __init__(self, say: Words, parent: QObject) -> None:
        super().__init__(parent)
        self._titles = {
            Section.GO: say("Go to"),
            Section.COMMANDS: say("Commands"),
            Section.FOUND: say("Found in text"),
            Section.NEW: say("Add"),
        }
        self._lines: list[Entry | Section] = []

    def set_entries(self, entries: Sequence[Entry]) -> None:
        self.beginResetModel()
        self._lines = []
        for entry in entries:
            last = self._lines[-1] if self._lines else None
            if not isinstance(last, Entry) or last.section is not entry.section:
                self._lines.append(entry.section)
            self._lines.append(entry)
        self.endResetModel()

    def entry_at(self, row: int) -> Entry | None:
        line = self._lines[row] if 0 <= row < len(self._lines) else None
        return line if isinstance(line, Entry) else None

    def next_entry(self, row: int, step: int) -> int:
        """Return the nearest row with an entry, from `row` on in the direction of `step`, -1 for none."""
        while 0 <= row < len(self._lines):
            if isinstance(self._lines[row], Entry):
                return row
            row += step
        return -1

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if self.entry_at(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self._lines[index.row()]
        if role == _ENTRY:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if isinstance(line, Entry):
                return ", ".join(part for part in (line.title, line.detail, key_name(line.keys)) if part)
            return self._titles[line]
        return None


class _LineDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        entry = index.data(_ENTRY)
        return QSize(100, self._theme.space(_ROW if isinstance(entry, Entry) else _TITLE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme = self._theme
        rect = QRectF(option.rect)
        line = index.data(_ENTRY)
        painter.save()
        pad = theme.space(16)
        if not isinstance(line, Entry):
            run = Run(str(index.data()), theme.font("meta"), theme.color("muted"))
            paint_runs(painter, rect.adjusted(pad, theme.space(4), -pad, 0), [run], 0)
            painter.restore()
            return
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.color("sel"))
            painter.fillRect(QRectF(rect.x(), rect.y(), theme.space(3), rect.height()), theme.color("mark"))
        side = theme.size("icon")
        paint_icon(painter, theme, line.icon, QRectF(rect.x() + pad, rect.y(), side, rect.height()), role="muted")
        right = rect.right() - pad
        if line.keys:
            name = key_name(line.keys)
            cap = cap_size(theme, name)
            at = QRectF(right - cap.width(), rect.center().y() - cap.height() / 2, cap.width(), cap.height())
            paint_key_cap(painter, theme, at, name, ink=theme.color("muted"), edge=theme.color("line2"))
            right = at.left() - theme.space(8)
        area = QRectF(rect.x() + pad + side + theme.space(12), rect.y(), 0, rect.height())
        area.setRight(right)
        end = self._paint_title(painter, area, line)
        detail = Run(line.detail, theme.font("meta"), theme.color("muted"))
        area.setLeft(end + theme.space(12))
        paint_runs(painter, area, [detail], 0)
        painter.restore()

    def _paint_title(self, painter: QPainter, area: QRectF, line: Entry) -> float:
        theme = self._theme
        plain, ink = theme.font("body"), theme.color("text")
        marked = theme.font("body", bold=True)
        marked.setUnderline(True)
        if line.at < 0:
            return paint_runs(painter, area, [Run(line.title, plain, ink)], 0)
        end = line.at + line.length
        runs = [
            Run(line.title[: line.at], plain, ink),
            Run(line.title[line.at : end], marked, ink),
            Run(line.title[end:], plain, ink),
        ]
        return paint_runs(painter, area, runs, 0)


class CommandPalette(Overlay):
    """Offer what fits the text typed; Up and Down choose, Enter does it, Escape closes."""

    def __init__(self, tools: Tools, window: MainWindow, session: Session | None) -> None:
        """Take the window with its commands and the open logbook, if there is one."""
        theme, say = tools.theme, tools.say
        super().__init__(theme, window)
        self._offer = Offer(
            say,
            window.commands,
            None if session is None else session.logbook,
            (lambda _place: False) if session is None else session.go,
        )
        self.setAccessibleName(say("Go to a place or run a command"))
        self.field = Field(theme, say("Go to or run"), hint=say("Name, command or words to find"), icon="search")
        self.field.setFrame(False)
        self.field.setProperty("draws_own_ring", True)
        self.lines = _Lines(say, self)
        self.view = QListView(self.panel)
        self.view.setModel(self.lines)
        self.view.setItemDelegate(_LineDelegate(theme, self.view))
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setAccessibleName(say("What fits"))
        self.lay_on(self.view)
        head = QHBoxLayout()
        head.setContentsMargins(theme.space(8), theme.space(8), theme.space(16), theme.space(8))
        head.addWidget(self.field)
        self.body.addLayout(head)
        self.body.addWidget(Hairline(theme, "line2", self.panel))
        words = say("Nothing is called that, and no text holds it.")
        self.nothing = Text(theme, words, color="muted", parent=self.panel)
        self.nothing.setContentsMargins(theme.space(16), theme.space(8), theme.space(16), theme.space(8))
        self.body.addWidget(self.nothing)
        self.body.addWidget(self.view)
        self.body.addWidget(Hairline(theme, "line2", self.panel))
        self.body.addLayout(self._foot(say))
        self.field.textChanged.connect(self._on_text_changed)
        self.field.installEventFilter(self)
        self.view.clicked.connect(lambda _index: self.run_chosen())
        self._on_text_changed("")
        self.appear(self.field)

    def run_chosen(self) -> None:
        """Do what is chosen, once the palette is gone."""
        entry = self.lines.entry_at(self.view.currentIndex().row())
        if entry is not None:
            self.go()
            entry.run()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
            key = Qt.Key(event.key())
            if key in steps:
                self._move(steps[key])
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.run_chosen()
                return True
        return super().eventFilter(watched, event)

    def _foot(self, say: Words) -> QHBoxLayout:
        theme = self._theme
        row = QHBoxLayout()
        row.setContentsMargins(theme.space(16), theme.space(8), theme.space(16), theme.space(8))
        row.setSpacing(theme.space(16))
        both = QHBoxLayout()
        both.setSpacing(theme.space(6))
        both.addWidget(KeyHint(theme, "Up", parent=self.panel))
        both.addWidget(KeyHint(theme, "Down", say("choose"), self.panel))
        row.addLayout(both)
        row.addWidget(KeyHint(theme, COMMANDS_ONLY, say("commands only"), self.panel))
        row.addStretch(1)
        row.addWidget(KeyHint(theme, "Esc", say("close"), self.panel))
        return row

    def _on_text_changed(self, text: str) -> None:
        self.lines.set_entries(self._offer.entries(text))
        first = self.lines.next_entry(0, 1)
        self.nothing.setVisible(first < 0)
        self.view.setVisible(first >= 0)
        if first >= 0:
            self.view.setCurrentIndex(self.lines.index(first, 0))
        height = sum(self.view.sizeHintForRow(row) for row in range(self.lines.rowCount()))
        self.view.setFixedHeight(max(self._theme.space(_ROW), min(height + 2, self._theme.space(_MOST_SHOWN))))
        self.arrange()

    def _move(self, step: int) -> None:
        row = self.lines.next_entry(self.view.currentIndex().row() + step, step)
        if row >= 0:
            self.view.setCurrentIndex(self.lines.index(row, 0))
            self.view.scrollTo(self.lines.index(row, 0))
