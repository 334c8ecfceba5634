"""ui: how a person was seen to deal, over time and with how sure that is, and the style to meet them with next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from core.naming import basis_word, style_word
from core.note import Note
from core.recall_words import advised, dealt
from core.side import Basis
from core.style import Style
from core.styles import Certainty, Observed, StyleAdvice
from core.words import Words
from ui.line_list import LineList, add_hint
from ui.people.entries import style_example
from ui.theme import Theme
from ui.widgets.data_table import TableCell, TableColumn, TableRow
from ui.widgets.flag import Flag, Level
from ui.widgets.text import Text
from ui.widgets.titled import Titled

_RIGHT = Qt.AlignmentFlag.AlignRight


class StyleList(LineList):
    """Show each time that somebody was seen to deal in one of the five styles, newest first; a line adds one."""

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Start empty."""
        columns = [
            TableColumn("style", say("Style"), width=104),
            TableColumn("text", say("What was seen"), stretch=1, wrap=True),
            TableColumn("basis", say("Basis"), width=70),
            TableColumn("on", say("Date"), width=80, muted=True, align=_RIGHT),
        ]
        super().__init__(
            theme,
            say,
            say("How they dealt"),
            columns,
            hint=add_hint(say, style_example(say)),
            adds=say("Add how they dealt"),
            changes=say("Change how they dealt"),
            aside=say("what they did, not what they are"),
            parent=parent,
        )
        self.table.set_empty_text(
            say(
                "None yet. What they did each time ({styles}) tells how they deal, and how sure that is.",
                styles=", ".join(style_word(say, each) for each in Style),
            )
        )
        self.point_out()
        self.sum = Text(theme, "", "sentence", wrap=True)
        self.unsure = Flag(theme, say, Level.CHECK)
        self.add_over(self.sum, self.unsure)

    def show_style(self, notes: Sequence[Note], found: Observed | None, *, another: bool) -> None:
        """Show the notes that name a style, of `another` person from the newest, and what they come to."""
        say = self.say
        self.set_rows(
            [
                TableRow(
                    note.id,
                    {
                        "style": TableCell("" if note.style is None else style_word(say, note.style), bold=True),
                        "text": TableCell(note.text),
                        "basis": TableCell(basis_word(say, note.basis), chip=True, dashed=note.basis is Basis.GUESS),
                        "on": TableCell(say.day(note.on)),
                    },
                )
                for note in notes
            ],
            another=another,
        )
        self.sum.setText("" if found is None else dealt(say, found))
        self.sum.setVisible(found is not None)
        faint = found is not None and found.certainty is Certainty.FAINT
        self.unsure.set_flag(Level.CHECK, say("too little to rely on: watch again"))
        self.unsure.setVisible(faint)


class NextStyle(Titled):
    """Say with which style to meet somebody next time and why, and what would have to be known."""

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(theme, say("Style for the next meeting"), gap=4, parent=parent)
        self._say = say
        self.advised = Text(theme, "", wrap=True, parent=self)
        self.reasons = Text(theme, "", "meta", color="muted", wrap=True, parent=self)
        for part in (self.advised, self.reasons):
            self.column.addWidget(part)

    def show_advice(self, advice: StyleAdvice) -> None:
        """Show this advice."""
        say = self._say
        self.advised.setText(advised(say, advice))
        self.advised.set_bold(advice.style is not None)
        self.advised.set_color("text" if advice.style is not None else "muted")
        parts = [say.message(each) for each in advice.reasons]
        if advice.style is not None and advice.unknown:
            parts.append(say("Not known: {what}.", what=", ".join(say.message(each) for each in advice.unknown)))
        if advice.style is None:
            parts = [say("Enter what is at stake in the supplier’s file, the rest in Prepare under goal and mode.")]
        self.reasons.setText(" ".join(parts))
        self.reasons.setVisible(bool(parts))
