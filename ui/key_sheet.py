"""ui: the sheet of keys, the help of the entry line, and what Logroll is - panels over the window that only show."""

from __future__ import annotations

import platform
from datetime import datetime
from pathlib import Path

import PySide6
from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.version import VERSION
from core.words import Words
from ui.help_sheet import HelpSheet
from ui.meet.line_guide import RULES, Guide, Rule
from ui.notes.signs import NOTE_SIGNS
from ui.overlay import Overlay
from ui.shortcuts import SCREEN_KEYS, SHORTCUTS, Group
from ui.theme import Theme
from ui.widgets.button import Button, ButtonKind
from ui.widgets.key_cap import KeyHint
from ui.widgets.text import Text

_FIRST_HALF = 5  # rules in the first column


def rows_of_group(say: Words, group: Group) -> list[tuple[str, str]]:
    """Return keys and words of everything in a group that has a key."""
    commands = [(each.keys[0], say(each.text)) for each in SHORTCUTS if each.group is group and each.keys]
    return [*commands, *((keys, say(text)) for each, keys, text in SCREEN_KEYS if each is group)]


class KeySheet(HelpSheet):
    """Show every key with what it does, in two columns; Escape closes."""

    line_wanted = Signal()

    def __init__(self, theme: Theme, say: Words, host: QWidget) -> None:
        """Build and show the sheet."""
        super().__init__(theme, say, host, say("Keys and help"))
        halves = ((Group.FILE, Group.EDIT, Group.VIEW, Group.HELP), (Group.GO, Group.NEGOTIATION))
        line = Button(theme, say("The line in Meet"), ButtonKind.QUIET, parent=self.panel)
        line.clicked.connect(self.go)
        line.clicked.connect(self.line_wanted)
        first, second = ([self._group(say, group) for group in half] for half in halves)
        self.lay_out([first, [*second, self._notes(say)]], other=line)

    def _group(self, say: Words, group: Group) -> QWidget:
        box, grid = self.table(say(group.value), 104)
        for number, (keys, words) in enumerate(rows_of_group(say, group), start=1):
            grid.addWidget(KeyHint(self._theme, keys, parent=box), number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Text(self._theme, words, wrap=True, parent=box), number, 1)
        return box

    def _notes(self, say: Words) -> QWidget:
        box, grid = self.table(say("The line of a note"), 196)
        for number, sign in enumerate(NOTE_SIGNS, start=1):
            example = Text(self._theme, sign.example, bold=True, wrap=True, parent=box)
            grid.addWidget(example, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Text(self._theme, say(sign.text), wrap=True, parent=box), number, 1)
        return box


class LineSheet(HelpSheet):
    """Explain the entry line of Meet, rule by rule, each example with what it is read as; Escape closes."""

    keys_wanted = Signal()

    def __init__(self, theme: Theme, say: Words, host: QWidget, now: datetime) -> None:
        """Build and show the sheet; the examples are read as if typed on this day."""
        super().__init__(theme, say, host, say("The line in Meet"), width=1160)
        guide = Guide(say, now)
        keys = Button(theme, say("Keys"), ButtonKind.QUIET, parent=self.panel)
        keys.clicked.connect(self.go)
        keys.clicked.connect(self.keys_wanted)
        parts = [self._rule(say, guide, number, rule) for number, rule in enumerate(RULES, start=1)]
        self.lay_out([parts[:_FIRST_HALF], parts[_FIRST_HALF:]], guide.setting, keys)

    def _rule(self, say: Words, guide: Guide, number: int, rule: Rule) -> QWidget:
        theme = self._theme
        box, grid = self.table(f"{number}  {say(rule.title)}", 176)
        grid.addWidget(Text(theme, say(rule.text), wrap=True, color="muted", parent=box), 1, 0, 1, 2)
        for row, example in enumerate(rule.examples, start=2):
            told = guide.told(example)
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(Text(theme, told.line, bold=True, parent=box), row, 0, top)
            grid.addWidget(Text(theme, told.words, wrap=True, parent=box), row, 1, top)
        return box


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
            folder = Button(theme, say("Show the logbook’s folder"), parent=self.panel)
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
