"""ui: the quick note - one line from anywhere, about the supplier or the person that is in view."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from core.changes import Changes
from core.errors import LogrollError
from ui.autosave import SavedChoice
from ui.drafts import QUICK_NOTE
from ui.main_window import MainWindow
from ui.navigation import NEGOTIATION, PEOPLE, SUPPLIERS
from ui.notes.reader import sentence_begins
from ui.notes.section import NoteLine
from ui.overlay import Overlay
from ui.people.presenter import PeoplePresenter
from ui.privacy_line import PrivacyLine
from ui.session import Session
from ui.suppliers.presenter import SuppliersPresenter
from ui.tools import Tools
from ui.widgets.flag import Flag, Level
from ui.widgets.key_cap import KeyHint
from ui.widgets.text import Text


@dataclass(frozen=True, slots=True)
class Target:
    """Whom a note can be about: a supplier or a person, with the verb that keeps it."""

    key: str
    name: str
    add: Callable[[str], Changes]


def targets(tools: Tools, session: Session) -> tuple[list[Target], str]:
    """Return everybody a note can be about, and the key of the one in view; suppliers and people by name."""
    logbook = session.logbook
    suppliers = SuppliersPresenter(logbook, tools.say, tools.clock)
    people = PeoplePresenter(logbook, tools.say, tools.clock)
    found = [
        Target(f"supplier-{row.id}", row.name, lambda text, record=row.id: suppliers.add_note(record, text))  # type: ignore[misc]
        for row in logbook.suppliers.rows()
    ]
    found += [
        Target(
            f"person-{row.id}",
            f"{row.name}, {row.supplier_name}",
            lambda text, record=row.id: people.add_note(record, text),  # type: ignore[misc]
        )
        for row in logbook.counterparts.rows()
    ]
    place = session.screen.note_target() if session.screen is not None else None
    chosen = ""
    if place is not None and place.name == SUPPLIERS:
        chosen = f"supplier-{place.record}"
    elif place is not None and place.name == PEOPLE:
        chosen = f"person-{place.record}"
    elif place is not None and place.name == NEGOTIATION:
        chosen = f"supplier-{logbook.negotiations.load(place.record).supplier_id}"
    return found, chosen


class QuickNote(Overlay):
    """Take one note: topic, then the sentence; Enter keeps it, Escape leaves what is written for the next time."""

    def __init__(self, tools: Tools, window: MainWindow, session: Session) -> None:
        """Build and show the panel; without a supplier there is nobody a note could be about."""
        theme, say = tools.theme, tools.say
        super().__init__(theme, window, top=160)
        self._session = session
        self._tools = tools
        found, chosen = targets(tools, session)
        self._targets = {target.key: target for target in found}
        self.setAccessibleName(say("Quick note"))
        self.about = SavedChoice(theme, say("About"), [(each.key, each.name) for each in found], self.panel)
        self.about.show_value(chosen)
        self.line = NoteLine(theme, say, self.panel, clears=False)
        self._problem = Flag(theme, say, Level.CHECK, parent=self.panel)
        self._problem.hide()
        self.privacy = PrivacyLine(theme, say, self.panel)
        self.privacy.watch(self.line, lambda text: sentence_begins(say, text))
        pad = theme.space(20)
        column = QVBoxLayout()
        column.setContentsMargins(pad, theme.space(16), pad, theme.space(12))
        column.setSpacing(theme.space(10))
        head = QHBoxLayout()
        head.setSpacing(theme.space(12))
        head.addWidget(Text(theme, say("Quick note"), "page", parent=self.panel))
        head.addStretch(1)
        head.addWidget(Text(theme, say("about"), color="muted", parent=self.panel))
        head.addWidget(self.about)
        column.addLayout(head)
        column.addWidget(self.line)
        column.addWidget(self._problem)
        column.addWidget(self.privacy)
        foot = QHBoxLayout()
        foot.setSpacing(theme.space(16))
        foot.addWidget(KeyHint(theme, "Return", say("keep"), self.panel))
        foot.addWidget(KeyHint(theme, "Esc", say("close"), self.panel))
        foot.addStretch(1)
        column.addLayout(foot)
        self.body.addLayout(column)
        self.line.setText(session.logbook.drafts.read(QUICK_NOTE))
        self._kept = self.line.text()
        self.line.added.connect(self._on_added)
        self.turned_away.connect(lambda: self._keep(self.line.text()))
        self.line.textChanged.connect(lambda _text: self.arrange())
        if not found:
            self.refuse(say("There is no supplier yet whom a note could be about. Add one first."))
        self.appear(self.line)

    def refuse(self, words: str) -> None:
        """Say what is wrong; the line stays to be mended."""
        self._problem.set_flag(Level.CHECK, words)
        self._problem.show()
        self.arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.turn_away()
            return
        super().keyPressEvent(event)

    def _on_added(self, text: str) -> None:
        target = self._targets.get(str(self.about.currentData()))
        if target is None:
            return
        try:
            changes = target.add(text)
        except LogrollError as error:
            self.refuse(self._tools.say.message(error.message))
            return
        self._keep("")
        self.go()
        self._session.take(changes)
        self._tools.prompts.offer_undo(changes)

    def _keep(self, text: str) -> None:
        """Keep what is half written, or forget it; a logbook that cannot be written has nothing to keep."""
        if text != self._kept and not self._session.logbook.is_read_only:
            try:
                self._session.logbook.drafts.keep(QUICK_NOTE, text)
            except LogrollError as error:
                self._tools.prompts.trouble(error)
