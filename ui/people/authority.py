"""ui: what a person may decide alone - the question, the answer in large type, what it rests on, its fields."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from core.counterpart import Counterpart, Influence
from core.naming import basis_word, influence_word
from core.side import Basis
from core.words import Words
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
        self._known = False
        self._may_edit = True
        self.question = Text(theme, say("What may this person decide alone?"), "meta", color="muted", parent=self)
        self.answer = Text(theme, "", "page", wrap=True, parent=self)
        self.rests_on = Text(theme, "", "meta", color="muted", wrap=True, parent=self)
        self.flag = Flag(theme, say, Level.CHECK, say("authority not known: ask"), parent=self)
        self.change = Button(theme, say("Change"), ButtonKind.QUIET, key="F2", parent=self)
        self.change.clicked.connect(self.open)
        self.form = self._build_form()
        words = QVBoxLayout()
        words.setSpacing(theme.space(4))
        for part in (self.question, self.answer, self.rests_on):
            words.addWidget(part)
        self._row = QHBoxLayout()
        self._row.addLayout(words, 1)
        self._row.addWidget(self.flag, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self.change, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._row)
        self._column.addWidget(self.form)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        self._dress()
        theme.theme_changed.connect(self._dress)

    def show_person(self, person: Counterpart) -> None:
        """Show what is known of this person; the form's fields are filled by who knows it."""
        say = self._say
        self._known = bool(person.authority)
        self.answer.setText(person.authority)
        self.answer.setVisible(self._known)
        parts = []
        if self._known:
            parts += [basis_word(say, person.authority_basis)] if person.authority_basis is not None else []
            parts += [say.day(person.authority_on)] if person.authority_on is not None else []
        rests = ", ".join(parts)
        part = "" if person.influence is None else influence_word(say, person.influence)
        self.rests_on.setText("  ·  ".join(each for each in (rests, part) if each))
        self.rests_on.setVisible(bool(self.rests_on.text()))
        guessed = person.authority_basis is Basis.GUESS
        self.flag.set_flag(Level.CHECK, say("a guess: ask") if self._known else say("authority not known: ask"))
        self.flag.setVisible(guessed or not self._known)
        self._arrange()

    def open(self) -> None:
        """Show the fields with the caret in the first one."""
        if not self._may_edit:
            return
        self._show_form(True)
        self.form.line("authority").setFocus(Qt.FocusReason.TabFocusReason)

    def set_editing(self, *, allowed: bool) -> None:
        """Allow or forbid writing."""
        self._may_edit = allowed
        self.form.set_editing(allowed=allowed)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        rect, radius = QRectF(self.rect()), theme.size("radius")
        paint_panel(QPainter(self), rect, fill=None, edge=theme.color("line2"), radius=radius, width=theme.edge())

    # inside

    def _build_form(self) -> RecordForm:
        theme, say = self._theme, self._say
        form = RecordForm(theme, say, label_width=112, parent=self)
        form.add_line("authority", say("Authority"), hint=say("such as up to 150,000.00 EUR, payment terms included"))
        bases = [("", say("not said")), *((each.value, basis_word(say, each)) for each in Basis)]
        form.add_choice("authority_basis", say("Basis"), bases)
        form.add_line("authority_on", say("Learnt on"), hint=say("a day, such as 12 Nov 2026"))
        parts = [("", say("not said")), *((each.value, influence_word(say, each)) for each in Influence)]
        form.add_choice("influence", say("In the decision"), parts)
        return form

    def _arrange(self) -> None:
        focus = QApplication.focusWidget()
        inside = focus is not None and self.form.isAncestorOf(focus)
        self._show_form(self._may_edit and (not self._known or inside or self.form.has_problem))

    def _show_form(self, shown: bool) -> None:
        self.form.setVisible(shown)
        self.change.setVisible(self._may_edit and not shown)

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        # a list that drops down from a choice is a window of its own
        was_inside = old is not None and self.form.isAncestorOf(old)
        if was_inside and new is not None and new.window() is self.window() and not self.form.isAncestorOf(new):
            self._arrange()

    def _dress(self) -> None:
        space = self._theme.space
        self._column.setContentsMargins(space(14), space(10), space(14), space(10))
        self._column.setSpacing(space(8))
        self._row.setSpacing(space(12))
        self.update()
