"""ui: the lists of a supplier's file that are written line by line - contracts, spend, cost breakdown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from core.binding import Binding
from core.breakdown import Breakdown, against_before
from core.gaps import quoted
from core.naming import basis_word
from core.side import Basis
from core.spending import YearOfSpend
from core.words import EN_DASH, Words
from ui.flag_levels import LEVELS
from ui.line_list import LineList, add_hint
from ui.suppliers.entries import EURO, contract_example, cost_example, spend_example
from ui.theme import Theme
from ui.typed import show_percent
from ui.widgets.button import Button, ButtonKind
from ui.widgets.data_table import TableCell, TableColumn, TableRow
from ui.widgets.flag import Level
from ui.widgets.table_rows import two_lines

_RIGHT = Qt.AlignmentFlag.AlignRight
_SUM = "sum"
LONGEST = 80  # characters of a contract's title or note in a row


class ContractsSection(LineList):
    """Show the contracts, what ends next first."""

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Start empty."""
        columns = [
            TableColumn("title", say("Contract"), stretch=1, wrap=True),
            TableColumn("ends", say("Until"), align=_RIGHT),
            TableColumn("notice", say("Notice by"), align=_RIGHT),
            TableColumn("state", say("State")),
        ]
        super().__init__(
            theme,
            say,
            say("Contracts"),
            columns,
            hint=add_hint(say, contract_example(say)),
            adds=say("Add a contract"),
            changes=say("Change the contract"),
            parent=parent,
        )
        self.table.set_empty_text(
            say("None yet. Enter its end and notice, and you are told in time when to give notice.")
        )
        self.point_out()

    def show_contracts(self, found: Sequence[Binding], *, another: bool) -> None:
        """Show these, in this order, those of `another` supplier from their beginning."""
        self.set_rows([self._row(each) for each in found], another=another)

    def _row(self, each: Binding) -> TableRow:
        say, contract = self.say, each.contract
        words = ""
        if each.is_over:
            words = say("ended")
        elif each.is_notice_missed:
            words = say("notice day passed")
        elif each.notice_by is not None and LEVELS[each.flag] is not Level.FINE:
            words = say("give notice now")
        elif LEVELS[each.flag] is not Level.FINE:
            words = say("ends soon")
        # one that is over asks for nothing any more
        flag = LEVELS[each.flag] if words and not each.is_over else None
        since = say("from {day}", day=contract.starts) if contract.starts else ""
        more = "  ·  ".join(part for part in (since, contract.note) if part)
        whole = "\n".join(part for part in (contract.title, more) if part)
        title, note = quoted(contract.title, LONGEST), quoted(more, LONGEST)
        cells = {
            "title": two_lines(title, note, bold=not each.is_over, tip=whole),
            "ends": TableCell(say.day(contract.ends) if contract.ends else EN_DASH),
            "notice": TableCell(say.day(each.notice_by) if each.notice_by else EN_DASH),
            "state": TableCell(words, flag=flag),
        }
        return TableRow(contract.id, cells, muted=each.is_over)


class SpendSection(LineList):
    """Show what was spent, year by year, each currency for itself."""

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Start empty."""
        columns = [
            TableColumn("year", say("Year"), width=64),
            TableColumn("amount", say("Spend"), align=_RIGHT, width=160),
            TableColumn("currency", say("Currency"), width=72, muted=True),
            TableColumn("change", say("Against the year before"), align=_RIGHT),
            TableColumn("rest", stretch=1),
        ]
        super().__init__(
            theme,
            say,
            say("Spend"),
            columns,
            hint=add_hint(say, spend_example(say, EURO)),
            adds=say("Add a year of spend"),
            changes=say("Change the year of spend"),
            parent=parent,
        )
        self.table.set_empty_text(say("None yet. A line for each year and currency shows how the business grows."))

    def show_spend(self, found: Sequence[YearOfSpend], *, another: bool) -> None:
        """Show these, in this order, those of `another` supplier from their beginning."""
        say = self.say
        rows = []
        for each in found:
            change = EN_DASH if each.change is None else f"{say.signed(each.change * 100, 1)} %"
            cells = {
                "year": TableCell(str(each.spend.year)),
                "amount": TableCell(say.number(each.spend.amount, 2), bold=True),
                "currency": TableCell(each.spend.currency),
                "change": TableCell(change),
            }
            rows.append(TableRow(each.spend.id, cells))
        self.set_rows(rows, another=another)


class CostsSection(LineList):
    """Show what the price consists of, the newest breakdown with what changed in it, older ones below."""

    renew_wanted = Signal()

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Start empty."""
        columns = [
            TableColumn("name", say("Part of the price"), stretch=3, wrap=True),
            TableColumn("share", say("Share"), align=_RIGHT),
            TableColumn("change", say("Change, points"), align=_RIGHT),
            TableColumn("basis", say("Basis")),
            TableColumn("source", say("Source"), stretch=4, wrap=True, muted=True),
        ]
        super().__init__(
            theme,
            say,
            say("Cost breakdown"),
            columns,
            hint=add_hint(say, cost_example(say)),
            adds=say("Add a part of the price"),
            changes=say("Change the part of the price"),
            parent=parent,
        )
        self.table.set_empty_text(
            say("None yet. Enter what their price consists of, to test the next increase that they claim.")
        )
        self.renew = Button(theme, say("New breakdown as of today"), ButtonKind.QUIET, icon="copy-plus")
        self.renew.setToolTip(say("Copy the newest breakdown, to be corrected; the old one stays"))
        self.renew.clicked.connect(self.renew_wanted)
        self.title.add_control(self.renew)

    def show_costs(self, found: Sequence[Breakdown], *, another: bool) -> None:
        """Show the breakdowns, given newest first, those of `another` supplier from their beginning."""
        rows: list[TableRow] = []
        for at, each in enumerate(found):
            rows.append(self._head(each, old=at > 0))
            rows += [self._part(found, at, number) for number in range(len(each.parts))]
        self.set_rows(rows, another=another)
        self.renew.setVisible(bool(found))

    def set_editing(self, *, allowed: bool) -> None:
        super().set_editing(allowed=allowed)
        self.renew.setEnabled(allowed)

    def _part(self, found: Sequence[Breakdown], at: int, number: int) -> TableRow:
        say, each = self.say, against_before(found, at)[number]
        part = each.part
        cells = {
            "name": TableCell(part.name),
            "share": TableCell(show_percent(part.share, say)),
            "change": TableCell(EN_DASH if each.change is None else say.signed(each.change, 1)),
            "basis": TableCell(basis_word(say, part.basis), chip=True, dashed=part.basis is Basis.GUESS),
            "source": TableCell(part.source),
        }
        return TableRow(part.id, cells, muted=at > 0)

    def _head(self, each: Breakdown, *, old: bool) -> TableRow:
        """Return the row that says of which day the parts below it are, with their sum."""
        say = self.say
        missing = ""
        if not each.is_whole:
            gap = each.total - 100
            missing = say("{n} % too much", n=gap) if gap > 0 else say("{n} % missing", n=-gap)
        cells = {
            "name": TableCell(say("As of {day}", day=each.on), bold=True),
            "share": TableCell(show_percent(each.total, say), bold=True),
            "source": TableCell(missing, flag=Level.CHECK if missing and not old else None),
        }
        return TableRow(f"{_SUM}/{each.on.isoformat()}", cells, muted=old)
