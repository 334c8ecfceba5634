"""ui: what the window shows while no logbook is open - how to open, begin or look at one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.logbook_files import LogbookFiles
from ui.tools import Tools
from ui.widgets.button import Button, ButtonKind
from ui.widgets.empty_place import EmptyPlace, Way

_SHOWN = 4


class Welcome(QWidget):
    """Offer the logbooks opened last, a new one, the sample and an import."""

    def __init__(self, tools: Tools, files: LogbookFiles, recent: list[Path]) -> None:
        """Take the verbs of the file menu and the logbooks opened last, newest first."""
        super().__init__()
        theme, say = tools.theme, tools.say

        def button(words: str, run: object) -> Button:
            made = Button(theme, words)
            made.clicked.connect(run)
            return made

        self.first = Button(theme, say("New logbook"), ButtonKind.PRIMARY, large=True)
        self.first.clicked.connect(files.new)
        there = [path for path in recent[:_SHOWN] if path.exists()]
        again = [button(say("Open"), lambda _=False, at=path: files.open(at)) for path in there]
        ways = [Way("history", path.name, str(path.parent), opens) for path, opens in zip(there, again, strict=True)]
        choose = button(say("Choose file"), files.choose)
        choose_export = button(say("Choose export"), files.import_json)
        sample = button(say("Open sample"), files.open_sample)
        ways += [
            Way("search", say("Open a logbook"), say("A file ending in .logroll"), choose),
            Way("file-down", say("Import"), say("An export of Logroll, into a new logbook"), choose_export),
            Way(
                "book-open",
                say("Look at the sample logbook"),
                say("A separate file with four complete cases; one click out again"),
                sample,
            ),
        ]
        empty = EmptyPlace(
            theme,
            "book-open",
            say("No logbook is open"),
            say("A logbook is one file on this computer: suppliers, people, negotiations and what was said."),
            self.first,
            ways,
            self,
        )
        # Enter goes on with the logbook opened last; where there is none, it begins one
        self.setFocusProxy(again[0] if again else self.first)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(empty)
