"""ui: a small calculator below an issue - what on the other issues makes up for giving way on this one."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.analysis.compensation import Compensation, Payment
from core.issue import Issue
from core.make_up import made_up, target_package
from core.message import Message
from core.phrases import quantity
from core.side import Side
from core.term import Value
from core.words import EN_DASH, Words
from ui.prepare.increase import worth_words
from ui.sheets.kept import NotRead
from ui.sheets.prepared import Prepared
from ui.sheets.reader import Reader
from ui.theme import Theme
from ui.widgets.data_table import DataTable, TableCell, TableColumn, TableRow
from ui.widgets.field import Field
from ui.widgets.section import SectionTitle
from ui.widgets.text import Text

_FIELD = 160


@dataclass(frozen=True, slots=True)
class PaymentWords:
    """What one issue pays, in words: where it is, from where on the giver is whole, how far the taker can go."""

    issue: str
    now: str
    least: str
    most: str


def concession_words(prepared: Prepared, issue: Issue, found: Compensation, say: Words) -> str:
    """Say what the concession costs us or gains us, and whether any other issue alone makes up for it."""
    move = found.concession
    data = {
        "issue": issue.name,
        "start": quantity(issue, move.start),
        "end": quantity(issue, move.end),
        "ours": worth_words(prepared, abs(move.ours), say),
    }
    if found.giver is Side.US:
        told = say("{issue} from {start} to {end} costs us {ours}.", **data)
    else:
        told = say("{issue} from {start} to {end} gains us {ours} and costs them.", **data)
    if any(each.least is not None for each in found.payments):
        return f"{told} {say('One of these makes up for it:')}"
    if any(each.most is not None for each in found.payments):
        return f"{told} {say('No other issue alone makes up for it; this is how far each can go:')}"
    return f"{told} {say('No other issue alone makes up for it.')}"


def payment_words(prepared: Prepared, found: Compensation, say: Words) -> list[PaymentWords]:
    """Return what each other issue can pay; those that cannot are left out."""
    start = target_package(prepared.negotiation)
    return [
        _payment(prepared.negotiation.issue_by_id[each.issue_id], start[each.issue_id], each, say)
        for each in found.payments
        if each.least is not None or each.most is not None
    ]


def _payment(issue: Issue, now: Value, found: Payment, say: Words) -> PaymentWords:
    return PaymentWords(
        issue=issue.name,
        now=say.datum(quantity(issue, now)),
        least=EN_DASH if found.least is None else say.datum(quantity(issue, found.least.end)),
        most="" if found.most is None else say.datum(quantity(issue, found.most.end)),
    )


class MakeUp(QWidget):
    """Ask for a value of an issue, and say what makes up for going there from our target. Nothing is stored."""

    def __init__(self, theme: Theme, say: Words, reader: Reader, parent: QWidget | None = None) -> None:
        """Take the reader of the region."""
        super().__init__(parent)
        self._theme = theme
        self._say = say
        self._reader = reader
        self._prepared: Prepared | None = None
        self._issue: Issue | None = None
        self._title = SectionTitle(theme, say("What makes up for giving way"), parent=self)
        self._label = Text(theme, "", color="muted", parent=self)
        self.field = Field(theme, say("Give way to"), hint=say("then Enter"), parent=self)
        self.told = Text(theme, "", wrap=True, parent=self)
        self.table = DataTable(theme, say, say("What makes up for giving way"), bleed=0, fits=True, parent=self)
        row = QHBoxLayout()
        row.addWidget(self._label)
        row.addWidget(self.field)
        row.addWidget(self.told, 1, Qt.AlignmentFlag.AlignVCenter)
        self._row = row
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self._title)
        self._box.addLayout(row)
        self._box.addWidget(self.table)
        self.field.editingFinished.connect(self._work_out)
        self._dress()
        theme.theme_changed.connect(self._dress)

    def show_issue(self, prepared: Prepared, issue: Issue) -> None:
        """Be about an issue; what was typed for another one goes."""
        is_another = self._issue is None or self._issue.id != issue.id
        has_changed = self._prepared is None or self._prepared.negotiation != prepared.negotiation
        self._prepared, self._issue = prepared, issue
        self._label.setText(self._say("If {issue} goes to", issue=issue.name))
        self.setVisible(len(prepared.negotiation.issues) > 1)
        if is_another:
            self.field.clear()
        if is_another or has_changed:
            self._work_out()

    def _work_out(self) -> None:
        prepared, issue, say = self._prepared, self._issue, self._say
        if prepared is None or issue is None:
            return
        ways: list[PaymentWords] = []
        is_ours = True
        try:
            value = self._reader.value(self.field.text(), issue)
            found = None if value is None else made_up(prepared.negotiation, issue, value, prepared.today)
        except NotRead as error:
            told = str(error)
        else:
            told = say.message(found) if isinstance(found, Message) else ""
            if isinstance(found, Compensation):
                ways, is_ours = payment_words(prepared, found, say), found.giver is Side.US
                told = concession_words(prepared, issue, found, say)
        self.told.setText(told)
        self._show_ways(ways, is_ours=is_ours)

    def _show_ways(self, ways: list[PaymentWords], *, is_ours: bool) -> None:
        say, right = self._say, Qt.AlignmentFlag.AlignRight
        whole = say("Makes up for us from") if is_ours else say("Makes up for them from")
        bear = say("Costs them no more up to") if is_ours else say("Costs us no more up to")
        bounds = [TableColumn("most", bear, right)] if any(each.most for each in ways) else []
        self.table.set_columns(
            [
                TableColumn("issue", say("Issue"), stretch=2),
                TableColumn("now", say("Our target"), right, muted=True),
                TableColumn("least", whole, right),
                *bounds,
            ]
        )
        self.table.set_rows(
            [
                TableRow(
                    at,
                    {
                        "issue": TableCell(each.issue),
                        "now": TableCell(each.now),
                        "least": TableCell(each.least),
                        "most": TableCell(each.most),
                    },
                )
                for at, each in enumerate(ways)
            ]
        )
        self.table.setVisible(bool(ways))

    def _dress(self) -> None:
        space = self._theme.space
        self._row.setSpacing(space(12))
        self._box.setSpacing(space(8))
        self.field.setFixedWidth(space(_FIELD))
