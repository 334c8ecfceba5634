"""ui: the settings - colours, size, region, where the files lie, the list of tactics; each takes effect at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.changes import Changes
from core.errors import LogrollError
from ui.autosave import SavedChoice
from ui.cover.capture import can_leave_out
from ui.cover.lock import can_tell
from ui.crash_file import CrashFile
from ui.locale_choice import REGIONS, region_name, system_region, words_for
from ui.navigation import SETTINGS, TACTICS, Place
from ui.screen import Screen
from ui.settings.tactics import TacticsList
from ui.settings.tactics_presenter import TacticsPresenter
from ui.settings_store import IDLE_MINUTES, PEEK_ALT, PEEK_KEYS, SCALES, SettingsStore
from ui.theme import Density, Scheme
from ui.tools import Tools
from ui.widgets.button import Button
from ui.widgets.form import FormRows
from ui.widgets.inset import BLEED
from ui.widgets.key_cap import key_name
from ui.widgets.page import Page
from ui.widgets.place_header import PlaceHeader
from ui.widgets.section import SectionTitle
from ui.widgets.segments import Segments
from ui.widgets.tab_strip import TabStrip
from ui.widgets.text import Text

if TYPE_CHECKING:
    from db.logbook import Logbook

_WIDTH, _LIST_WIDTH = 640, 1080  # pixels at 100 %
PROGRAM = "program"  # the part that is shown unless another is asked for
_YES, _NO = "yes", "no"


class SettingsScreen(Screen):
    """What the user can choose for the program itself, and the list of tactics, which is kept in the logbook."""

    region_changed = Signal(str)
    cover_changed = Signal()

    def __init__(self, tools: Tools, logbook: Logbook, store: SettingsStore, crashes: CrashFile) -> None:
        """Show what is chosen now."""
        super().__init__(tools, logbook)
        theme, say = tools.theme, tools.say
        self._store = store
        self._tactics = TacticsPresenter(logbook, say)
        header = PlaceHeader(theme, say, parent=self)
        header.set_title(say("Settings"))
        names = [(PROGRAM, say("Program")), (TACTICS, say("Tactics"))]
        self.tabs = TabStrip(theme, say("Parts of the settings"), names, parent=self)
        header.set_tabs(self.tabs)
        self._page = Page(theme, "base", 20, self, bleeds=True)
        self._inner = QWidget(self)
        self._column = column = QVBoxLayout(self._inner)
        column.setSpacing(theme.space(12))
        column.addWidget(SectionTitle(theme, say("Looks"), parent=self))
        column.addWidget(self._build_looks())
        column.addWidget(SectionTitle(theme, say("Numbers and days"), parent=self))
        column.addWidget(self._build_region())
        what = say("an agenda page over every window of the program")
        column.addWidget(SectionTitle(theme, say("Cover"), detail=what, parent=self))
        column.addWidget(self._build_cover())
        what = say("what only you may see, while its key is held in Meet")
        column.addWidget(SectionTitle(theme, say("Peek"), detail=what, parent=self))
        column.addWidget(self._build_peek())
        column.addWidget(SectionTitle(theme, say("Files"), parent=self))
        column.addLayout(self._file_row(say("Logbook"), logbook.path))
        column.addLayout(self._file_row(say("Reports of bugs"), crashes.path))
        column.addLayout(self._file_row(say("Settings"), store.path))
        self.tactics = self._build_tactics()
        self._page.column.addWidget(self._inner)
        self._page.column.addWidget(self.tactics)
        self._page.column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(header)
        whole.addWidget(self._page, 1)
        self.tabs.chosen.connect(self._on_tab_chosen)
        self._dress()
        theme.theme_changed.connect(self._dress)

    def show_place(self, place: Place) -> Place:
        self.scale.show_value(str(self._store.settings.scale))
        tab = TACTICS if place.part == TACTICS else PROGRAM
        self.tabs.set_current(tab)
        self._inner.setVisible(tab == PROGRAM)
        self.tactics.setVisible(tab == TACTICS)
        if tab == TACTICS:
            self.tactics.show_tactics(self._tactics.tactics())
        self._page.verticalScrollBar().setValue(0)
        return Place(SETTINGS, part="" if tab == PROGRAM else tab)

    def refresh(self, changes: Changes) -> None:
        if self.tactics.isVisible() and changes.concern("tactic"):
            self.tactics.show_tactics(self._tactics.tactics())

    def leave(self) -> bool:
        self.tactics.commit()
        return True

    def set_editing(self, *, allowed: bool) -> None:
        self.tactics.set_editing(allowed=allowed)

    def focus_first(self) -> None:
        if self.tactics.isVisible():
            self.tactics.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.scheme.setFocus()

    def _build_tactics(self) -> TacticsList:
        found = TacticsList(self.tools.theme, self.tools.say, self)
        found.write = lambda number, text: self.changes_made.emit(self._tactics.write(number, text))
        found.line_of = self._tactics.line_of
        found.delete_wanted.connect(self._on_delete_wanted)
        found.hide()
        return found

    def _on_tab_chosen(self, tab: str) -> None:
        self.leave()
        self.place_changed.emit(self.show_place(Place(SETTINGS, part=tab)))

    def _on_delete_wanted(self, number: int) -> None:
        try:
            changes = self._tactics.delete(number)
        except LogrollError as error:
            self.tools.prompts.trouble(error)
            return
        self.changes_made.emit(changes)
        self.tools.prompts.offer_undo(changes)

    def _build_looks(self) -> FormRows:
        theme, say = self.tools.theme, self.tools.say
        form = FormRows(theme, say, parent=self)
        schemes = [
            (Scheme.SYSTEM.value, say("As the system")),
            (Scheme.LIGHT.value, say("Light")),
            (Scheme.DARK.value, say("Dark")),
        ]
        self.scheme = Segments(theme, say("Colours"), schemes, self)
        self.scheme.set_current(theme.scheme.value)
        self.scheme.chosen.connect(self._on_scheme_chosen)
        sizes = [(str(scale), f"{round(scale * 100)} %") for scale in SCALES]
        self.scale = SavedChoice(theme, say("Size"), sizes, self)
        self.scale.show_value(str(self._store.settings.scale))
        self.scale.edited.connect(self._on_scale_chosen)
        densities = [(Density.NORMAL.value, say("Normal")), (Density.COMPACT.value, say("Compact"))]
        self.density = Segments(theme, say("Rows"), densities, self)
        self.density.set_current(theme.density.value)
        self.density.chosen.connect(self._on_density_chosen)
        form.add_row(say("Colours"), self.scheme)
        form.add_row(say("Size"), self.scale)
        form.add_row(say("Rows"), self.density)
        return form

    def _build_region(self) -> FormRows:
        theme, say = self.tools.theme, self.tools.say
        form = FormRows(theme, say, parent=self)
        system = say("As the system: {region}", region=region_name(system_region()))
        choices = [("", system), *((code, region_name(code)) for code in REGIONS)]
        self.region = SavedChoice(theme, say("Region"), choices, self)
        self.region.show_value(self._store.settings.region)
        self.region.edited.connect(self._on_region_chosen)
        self._example = Text(theme, "", color="muted", parent=self)
        form.add_row(say("Region"), self.region)
        form.add_row(say("Example"), self._example)
        self._show_example(self._store.settings.region)
        return form

    def _build_cover(self) -> FormRows:
        theme, say, settings = self.tools.theme, self.tools.say, self._store.settings
        form = FormRows(theme, say, parent=self)
        minutes = [(str(each), say("{n} min", n=each) if each else say("Never")) for each in IDLE_MINUTES]
        self.idle = Segments(theme, say("Untouched for"), minutes, self)
        self.idle.set_current(str(settings.cover_idle))
        covers = [(_YES, say("Cover")), (_NO, say("Do nothing"))]
        self.new_screen = Segments(theme, say("Screen added"), covers, self)
        self.new_screen.set_current(_YES if settings.cover_screen else _NO)
        self.system_lock = Segments(theme, say("System locked"), covers, self)
        self.system_lock.set_current(_YES if settings.cover_lock else _NO)
        self.system_lock.setEnabled(can_tell())
        seen = [(_NO, say("Show the windows")), (_YES, say("Leave them out"))]
        self.capture = Segments(theme, say("Screen captures"), seen, self)
        self.capture.set_current(_YES if settings.hide_from_capture else _NO)
        self.capture.setEnabled(can_leave_out())
        told = {
            self.idle: say("Esc Esc or Ctrl+L covers at any time, and brings everything back."),
            self.new_screen: say("A mirrored screen is not noticed on every system: cover before you connect one."),
            self.system_lock: "" if can_tell() else say("This system does not tell when it is locked."),
            self.capture: say("Does not hide from eyes or cameras.")
            if can_leave_out()
            else say("Not available on this system. It would not hide from eyes or cameras."),
        }
        for part, words in told.items():
            form.add_row(part.accessibleName(), part)
            part.setAccessibleDescription(words)
            if words:
                hint = Text(theme, words, "meta", color="muted", wrap=True, parent=form)
                hint.setContentsMargins(0, 0, 0, theme.space(6))
                form.add_under(hint)
        self.idle.chosen.connect(lambda key: self._change_cover(cover_idle=int(key)))
        self.new_screen.chosen.connect(lambda key: self._change_cover(cover_screen=key == _YES))
        self.system_lock.chosen.connect(lambda key: self._change_cover(cover_lock=key == _YES))
        self.capture.chosen.connect(lambda key: self._change_cover(hide_from_capture=key == _YES))
        return form

    def _build_peek(self) -> FormRows:
        theme, say = self.tools.theme, self.tools.say
        form = FormRows(theme, say, parent=self)
        keys = [(key, say("Alt alone") if key == PEEK_ALT else key_name(key)) for key in PEEK_KEYS]
        self.peek_key = SavedChoice(theme, say("Key"), keys, self)
        self.peek_key.show_value(self._store.settings.peek_key)
        self.peek_key.edited.connect(lambda key: self._store.change(peek_key=key))
        form.add_row(say("Key"), self.peek_key)
        words = say(
            "Alt alone begins after a moment, and ends with any other key. Where Alt with Tab changes the window, it "
            "may show for as long as you hesitate: then choose another key."
        )
        self.peek_key.setAccessibleDescription(words)
        form.add_under(Text(theme, words, "meta", color="muted", wrap=True, parent=form))
        return form

    def _change_cover(self, **changed: object) -> None:
        self._store.change(**changed)
        self.cover_changed.emit()

    def _file_row(self, name: str, path: Path) -> QHBoxLayout:
        theme, say = self.tools.theme, self.tools.say
        row = QHBoxLayout()
        row.setSpacing(theme.space(12))
        label = Text(theme, name, color="muted", parent=self)
        label.setFixedWidth(theme.space(128))
        row.addWidget(label)
        row.addWidget(Text(theme, str(path), parent=self), 1)
        show = Button(theme, say("Show folder"), parent=self)
        show.setAccessibleName(say("Show the folder of {what}", what=name))
        show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent))))
        row.addWidget(show)
        return row

    def _on_scheme_chosen(self, key: str) -> None:
        self._store.change(scheme=key)
        self.tools.theme.set_scheme(Scheme(key))

    def _on_scale_chosen(self, key: str) -> None:
        self._store.change(scale=float(key))
        self.tools.theme.set_factor(float(key))

    def _on_density_chosen(self, key: str) -> None:
        self._store.change(compact=key == Density.COMPACT.value)
        self.tools.theme.set_density(Density(key))

    def _on_region_chosen(self, code: str) -> None:
        self._store.change(region=code)
        self._show_example(code)
        self.region_changed.emit(code)

    def _show_example(self, code: str) -> None:
        say, now = words_for(code), self.tools.clock()
        self._example.setText(f"{say.money(125_000, 'EUR')}, {say.day(now.date())}")

    def _dress(self) -> None:
        space = self.tools.theme.space
        self._column.setContentsMargins(space(BLEED), 0, space(BLEED), 0)
        self._inner.setMaximumWidth(space(_WIDTH + 2 * BLEED))
        self.tactics.setMaximumWidth(space(_LIST_WIDTH))
