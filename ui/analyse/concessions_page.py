"""ui: the concessions view - the ledger, editable in what each step was given for, with balance, room and trades."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from core.changes import Changes
from core.findings.trades import questions, turn_signs, ways_back
from core.words import Words
from ui.analyse.ledger import LedgerRow
from ui.analyse.page import AnalysePage
from ui.analyse.presenter import AnalysePresenter
from ui.analyse.trades_part import SignsPart, TradesPart
from ui.menus import Entry, pop_up
from ui.sheets.columns import GridColumn
from ui.sheets.fitting import fitted, sheet_columns
from ui.sheets.text_sheet import TextSheet
from ui.tools import Tools
from ui.widgets.data_table import DataTable, TableCell, TableColumn, TableRow
from ui.widgets.flag import Flag, Level
from ui.widgets.page import stacked
from ui.widgets.section import SectionTitle
from ui.widgets.sheet import Cell, CellState, Edit, SheetRow
from ui.widgets.text import Text


class ConcessionsPage(AnalysePage):
    """Who gave what for what, what it comes to, and how far we may still go."""

    def __init__(self, tools: Tools, presenter: AnalysePresenter, parent: QWidget | None = None) -> None:
        """Build the view, empty."""
        super().__init__(tools, presenter, main=560, side=340, first=420, parent=parent)
        theme, say = tools.theme, tools.say
        self._may_edit = True
        self._title = Text(theme, "", "sentence", bold=True, wrap=True, parent=self)
        self.sheet = TextSheet(theme, say, say("Concessions"), self)
        self.sheet.set_keys_shown(False)
        self._empty = Text(theme, "", "body", color="muted", wrap=True, parent=self)
        self.main.column.addWidget(self._title)
        self.main.column.addWidget(self.sheet)
        self.main.column.addWidget(self._empty)
        self.trades = TradesPart(tools, self)
        self.signs = SignsPart(tools, self)
        self.main.column.addWidget(self.trades)
        self.main.column.addStretch(1)
        self._balance = _pairs(tools, say("Balance"), self)
        self._unreturned = Flag(theme, say, Level.CHECK, parent=self)
        self._room = Text(theme, "", "body", wrap=True, parent=self)
        self._inferred = Text(theme, "", "body", wrap=True, parent=self)
        self._furthest = _pairs(tools, say("How far each issue alone may still go"), self)
        self._target_title = SectionTitle(theme, say("What their steps want us to infer"), parent=self)
        self._target = DataTable(
            theme, say, say("Our target"), bleed=0, header=False, fits=True, selectable=False, parent=self
        )
        self._target.set_columns(
            [
                TableColumn("name", stretch=1, muted=True),
                TableColumn("value", align=Qt.AlignmentFlag.AlignRight, role="large"),
            ]
        )
        column = self.side.column
        title = SectionTitle(theme, say("Balance"), line=False, parent=self)
        column.addWidget(stacked(title, self._balance, self._unreturned))
        self._room_title = SectionTitle(theme, say("What may still be given"), parent=self)
        column.addWidget(stacked(self._room_title, self._room, self._furthest, gap=theme.space(8)))
        self._infer_box = stacked(self._target_title, self._target, self._inferred, gap=theme.space(8))
        column.addWidget(self._infer_box)
        column.addWidget(self.signs)
        column.addStretch(1)
        self.sheet.cells_edited.connect(self._on_edited)
        self.sheet.rows_delete_wanted.connect(self._on_delete_wanted)
        self.sheet.menu_wanted.connect(self._on_menu_wanted)

    def show_found(self, *, another: bool) -> None:
        found, say = self.presenter.found, self.tools.say
        ledger = found.ledger
        rows = ledger.rows()
        self._title.setText(ledger.title())
        columns = self._columns(is_money=found.seen.is_money, currency=found.negotiation.currency)
        shown = [_row(say, row) for row in rows]
        self.sheet.set_columns(sheet_columns(fitted(self.tools.theme, columns, shown)))
        self.sheet.set_rows(shown)
        self.sheet.setVisible(bool(rows))
        prefilled = any(row.suggested for row in rows)
        self.sheet.set_note(
            say("As the line named it: type over it, or keep it with F2 and Enter") if prefilled else ""
        )
        self._empty.setVisible(not rows)
        self._empty.setText(
            say("A concession is found by itself when a side offers less on an issue than it asked before.")
        )
        if another and rows:
            self.sheet.go_to(rows[0].id, "in_return")
        self._balance.set_rows(_pair_rows(ledger.balance()))
        words = ledger.unreturned()
        self._unreturned.set_flag(Level.CHECK, words)
        self._unreturned.setVisible(bool(words))
        self._room.setText(ledger.room_sentence())
        furthest = ledger.furthest()
        self._furthest.set_rows(_pair_rows(furthest))
        self._furthest.setVisible(bool(furthest))
        inferred = ledger.inferred()
        self._infer_box.setVisible(bool(inferred))
        targets = list(dict.fromkeys(each.target for each in inferred if each.target))
        self._target.set_rows(
            [
                TableRow(at, {"name": TableCell(say("Our target")), "value": TableCell(target)})
                for at, target in enumerate(targets)
            ]
        )
        self._target.setVisible(bool(targets))
        self._inferred.setText("\n".join(each.sentence for each in inferred))

        self.trades.show_hints(found.trades, questions(found.seen))
        self.signs.show_signs(turn_signs(found.seen), ways_back(found.seen))

    def commit(self) -> None:
        self.sheet.commit()

    def set_editing(self, *, allowed: bool) -> None:
        self._may_edit = allowed
        self.sheet.set_editable(allowed)

    def focus_first(self) -> None:
        if not self.sheet.isHidden():
            self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal_change(self, changes: Changes) -> bool:
        ids = [each.id for each in changes.touched if each.kind == "concession"]
        for concession_id in ids:
            self.sheet.go_to(concession_id, "in_return")
        return bool(ids)

    def _columns(self, *, is_money: bool, currency: str) -> list[GridColumn]:
        say = self.tools.say
        columns = [
            GridColumn("offer", say("Offer"), width=48, muted=True, editable=False),
            GridColumn("who", say("Who"), width=52, is_text=True, editable=False),
            GridColumn("issue", say("Issue"), width=96, is_text=True, editable=False, stretch=1, wrap=True, lines=2),
            GridColumn("start", say("From"), width=76, editable=False),
            GridColumn("end", say("To"), width=76, editable=False),
        ]
        if is_money:
            columns.append(GridColumn("money", say("Worth {currency}", currency=currency), width=88, editable=False))
        columns.append(GridColumn("points", say("Points"), editable=False))
        columns.append(GridColumn("in_return", say("In return for"), width=150, is_text=True, stretch=2, wrap=True))
        return columns

    def _on_edited(self, edits: Sequence[Edit]) -> None:
        for row, key, text in edits:
            if key == "in_return" and isinstance(row, int):
                self.run(partial(self.presenter.complete, row, text))

    def _on_delete_wanted(self, rows: Sequence[object]) -> None:
        for row in rows:
            if isinstance(row, int) and self._may_edit:
                self.run_and_offer(partial(self.presenter.dismiss, row))

    def _on_menu_wanted(self, row: object, _key: str, at: QPoint) -> None:
        if not isinstance(row, int):
            return
        say = self.tools.say
        entries: list[Entry] = [
            (say("Nothing came back for it"), "", lambda: self.run(lambda: self.presenter.complete(row, ""))),
            (say("This is no concession"), "", lambda: self._on_delete_wanted([row])),
        ]
        pop_up(self, entries if self._may_edit else [(words, key, None) for words, key, _ in entries], at)


def _row(say: Words, row: LedgerRow) -> SheetRow:
    state, reason = CellState.PLAIN, ""
    if row.is_open:
        state, reason = CellState.CHECK, say("Nothing came back for this step.")
    read = CellState.READ_ONLY
    shown = row.in_return or (say("nothing") if row.confirmed else "")
    cells = {
        "offer": Cell(row.offer, read),
        "who": Cell(row.who, read),
        "issue": Cell(row.issue, read),
        "start": Cell(row.start, read),
        "end": Cell(row.end, read),
        "money": Cell(row.money, read),
        "points": Cell(row.points, read),
        "in_return": Cell(row.suggested, state | CellState.PREFILLED, reason)
        if row.suggested
        else Cell(shown, state, reason, edit=row.in_return),
    }
    return SheetRow(row.id, cells)


def _pairs(tools: Tools, name: str, parent: QWidget) -> DataTable:
    table = DataTable(tools.theme, tools.say, name, bleed=0, header=False, fits=True, selectable=False, parent=parent)
    table.set_columns(
        [TableColumn("name", stretch=1, muted=True, wrap=True), TableColumn("value", align=Qt.AlignmentFlag.AlignRight)]
    )
    return table


def _pair_rows(pairs: Sequence[tuple[str, str]]) -> list[TableRow]:
    return [
        TableRow(at, {"name": TableCell(name), "value": TableCell(value)}) for at, (name, value) in enumerate(pairs)
    ]
