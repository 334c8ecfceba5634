"""ui: the facts that only the user knows and that decide about the mode - relationship, time, their willingness."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from core.naming import basis_word
from core.negotiation import Willingness
from core.side import Basis
from core.words import Words
from ui.autosave import SavedChoice
from ui.theme import Theme
from ui.widgets.text import Text

_WIDTH, _LABEL = 132, 104


class ModeFacts(QWidget):
    """Ask for the facts; each is a choice of its own that is not known at first."""

    edited = Signal(str, str)  # the fact, the key of what was chosen

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Build a row for each fact; nothing is known yet."""
        super().__init__(parent)
        self._theme = theme
        unknown = ("", say("not known"))
        asked = (
            ("is_lasting", say("Relationship"), [unknown, ("yes", say("lasts")), ("no", say("ends with this"))]),
            ("has_time", say("Time"), [unknown, ("yes", say("enough")), ("no", say("too little"))]),
            (
                "willingness",
                say("They want"),
                [
                    unknown,
                    (Willingness.WILLING.value, say("win-win")),
                    (Willingness.UNSURE.value, say("not sure what")),
                    (Willingness.UNWILLING.value, say("no win-win")),
                ],
            ),
        )
        self.choices: dict[str, SavedChoice] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(3, 1)
        for row, (key, words, choices) in enumerate(asked):
            choice = SavedChoice(theme, words, choices, self)
            choice.edited.connect(lambda chosen, key=key: self.edited.emit(key, chosen))
            self.choices[key] = choice
            self._grid.addWidget(Text(theme, words, color="muted", parent=self), row, 0)
            self._grid.addWidget(choice, row, 1)
        bases = [(basis.value, basis_word(say, basis)) for basis in Basis]
        self.basis = SavedChoice(theme, say("What it rests on that they want win-win"), bases, self)
        self.basis.edited.connect(lambda key: self.edited.emit("willingness_basis", key))
        self._grid.addWidget(self.basis, len(asked) - 1, 2)
        self._dress()
        theme.theme_changed.connect(self._dress)

    def show_facts(self, facts: Mapping[str, str]) -> None:
        """Show what is known, each by the key of a choice."""
        for key, choice in self.choices.items():
            choice.show_value(facts[key])
        self.basis.show_value(facts["willingness_basis"])
        self.basis.setVisible(bool(facts["willingness"]))

    def set_editing(self, *, allowed: bool) -> None:
        """Allow or forbid another choice."""
        for choice in (*self.choices.values(), self.basis):
            choice.setReadOnly(not allowed)

    def _dress(self) -> None:
        space = self._theme.space
        self._grid.setHorizontalSpacing(space(12))
        self._grid.setVerticalSpacing(space(4))
        self._grid.setColumnMinimumWidth(0, space(_LABEL))
        for choice in (*self.choices.values(), self.basis):
            choice.setFixedWidth(space(_WIDTH))
