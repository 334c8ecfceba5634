"""ui: the alternatives side by side, one column each - terms, worth, distance from the BATNA, and why it is it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.alternative import Alternative
from core.batna import Worth, worth
from core.candidates import apart
from core.choice import changes, reasons
from core.issue import Issue
from core.phrases import cut_middle
from core.spans import both_ends
from core.term import Term
from core.verdict import Flag
from core.words import EN_DASH, Words
from ui.prepare.worths import evidence, validity
from ui.sheets.cells import sentence, worth_words
from ui.sheets.columns import GridColumn
from ui.sheets.fitting import fitted, sheet_columns
from ui.sheets.prepared import Prepared
from ui.theme import Theme
from ui.widgets.section import SectionTitle
from ui.widgets.sheet import Cell, CellState, Sheet, SheetRow
from ui.widgets.text import Text

_LONGEST_TITLE = 24


def shown(prepared: Prepared) -> list[Worth]:
    """Return the alternatives from left to right: the BATNA, those behind it, and those that hold no longer."""
    ranked = list(prepared.ranking)
    known = {each.alternative.id for each in ranked}
    return [*ranked, *(each for each in prepared.worths.values() if each.alternative.id not in known)]


def columns(prepared: Prepared, say: Words) -> list[GridColumn]:
    """Return a column for each alternative behind those that name the issue and its unit."""
    batna = None if prepared.batna is None else prepared.batna.alternative.id
    found = [
        GridColumn("name", say("Issue"), width=148, is_text=True, editable=False, stretch=1, wrap=True, lines=2),
        GridColumn("unit", say("Unit"), width=80, is_text=True, editable=False, muted=True),
    ]
    for place, each in enumerate(shown(prepared), start=1):
        name = each.alternative.name
        group = say("{n}.", n=place) if each.is_valid else say("expired")
        if each.alternative.id == batna:
            group = say("BATNA")
        title = cut_middle(name, _LONGEST_TITLE)
        found.append(GridColumn(_key(each), title, group, 140, editable=False, tip=name, wrap=True))
    return found


def rows(prepared: Prepared, say: Words) -> list[SheetRow]:
    """Return the terms by issue, then what each alternative is worth and how far it is from the BATNA."""
    money = prepared.valuation.money is not None
    currency, hundred = prepared.negotiation.currency, say("0 to 100")
    places = shown(prepared)

    def row(key: str, name: str, unit: str, make: Callable[[Worth], Cell], *, total: bool = False) -> SheetRow:
        cells = {_key(each): make(each) for each in places}
        return SheetRow(key, {"name": Cell(name), "unit": Cell(unit), **cells}, total=total)

    def of_issue(issue: Issue) -> SheetRow:
        return row(f"i{issue.id}", issue.name, issue.unit, lambda each: _term_cell(prepared, issue, each, say))

    return [
        *map(of_issue, prepared.negotiation.issues),
        row("package", say("If it comes off"), hundred, lambda each: Cell(_before(prepared, each, say))),
        row("chance", say("Chance"), "%", lambda each: Cell(say.number(Fraction(each.alternative.probability) * 100))),
        row("cost", say("Switching cost"), currency if money else say("points"), lambda each: _cost(each, say)),
        row("until", say("Valid until"), "", lambda each: _until(prepared, each, say)),
        row("proof", say("Evidence"), "", lambda each: _proof(prepared, each, say)),
        row("improve", say("To improve it"), "", lambda each: Cell(each.alternative.improve)),
        row("worth", say("Worth"), hundred, lambda each: Cell(worth_words(say, each.value)), total=True),
        row(
            "against",
            say("Against the BATNA"),
            currency if money else hundred,
            lambda each: _against(prepared, each, say),
            total=True,
        ),
    ]


def _key(found: Worth) -> str:
    return f"a{found.alternative.id}"


def _term_cell(prepared: Prepared, issue: Issue, found: Worth, say: Words) -> Cell:
    term = _term(issue, found)
    if term is None:
        return Cell(EN_DASH)
    text = say.quantity(term.value)
    if term.upto is not None:
        text = f"{text}{EN_DASH}{say.quantity(term.upto)}"
    detail = _difference(prepared, issue, found, term, say)
    if term.assumed:
        return Cell(text, CellState.PREFILLED, say("Assumed: the baseline."), detail=detail)
    return Cell(text, detail=detail)


def _term(issue: Issue, found: Worth) -> Term | None:
    term = found.stated.get(issue.id)
    if term is None and issue.id in found.assumed and issue.baseline is not None:
        return Term(issue_id=issue.id, value=issue.baseline, assumed=True)
    return term


def _difference(prepared: Prepared, issue: Issue, found: Worth, term: Term, say: Words) -> str:
    """Write what a term is worth more or less than the BATNA's, in money or in points; empty where it is the same."""
    batna, valuation = prepared.batna, prepared.valuation
    if batna is None or batna.alternative.id == found.alternative.id:
        return ""
    other = _term(issue, batna)
    mine, theirs = valuation.part(term), None if other is None else valuation.part(other)
    if mine is None or theirs is None or not (mine.is_exact and theirs.is_exact) or mine.low == theirs.low:
        return ""
    return _signed(prepared, mine.low - theirs.low, say)


def _signed(prepared: Prepared, value: Fraction, say: Words) -> str:
    money = prepared.valuation.money
    return say.signed(value * 100, 1) if money is None else say.signed(value * money, 0)


def _before(prepared: Prepared, found: Worth, say: Words) -> str:
    """Write what an alternative is worth if it comes off, before switching."""
    bare = replace(found.alternative, probability=Decimal(1), switching_cost=Decimal(0))
    return worth_words(say, worth(prepared.negotiation, bare, prepared.today).value)


def _cost(found: Worth, say: Words) -> Cell:
    cost = found.alternative.switching_cost
    return Cell(say.number(cost) if cost else EN_DASH)


def _until(prepared: Prepared, found: Worth, say: Words) -> Cell:
    until = found.alternative.valid_until
    flag, words = validity(prepared, found.alternative, say)
    text = EN_DASH if until is None else say.day(until)
    return Cell(text, CellState.PLAIN if flag is Flag.FINE else CellState.CHECK, words)


def _proof(prepared: Prepared, found: Worth, say: Words) -> Cell:
    alternative: Alternative = found.alternative
    if alternative.no_deal:
        return Cell(EN_DASH)
    text = evidence(prepared, alternative, say)
    is_bare = text == say("no evidence yet")
    return Cell(text, CellState.CHECK if is_bare else CellState.PLAIN, text)


def _against(prepared: Prepared, found: Worth, say: Words) -> Cell:
    batna = prepared.batna
    gap = None if batna is None else apart(found.value, batna.value)
    if batna is None or gap is None:
        return Cell(EN_DASH)
    if batna.alternative.id == found.alternative.id:
        return Cell(say("BATNA"))
    return Cell(both_ends(say, *(_signed(prepared, end, say) for end in (gap.low, gap.high))))


class SideBySide(QWidget):
    """Show what the BATNA is, why, what would change it, and all alternatives in columns."""

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._theme = theme
        self._say = say
        self.why = Text(theme, "", wrap=True, parent=self)
        self.sheet = Sheet(theme, say, say("Alternatives side by side"), self)
        self.sheet.set_editable(False)
        self.sheet.set_keys_shown(False)
        self.note = Text(theme, "", "meta", color="muted", wrap=True, parent=self)
        self._title = SectionTitle(theme, say("What would change it"), parent=self)
        self.changes = Text(theme, "", wrap=True, parent=self)
        self._box = QVBoxLayout(self)
        for part in (self.why, self.sheet, self.note, self._title, self.changes):
            self._box.addWidget(part)
        self._box.addStretch(1)
        self._dress()
        theme.theme_changed.connect(self._dress)

    def show_prepared(self, prepared: Prepared) -> None:
        """Show the alternatives as they are."""
        say = self._say
        self.why.setText(" ".join(sentence(say, each) for each in reasons(prepared.negotiation, prepared.ranking)))
        told = [sentence(say, each) for each in changes(prepared.negotiation, prepared.ranking, prepared.today)]
        self.changes.setText("\n".join(told))
        for part in (self._title, self.changes):
            part.setVisible(bool(told))
        self.why.setVisible(bool(self.why.text()))
        unit = say("points") if prepared.valuation.money is None else prepared.negotiation.currency
        self.note.setText(
            say(
                "Small figures: what a term is worth more or less than the BATNA’s, in {unit}. In italics: assumed, "
                "the baseline.",
                unit=unit,
            )
        )
        found = rows(prepared, say)
        self.sheet.set_columns(sheet_columns(fitted(self._theme, columns(prepared, say), found)))
        self.sheet.set_rows(found)

    def focus_first(self) -> None:
        """Give the focus to the table."""
        self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    def _dress(self) -> None:
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(self._theme.space(12))
