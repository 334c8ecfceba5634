"""ui: the cover of the program's window with all that brings it up, and the news of what was written on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from ui.cover.cover import Cover
from ui.cover.presenter import CoverPresenter, Kept, Settled
from ui.cover.watchers import Watchers
from ui.main_window import MainWindow
from ui.navigation import NEGOTIATION
from ui.notice_bar import Tone
from ui.session import Session
from ui.settings_store import SettingsStore
from ui.tools import Tools

if TYPE_CHECKING:
    from db.logbook import Logbook


class Guard(QObject):
    """Watch over the window from now on, the page of the cover ready to be shown."""

    def __init__(
        self,
        tools: Tools,
        store: SettingsStore,
        window: MainWindow,
        session: Callable[[], Session | None],
        open_quick_note: Callable[[], object],
    ) -> None:
        """Take what tells which session is open now, and what opens the quick note."""
        super().__init__(window)
        self._tools = tools
        self._window = window
        self._session = session
        self._open_quick_note = open_quick_note
        self.cover = Cover(tools, window, self._in_view)
        self.cover.settled.connect(self._on_settled)
        self.watchers = Watchers(tools, store, window, self.cover)
        self.cover.build()

    def take_logbook(self, logbook: Logbook | None) -> None:
        """Work for another logbook, or for none."""
        self.cover.take_logbook(CoverPresenter(logbook, self._tools.clock))

    def _in_view(self) -> int:
        session = self._session()
        place = None if session is None else session.navigation.place
        return place.record if place is not None and place.name == NEGOTIATION else 0

    def _on_settled(self, settled: Settled) -> None:
        """Show where that is which was written on the page."""
        session, say = self._session(), self._tools.say
        if settled.changes is not None and session is not None:
            session.take(settled.changes)
        elif settled.kept is Kept.QUICK_NOTE:
            self._window.notices.show_notice(
                say("What you wrote on the agenda page waits in the quick note."),
                verb=say("Quick note"),
                run=self._open_quick_note,
            )
        else:
            self._window.notices.show_notice(
                say("What you wrote on the agenda page could not be kept: no logbook is open for writing."),
                Tone.TROUBLE,
                verb=say("Copy it"),
                run=lambda: QGuiApplication.clipboard().setText(settled.text),
            )
