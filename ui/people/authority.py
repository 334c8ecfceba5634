"""ui: what a person may decide alone - the question, the answer in large type, what it rests on, its fields."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.counterpart import Counterpart, Influence
from core.naming import basis_word, influence_word
from core.side import Basis
from core.words import Words
from ui.opened_form import OpenedForm
from ui.record_form import RecordForm
from ui.style import paint_panel
from ui.theme import Theme
from ui.widgets.button import Button, ButtonKind
from ui.widgets.flag import Flag, Level
from ui.widgets.text import Text


class AuthorityPanel(QWidget):
    """Show the answer; its fields are there while they are written in, and as long as nothing is known."""

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Build the panel, empty; `form` tells what is edited."""
        super().__init__(parent)
        self._theme = theme
        self._say = say
        self.question = Text(theme, say("What may this person decide alone?"), "meta", color="muted", parent=self)
        self.answer = Text(theme, "", "page", wrap=True, parent=self)
        self.rests_on = Text(theme, "", "meta", color="muted", parent=self)
        self.flag = Flag(theme, say, Level.CHECK, say("authority not known: ask"), parent=self)
        self.change = Button(theme, say("Change"), ButtonKind.QUIET, key="F2", parent=self)
        self.change.setAccessibleName(say("Change: {what}", what=say("Authority")))
        self.form = self._build_form()
        self._fields = OpenedForm(self.form, self.change, "authority", self)
        self._head, self._foot = QHBoxLayout(), QHBoxLayout()
        self._head.addWidget(self.question, 1)
        self._head.addWidget(self.change, 0, Qt.AlignmentFlag.AlignTop)
        self._foot.addWidget(self.rests_on)
        self._foot.addWidget(self.flag)
        self._foot.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self.answer)
        self._column.addLayout(self._foot)
        self._column.addWidget(self.form)
        self._dress()
        theme.theme_changed.connect(self._dress)

    def show_person(self, person: Counterpart) -> None:
        """Show what is known of this person; the form's fields are filled by who knows it."""
        say, known = self._say, bool(person.authority)
        self.answer.setText(person.authority)
        self.answer.setVisible(known)
        parts = []
        if known:
            parts += [basis_word(say, person.authority_basis)] if person.authority_basis is not None else []
            parts += [say.day(person.authority_on)] if person.authority_on is not None else []
        rests = ", ".join(parts)
        part = "" if person.influence is None else influence_word(say, person.influence)
        self.rests_on.setText("  ·  ".join(each for each in (rests, part) if each))
        self.rests_on.setVisible(bool(self.rests_on.text()))
        self.flag.set_flag(Level.CHECK, say("a guess: ask") if known else say("authority not known: ask"))
        self.flag.setVisible(person.authority_basis is Basis.GUESS or not known)
        self._fields.set_known(known)

    def open(self) -> None:
        """Show the fields with the caret in the first one."""
        self._fields.open()

    def set_editing(self, *, allowed: bool) -> None:
        """Allow or forbid writing."""
        self._fields.set_editing(allowed=allowed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        rect, radius = QRectF(self.rect()), theme.size("radius")
        paint_panel(QPainter(self), rect, fill=None, edge=theme.color("line2"), radius=radius, width=theme.edge())

    # inside

    def _build_form(self) -> RecordForm:
        theme, say = self._theme, self._say
        form = RecordForm(theme, say, label_width=112, parent=self)
        hint = say("such as up to 150,000.00 EUR, payment terms included")
        form.add_line("authority", say("Authority"), hint=hint, about_people=True)
        bases = [("", say("not said")), *((each.value, basis_word(say, each)) for each in Basis)]
        form.add_choice("authority_basis", say("Basis"), bases)
        form.add_line("authority_on", say("Learnt on"), hint=say("a day, such as 12 Nov 2026"))
        parts = [("", say("not said")), *((each.value, influence_word(say, each)) for each in Influence)]
        form.add_choice("influence", say("In the decision"), parts)
        return form

    def _dress(self) -> None:
        space = self._theme.space
        self._column.setContentsMargins(space(14), space(10), space(14), space(10))
        self._column.setSpacing(space(4))
        self._head.setSpacing(space(12))
        self._foot.setSpacing(space(12))
        self.update()
