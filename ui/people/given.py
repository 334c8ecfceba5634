"""ui: what we gave away toward a person - the steps of ours for which nothing came back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from core.given_away import GivenAway, worth_by_currency
from core.issue import ScaleKind
from core.words import EN_DASH, Words
from ui.theme import Theme
from ui.widgets.table_rows import TableCell, TableColumn, TableRow
from ui.widgets.table_section import TableSection

STEPS = 8  # steps of ours that are shown at first
_RIGHT = Qt.AlignmentFlag.AlignRight


class GivenAwaySection(TableSection):
    """Show our steps for which nothing came back, with what they come to; Enter goes to the negotiation."""

    negotiation_wanted = Signal(int)

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Start empty."""
        columns = [
            TableColumn("issue", say("Issue"), stretch=3, wrap=True),
            TableColumn("step", say("From, to"), most=200, wrap=True),
            TableColumn("worth", say("Worth to us"), align=_RIGHT),
            TableColumn("title", say("Negotiation"), stretch=3, muted=True, wrap=True),
            TableColumn("on", say("Date"), muted=True, align=_RIGHT),
        ]
        super().__init__(theme, say, say("What we gave away"), columns, first=STEPS, parent=parent)
        self._say = say
        self._matters: list[int] = []
        self.row_activated.connect(self._on_activated)

    def show_given(self, found: Sequence[GivenAway], meetings: int, *, another: bool) -> None:
        """Show these of so many meetings, in this order, those of `another` person from their beginning."""
        say = self._say
        nothing = say("Nothing: for each step of ours something came back.")
        none = say("No meeting with this person is logged yet. Steps of ours for which nothing came back stand here.")
        self.table.set_empty_text(nothing if meetings else none)
        self._matters = [each.negotiation_id for each in found]
        self.show_records(list(enumerate(found)), self._row, another=another)
        self.title.set_detail(say.number(len(found)) if found else "")
        worth = ", ".join(say.money(each, currency) for currency, each in worth_by_currency(found).items())
        self.title.set_aside(say("nothing came back for {sum}", sum=worth) if worth else "")

    def _row(self, placed: tuple[int, GivenAway]) -> TableRow:
        at, each = placed
        say, issue = self._say, each.issue
        unit = issue.unit if issue.kind is ScaleKind.NUMERIC else ""
        worth = EN_DASH
        if each.money is not None:
            worth = say.money(each.money, each.currency)
        elif each.share is not None:
            worth = say("{points} points", points=say.points(each.share))
        step = say("{start} to {end}", start=say.quantity(each.start), end=say.quantity(each.end, unit))
        cells = {
            "issue": TableCell(issue.name),
            "step": TableCell(step),
            "worth": TableCell(worth),
            "title": TableCell(each.title),
            "on": TableCell(say.day(each.at.date())),
        }
        return TableRow(at, cells)

    def _on_activated(self, at: int) -> None:
        if at < len(self._matters):
            self.negotiation_wanted.emit(self._matters[at])
