"""ui: puts one harmless page over every window of the program, and takes it away again with everything as it was."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.cover.page import CoverPage
from ui.cover.presenter import CoverPresenter
from ui.draft_timer import DraftTimer
from ui.main_window import MainWindow
from ui.tools import Tools

_FOCUS = frozenset((QEvent.Type.FocusIn, QEvent.Type.FocusOut))
_PASSING = frozenset((Qt.WindowType.Popup, Qt.WindowType.ToolTip, Qt.WindowType.SplashScreen))


class Cover(QObject):
    """Cover the window, hide dialogs and menus, take what is typed into a note, and bring everything back.

    What had the focus does not notice: it is told neither of its going nor of its coming back, so that nothing
    half-typed is committed by it. `settled` tells what became of the note.
    """

    settled = Signal(object)  # Settled

    def __init__(self, tools: Tools, window: MainWindow, in_view: Callable[[], int]) -> None:
        """Take the window, and what tells which negotiation is in view (0 for none); `build` makes the page."""
        super().__init__(window)
        self._tools = tools
        self._window = window
        self._in_view = in_view
        self._presenter = CoverPresenter(None, tools.clock)
        self._page: CoverPage | None = None
        self._factor = 0.0
        self._meeting_id = 0
        self._hidden: list[QWidget] = []
        self._before: QWidget | None = None
        self._active: QWidget | None = None
        self._later: list[tuple[str, int]] = []
        self._unnoticed = _Unnoticed(self)
        self._keep = DraftTimer(self._on_keep, self)
        tools.jobs.lock_changed.connect(self._on_lock_changed)

    @property
    def is_on(self) -> bool:
        """Tell whether the cover's page stands in the place of everything."""
        return self._page is not None and self._window.page is self._page

    @property
    def page(self) -> CoverPage:
        """Return the page, made for the size that the program has now."""
        if self._page is None or (self._factor != self._tools.theme.factor and not self.is_on):
            if self._page is not None:
                self._page.deleteLater()
            self._factor = self._tools.theme.factor
            self._page = CoverPage(self._tools.theme, self._tools.say, self._window)
            self._page.notes.textChanged.connect(self._keep.touch)
        return self._page

    def build(self) -> None:
        """Make the page ahead of time: it must be there at once when it is wanted."""
        self.page.ensurePolished()

    def take_logbook(self, presenter: CoverPresenter) -> None:
        """Work for another logbook, or for none; what a crash left of a note is settled."""
        self._presenter = presenter
        if not self.is_on and (left := presenter.left()).strip():
            self._settle(left, presenter.agenda(self._in_view()).meeting_id)

    def settle(self) -> None:
        """Settle what is written so far, for the logbook may close; what is covered stays covered."""
        if self.is_on:
            self._settle_note()

    def toggle(self) -> None:
        """Cover, or come back."""
        if self.is_on:
            self.take_off()
        else:
            self.put_on()

    def put_on(self, *, hint: bool = False) -> None:
        """Cover everything; `hint` names on the page the keys that lead back."""
        if self.is_on:
            return
        page, window = self.page, self._window
        agenda = self._presenter.agenda(self._in_view())
        self._meeting_id = agenda.meeting_id
        page.show_agenda(agenda, hint=hint)
        has_keys = QApplication.focusWindow() is not None
        self._active = QApplication.activeWindow()
        self._put_windows_away()
        self._before = window.focusWidget()
        if self._before is not None:
            self._unnoticed.watch(self._before)
            self._before.clearFocus()
        window.cover(page, page.title)
        page.notes.setFocus(Qt.FocusReason.OtherFocusReason)
        if has_keys:
            window.activateWindow()

    def take_off(self) -> None:
        """Bring everything back as it was, and settle the note."""
        if not self.is_on:
            return
        self._settle_note()
        window = self._window
        # what came up meanwhile, a question for example, has asked for the focus
        asked: QWidget | None = window.frame.focusWidget()
        wanted = self._before if asked is None else asked
        window.uncover()
        if wanted is not None and isValid(wanted) and window.isAncestorOf(wanted):
            wanted.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._before is not None and isValid(self._before):
            self._unnoticed.leave(self._before)
        self._before = None
        for each in self._hidden:
            if isValid(each):
                each.show()
        if self._active is not None and isValid(self._active) and self._active.isVisible():
            self._active.activateWindow()
        self._hidden, self._active = [], None

    # inside

    def _put_windows_away(self) -> None:
        """Close menus and tips for good, and hide dialogs and other windows for the time being."""
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
            popup.hide()
        self._hidden = []
        for each in QApplication.topLevelWidgets():
            if each is self._window or not each.isVisible():
                continue
            each.hide()
            if each.windowType() not in _PASSING:
                self._hidden.append(each)

    def _on_keep(self) -> None:
        if self._tools.jobs.is_locked:
            self._keep.touch()
        elif self.is_on and self._page is not None:
            self._presenter.keep(self._page.notes.toPlainText())

    def _settle_note(self) -> None:
        self._keep.stop()
        text = self.page.notes.toPlainText()
        self.page.notes.clear()
        self._keep.stop()
        self._settle(text, self._meeting_id)

    def _settle(self, text: str, meeting_id: int) -> None:
        if self._tools.jobs.is_locked:
            self._later.append((text, meeting_id))
            return
        settled = self._presenter.settle(text, meeting_id)
        if settled is not None:
            self.settled.emit(settled)

    def _on_lock_changed(self, locked: bool) -> None:
        if not locked:
            later, self._later = self._later, []
            for text, meeting_id in later:
                self._settle(text, meeting_id)


class _Unnoticed(QObject):
    """Keep the going and coming of the focus from a widget."""

    def watch(self, widget: QWidget) -> None:
        widget.installEventFilter(self)

    def leave(self, widget: QWidget) -> None:
        widget.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return event.type() in _FOCUS or super().eventFilter(watched, event)
