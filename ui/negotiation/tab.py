"""ui: what each tab of a negotiation is to the frame around it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from core.changes import Changes
from ui.tools import Tools

if TYPE_CHECKING:
    from db.logbook import Logbook


class Tab(QWidget):
    """One tab of a negotiation: Prepare, Meet, Debrief, Documents.

    The frame makes a tab once for each logbook with `Tab(tools, logbook)`, before any negotiation is chosen, and
    calls it in this way:

    - `show_negotiation(id)` when the tab comes up, and again for another negotiation. Load here, not before.
    - `refresh(changes)` for every change made anywhere while the tab is in sight, those it made itself included (so
      a tab need not repaint by itself after a verb). Look at `changes.concern(...)` first. A tab out of sight is
      shown anew by `show_negotiation` when it comes up.
    - `reveal(spot, changes)` to bring the part named by `spot`, or the record that an undo changed, into view.
    - `leave()` before another place or negotiation is shown or the window closes: commit a field that is being
      edited. Return False to stay (only where text would be lost and the user has been told).
    - `set_editing(allowed)` when the logbook is read-only or a writing job runs, and again when that is over.

    A tab calls a verb of the logbook through its presenter and emits `changes_made` with the Changes; the frame
    hands them to all. `go_wanted` asks for a place (`ui.navigation.Place`), also for another tab of the same
    negotiation. `spot_changed` tells which part is shown now, so that it is shown again at the next start.
    Known trouble goes to `tools.prompts.trouble(error)`; a deletion is followed by `tools.prompts.offer_undo`.
    """

    changes_made = Signal(object)  # Changes
    go_wanted = Signal(object)  # Place
    spot_changed = Signal(str)
    part_made = Signal(QWidget)  # a part that is made only when it is shown for the first time

    # A bare tab stands without the frame's header, its flags and its tabs: it has a header of its own.
    bare = False

    def __init__(self, tools: Tools, logbook: Logbook, parent: QWidget | None = None) -> None:
        """Keep the tools and the logbook; the attributes are `tools`, `logbook` and `negotiation_id` (0: none)."""
        super().__init__(parent)
        self.tools = tools
        self.logbook = logbook
        self.negotiation_id = 0

    def status_keys(self) -> Sequence[tuple[str, str]]:
        """Return the keys with their words that the status bar names here, nothing for those of every place."""
        return ()

    def show_negotiation(self, negotiation_id: int) -> None:
        """Load and show a negotiation; overriding methods call this first. Raises NotFound."""
        self.negotiation_id = negotiation_id

    def refresh(self, changes: Changes) -> None:
        """Show what changed, if any of it is shown here."""

    def reveal(self, spot: str, changes: Changes | None = None) -> None:
        """Bring a part, or what was changed, into view; do nothing for what is not known here."""

    def leave(self) -> bool:
        """Commit what is being edited; return False to stay."""
        return True

    def set_editing(self, allowed: bool) -> None:
        """Allow or disable whatever writes."""

    def focus_first(self) -> None:
        """Give the focus to what the user most likely wants to type into or walk through."""
        self.setFocus()

    def panes(self) -> tuple[QWidget, ...]:
        """Return the panes that F6 goes through, in reading order; the first visible child of each takes the focus."""
        return (self,)

    def side_pane(self) -> QWidget | None:
        """Return the pane that F9 hides and brings back; None where there is none."""
        return None
