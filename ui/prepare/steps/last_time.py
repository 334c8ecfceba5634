"""ui: what the last negotiation with this supplier leaves to this one - its learning and the promises still open."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from core.naming import outcome_word
from core.words import Words
from ui.before import Before
from ui.people.promises import PromisesSection
from ui.theme import Theme
from ui.widgets.button import Button, ButtonKind
from ui.widgets.clear_sides import ClearSides
from ui.widgets.inset import BLEED
from ui.widgets.section import SectionTitle
from ui.widgets.text import Text

_LABEL = 104


class LastTime(QWidget):
    """Remind of last time; the button fills in what is still missing here."""

    fill_wanted = Signal()
    negotiation_wanted = Signal(int)

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__(parent)
        self._theme = theme
        self._say = say
        self.title = SectionTitle(theme, say("From last time"), parent=self)
        self.fill = Button(theme, "", ButtonKind.QUIET, icon="copy-plus", parent=self)
        self.fill.clicked.connect(self.fill_wanted)
        self.title.add_control(self.fill)
        self._labels = {
            key: Text(theme, words, color="muted", parent=self)
            for key, words in (("learning", say("Learning")), ("outcome", say("It ended")))
        }
        self.texts = {key: Text(theme, "", wrap=True, parent=self) for key in self._labels}
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        for row, key in enumerate(self._labels):
            self._grid.addWidget(self._labels[key], row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(self.texts[key], row, 1, Qt.AlignmentFlag.AlignTop)
        self.promises = PromisesSection(theme, say, self)
        # what was promised there is written there
        self.promises.set_editing(allowed=False)
        self.promises.table.set_add_row("")
        self.promises.negotiation_wanted.connect(self.negotiation_wanted)
        self._column = ClearSides(theme, BLEED, self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.add(self.title)
        self._column.add(self._grid)
        # it is made for a page that bleeds
        self._column.add_wide(self.promises)
        self.hide()
        self._dress()
        theme.theme_changed.connect(self._dress)

    def show_before(self, before: Before, lendable: int, *, another: bool) -> None:
        """Show what is known, and how many entries could still be filled in."""
        say = self._say
        self.setVisible(before.is_anything or lendable > 0)
        earlier = before.earlier
        debrief = None if earlier is None else earlier.debrief
        self.title.set_detail("" if earlier is None else say("{title}, {day}", title=earlier.title, day=before.on))
        self.fill.set_label(say.plural("Fill in {n} entry", "Fill in {n} entries", lendable))
        self.fill.setToolTip(say("Only what is empty here is filled, and marked until you touch it"))
        self.fill.setVisible(lendable > 0)
        self._show("learning", "" if before.learning is None else before.learning.text)
        ended = ""
        if debrief is not None:
            ended = outcome_word(say, debrief.outcome)
            if debrief.relationship is not None:
                ended = say("{outcome}; relationship {n}", outcome=ended, n=say.signed(debrief.relationship))
        self._show("outcome", ended)
        self.promises.show_promises(before.promises, (), another=another)
        self.promises.setVisible(bool(before.promises))

    def set_editing(self, *, allowed: bool) -> None:
        """Allow or forbid filling in."""
        self.fill.setEnabled(allowed)

    def _show(self, key: str, text: str) -> None:
        self.texts[key].setText(text)
        for part in (self._labels[key], self.texts[key]):
            part.setVisible(bool(text))

    def _dress(self) -> None:
        space = self._theme.space
        self._grid.setColumnMinimumWidth(0, space(_LABEL))
        self._grid.setHorizontalSpacing(space(12))
        self._grid.setVerticalSpacing(space(4))
        self._column.setSpacing(space(8))
