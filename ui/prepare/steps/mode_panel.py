"""ui: what the records say about the mode - which one they speak for, why, what to mind, and what is not counted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from core.message import Message
from core.mode import ModeAdvice
from core.negotiation import Mode
from core.words import Words
from ui.theme import Theme
from ui.widgets.text import Text

_LABEL = 104


class ModePanel(QWidget):
    """Advise on the mode; it switches nothing."""

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._theme = theme
        self._say = say
        self.headline = Text(theme, "", "body", bold=True, wrap=True, parent=self)
        self._rows = {
            key: (Text(theme, words, color="muted", parent=self), Text(theme, "", wrap=True, parent=self))
            for key, words in (
                (Mode.INTEGRATIVE.value, say("For win-win")),
                (Mode.DISTRIBUTIVE.value, say("For win-lose")),
                ("mind", say("Take care")),
                ("unknown", say("Not known yet")),
            )
        }
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self.headline, 0, 0, 1, 2)
        top = Qt.AlignmentFlag.AlignTop
        for number, (label, text) in enumerate(self._rows.values(), start=1):
            self._grid.addWidget(label, number, 0, top)
            self._grid.addWidget(text, number, 1, top)
        self._dress()
        theme.theme_changed.connect(self._dress)

    def show_advice(self, advice: ModeAdvice, chosen: Mode) -> None:
        """Show what is advised beside what is chosen."""
        self.headline.setText(headline(self._say, advice, chosen))
        for mode in Mode:
            self._show(mode.value, advice.reasons_for(mode))
        self._show("mind", advice.warnings)
        self._show("unknown", advice.unknown, between=", ")

    def text(self, key: str) -> str:
        """Return what a row says, empty where it is not shown."""
        text = self._rows[key][1]
        return "" if text.isHidden() else text.text()

    def _show(self, key: str, found: Sequence[Message], between: str = "\n") -> None:
        label, text = self._rows[key]
        text.setText(between.join(self._say.message(each) for each in found))
        for part in (label, text):
            part.setVisible(bool(found))

    def _dress(self) -> None:
        space = self._theme.space
        self._grid.setColumnMinimumWidth(0, space(_LABEL))
        self._grid.setHorizontalSpacing(space(12))
        self._grid.setVerticalSpacing(space(4))


def headline(say: Words, advice: ModeAdvice, chosen: Mode) -> str:
    """Say in a sentence what the records speak for, and whether that is what was chosen."""
    if advice.mode is None:
        if advice.reasons:
            return say("The records speak for neither mode. Ask what they hope for before you choose.")
        return say("The records do not say yet which mode fits.")
    if advice.mode is chosen:
        return (
            say("The records speak for win-win too.")
            if chosen is Mode.INTEGRATIVE
            else say("The records speak for win-lose too.")
        )
    return (
        say("The records speak for win-win instead.")
        if advice.mode is Mode.INTEGRATIVE
        else say("The records speak for win-lose instead.")
    )
