"""ui: what each place of the window is to the frame around it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from core.changes import Changes
from ui.navigation import Place
from ui.tools import Tools

if TYPE_CHECKING:
    from db.logbook import Logbook


class Screen(QWidget):
    """One place of the rail, made once for each logbook, when it is gone to for the first time.

    `changes_made` carries what a verb changed, `go_wanted` asks for another place, `place_changed` tells that the
    screen itself moved on to another record or part.
    """

    changes_made = Signal(object)  # Changes
    go_wanted = Signal(object)  # Place
    place_changed = Signal(object)  # Place
    part_made = Signal(QWidget)  # a part that is made only when it is shown for the first time

    narrow_rail = False

    def __init__(self, tools: Tools, logbook: Logbook, parent: QWidget | None = None) -> None:
        """Keep the tools and the logbook."""
        super().__init__(parent)
        self.tools = tools
        self.logbook = logbook

    def show_place(self, place: Place) -> Place:
        """Load and show a record of this place, and return the place that is shown then; raises NotFound."""
        return place

    def begin_new(self, record: int, name: str) -> None:
        """Ask for a new record of this place; `record` is what it shall belong to, 0 for nothing yet.

        Called once the place is shown that was asked for with the part `navigation.NEW`; its spot is the `name` that
        was looked for and not found.
        """

    def refresh(self, changes: Changes) -> None:
        """Show what changed, if any of it is shown here; out of sight nothing has to be done, see `show_place`."""

    def tells_of(self, _changes: Changes) -> bool:
        """Tell whether a change that has another place of its own is seen here too, and need not be gone to."""
        return False

    def reveal(self, _place: Place, changes: Changes | None = None) -> None:
        """Bring the spot of a place, or what was changed, into view."""

    def leave(self) -> bool:
        """Commit what is being edited; return False to stay."""
        return True

    def status_keys(self) -> Sequence[tuple[str, str]]:
        """Return the keys with their words that the status bar names here, nothing for those of every place."""
        return ()

    def set_editing(self, *, allowed: bool) -> None:
        """Allow or disable whatever writes."""

    def focus_first(self) -> None:
        """Give the focus to what the user most likely wants to walk through."""
        self.setFocus()

    def start_search(self) -> bool:
        """Give the focus to the field that filters this place; return False where there is none."""
        return False

    def note_target(self) -> Place | None:
        """Return the supplier or person that a quick note would belong to."""
        return None

    def choose_tab(self, _number: int) -> None:
        """Show the tab of this number, counted from 1, where there are tabs."""

    def panes(self) -> tuple[QWidget, ...]:
        """Return the panes that F6 goes through, in reading order."""
        return (self,)

    def toggle_side(self) -> None:
        """Hide the pane at the side, or bring it back."""
