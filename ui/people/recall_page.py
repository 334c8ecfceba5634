"""ui: the recall card on one calm page - authority first, then the person, how we dealt, what is promised, to ask."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from core.gaps import quoted
from core.naming import basis_word, topic_word
from core.note import Note
from core.recall import TACTICS, Promise, RecallCard
from core.recall_words import advised, dealt, due, foreseen, met, noted, opened, rates, seen, varied, who
from core.side import Basis, Side
from core.verdict import Flag as FlagKind
from core.words import Words
from ui.flag_levels import LEVELS
from ui.theme import Theme
from ui.widgets.button import Button, ButtonKind
from ui.widgets.data_table import DataTable, TableCell, TableColumn, TableRow
from ui.widgets.flag import Flag, Level
from ui.widgets.page import Page
from ui.widgets.place_header import PlaceHeader
from ui.widgets.section import Hairline, SectionTitle
from ui.widgets.text import Text

_WIDTH = 1180  # pixels at 100 %, beyond which lines are too long to be read at a glance
_SIDE_BY_SIDE = 780
_TALL = 780  # below which the words are set smaller, so that the card stays one screen
_LONGEST = 120  # characters of a note in its row
_PROMISES = 3  # of a side, that are read in a minute with all the rest


class _Words(QWidget):
    """A title with paragraphs under it; an empty one is not shown."""

    def __init__(self, theme: Theme, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.title = SectionTitle(theme, title, parent=self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.space(6))
        self._column.addWidget(self.title)
        self._parts: list[QWidget] = []

    def show_parts(self, parts: Sequence[QWidget]) -> None:
        """Show these under the title."""
        for part in self._parts:
            self._column.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = list(parts)
        for part in self._parts:
            self._column.addWidget(part)
            part.show()
        self.setVisible(bool(parts))


class RecallPage(QWidget):
    """Show one card; Escape asks to go back, P to print."""

    back_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Build the page, empty."""
        super().__init__(parent)
        self._theme = theme
        self._say = say
        self._card: RecallCard | None = None
        self._role = "sentence"
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.header = PlaceHeader(theme, say, parent=self)
        self.header.set_title(say("Recall card"))
        self.print = Button(theme, say("Make PDF"), icon="file-down", key="P", parent=self)
        self.back = Button(theme, say("Back"), ButtonKind.QUIET, key="Esc", parent=self)
        self.print.clicked.connect(self.print_wanted)
        self.back.clicked.connect(self.back_wanted)
        for button in (self.print, self.back):
            self.header.add_action(button)
        self.page = Page(theme, "base", 20, self)
        self._sheet = QWidget(self)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._sheet, 1000)
        row.addStretch(1)
        self.page.column.addLayout(row)
        self.page.column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(self.page, 1)
        self._build(theme, say)
        self._dress()
        theme.theme_changed.connect(self._dress)

    def _build(self, theme: Theme, say: Words) -> None:
        self.name = Text(theme, "", "large", wrap=True, parent=self)
        self.role = Text(theme, "", "body", color="muted", wrap=True, parent=self)
        self.met = Text(theme, "", "body", color="muted", wrap=True, parent=self)
        self.question = Text(theme, say("May decide alone"), "meta", color="muted", parent=self)
        self.authority = Text(theme, "", "entry", bold=True, wrap=True, parent=self)
        self.rests_on = Text(theme, "", "meta", color="muted", parent=self)
        self.unsure = Flag(theme, say, Level.CHECK, parent=self)
        self._who, self._decides = QVBoxLayout(), QVBoxLayout()
        heads: tuple[tuple[QVBoxLayout, tuple[QWidget, ...]], ...] = (
            (self._who, (self.name, self.role, self.met)),
            (self._decides, (self.question, self.authority, self.rests_on, self.unsure)),
        )
        for box, own in heads:
            for label in own:
                box.addWidget(label)
        for column in (self._who, self._decides):
            column.setSpacing(theme.space(2))
            column.addStretch(1)
        self._line = Hairline(theme, "line2", self)
        self.notes_title = SectionTitle(theme, say("Person"), line=False, parent=self)
        self.notes = self._table(say("Person"))
        columns = [
            TableColumn("topic", say("Topic"), muted=True),
            TableColumn("text", say("Note"), stretch=1, wrap=True),
            TableColumn("basis", say("Basis")),
            TableColumn("on", say("Date"), muted=True, align=Qt.AlignmentFlag.AlignRight),
        ]
        self.notes.set_columns(columns)
        self.notes.set_empty_text(say("Nothing is noted yet."))
        self.more = Text(theme, "", "meta", color="muted", parent=self)
        self.about_title = SectionTitle(theme, say("Knows about us"), line=False, parent=self)
        self.about_us = self._table(say("Knows about us"))
        self.about_us.set_columns(columns[1:])
        self.tactics = _Words(theme, say("Tactics, our answer"), self)
        self.ours = _Words(theme, say("Ours so far"), self)
        self.style_part = _Words(theme, say("Style"), self)
        self.learning = _Words(theme, say("Last learning"), self)
        self.promised = _Words(theme, say("Promised"), self)
        self.ask = _Words(theme, say("Ask"), self)
        self._first, self._second, self._third = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        for column, parts in (
            (self._first, (self.notes_title, self.notes, self.more, self.about_title, self.about_us)),
            (self._second, (self.tactics, self.ours, self.style_part)),
            (self._third, (self.promised, self.ask, self.learning)),
        ):
            for each in parts:
                column.addWidget(each)
            column.addStretch(1)
        self._first.setSpacing(0)
        self._grid = QGridLayout(self._sheet)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._is_wide: bool | None = None

    def _table(self, name: str) -> DataTable:
        # nothing is chosen in it, so its rows end where their text does
        return DataTable(self._theme, self._say, name, bleed=0, header=False, fits=True, selectable=False, parent=self)

    # what is shown

    def show_card(self, card: RecallCard) -> None:
        """Show a card from its top."""
        say = self._say
        self._card = card
        person = card.person
        details = [card.negotiation_title]
        if card.sittings.next is not None and card.sittings.next.planned_at is not None:
            details.append(say.moment(card.sittings.next.planned_at))
        self.header.set_details("  ·  ".join(part for part in details if part))
        self.name.setText(person.name)
        self.role.setText(", ".join(part for part in (person.role, card.supplier_name) if part))
        self.met.setText(met(say, card.sittings))
        self._show_authority(card)
        self.notes.set_rows([self._note(note) for note in card.notes])
        self.more.setText(say.plural("{n} more", "{n} more", card.more_notes) if card.more_notes else "")
        self.more.setVisible(bool(card.more_notes))
        self.about_us.set_rows([self._note(note) for note in card.about_us])
        for part in (self.about_title, self.about_us):
            part.setVisible(bool(card.about_us))
        self._show_dealing(card)
        learning = card.learning
        said = [] if learning is None else [learning.text]
        where = [] if learning is None else [f"{learning.title}, {say.day(learning.on)}"]
        self.learning.show_parts([*self._texts(said), *self._texts(where, muted=True)])
        self.promised.show_parts(self._promised(card))
        self.ask.show_parts(self._texts([say.message(gap.question) for gap in card.gaps]))
        self.page.verticalScrollBar().setValue(0)
        self.setAccessibleName(say("Recall card: {name}", name=person.name))

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers()
        if plain and event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
        elif plain and event.key() == Qt.Key.Key_P:
            self.print_wanted.emit()
        elif plain and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            bar = self.page.verticalScrollBar()
            step = bar.pageStep() if event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp) else self._theme.space(40)
            back = event.key() in (Qt.Key.Key_Up, Qt.Key.Key_PageUp)
            bar.setValue(bar.value() - step if back else bar.value() + step)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        role = "sentence" if self.height() >= self._theme.space(_TALL) else "body"
        if role != self._role:
            self._role = role
            if self._card is not None:
                self.show_card(self._card)

    # inside

    def _show_authority(self, card: RecallCard) -> None:
        say, person = self._say, card.person
        rests = [basis_word(say, person.authority_basis)] if person.authority_basis is not None else []
        rests += [say.day(person.authority_on)] if person.authority_on is not None else []
        self.authority.setText(person.authority or say("Not known"))
        self.authority.set_color("text" if person.authority else "muted")
        self.rests_on.setText(", ".join(rests))
        self.rests_on.setVisible(bool(rests) and bool(person.authority))
        guessed = person.authority_basis is Basis.GUESS
        self.unsure.set_flag(Level.CHECK, say("a guess: ask") if person.authority else say("ask first"))
        self.unsure.setVisible(guessed or not person.authority)

    def _show_dealing(self, card: RecallCard) -> None:
        """Show their tactics with our answers, ours so far, how they dealt and the style to take."""
        say, told = self._say, card.encounters
        parts: list[QWidget] = []
        for each in told.seen[:TACTICS]:
            tactic = told.tactic(each.number)
            parts.append(self._headed(quoted(tactic.name), seen(say, each)))
            parts += self._texts([quoted(tactic.counter)])
        self.tactics.show_parts(parts or [self._nothing(say("None logged yet."))])
        vary, why = varied(say, told)
        ours = [*self._texts([quoted(opened(say, card), _LONGEST)]), *self._texts([vary], bold=True)]
        self.ours.show_parts([*ours, *self._texts([why, foreseen(say, told, short=True)], muted=True)])
        style = self._texts([] if card.style is None else [say("They: {dealt}", dealt=dealt(say, card.style))])
        if card.advice is not None and card.advice.style is not None:
            style += self._texts([say("Take: {style}", style=advised(say, card.advice))], bold=True)
            style += self._texts([say.message(each) for each in card.advice.reasons[-1:]], muted=True)
        self.style_part.show_parts(style)

    def _note(self, note: Note) -> TableRow:
        say = self._say
        cells = {
            "topic": TableCell(topic_word(say, note.topic)),
            "text": TableCell(quoted(noted(say, note), _LONGEST), role=self._role, tip=note.text),
            "basis": TableCell(basis_word(say, note.basis), chip=True, dashed=note.basis is Basis.GUESS),
            "on": TableCell(say.month(note.on)),
        }
        return TableRow(note.id, cells)

    def _texts(self, texts: Sequence[str], *, muted: bool = False, bold: bool = False) -> list[QWidget]:
        color, role = ("muted", "meta") if muted else ("text", self._role)
        return [Text(self._theme, text, role, color=color, bold=bold, wrap=True, parent=self) for text in texts if text]

    def _headed(self, words: str, aside: str) -> QWidget:
        """Return a bold word with what belongs to it at the right, which stays whole."""
        box = QWidget(self)
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.space(8))
        told = Text(self._theme, aside, "meta", color="muted", parent=box)
        told.setMinimumWidth(told.sizeHint().width())
        row.addWidget(Text(self._theme, words, self._role, bold=True, parent=box), 1)
        row.addWidget(told)
        return box

    def _promised(self, card: RecallCard) -> list[QWidget]:
        say = self._say
        found: list[QWidget] = []
        for side in (Side.THEM, Side.US):
            for promise in card.promised(side)[:_PROMISES]:
                found += self._promise(promise)
        left = sum(max(0, len(card.promised(side)) - _PROMISES) for side in Side)
        found += self._texts([say.plural("{n} more", "{n} more", left)] if left else [], muted=True)
        found += self._texts([rates(say, card.rates)], muted=True)
        return found or [self._nothing(say("Nothing is open between you."))]

    def _nothing(self, text: str) -> Text:
        """Return what stands in place of parts that there are none of, as in an empty table."""
        return Text(self._theme, text, color="muted", wrap=True, parent=self)

    def _promise(self, promise: Promise) -> list[QWidget]:
        say = self._say
        what = quoted(promise.commitment.text, _LONGEST)
        words = say("{who}: {what}", who=who(say, promise.commitment.side), what=what)
        day = due(say, promise)
        if promise.flag is FlagKind.FINE:
            return [*self._texts([words]), *self._texts([day], muted=True)]
        flag = Flag(self._theme, say, LEVELS[promise.flag], day, parent=self)
        return [*self._texts([words]), flag]

    def _arrange(self) -> None:
        """Put the columns side by side, or one below the other where there is no room."""
        wide = self.width() >= self._theme.space(_SIDE_BY_SIDE)
        if wide == self._is_wide:
            return
        self._is_wide = wide
        grid = self._grid
        while grid.count():
            grid.takeAt(0)
        if wide:
            grid.addLayout(self._who, 0, 0)
            grid.addLayout(self._decides, 0, 1, 1, 2)
            grid.addWidget(self._line, 1, 0, 1, 3)
            for at, column in enumerate((self._first, self._second, self._third)):
                grid.addLayout(column, 2, at)
        else:
            for at, box in enumerate((self._decides, self._who)):
                grid.addLayout(box, at, 0)
            grid.addWidget(self._line, 2, 0)
            for at, box in enumerate((self._second, self._third, self._first), 3):
                grid.addLayout(box, at, 0)
        for at, share in enumerate((5, 3, 3) if wide else (1, 0, 0)):
            grid.setColumnStretch(at, share)
        self._sheet.updateGeometry()

    def _dress(self) -> None:
        space = self._theme.space
        self._sheet.setMaximumWidth(space(_WIDTH))
        self._grid.setHorizontalSpacing(space(32))
        self._grid.setVerticalSpacing(space(16))
        for column in (self._second, self._third):
            column.setSpacing(space(16))
        self.more.setContentsMargins(0, space(8), 0, 0)
        self.about_title.setContentsMargins(0, space(12), 0, 0)
        self._arrange()
