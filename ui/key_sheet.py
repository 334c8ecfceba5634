"""ui: the sheet of keys, and what Logroll is - panels over the window that only show."""

from __future__ import annotations

import platform
from pathlib import Path

import PySide6
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from core.version import VERSION
from core.words import Words
from ui.meet.signs import SIGNS
from ui.overlay import Overlay
from ui.shortcuts import SCREEN_KEYS, SHORTCUTS, Group
from ui.theme import Theme
from ui.widgets.button import Button, ButtonKind
from ui.widgets.key_cap import KeyHint
from ui.widgets.section import SectionTitle
from ui.widgets.text import Text

_AROUND = 160  # kept free above and below, pixels at 100 %


def rows_of_group(say: Words, group: Group) -> list[tuple[str, str]]:
    """Return keys and words of everything in a group that has a key."""
    commands = [(each.keys[0], say(each.text)) for each in SHORTCUTS if each.group is group and each.keys]
    return [*commands, *((keys, say(text)) for each, keys, text in SCREEN_KEYS if each is group)]


class KeySheet(Overlay):
    """Show every key with what it does, in two columns; Escape closes."""

    def __init__(self, theme: Theme, say: Words, host: QWidget) -> None:
        """Build and show the sheet."""
        super().__init__(theme, host, width=1000, top=72)
        self.setAccessibleName(say("Keys and help"))
        inner = QWidget()
        columns = QHBoxLayout(inner)
        columns.setContentsMargins(theme.space(24), theme.space(8), theme.space(24), theme.space(20))
        columns.setSpacing(theme.space(32))
        halves = ((Group.FILE, Group.EDIT, Group.VIEW, Group.HELP), (Group.GO, Group.NEGOTIATION))
        for half in halves:
            column = QVBoxLayout()
            column.setSpacing(theme.space(12))
            for group in half:
                column.addWidget(self._group(say, group))
            if Group.NEGOTIATION in half:
                column.addWidget(self._signs(say))
            column.addStretch(1)
            columns.addLayout(column, 1)
        scroll = QScrollArea(self.panel)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        scroll.setMinimumHeight(min(inner.sizeHint().height(), host.height() - theme.space(_AROUND)))
        scroll.setAccessibleName(say("Keys and help"))
        for part in (scroll, scroll.viewport(), inner):
            palette = part.palette()
            palette.setColor(palette.ColorRole.Window, theme.color("raised"))
            part.setPalette(palette)
        head = QHBoxLayout()
        head.setContentsMargins(theme.space(24), theme.space(16), theme.space(16), theme.space(4))
        head.addWidget(Text(theme, say("Keys"), "page", parent=self.panel))
        head.addStretch(1)
        close = Button(theme, say("Close"), ButtonKind.QUIET, key="Esc", parent=self.panel)
        close.clicked.connect(self.turn_away)
        head.addWidget(close)
        self.body.addLayout(head)
        self.body.addWidget(scroll)
        self.appear(scroll)

    def _group(self, say: Words, group: Group) -> QWidget:
        box, grid = self._table(say(group.value), 104)
        for number, (keys, words) in enumerate(rows_of_group(say, group), start=1):
            grid.addWidget(KeyHint(self._theme, keys, parent=box), number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Text(self._theme, words, wrap=True, parent=box), number, 1)
        return box

    def _signs(self, say: Words) -> QWidget:
        box, grid = self._table(say("The entry line in Meet"), 196)
        for number, sign in enumerate(SIGNS, start=1):
            grid.addWidget(Text(self._theme, sign.example, bold=True, parent=box), number, 0)
            grid.addWidget(Text(self._theme, say(sign.text), wrap=True, parent=box), number, 1)
        return box

    def _table(self, title: str, first: int) -> tuple[QWidget, QGridLayout]:
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


def diagnostics(logbook: Path | None, crash_file: Path) -> str:
    """Return what somebody who helps would ask first; nothing of what is in the logbook."""
    lines = (
        f"Logroll {VERSION}",
        f"Python {platform.python_version()}, Qt {PySide6.__version__}, {platform.platform()}",
        f"Logbook: {logbook if logbook is not None else 'none open'}",
        f"Crash file: {crash_file}",
    )
    return "\n".join(lines)


class AboutSheet(Overlay):
    """Say what runs here, by whose work, and where its files lie; everything can be copied."""

    def __init__(self, theme: Theme, say: Words, host: QWidget, logbook: Path | None, crash_file: Path) -> None:
        """Build and show the sheet."""
        super().__init__(theme, host, width=560, top=140)
        self.setAccessibleName(say("About Logroll"))
        pad = theme.space(24)
        column = QVBoxLayout()
        column.setContentsMargins(pad, theme.space(20), pad, theme.space(16))
        column.setSpacing(theme.space(8))
        column.addWidget(Text(theme, say("Logroll {version}", version=VERSION), "page", parent=self.panel))
        rows = [
            say("A negotiation logbook on your own computer. It makes no connection to any network."),
            say("MIT licence. Made with Python, Qt (LGPL), SQLAlchemy and Alembic (MIT), SQLCipher (BSD), "
                "ReportLab (BSD), Babel (BSD), Noto Sans (OFL), Lucide icons (ISC)."),
            say("Logbook: {file}", file=logbook) if logbook is not None else say("No logbook is open."),
            say("Reports of bugs, if there are any: {file}", file=crash_file),
        ]  # fmt: skip
        for row in rows:
            column.addWidget(Text(theme, row, wrap=True, parent=self.panel))
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.space(8))
        copy = Button(theme, say("Copy diagnostics"), parent=self.panel)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(diagnostics(logbook, crash_file)))
        buttons.addWidget(copy)
        if logbook is not None:
            folder = Button(theme, say("Show folder"), parent=self.panel)
            folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(logbook.parent))))
            buttons.addWidget(folder)
        buttons.addStretch(1)
        close = Button(theme, say("Close"), ButtonKind.QUIET, key="Esc", parent=self.panel)
        close.clicked.connect(self.turn_away)
        buttons.addWidget(close)
        column.addSpacing(theme.space(8))
        column.addLayout(buttons)
        self.body.addLayout(column)
        self.appear(copy)
