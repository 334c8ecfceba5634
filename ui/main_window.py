"""ui: the frame of the window - rail, the place shown, notices, undo bar, status; knows no logbook."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QMenuBar, QStackedWidget, QVBoxLayout, QWidget

from core.words import Words
from ui.commands import Commands
from ui.jobs import Job, Jobs, Step
from ui.navigation import NEGOTIATIONS, PEOPLE, SETTINGS, SUPPLIERS
from ui.shortcuts import Group
from ui.theme import Theme
from ui.widgets.focus_ring import FocusRing
from ui.widgets.rail import Place as RailPlace
from ui.widgets.rail import Rail
from ui.widgets.section import Surface
from ui.widgets.status_bar import StatusBar

if TYPE_CHECKING:
    from ui.notice_bar import NoticeBar
    from ui.widgets.progress import ProgressStrip
    from ui.widgets.undo_bar import UndoBar

NARROW_BELOW = 1366
LEAST = QSize(1024, 640)
# about as high as the tallest title bar of a desktop, in px
_FRAME = 40
_LONG_MS = 500  # a job that takes no longer shows no progress: it would only flash


class MainWindow(QWidget):
    """Hold what every place has around it.

    `painted` is sent once, when the window has been painted for the first time: only then is anything loaded that a
    first paint does not need. `closing` is sent before the window closes. All that is shown stands in `frame`, so
    that one page can take its place; `covered` tells when that begins and ends.
    """

    painted = Signal()
    place_chosen = Signal(str)
    closing = Signal()
    covered = Signal(bool)

    def __init__(self, theme: Theme, say: Words, jobs: Jobs) -> None:
        """Build the frame, empty."""
        super().__init__()
        self._theme = theme
        self._say = say
        self._jobs = jobs
        self._was_painted = False
        self._narrow_wanted = False
        self._heading = "Logroll"
        self._pages: list[tuple[QWidget, str]] = []
        self._waiting: list[Callable[[], object]] = []
        self.setWindowTitle(self._heading)
        self.frame = QWidget(self)
        self.commands = Commands(theme, say, self)
        self.menu = QMenu(self)
        self.menus = self.commands.fill(self.menu)
        self.recent_menu = QMenu(say("Open a recent logbook"), self)
        self.menus[Group.FILE].insertMenu(self.commands.action("export_json"), self.recent_menu)
        self._menu_bar = _native_menu_bar(self.menus.values())
        self.rail = Rail(
            theme,
            say,
            [
                RailPlace(NEGOTIATIONS, "handshake", say("Negotiations"), "Ctrl+1"),
                RailPlace(SUPPLIERS, "building-2", say("Suppliers"), "Ctrl+2"),
                RailPlace(PEOPLE, "users", say("People"), "Ctrl+3"),
            ],
            [RailPlace(SETTINGS, "settings", say("Settings"), "Ctrl+,")],
            menu=self._menu_bar is None,
            parent=self.frame,
        )
        self.stage = Surface(theme, "base", parent=self.frame)
        self.screens = QStackedWidget(self.stage)
        self.status = StatusBar(theme, say, self.frame)
        self.status.set_offline(say("Offline"))
        self.set_keys(())
        self.progress: ProgressStrip | None = None
        self._job: Job | None = None
        self._long = QTimer(self)
        self._long.setSingleShot(True)
        self._long.setInterval(_LONG_MS)
        self._long.timeout.connect(self._on_long)
        self._lay_out()
        self._ring = FocusRing(self)
        self.rail.place_chosen.connect(self.place_chosen)
        self.rail.menu_requested.connect(self.open_menu)
        self.commands.bind("menu", self.open_menu)
        jobs.started.connect(self._on_job_started)
        jobs.ended.connect(self._on_job_ended)
        theme.theme_changed.connect(self._dress)
        self._dress()

    # What is seldom needed is made when it is, and its module loaded then: a first paint says nothing.

    @cached_property
    def notices(self) -> NoticeBar:
        """Return the bar over a place."""
        from ui.notice_bar import NoticeBar  # noqa: PLC0415

        made = NoticeBar(self._theme, self._say, self.stage)
        self._column.insertWidget(0, made)
        return made

    @cached_property
    def undo_bar(self) -> UndoBar:
        """Return the bar that offers to take back what was done last."""
        from ui.widgets.undo_bar import UndoBar  # noqa: PLC0415

        made = UndoBar(self._theme, self._say, self.stage)
        made.undo_requested.connect(self.commands.action("undo").trigger)
        return made

    # what is shown

    def show_screen(self, screen: QWidget, place: str, *, narrow_rail: bool) -> None:
        """Show a screen and mark its place in the rail; one without a place is shown while there is none to go to."""
        if self.screens.indexOf(screen) < 0:
            self.screens.addWidget(screen)
        self.screens.setCurrentWidget(screen)
        self.rail.set_current(place)
        self.rail.set_open(bool(place))
        self._narrow_wanted = narrow_rail
        self._fit_rail()

    def remove_screens(self) -> None:
        """Take every screen out and delete it: its logbook is closed."""
        while (screen := self.screens.widget(0)) is not None:
            self.screens.removeWidget(screen)
            screen.hide()
            screen.deleteLater()

    def set_heading(self, file_name: str) -> None:
        """Name the open logbook in title and status bar, or none."""
        self._heading = f"{file_name} - Logroll" if file_name else "Logroll"
        if not self.is_covered:
            self.setWindowTitle(self._heading)
        self.status.set_file(file_name)

    def set_keys(self, keys: Sequence[tuple[str, str]]) -> None:
        """Name keys with their words in the status bar, by default those that work in every place."""
        say = self._say
        everywhere = [("Ctrl+K", say("Go or command")), ("Ctrl+Shift+N", say("Quick note")), ("Ctrl+/", say("Keys"))]
        self.status.set_keys(keys or everywhere)

    def open_menu(self) -> None:
        """Open the menu beside its row in the rail."""
        row = self.rail.menu_row()
        at = row.mapToGlobal(QPoint(0, row.height())) if row.isVisible() else self.mapToGlobal(QPoint(0, 0))
        self.menu.popup(at)
        self.menu.setActiveAction(self.menu.actions()[0])

    # covered by one page

    @property
    def is_covered(self) -> bool:
        """Tell whether one page stands in the place of everything."""
        return bool(self._pages)

    @property
    def page(self) -> QWidget | None:
        """Return the page that stands in the place of everything, None where none does."""
        return self._pages[-1][0] if self._pages else None

    def cover(self, page: QWidget, title: str) -> None:
        """Show one page in the place of everything, also of another such page, under a title of its own.

        The frame leaves the window, not only the sight: nothing of it is painted, heard by a screen reader or reached
        by a key, and what comes up in it meanwhile waits there.
        """
        if any(each is page for each, _ in self._pages):
            return
        before = self.page
        self._pages.append((page, title))
        self.setWindowTitle(title)
        if before is None:
            self.frame.setParent(None)
            for menu in self.menus.values():
                menu.menuAction().setVisible(False)
            self.commands.set_resting(True)
        else:
            self._put_away(before)
        self._root.addWidget(page)
        page.show()
        if before is None:
            self.covered.emit(True)

    def uncover(self) -> None:
        """Take the page away and show what was there before: everything, or the page that it was laid over."""
        if not self._pages:
            return
        self._put_away(self._pages.pop()[0])
        if self._pages:
            page, title = self._pages[-1]
            self.setWindowTitle(title)
            self._root.addWidget(page)
            page.show()
            page.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._attach()
        self.frame.show()
        self.commands.set_resting(False)
        for menu in self.menus.values():
            menu.menuAction().setVisible(True)
        self.setWindowTitle(self._heading)
        waiting, self._waiting = self._waiting, []
        self.covered.emit(False)
        for run in waiting:
            run()

    def when_uncovered(self, run: Callable[[], object]) -> None:
        """Do something now, or as soon as the window is no longer covered."""
        if self.is_covered:
            self._waiting.append(run)
        else:
            run()

    # remembered between two starts

    def geometry_text(self) -> str:
        """Return size and place of the window for the settings."""
        return bytes(self.saveGeometry().toBase64().data()).decode("ascii")

    def restore_geometry_text(self, text: str) -> None:
        """Take size and place from the settings, or a size that fits the screen."""
        if text and self.restoreGeometry(QByteArray.fromBase64(text.encode("ascii", "ignore"))):
            return
        # the frame that the system draws around the window is not known before it is shown
        room = self.screen().availableSize() - QSize(0, _FRAME)
        self.resize(min(self._theme.space(1440), room.width()), min(self._theme.space(900), room.height()))

    # Qt

    def minimumSizeHint(self) -> QSize:
        return LEAST

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_rail()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)
        if event.isAccepted() and self.is_covered:
            # it goes with the window, unseen
            self._attach()

    # inside

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self.stage)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.screens, 1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self.stage, 1)
        self._whole = QVBoxLayout(self.frame)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addLayout(row, 1)
        self._whole.addWidget(self.status)
        self._root = QVBoxLayout(self)
        self._root.setContentsMargins(0, 0, 0, 0)
        self._root.setSpacing(0)
        self._root.addWidget(self.frame)

    def _put_away(self, page: QWidget) -> None:
        self._root.removeWidget(page)
        page.hide()

    def _attach(self) -> None:
        self.frame.setParent(self)
        self._root.addWidget(self.frame)

    def _fit_rail(self) -> None:
        self.rail.set_narrow(self._narrow_wanted or self.width() < self._theme.space(NARROW_BELOW))

    def _dress(self) -> None:
        self._fit_rail()

    def _on_job_started(self, job: Job) -> None:
        if self._job is None:
            self._follow(job)

    def _on_job_ended(self, job: Job) -> None:
        if job is self._job:
            self._job = None
            self._long.stop()
            if self.progress is not None:
                self.progress.finish()
            # the one that has waited for it begins now
            for waiting in self._jobs.running[:1]:
                self._follow(waiting)

    def _follow(self, job: Job) -> None:
        self._job = job
        self._long.start()

    def _on_long(self) -> None:
        """Show how far the job is that is still under way."""
        from ui.widgets.progress import ProgressStrip  # noqa: PLC0415 - as above

        if self._job is None:
            return
        if self.progress is None:
            self.progress = ProgressStrip(self._theme, self._say, self.frame)
            self.progress.stop_requested.connect(self._on_stop_requested)
            self._whole.insertWidget(1, self.progress)
        self.progress.start(self._job.name)
        self._job.progressed.connect(self._on_progressed)
        self._on_progressed(self._job.step)

    def _on_progressed(self, step: Step) -> None:
        if self.progress is not None:
            self.progress.set_progress(step.done, step.total, step.text)

    def _on_stop_requested(self) -> None:
        if self._job is not None:
            self._job.stop()


def _native_menu_bar(menus: Iterable[QMenu]) -> QMenuBar | None:
    """Return the system's own menu bar with the menus where the system shows one at the top of the screen."""
    if sys.platform != "darwin":
        return None
    bar = QMenuBar(None)
    for menu in menus:
        bar.addMenu(menu)
    return bar
