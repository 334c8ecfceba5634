"""ui: the fields of an issue that have no column in the grid - its scale, its baseline, what makes it money."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.claim import claim_tested, is_price
from core.issue import Issue, ScaleKind
from core.verdict import Flag
from core.words import Words
from ui.prepare.grid import list_sentence
from ui.prepare.increase import verdict_words
from ui.prepare.steps.details import LABEL, Details
from ui.record_form import RecordForm
from ui.sheets.prepared import Prepared
from ui.theme import Theme
from ui.widgets.flag import Level
from ui.widgets.text import Text


class IssueDetails(Details):
    """Show and edit the details of one issue."""

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(theme, say, parent)
        self._list = Text(theme, "", "meta", color="muted", wrap=True, parent=self)
        self._scale = RecordForm(theme, say, label_width=LABEL, parent=self)
        self._money = RecordForm(theme, say, label_width=LABEL, parent=self)
        self._scale.add_choice(
            "kind",
            say("Scale"),
            [
                (ScaleKind.NUMERIC.value, say("a number")),
                (ScaleKind.DATE.value, say("a day")),
                (ScaleKind.OPTIONS.value, say("options")),
            ],
        )
        self._scale.add_line("options", say("Options"), hint=say("none = 0; shared = 0.5; full = 1"))
        self._scale.add_line("step", say("Step"), hint=say("the least move worth talking about"))
        self._scale.add_line("ideal", say("Ideal"), hint=say("where the best lies in the middle"))
        self._scale.add_line("points", say("Points"), hint=say("such as 1.40 = 1; 1.48 = 0.2"))
        self._money.add_line("baseline", say("Baseline"), hint=say("what holds if nobody speaks of it"))
        self._money.add_line("reference_quantity", say("Quantity"), hint=say("makes a unit price money"))
        self._money.add_line("price_basis", say("Price is per"), hint="1")
        self._money.add_line("money_worth", say("Range is worth"), hint=say("in money, where it is no unit price"))
        self._money.add_choice(
            "is_volume", say("Is the volume"), [("no", say("no")), ("yes", say("yes, the quantity itself"))]
        )
        for form in self.forms:
            self._row.addWidget(form, 1, Qt.AlignmentFlag.AlignTop)
            form.edited.connect(self.edited)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._title)
        box.addWidget(self._list)
        box.addLayout(self._row)

    @property
    def forms(self) -> tuple[RecordForm, RecordForm]:
        return self._scale, self._money

    def show_issue(
        self, prepared: Prepared, issue: Issue, texts: Mapping[str, str], problems: Mapping[str, tuple[Flag, str]]
    ) -> None:
        """Show an issue's details with what is wrong with them."""
        say = self._say
        self._title.set_title(say("Scale of {issue}", issue=issue.name))
        self._title.set_aside("")
        told = _told(prepared, issue, say)
        self._list.setText(told)
        self._list.setVisible(bool(told))
        is_options = issue.kind is ScaleKind.OPTIONS
        is_number = issue.kind is ScaleKind.NUMERIC
        shown = {
            "options": is_options,
            "step": not is_options,
            "ideal": not is_options,
            "points": not is_options,
            "reference_quantity": is_number,
            "price_basis": is_number and issue.is_unit_price,
            "is_volume": is_number,
        }
        for form in self.forms:
            form.show_values({key: text for key, text in texts.items() if key in form.fields})
            form.show_marks(issue.prefilled)
            for key, field in form.fields.items():
                form.show_row(field, shown.get(key, True))
                flag, reason = problems.get(key, (Flag.FINE, ""))
                if shown.get(key, True):
                    form.set_problem(field, reason, Level(flag.value))
        money = prepared.money_of(issue)
        if money is not None:
            currency = prepared.negotiation.currency
            self._title.set_aside(say("the whole range is worth {amount}", amount=say.money(money, currency)))

    def _dress_row(self) -> None:
        super()._dress_row()
        self._row.setContentsMargins(0, self._theme.space(8), 0, 0)


def _told(prepared: Prepared, issue: Issue, say: Words) -> str:
    """Tell of the list behind a price, and of the increase that is claimed on it."""
    negotiation, found = prepared.negotiation, prepared.lists.get(issue.id)
    parts = [] if found is None else [list_sentence(found, negotiation.currency, say)]
    if negotiation.claimed_increase is not None and is_price(issue, negotiation):
        parts.append(verdict_words(negotiation, claim_tested(negotiation, issue), say))
        parts.append(say("Ctrl+Shift+I opens the test."))
    return " ".join(parts)
