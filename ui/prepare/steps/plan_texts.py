"""ui: the texts of the plan - why our opening is credible, when we break off, and the words with which we leave."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.prepare.steps.quiet_text import QuietText, QuietTexts
from ui.sheets.prepared import Prepared
from ui.tools import Tools
from ui.widgets.text import Text


class Texts(QuietTexts):
    """Show fields of the negotiation as texts with a label each; `edited` tells field and text."""

    edited = Signal(str, str)

    def __init__(self, tools: Tools, fields: list[tuple[str, str, str]], parent: QWidget | None = None) -> None:
        """Take field, label and hint of each text."""
        super().__init__(tools.theme, tools.say, parent=parent)
        self.fields: dict[str, QuietText] = {}
        for number, (field, label, hint) in enumerate(fields, start=1):
            edit = self.fields[field] = QuietText(tools.theme, label, hint=hint, parent=self)
            edit.edited.connect(lambda text, field=field: self.edited.emit(field, text))
            self._add_row(label, [edit], is_last=number == len(fields))

    def show_prepared(self, prepared: Prepared, *, another: bool) -> None:
        """Show the texts; one that is being edited stays, unless it is `another` negotiation's."""
        for field, edit in self.fields.items():
            if another:
                edit.take_back()
            edit.show_value(str(getattr(prepared.negotiation, field)))
            edit.set_marked(field in prepared.negotiation.prefilled, self._say("prefilled"))

    def focus_field(self, field: str) -> None:
        """Give a text the focus, the first where there is no such field."""
        found = self.fields.get(field, next(iter(self.fields.values())))
        found.setFocus(Qt.FocusReason.TabFocusReason)


class PlanTexts(Texts):
    """When we break off, and how we leave."""

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        """Build the two texts."""
        say = tools.say
        fields = [
            ("pause_rule", say("We pause when"), say("a new term appears, they threaten, our limit comes near")),
            ("walk_away", say("We leave with"), say("the words, ready to be said: thank them, keep the door open")),
        ]
        super().__init__(tools, fields, parent)


class Opening(QWidget):
    """The terms of our opening as they stand in Issues, and why they are credible."""

    edited = Signal(str, str)

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        """Build the line of terms and the text."""
        super().__init__(parent)
        self._tools = tools
        say = tools.say
        self.terms = Text(tools.theme, "", wrap=True, parent=self)
        hint = say("a fact that they can check: an index, another quote, what was paid before")
        self.reason = Texts(tools, [("opening_reason", say("Credible because"), hint)], self)
        self.reason.edited.connect(self.edited)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.terms)
        box.addWidget(self.reason)

    def show_prepared(self, prepared: Prepared, *, another: bool) -> None:
        """Show the opening of a preparation."""
        say = self._tools.say
        stated = prepared.rung_terms("opening")
        known = prepared.negotiation.issue_by_id
        words = [f"{known[each].name} {say.quantity(term.value, known[each].unit)}" for each, term in stated.items()]
        self.terms.setText(
            say("We open with {terms}.", terms=", ".join(words))
            if words
            else say("No opening yet: enter it in step “Issues”, in the column Opening.")
        )
        self.reason.show_prepared(prepared, another=another)

    def commit(self) -> None:
        """Tell what is being edited."""
        self.reason.commit()

    def set_editing(self, *, allowed: bool) -> None:
        """Allow or forbid editing."""
        self.reason.set_editing(allowed=allowed)

    def focus_field(self, field: str) -> None:
        """Give the text the focus."""
        self.reason.focus_field(field)
