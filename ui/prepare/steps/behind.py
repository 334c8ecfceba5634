"""ui: what stands behind an issue - position, why and interest of both sides, side by side."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from core.naming import basis_word
from core.side import Basis, Side
from core.words import Words
from ui.autosave import SavedChoice
from ui.prepare.positions import TEXTS, RowTexts, key_of
from ui.prepare.steps.quiet_text import QuietText, QuietTexts
from ui.theme import Theme
from ui.widgets.signs import plain_tip
from ui.widgets.text import Text


class Behind(QuietTexts):
    """Show and edit the texts of both sides on one subject."""

    edited = Signal(str, str)  # key, text

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(theme, say, 2, parent)
        self._title = Text(theme, "", "title", parent=self)
        bases = [("", say("basis?")), *((basis.value, basis_word(say, basis)) for basis in Basis)]
        ours = Text(theme, say("We"), "title", color="us", parent=self)
        theirs = Text(theme, say("They"), "title", color="them", parent=self)
        self.basis = SavedChoice(theme, say("What it rests on"), bases, self)
        self.basis.edited.connect(lambda key: self._tell_basis(say, key))
        self._choices.append(self.basis)
        self._add_heads(self._title, [[ours], [theirs, self.basis]])
        names = {"position": say("Position"), "why": say("Why"), "interest": say("Interest")}
        hints = {
            Side.US: {
                "position": say("What we say we want"),
                "why": say("Why do we want it?"),
                "interest": say("What it serves"),
            },
            Side.THEM: {
                "position": say("What they say they want"),
                "why": say("Why do they want it?"),
                "interest": say("What it may serve"),
            },
        }
        whose = {Side.US: say("ours"), Side.THEM: say("theirs")}
        self.fields: dict[str, QuietText] = {}
        for field in TEXTS:
            for side in Side:
                name, key = f"{names[field]}, {whose[side]}", key_of(side, field)
                edit = self.fields[key] = QuietText(theme, name, hint=hints[side][field], parent=self)
                edit.edited.connect(lambda text, key=key: self.edited.emit(key, text))
            self._add_row(names[field], [self.fields[key_of(side, field)] for side in Side])

    def show_row(self, title: str, shown: RowTexts, *, another: bool) -> None:
        """Show a subject's texts; what is being edited stays, unless it is `another` subject's."""
        self._title.setText(title)
        self._title.setToolTip(plain_tip(title))
        for key, field in self.fields.items():
            if another:
                field.take_back()
            field.show_value(shown.texts.get(key, ""))
            field.set_marked(key in shown.marks, self._say("prefilled"))
        self.basis.show_value("" if shown.basis is None else shown.basis.value)
        self.basis.setVisible(any(shown.texts.get(key_of(Side.THEM, field)) for field in TEXTS))

    def _tell_basis(self, say: Words, key: str) -> None:
        self.edited.emit(key_of(Side.THEM, "basis"), basis_word(say, Basis(key)) if key else "")
