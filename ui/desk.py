"""ui: everything that knows a logbook - opens one, shows it, binds the commands to it; loaded after the first paint."""

# What is imported inside functions here would make the first rows wait for what nobody has asked for.
# ruff: noqa: PLC0415

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from core.changes import Changes
from ui import places
from ui.crash_file import CrashFile
from ui.draft_timer import DraftTimer
from ui.drafts import paper_draft
from ui.logbook_files import LogbookFiles
from ui.main_window import MainWindow
from ui.navigation import NEGOTIATION, NEGOTIATIONS, NEW, PEOPLE, SETTINGS, SUPPLIERS, TACTICS, Place
from ui.pane_memory import remember_panes
from ui.screen import Screen
from ui.session import MakeScreen, Session
from ui.settings_store import SettingsStore
from ui.shortcuts import COVER, TABS
from ui.tools import Tools

if TYPE_CHECKING:
    from db.logbook import Logbook
    from ui.cover.guard import Guard
    from ui.joint.joint import Joint
    from ui.welcome import Welcome

_GUARD_MS = 30

# What needs an open logbook.
_NEEDS_LOGBOOK = (
    *("export_json", "close_logbook", "undo", "redo", "quick_note", "search", "place_1", "place_2", "place_3"),
    *("back", "forward", "new_negotiation", "new_supplier", "new_person", *TABS),
    *("side_pane", "settings", "tactics", "paper_notes", "joint_page"),
)


class Desk(QObject):
    """Hold at most one open logbook, with its session, and let the commands of the window work on it."""

    def __init__(self, tools: Tools, store: SettingsStore, window: MainWindow, crashes: CrashFile) -> None:
        """Bind the commands; nothing is opened before `begin`."""
        super().__init__(window)
        self.tools = tools
        self.store = store
        self.window = window
        self.crashes = crashes
        self.session: Session | None = None
        self.files = LogbookFiles(tools, store, self)
        self.files.opened.connect(self._on_opened)
        self.files.closing.connect(self.close_logbook)
        self.files.failed.connect(self._on_open_failed)
        window.place_chosen.connect(self._on_place_chosen)
        self._welcome: Welcome | None = None
        self._guard: Guard | None = None
        self._joint: Joint | None = None
        # while one works too, not only at the end: after a crash the meeting is where it was
        self._place_due = DraftTimer(self._keep_place, self)
        window.covered.connect(lambda _covered: self._fill_recent())
        self._bind()
        self._fill_recent()
        window.commands.set_enabled(_NEEDS_LOGBOOK, enabled=False)

    def begin(self, file: Path | None) -> None:
        """Open the file asked for, else the last logbook; on the first start the sample."""
        settings = self.store.settings
        if file is not None:
            self.files.open(file.absolute())
        elif settings.last_logbook and Path(settings.last_logbook).exists():
            self.files.open(Path(settings.last_logbook))
        elif not settings.recent:
            self.files.open_sample()
        else:
            self._show_welcome()

    @property
    def guard(self) -> Guard:
        """Return what covers the window; made as soon as the first rows are shown, or before if it is wanted then."""
        if self._guard is not None:
            return self._guard
        from ui.cover.guard import Guard

        self._guard = made = Guard(
            self.tools,
            self.store,
            self.window,
            lambda: self.session,
            lambda: self._with_session(self._on_note_wanted),
        )
        self.watch_over()
        return made

    def watch_over(self) -> None:
        """Have the cover ready for what is open now."""
        self.guard.take_logbook(None if self.session is None else self.session.logbook)

    def close_logbook(self) -> bool:
        """Close the open logbook; return False where it wants to stay open."""
        session = self.session
        if session is None:
            return True
        if self._guard is not None:
            self._guard.cover.settle()
        if session.leave():
            self._keep_place()
        if not session.close():
            return False
        self.session = None
        self.files.current = None
        if self._guard is not None:
            self._guard.take_logbook(None)
        session.logbook.close()
        self.window.commands.set_enabled(_NEEDS_LOGBOOK, enabled=False)
        self.window.notices.dismiss()
        self.window.undo_bar.dismiss()
        return True

    def end(self) -> None:
        """Close whatever is open, for the end of the program."""
        self.close_logbook()

    # inside

    def _bind(self) -> None:
        commands = self.window.commands
        plain = {
            "new_logbook": self.files.new,
            "open_logbook": self.files.choose,
            "open_sample": self.files.open_sample,
            "import_json": self.files.import_json,
            "close_logbook": self._on_close_wanted,
            "palette": self._on_palette_wanted,
            "keys": self._on_help_wanted,
            "line_help": self._on_line_help_wanted,
            "about": self._on_about_wanted,
            COVER: self._on_cover_wanted,
            "next_pane": lambda: self._step_pane(1),
            "previous_pane": lambda: self._step_pane(-1),
        }
        for key, run in plain.items():
            commands.bind(key, run)
        with_session: dict[str, Callable[[Session], object]] = {
            "export_json": lambda session: self.files.export(session.logbook),
            "undo": Session.undo,
            "redo": Session.redo,
            "back": Session.go_back,
            "forward": Session.go_forward,
            "quick_note": self._on_note_wanted,
            "joint_page": self._on_joint_wanted,
            "paper_notes": self._on_paper_wanted,
            "search": self._on_search_wanted,
            "side_pane": self._on_side_pane_wanted,
            "place_1": lambda session: session.go_to_last(NEGOTIATIONS),
            "place_2": lambda session: session.go_to_last(SUPPLIERS),
            "place_3": lambda session: session.go_to_last(PEOPLE),
            "settings": lambda session: session.go_to_last(SETTINGS),
            "tactics": lambda session: session.go(Place(SETTINGS, part=TACTICS)),
            "new_negotiation": lambda session: session.go(Place(NEGOTIATIONS, part=NEW)),
            "new_supplier": lambda session: session.go(Place(SUPPLIERS, part=NEW)),
            "new_person": lambda session: session.go(Place(PEOPLE, part=NEW)),
        }
        for number, key in enumerate(TABS, start=1):
            with_session[key] = partial(_choose_tab, number)
        for key, act in with_session.items():
            commands.bind(key, partial(self._with_session, act))

    def _with_session(self, act: Callable[[Session], object]) -> None:
        if self.session is not None:
            act(self.session)

    def _makers(self) -> dict[str, MakeScreen]:
        return {
            NEGOTIATIONS: lambda tools, logbook: places.negotiations(tools, logbook, self.files),
            NEGOTIATION: lambda tools, logbook: places.negotiation(tools, logbook, self.window.commands),
            SUPPLIERS: places.suppliers,
            PEOPLE: places.people,
            SETTINGS: lambda tools, logbook: places.settings(
                tools, logbook, self.store, self.crashes, self._on_region_changed, self.guard.watchers.take_settings
            ),
        }

    def _on_opened(self, logbook: Logbook) -> None:
        self.close_logbook()
        self._hide_welcome()
        self.files.current = logbook.path
        is_sample = self.files.is_sample(logbook.path)
        self.session = Session(self.tools, logbook, self.window, self._makers(), is_sample=is_sample)
        self.session.part_made.connect(lambda part: remember_panes(self.store, part))
        self.session.moved.connect(self._place_due.touch)
        self.window.commands.set_enabled(_NEEDS_LOGBOOK, enabled=True)
        self._fill_recent()
        self.session.start(Place.from_json(self.store.settings.place))
        self._say_what_is_open()
        QTimer.singleShot(_GUARD_MS, self, self.watch_over)

    def _keep_place(self) -> None:
        """Write where one is into the settings; the next start begins there."""
        self._place_due.stop()
        if self.session is not None:
            place = self.session.navigation.remembered()
            self.store.change(place=dict(place) if place is not None else None)

    def _on_open_failed(self) -> None:
        if self.session is None:
            self._show_welcome()

    def _say_what_is_open(self) -> None:
        session, say = self.session, self.tools.say
        if session is None:
            return
        own = [Path(each) for each in self.store.settings.recent if not self.files.is_sample(Path(each))]
        if session.logbook.is_read_only:
            self.window.notices.show_notice(say("This logbook is open for reading only. Nothing in it can be changed."))
        elif session.is_sample and own:
            self.window.notices.show_notice(
                say("This is the sample logbook, a file of its own. Try anything."),
                verb=say("Open {file}", file=own[0].name),
                run=lambda: self.files.open(own[0]),
            )
        elif session.is_sample:
            self.window.notices.show_notice(
                say("This is the sample logbook, a file of its own. Try anything."),
                verb=say("Start my own logbook"),
                run=self.files.new,
            )

    def _on_region_changed(self, _region: str) -> None:
        self.tools.prompts.tell(self.tools.say("Numbers and days are shown in the new form from the next start on."))

    def _show_welcome(self) -> None:
        from ui.welcome import Welcome

        if self._welcome is None:
            recent = [Path(each) for each in self.store.settings.recent]
            self._welcome = Welcome(self.tools, self.files, recent)
        self.window.show_screen(self._welcome, "", narrow_rail=False)
        self._welcome.setFocus()
        QTimer.singleShot(_GUARD_MS, self, self.watch_over)

    def _hide_welcome(self) -> None:
        if self._welcome is not None:
            self.window.remove_screens()
            self._welcome = None

    def _on_close_wanted(self) -> None:
        if self.close_logbook():
            self._show_welcome()

    def _on_place_chosen(self, name: str) -> None:
        if self.session is None:
            # nothing is open yet, so nothing is shown there
            self.window.rail.set_current("")
            return
        self.session.go_to_last(name)
        # the rail marks what is really shown
        place = self.session.navigation.place
        if place is not None:
            self.window.rail.set_current(NEGOTIATIONS if place.name == NEGOTIATION else place.name)

    def _on_palette_wanted(self) -> None:
        from ui.command_palette import CommandPalette

        CommandPalette(self.tools, self.window, self.session)

    def _on_help_wanted(self) -> None:
        """Show the keys; in Meet the rules of the line, which are the help that is needed there."""
        place = None if self.session is None else self.session.navigation.place
        if place is not None and place.part == "meet":
            self._on_line_help_wanted()
        else:
            self._on_keys_wanted()

    def _on_keys_wanted(self) -> None:
        from ui.key_sheet import KeySheet

        sheet = KeySheet(self.tools.theme, self.tools.say, self.window)
        sheet.line_wanted.connect(self._on_line_help_wanted)

    def _on_line_help_wanted(self) -> None:
        from ui.key_sheet import LineSheet

        sheet = LineSheet(self.tools.theme, self.tools.say, self.window, self.tools.clock())
        sheet.keys_wanted.connect(self._on_keys_wanted)

    def _on_about_wanted(self) -> None:
        from ui.key_sheet import AboutSheet

        path = None if self.session is None else self.session.logbook.path
        AboutSheet(self.tools.theme, self.tools.say, self.window, path, self.crashes.path)

    def _on_cover_wanted(self) -> None:
        self.guard.watchers.on_wanted()

    def _on_note_wanted(self, session: Session) -> None:
        from ui.quick_note import QuickNote

        QuickNote(self.tools, self.window, session)

    def _on_joint_wanted(self, session: Session) -> None:
        place = session.navigation.place
        if place is None or place.name != NEGOTIATION:
            return
        # imported here since only a meeting with a shared screen needs it
        from core.joint import joint_page
        from ui.joint.joint import Joint

        if self._joint is None:
            self._joint = Joint(self.tools, self.window)
        self._joint.show(joint_page(session.logbook.negotiations.load(place.record)))

    def _on_paper_wanted(self, session: Session) -> None:
        place = session.navigation.place
        if place is None or place.name != NEGOTIATION:
            return
        from ui.meet.paper_entry import PaperEntry
        from ui.meet.paper_panel import PaperPanel

        drafts, draft = session.logbook.drafts, paper_draft(place.record)
        entry = PaperEntry(session.logbook, place.record, self.tools.say, self.tools.clock)

        def take(done: Sequence[Changes]) -> None:
            for changes in done:
                session.take(changes)
            session.go(Place(NEGOTIATION, place.record, "meet"))

        def keep(text: str) -> None:
            drafts.keep(draft, text)

        PaperPanel(self.tools, self.window, entry, draft=drafts.read(draft), keep=keep, take=take)

    def _on_search_wanted(self, session: Session) -> None:
        if session.screen is None or not session.screen.start_search():
            self._on_palette_wanted()

    def _on_side_pane_wanted(self, session: Session) -> None:
        if session.screen is not None:
            session.screen.toggle_side()

    def _step_pane(self, step: int) -> None:
        screen = self.window.screens.currentWidget()
        inner = screen.panes() if isinstance(screen, Screen) else ((screen,) if screen is not None else ())
        panes = [pane for pane in (self.window.rail, *inner) if pane.isVisible()]
        if not panes:
            return
        focus = QApplication.focusWidget()
        here = next((i for i, pane in enumerate(panes) if focus is not None and _holds(pane, focus)), -step)
        for distance in range(1, len(panes) + 1):
            if _enter(panes[(here + step * distance) % len(panes)]):
                return

    def _fill_recent(self) -> None:
        menu = self.window.recent_menu
        menu.clear()
        # names of files tell too much while the window is covered
        for text in () if self.window.is_covered else self.store.settings.recent:
            path = Path(text)
            action = menu.addAction(path.name.replace("&", "&&"))
            action.setToolTip(text)
            action.triggered.connect(lambda _checked=False, path=path: self.files.open(path))
        menu.setEnabled(not menu.isEmpty())


def _choose_tab(number: int, session: Session) -> None:
    if session.screen is not None:
        session.screen.choose_tab(number)


def _holds(pane: QWidget, focus: QWidget) -> bool:
    return pane is focus or pane.isAncestorOf(focus)


def _enter(pane: QWidget) -> bool:
    """Give the focus to a pane, else to the first part of it that takes one."""
    inside = [pane, *pane.findChildren(QWidget)]
    for each in inside:
        takes = each.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
        if takes and each.isVisible() and each.isEnabled():
            each.setFocus(Qt.FocusReason.TabFocusReason)
            return True
    return False
