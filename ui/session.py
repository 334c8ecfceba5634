"""ui: one open logbook - its screens, the way through them, what a change refreshes, undo and redo."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from core.changes import Changes
from core.errors import LogrollError, NotFound
from core.message import Message
from ui.main_window import MainWindow
from ui.navigation import NEGOTIATION, NEGOTIATIONS, NEW, PEOPLE, SUPPLIERS, Navigation, Place
from ui.screen import Screen
from ui.shortcuts import TABS
from ui.tools import Tools

if TYPE_CHECKING:
    from db.logbook import Logbook

_log = logging.getLogger(__name__)

MakeScreen = Callable[["Tools", "Logbook"], Screen]

# The part of a negotiation where a record of this kind is shown; the first that fits a change is gone to.
_PART_OF_KIND = (
    ("debrief", "debrief"),
    ("line", "meet"),
    ("commitment", "debrief"),
    ("concession", "debrief"),
    ("meeting", "meet"),
    ("round", "meet"),
    ("issue", "prepare"),
    ("alternative", "prepare"),
    ("answer", "prepare"),
    ("position", "prepare"),
    ("estimate", "prepare"),
    ("need", "prepare"),
    ("common_goal", "prepare"),
    ("candidate", "prepare"),
    ("plan_point", "prepare"),
    ("planned_concession", "prepare"),
    ("attachment", "prepare"),
)
# What is done to a meeting where it is planned.
_OF_PLANNING = frozenset(("meeting_planned", "meeting_changed", "meeting_deleted"))
# The nouns whose verbs change what the rail counts.
_WAIT_MS = 1_000
REST_MS = 30_000  # after the last change: by then whoever logs a talk listens
_COUNTED = frozenset(("supplier", "counterpart", "negotiation", "debrief"))
_PLACE_OF_KIND = {"supplier": SUPPLIERS, "counterpart": PEOPLE, "negotiation": NEGOTIATION}


class Session(QObject):
    """Show one logbook in the window, from opening to closing.

    `part_made` is sent for each screen, and each part of one, that has just been made, `moved` where another place is
    shown than before.
    """

    part_made = Signal(QWidget)
    moved = Signal()

    def __init__(
        self, tools: Tools, logbook: Logbook, window: MainWindow, makers: Mapping[str, MakeScreen], *, is_sample: bool
    ) -> None:
        """Take the logbook and how the screen of each place is made; nothing is shown before `start`."""
        super().__init__(window)
        self.tools = tools
        self.logbook = logbook
        self.is_sample = is_sample
        self.navigation = Navigation(self._show, self._name_way)
        self._window = window
        self._makers = dict(makers)
        self._screens: dict[str, Screen] = {}
        # a pasted list is written in a moment: only who has to wait is told why
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_WAIT_MS)
        self._wait.timeout.connect(self._tell_wait)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._settle)
        window.covered.connect(self._on_covered)
        tools.jobs.lock_changed.connect(self._on_lock_changed)

    @property
    def screen(self) -> Screen | None:
        """Return the screen that is shown."""
        place = self.navigation.place
        return None if place is None else self._screens.get(place.name)

    @property
    def may_edit(self) -> bool:
        """Tell whether the editing verbs are free: the logbook may be written and no writing job runs."""
        return not self.logbook.is_read_only and not self.tools.jobs.is_locked

    def start(self, place: Place | None) -> None:
        """Show the place remembered, or the first one."""
        self._window.set_heading(self.logbook.path.name)
        self._count()
        self._window.commands.set_writing(allowed=self.may_edit)
        self._name_undo()
        if place is None or not self.navigation.go(place):
            self.navigation.go(Place(NEGOTIATIONS))

    def close(self) -> bool:
        """Commit what is being edited and take the screens down; return False where a screen stays."""
        if not self.leave():
            return False
        self._rest.stop()
        self._window.covered.disconnect(self._on_covered)
        self.tools.jobs.lock_changed.disconnect(self._on_lock_changed)
        self._window.remove_screens()
        self._screens.clear()
        self._window.set_heading("")
        for name in (NEGOTIATIONS, SUPPLIERS, PEOPLE):
            self._window.rail.set_count(name, None)
        self._window.status.set_saved("")
        self.deleteLater()
        return True

    def leave(self) -> bool:
        """Commit what is being edited in the screen shown; return False where it wants to stay."""
        screen = self.screen
        try:
            return screen is None or screen.leave()
        except LogrollError as error:
            self.tools.prompts.trouble(error)
            return False

    def go(self, place: Place) -> bool:
        """Go to a place, unless the screen shown wants to stay."""
        if not (self.leave() and self.navigation.go(place)):
            return False
        if place.part == NEW and self.screen is not None:
            self.screen.begin_new(place.record, place.spot)
        return True

    def go_to_last(self, name: str) -> bool:
        """Go to a place of the rail; the record chosen there last is chosen again."""
        return self.go(self.navigation.last_of(name))

    def go_back(self) -> None:
        """Go one place back."""
        if self.leave():
            self.navigation.back()

    def go_forward(self) -> None:
        """Go one place forward again."""
        if self.leave():
            self.navigation.forward()

    # changes

    def take(self, changes: Changes) -> None:
        """Hand a change to every screen, and say that it is saved; a screen out of sight catches up when it comes."""
        for screen in tuple(self._screens.values()):
            screen.refresh(changes)
        if changes.entry:
            self._rest.start()
            say = self.tools.say
            self._window.status.set_saved(say("Saved {time}", time=say.clock(self.tools.clock())))
            if _noun_of(changes.label) in _COUNTED:
                self._count()
            self._name_undo()

    def undo(self) -> None:
        """Take the last change back and show where it was."""
        self._turn(self.logbook.journal.undo)

    def redo(self) -> None:
        """Make the change again that was taken back last, and show where it is."""
        self._turn(self.logbook.journal.redo)

    # inside

    def _on_covered(self, covered: bool) -> None:
        if covered and self._rest.isActive():
            self._settle()

    def _settle(self) -> None:
        """Let the file be whole by itself while nobody writes, in the worker: the disk may take its time."""
        self._rest.stop()
        logbook, jobs = self.logbook, self.tools.jobs
        jobs.start(
            self.tools.say("Tidying {file}", file=logbook.path.name),
            lambda _progress: logbook.settle(),
            lambda _done: None,
            self.tools.prompts.trouble,
        )

    def _turn(self, verb: Callable[[], Changes | None]) -> None:
        if not self.may_edit or not self.leave():
            return
        try:
            changes = verb()
        except LogrollError as error:
            self.tools.prompts.trouble(error)
            return
        if changes is None:
            return
        self._window.undo_bar.dismiss()
        self.take(changes)
        self.tools.prompts.tell(self.tools.say.message(changes.label))
        place = self._place_of(changes)
        if place is not None and self.navigation.go(place) and self.screen is not None:
            self.screen.reveal(place, changes)

    def _place_of(self, changes: Changes) -> Place | None:
        """Return where a change is seen: what is shown, if it is seen there, else its own place.

        A change touches the record itself, its parts and what it belongs to; which of them it was about is told by
        the noun of its label, `journal.note_added`.
        """
        here = self.navigation.place
        noun = _noun_of(changes.label)
        if self.screen is not None and self.screen.tells_of(changes):
            return here
        if noun == "note" and here is not None and here.name in (SUPPLIERS, PEOPLE) and _touches(changes, here):
            return here
        if noun == "note":
            noun = "counterpart" if changes.concern("counterpart") else "supplier"
        name = {"supplier": SUPPLIERS, "counterpart": PEOPLE}.get(noun, NEGOTIATION)
        ids = sorted(each.id for each in changes.touched if _PLACE_OF_KIND.get(each.kind) == name)
        if not ids:
            return here
        part = "debrief" if noun == "debrief" else ""
        if name == NEGOTIATION and noun not in ("negotiation", "debrief"):
            part = next((part for kind, part in _PART_OF_KIND if changes.concern(kind)), "")
        if here is not None and here.name == name and here.record in ids:
            if here.part == "prepare" and _code_of(changes.label) in _OF_PLANNING:
                part = here.part
            return Place(name, here.record, part or here.part)
        return Place(name, ids[0], part)

    def _show(self, place: Place) -> Place | None:
        screen = self._screens.get(place.name) or self._make(place.name)
        if screen is None:
            return None
        try:
            shown = screen.show_place(Place(place.name) if place.part == NEW else place)
        except NotFound:
            return self._show(Place(NEGOTIATIONS)) if place.name == NEGOTIATION else None
        rail_place = NEGOTIATIONS if shown.name == NEGOTIATION else shown.name
        before = self._window.screens.currentWidget()
        self._window.show_screen(screen, rail_place, narrow_rail=screen.narrow_rail)
        self._window.set_keys(screen.status_keys())
        # Qt gives the focus of a screen that goes to any part of the one that comes
        if before is not screen or not self._has_focus_inside(screen):
            screen.focus_first()
        return shown

    def _make(self, name: str) -> Screen | None:
        maker = self._makers.get(name)
        if maker is None:
            return None
        screen = maker(self.tools, self.logbook)
        self._window.screens.addWidget(screen)
        screen.changes_made.connect(self.take)
        screen.go_wanted.connect(self.go)
        screen.place_changed.connect(self._on_place_changed)
        screen.part_made.connect(self.part_made)
        screen.set_editing(allowed=self.may_edit)
        self._screens[name] = screen
        self.part_made.emit(screen)
        return screen

    def _on_place_changed(self, place: Place) -> None:
        self.navigation.note(place)

    def _on_lock_changed(self, _locked: bool) -> None:
        self._window.commands.set_writing(allowed=self.may_edit)
        for screen in self._screens.values():
            screen.set_editing(allowed=self.may_edit)
        if self.tools.jobs.is_locked:
            self._wait.start()
        else:
            self._wait.stop()
            if self._window.notices.words == self._waiting:
                self._window.notices.dismiss()

    @property
    def _waiting(self) -> str:
        return self.tools.say("The logbook is being written. Editing waits until that is done.")

    def _tell_wait(self) -> None:
        self.tools.prompts.tell(self._waiting)

    def _has_focus_inside(self, screen: QWidget) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and focus is not screen and screen.isAncestorOf(focus) and focus.isVisible()

    def _count(self) -> None:
        rail = self._window.rail
        rail.set_count(NEGOTIATIONS, self.logbook.negotiations.count()[0] or None)
        rail.set_count(SUPPLIERS, self.logbook.suppliers.count() or None)
        rail.set_count(PEOPLE, self.logbook.counterparts.count() or None)

    def _name_undo(self) -> None:
        commands, say = self._window.commands, self.tools.say
        undo, redo = self.logbook.journal.labels
        for key, plain, named, label in (
            ("undo", say("Undo"), "Undo: {what}", undo),
            ("redo", say("Redo"), "Redo: {what}", redo),
        ):
            commands.set_text(key, say(named, what=label) if isinstance(label, Message) else plain)
            commands.set_enabled([key], enabled=label is not None)

    def _name_way(self) -> None:
        commands = self._window.commands
        commands.set_enabled(["back"], enabled=self.navigation.can_go_back)
        commands.set_enabled(["forward"], enabled=self.navigation.can_go_forward)
        place = self.navigation.place
        inside = place is not None and place.name == NEGOTIATION
        commands.set_enabled([*TABS, "paper_notes", "joint_page"], enabled=inside)
        self.moved.emit()


def _noun_of(label: Message) -> str:
    """Return what a journal entry was about."""
    return _code_of(label).partition("_")[0]


def _code_of(label: Message) -> str:
    """Return what a journal entry did; undo and redo carry the label of the step itself."""
    while isinstance(inner := label.data.get("what"), Message):
        label = inner
    return label.code.removeprefix("journal.")


def _touches(changes: Changes, place: Place) -> bool:
    return any(_PLACE_OF_KIND.get(each.kind) == place.name and each.id == place.record for each in changes.touched)
