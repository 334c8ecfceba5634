"""ui: the side of Prepare - the BATNA's card, the check of the ladder in words and on a scale, and cheap repairs."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from core.phrases import cut_middle
from core.verdict import Repair
from core.words import Words
from ui.prepare.worths import Card, RungMark, card, feel_words, ladder_sentences, marks, ranked_names, rung_word
from ui.sheets.cells import worth_words
from ui.sheets.prepared import Prepared
from ui.style import paint_panel
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.flag import Flag, Level
from ui.widgets.ladder_scale import LadderScale, Mark
from ui.widgets.page import Page
from ui.widgets.pair_rows import PairRows
from ui.widgets.section import SectionTitle, Surface
from ui.widgets.signs import plain_tip
from ui.widgets.text import Text

_MOST_OTHERS = 3
_LONGEST = 18  # characters of a name on a button
_SCALE, _SCALE_TIGHT = 200, 148


class _Panel(QWidget):
    """A card with an edge."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        paint_panel(
            QPainter(self),
            QRectF(self.rect()),
            fill=theme.color("base"),
            edge=theme.color("line2"),
            radius=theme.size("radius"),
            width=theme.edge(),
        )


class BatnaCard(_Panel):
    """Tell the BATNA: name, price, terms, evidence, how long it holds."""

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(theme, parent)
        self._say = say
        self._name = Text(theme, "", "title", parent=self)
        self._price = Text(theme, "", parent=self)
        self._terms = Text(theme, "", "meta", color="muted", wrap=True, parent=self)
        self._assumed = Text(theme, "", "meta", color="muted", italic=True, wrap=True, parent=self)
        self._evidence = Text(theme, "", "meta", color="muted", wrap=True, parent=self)
        self._flag = Flag(theme, say, Level.FINE, parent=self)
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self._price)
        self._box = QVBoxLayout(self)
        self._box.addLayout(head)
        for part in (self._terms, self._assumed, self._evidence, self._flag):
            self._box.addWidget(part)
        self._dress()
        theme.theme_changed.connect(self._dress)

    def show_card(self, found: Card) -> None:
        """Show an alternative."""
        say = self._say
        self._name.setText(found.name)
        self._price.setText(found.price)
        self._flag.set_flag(Level(found.flag.value), found.flag_words)
        self._flag.setVisible(bool(found.flag_words))
        assumed = say("Assumed: {terms}", terms=found.assumed) if found.assumed else ""
        for part, words in (
            (self._terms, found.terms),
            (self._assumed, assumed),
            (self._evidence, ". ".join(part for part in (found.evidence, found.cost) if part)),
        ):
            part.setText(words)
            part.setVisible(bool(words))

    def _dress(self) -> None:
        space = self._theme.space
        self._box.setContentsMargins(space(12), space(10), space(12), space(10))
        self._box.setSpacing(space(2))


class SidePane(Surface):
    """Show what a deal has to beat, and whether the ladder holds."""

    repair_wanted = Signal(object)  # Repair
    batna_terms_wanted = Signal()
    alternative_wanted = Signal()
    weights_wanted = Signal()

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(theme, "bg", parent=parent)
        self._theme = theme
        self._say = say
        self.page = Page(theme, "bg", 16, self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.page)
        self._batna_title = SectionTitle(theme, say("BATNA"), line=False, parent=self)
        self.card = BatnaCard(theme, say, self)
        self._no_batna = Flag(theme, say, Level.CHECK, say("no BATNA"), parent=self)
        self._no_batna_words = Text(theme, "", wrap=True, parent=self)
        self.add_button = Button(theme, say("Add an alternative"), icon="plus", parent=self)
        self._others = PairRows(theme, parent=self)
        self._ladder_title = SectionTitle(
            theme, say("Ladder check"), aside=say("package value, 0 to 100"), line=False, parent=self
        )
        self.sentence = Text(theme, "", wrap=True, parent=self)
        self.scale = LadderScale(theme, say("Ladder"), self)
        self.first = Button(theme, "", parent=self)
        self.second = Button(theme, "", parent=self)
        self.third = Button(theme, say("Use BATNA terms"), parent=self)
        self._repairs: tuple[Repair, ...] = ()
        self._batna_box = QVBoxLayout()
        for part in (self._batna_title, self.card, self._no_batna, self._no_batna_words, self.add_button, self._others):
            self._batna_box.addWidget(part)
        self._ladder_box = QVBoxLayout()
        self._ladder_box.addWidget(self._ladder_title)
        self._ladder_box.addWidget(self.sentence)
        self._ladder_box.addWidget(self.scale)
        self._repair_box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        for button in (self.first, self.second, self.third):
            self._repair_box.addWidget(button)
        self._repair_box.addStretch(1)
        self._ladder_box.addLayout(self._repair_box)
        self.page.column.addLayout(self._batna_box)
        self._feel_title = SectionTitle(theme, say("Feels right?"), line=False, parent=self)
        self.feel = Text(theme, "", wrap=True, parent=self)
        self.yes = Button(theme, say("Yes"), parent=self)
        self.adjust = Button(theme, say("Adjust weights"), parent=self)
        # the orders that the user agreed to while the logbook is open: another order is asked for again
        self._agreed: set[str] = set()
        self._feel_box = QVBoxLayout()
        self._feel_row = QHBoxLayout()
        for button in (self.yes, self.adjust):
            self._feel_row.addWidget(button)
        self._feel_row.addStretch(1)
        self._feel_box.addWidget(self._feel_title)
        self._feel_box.addWidget(self.feel)
        self._feel_box.addLayout(self._feel_row)
        self.page.column.addLayout(self._ladder_box)
        self.page.column.addLayout(self._feel_box)
        self.page.column.addStretch(1)
        self.add_button.clicked.connect(self.alternative_wanted)
        self.first.clicked.connect(lambda: self._ask_repair(0))
        self.second.clicked.connect(lambda: self._ask_repair(1))
        self.third.clicked.connect(self.batna_terms_wanted)
        self.yes.clicked.connect(self._on_agreed)
        self.adjust.clicked.connect(self.weights_wanted)
        self._dress()
        theme.theme_changed.connect(self._dress)

    def show_prepared(self, prepared: Prepared) -> None:
        """Show a negotiation as it stands."""
        self._show_batna(prepared)
        self._show_ladder(prepared)
        self._show_repairs(prepared)
        self._show_feel(feel_words(prepared, self._say))

    def set_editing(self, *, allowed: bool) -> None:
        """Allow or forbid the repairs."""
        for button in (self.first, self.second, self.third, self.add_button, self.adjust):
            button.setEnabled(allowed)

    def _show_batna(self, prepared: Prepared) -> None:
        say, batna = self._say, prepared.batna
        for part in (self._no_batna, self._no_batna_words, self.add_button):
            part.setVisible(batna is None)
        self.card.setVisible(batna is not None)
        others = prepared.ranking[1 : 1 + _MOST_OTHERS]
        self._others.setVisible(bool(others))
        self._others.set_pairs(ranked_names(others, say))
        if batna is None:
            expired = bool(prepared.negotiation.alternatives)
            why = (
                say("None of the alternatives holds any more.")
                if expired
                else say("What do you do if there is no deal? Without an answer no offer can be judged.")
            )
            self._no_batna_words.setText(why)
            self._batna_title.set_aside("")
            return
        aside = say("worth {value}", value=worth_words(say, batna.value)) if batna.value else say("worth unknown")
        self._batna_title.set_aside(aside)
        self.card.show_card(card(prepared, batna, say))

    def _show_ladder(self, prepared: Prepared) -> None:
        say = self._say
        self.sentence.setText("\n".join(ladder_sentences(prepared, say)))
        found = marks(prepared, say)
        self.scale.setVisible(bool(found))
        values = {mark.key: mark.value for mark in found}
        band = (values["fair"], values["best_outcome"]) if {"fair", "best_outcome"} <= values.keys() else None
        self.scale.set_marks([self._mark(each) for each in found], band)

    def _mark(self, mark: RungMark) -> Mark:
        if mark.key == "batna":
            return Mark(mark.words, mark.value, mark.figure, "text", bold=True, weight=3)
        if mark.is_faulty:
            return Mark(mark.words, mark.value, mark.figure, "danger", bold=True)
        return Mark(mark.words, mark.value, mark.figure, "us")

    def _show_repairs(self, prepared: Prepared) -> None:
        say, rung = self._say, prepared.rung_below_batna
        self._repairs = prepared.repairs
        for number, button in enumerate((self.first, self.second)):
            has_one = number < len(self._repairs)
            button.setVisible(has_one)
            if has_one:
                term = self._repairs[number].terms[0]
                name = prepared.negotiation.issue_by_id[term.issue_id].name
                cut = cut_middle(name, _LONGEST)
                button.set_label(say("Set {issue} to {value}", issue=cut, value=say.quantity(term.value)))
                reason = say("{rung}: {reason}", rung=rung_word(say, rung), reason=self._repairs[number].reason)
                button.setToolTip(plain_tip(reason))
        self.third.setVisible(bool(prepared.batna_terms))
        self._lay_out_repairs()

    def _show_feel(self, words: str) -> None:
        self.feel.setText(words)
        for part in (self._feel_title, self.feel, self.yes, self.adjust):
            part.setVisible(bool(words) and words not in self._agreed)

    def _on_agreed(self) -> None:
        self._agreed.add(self.feel.text())
        self._show_feel(self.feel.text())

    def _ask_repair(self, number: int) -> None:
        if number < len(self._repairs):
            self.repair_wanted.emit(self._repairs[number])

    def set_tight(self, tight: bool) -> None:
        """Draw the scale lower, for a window of little height."""
        self.scale.setFixedHeight(self._theme.space(_SCALE_TIGHT if tight else _SCALE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out_repairs()

    def _lay_out_repairs(self) -> None:
        """Put the buttons in a row where they fit into it, else one under the other."""
        shown = [button for button in (self.first, self.second, self.third) if not button.isHidden()]
        space = self._theme.space
        need = sum(button.sizeHint().width() for button in shown) + space(8) * max(0, len(shown) - 1)
        direction = QBoxLayout.Direction
        fits = need <= self.width() - 2 * space(16)
        self._repair_box.setDirection(direction.LeftToRight if fits else direction.TopToBottom)

    def _dress(self) -> None:
        space = self._theme.space
        self._repair_box.setSpacing(space(8))
        self._batna_box.setSpacing(space(6))
        self._ladder_box.setSpacing(space(8))
        self._feel_box.setSpacing(space(6))
        self._feel_row.setSpacing(space(8))
