"""ui: the frame of one negotiation - header, flags, tabs - around the tabs that others write."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from core.changes import Changes
from core.errors import LogrollError, NotFound
from core.words import Words
from ui.commands import Commands
from ui.flag_levels import shown
from ui.navigation import NEGOTIATION, NEGOTIATIONS, Place
from ui.negotiation.presenter import FramePresenter, Head
from ui.negotiation.tab import Tab
from ui.screen import Screen
from ui.tools import Tools
from ui.widgets.button import IconButton
from ui.widgets.panes import Panes
from ui.widgets.place_header import PlaceHeader
from ui.widgets.status_bar import Saved
from ui.widgets.tab_strip import TabStrip

if TYPE_CHECKING:
    from db.logbook import Logbook

_HEADER = 42


@dataclass(frozen=True, slots=True)
class TabEntry:
    """One tab: its key, its word, and what makes it."""

    key: str
    word: Callable[[Words], str]
    make: Callable[[Tools, Logbook], Tab]


class NegotiationScreen(Screen):
    """Hold the tabs of a negotiation, each made when it is shown for the first time.

    Where the user was - tab and spot - is kept for each negotiation as long as the logbook is open.
    """

    narrow_rail = True

    def __init__(self, tools: Tools, logbook: Logbook, entries: Sequence[TabEntry], commands: Commands) -> None:
        """Take the tabs in their order, and the window's commands for back and forward."""
        super().__init__(tools, logbook)
        theme, say = tools.theme, tools.say
        self._presenter = FramePresenter(logbook, say, tools.clock)
        self._entries = {entry.key: entry for entry in entries}
        self._tabs: dict[str, Tab] = {}
        self._may_edit = True
        self._last: dict[int, tuple[str, str]] = {}
        self.record = 0
        self.part = ""
        self.spot = ""
        self.header = PlaceHeader(theme, say, arrows=True, height=_HEADER, parent=self)
        self._saved = Saved(theme, self.header)
        self._delete = IconButton(theme, say("Delete negotiation"), icon="trash-2", parent=self)
        self.header.add_action(self._saved)
        self.header.add_action(self._delete)
        self.strip = TabStrip(
            theme,
            say("Parts of the negotiation"),
            [(entry.key, entry.word(say)) for entry in entries],
            shortcuts=[f"Alt+{number}" for number in range(1, len(entries) + 1)],
            parent=self,
        )
        self.header.set_tabs(self.strip)
        self._stack = QStackedWidget(self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(self._stack, 1)
        self._back, self._forward = commands.action("back"), commands.action("forward")
        ways = ((self.header.back_requested, self._back), (self.header.forward_requested, self._forward))
        for wanted, action in ways:
            wanted.connect(action.trigger)
            # the window's actions outlive the screen: a method's connection goes with it, a lambda's would not
            action.enabledChanged.connect(self._show_way)
        self._show_way()
        self.strip.chosen.connect(lambda key: self.go_wanted.emit(Place(NEGOTIATION, self.record, key)))
        self._delete.clicked.connect(self._on_delete_wanted)

    @property
    def parts(self) -> tuple[str, ...]:
        """Return the keys of the tabs, in their order."""
        return tuple(self._entries)

    @property
    def tab(self) -> Tab | None:
        """Return the tab that is shown."""
        return self._tabs.get(self.part)

    # Screen

    def show_place(self, place: Place) -> Place:
        head = self._presenter.head(place.record)
        part, spot = self._last.get(place.record, ("", ""))
        if place.part in self._entries:
            spot = place.spot or (spot if place.part == part else "")
            part = place.part
        if part not in self._entries:
            part = self._first_part(is_open=head.is_open)
        another = place.record != self.record or part != self.part
        if another and not self.leave():
            return self._place()
        self.record, self.part, self.spot = place.record, part, spot
        self._last[place.record] = (part, spot)
        tab = self._tabs.get(part) or self._make(part)
        if tab.negotiation_id != place.record or another or not self.isVisible():
            tab.show_negotiation(place.record)
        self._stack.setCurrentWidget(tab)
        self.header.setVisible(not tab.bare)
        self.strip.set_current(part)
        self._show(head)
        if spot:
            tab.reveal(spot)
        if another and self.isVisible() and not self.strip.hasFocus():
            tab.focus_first()
        return self._place()

    def refresh(self, changes: Changes) -> None:
        tab = self.tab
        if not (self.isVisible() and self.record and tab is not None and changes.touched):
            return
        mine = changes.concern("negotiation", self.record)
        try:
            # a bare tab has no header to be kept up, and is the one where every millisecond counts
            if not tab.bare and (mine or changes.concern("supplier")):
                self._show_head()
            tab.refresh(changes)
        except NotFound:
            self._leave_what_is_gone()
            return
        if mine and changes.entry:
            say = self.tools.say
            self._saved.set_words(say("Saved {time}", time=say.clock(self.tools.clock())))

    def reveal(self, place: Place, changes: Changes | None = None) -> None:
        if self.tab is not None:
            self.tab.reveal(place.spot, changes)

    def leave(self) -> bool:
        tab = self.tab
        return tab is None or not tab.negotiation_id or tab.leave()

    def set_editing(self, *, allowed: bool) -> None:
        self._may_edit = allowed
        self._delete.setEnabled(allowed)
        for tab in self._tabs.values():
            tab.set_editing(allowed)

    def focus_first(self) -> None:
        if self.tab is not None:
            self.tab.focus_first()

    def status_keys(self) -> Sequence[tuple[str, str]]:
        return () if self.tab is None else self.tab.status_keys()

    def note_target(self) -> Place | None:
        return Place(NEGOTIATION, self.record) if self.record else None

    def choose_tab(self, number: int) -> None:
        keys = list(self._entries)
        if 1 <= number <= len(keys):
            self.go_wanted.emit(Place(NEGOTIATION, self.record, keys[number - 1]))

    def panes(self) -> tuple[QWidget, ...]:
        return (self.header, *(self.tab.panes() if self.tab is not None else ()))

    def toggle_side(self) -> None:
        pane = self.tab.side_pane() if self.tab is not None else None
        if pane is None:
            return
        around = pane.parentWidget()
        if isinstance(around, Panes):
            around.toggle_side()
        else:
            pane.setVisible(pane.isHidden())

    # inside

    def _leave_what_is_gone(self) -> None:
        """Forget a negotiation that was deleted, and go back to the list."""
        self.record = 0
        for tab in self._tabs.values():
            tab.negotiation_id = 0
        self.go_wanted.emit(Place(NEGOTIATIONS))

    def _place(self) -> Place:
        return Place(NEGOTIATION, self.record, self.part, self.spot)

    def _first_part(self, *, is_open: bool) -> str:
        keys = list(self._entries)
        return "debrief" if not is_open and "debrief" in keys else keys[0]

    def _make(self, key: str) -> Tab:
        tab = self._entries[key].make(self.tools, self.logbook)
        tab.changes_made.connect(self.changes_made)
        tab.go_wanted.connect(self.go_wanted)
        tab.part_made.connect(self.part_made)
        tab.spot_changed.connect(lambda spot, key=key: self._on_spot_changed(key, spot))
        tab.set_editing(self._may_edit)
        self._tabs[key] = tab
        self._stack.addWidget(tab)
        self.part_made.emit(tab)
        return tab

    def _show_head(self) -> None:
        self._show(self._presenter.head(self.record))

    def _show(self, head: Head) -> None:
        self.header.set_title(head.supplier)
        self.header.set_details(head.subject, tail=head.details)
        self.header.set_flags(shown(self.tools.say, head.flags)[:2])

    def _show_way(self) -> None:
        self.header.set_history(self._back.isEnabled(), self._forward.isEnabled())

    def _on_spot_changed(self, key: str, spot: str) -> None:
        if key == self.part and self.record:
            self.spot = spot
            self._last[self.record] = (key, spot)
            self.place_changed.emit(self._place())

    def _on_delete_wanted(self) -> None:
        # an undo brings back what was just being typed, too
        if not self.leave():
            return
        try:
            changes = self._presenter.delete(self.record)
        except LogrollError as error:
            self.tools.prompts.trouble(error)
            return
        self.changes_made.emit(changes)
        self.tools.prompts.offer_undo(changes)
