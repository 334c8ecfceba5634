"""ui: what the pages of Prepare's steps share - the title row, the sheet with its answers, and running verbs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from core.changes import Changes
from core.errors import LogrollError
from ui.menus import Entry, pop_up
from ui.prepare.presenter import PreparePresenter
from ui.prepare.steps.page import PAGE_PAD, PreparePage
from ui.sheets.kept import Shelf
from ui.sheets.kept_undo import KeptUndo
from ui.theme import Theme
from ui.tools import Tools
from ui.widgets.clear_sides import ClearSides
from ui.widgets.inset import BLEED
from ui.widgets.section import Surface
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text


class StepPage(PreparePage):
    """Be one step: a title row over what the step holds."""

    reveals: ClassVar[frozenset[str]] = frozenset()  # kinds of records that it may show; for others it is not made

    changes_made = Signal(object)  # Changes
    kept_changed = Signal()  # a text was kept as typed: nothing reached the logbook
    go_wanted = Signal(object)  # Place

    def __init__(self, tools: Tools, presenter: PreparePresenter, title: str, parent: QWidget | None = None) -> None:
        """Take the step's title."""
        super().__init__(tools, presenter, parent)
        self.is_tight = False
        theme = tools.theme
        self.detail = Text(theme, "", "meta", color="muted", parent=self)
        self._head = QHBoxLayout()
        self.title = Text(theme, title, "sentence", bold=True, parent=self)
        self._head.addWidget(self.title)
        self._head.addWidget(self.detail, 1)
        self.column.add(self._head)
        self._dress()
        theme.theme_changed.connect(self._dress)

    # what a step says

    def show_prepared(self, *, another: bool) -> None:
        """Show what the presenter loaded; `another` where it is another negotiation than before."""
        raise NotImplementedError

    def reveal_change(self, changes: Changes) -> bool:
        """Bring a record that a change touched into view; return whether one is shown here."""
        raise NotImplementedError

    def go_spot(self, record: str, field: str) -> None:
        """Give the focus to a field of a record; an empty record, or 0, is a new one."""
        raise NotImplementedError

    # shared

    def set_tight(self, tight: bool) -> None:
        """Make the rows of its sheets lower, for a window of little height; what is made later asks `is_tight`."""
        self.is_tight = tight
        for sheet in self.findChildren(Sheet):
            sheet.set_tight(tight)

    def add_action(self, control: QWidget) -> None:
        """Put a control at the right end of the title row."""
        self._head.addWidget(control)

    def run(self, verb: Callable[[], Changes | Sequence[Changes] | None]) -> list[Changes]:
        """Run verbs and tell what they changed, or the trouble they met."""
        try:
            found = verb()
        except LogrollError as error:
            self.tools.prompts.trouble(error)
            self.kept_changed.emit()
            return []
        done = [found] if isinstance(found, Changes) else list(found or ())
        told = [changes for changes in done if changes.entry]
        for changes in told:
            self.changes_made.emit(changes)
        if not told:
            self.kept_changed.emit()
        return told

    def run_and_offer(self, verb: Callable[[], Changes]) -> None:
        """Run a verb that deletes, and offer to take it back."""
        for changes in self.run(verb):
            self.tools.prompts.offer_undo(changes)

    def watch_undo(self, sheet: Sheet, shelf: Shelf) -> None:
        """Let Undo first take back what was typed last into the sheet and could not be read."""
        KeptUndo(sheet.view, shelf).taken_back.connect(self.kept_changed)

    def pop_up(self, entries: Sequence[Entry], at: QPoint) -> None:
        """Show a menu of words, keys and what they do; it deletes itself when it closes."""
        pop_up(self, entries, at)

    def _dress(self) -> None:
        space = self.tools.theme.space
        self.column.setContentsMargins(0, space(16), 0, 0)
        self.column.setSpacing(space(8))
        self._head.setSpacing(space(8))


class Scroller(QScrollArea):
    """A column that scrolls as a whole below what stands still; `column` takes the parts.

    Text begins where the step's title does; lists without a grid, which reach past their text, are added wide. The
    bar stands beside the column, so that nothing moves when it comes and goes.
    """

    def __init__(self, theme: Theme, least: int, parent: QWidget | None = None) -> None:
        """Take the least height in pixels at 100 %."""
        super().__init__(parent)
        self._theme = theme
        self._least = least
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.surface = Surface(theme, "base", parent=self)
        self.column = ClearSides(theme, BLEED, self.surface)
        self.setWidget(self.surface)
        self._dress()
        theme.theme_changed.connect(self._dress)

    def show_parts(self, shown: bool) -> None:
        """Show the parts, or keep their room empty, without a bar that has nothing to scroll."""
        self.surface.setVisible(shown)
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if shown else policy.ScrollBarAlwaysOff)

    def _dress(self) -> None:
        space = self._theme.space
        self.setMinimumHeight(space(self._least))
        self._fit_sides()
        self.column.setSpacing(space(16))
        palette = self.palette()
        palette.setColor(palette.ColorRole.Window, self._theme.color("base"))
        self.setPalette(palette)
        self.viewport().setPalette(palette)

    def sizeHint(self) -> QSize:
        # what stands above it is shown whole before it takes more than its least
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_sides()

    def _fit_sides(self) -> None:
        space = self._theme.space
        side, bar = space(PAGE_PAD - BLEED), self.width() - self.viewport().width()
        self.column.setContentsMargins(side, space(4), max(0, side - bar), space(16))
