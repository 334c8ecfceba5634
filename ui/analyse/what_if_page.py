"""ui: the what-if view - other weights, limits, estimates and chances, and what they would change."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from core.findings.what_if import EffectRow
from core.verdict import Flag
from core.words import Words
from ui.analyse.page import AnalysePage
from ui.analyse.presenter import AnalysePresenter
from ui.analyse.what_if import RESERVATION, WhatIfPresenter
from ui.flag_levels import LEVELS
from ui.sheets.columns import GridColumn
from ui.sheets.fitting import fitted, sheet_columns
from ui.sheets.kept import NotRead
from ui.tools import Tools
from ui.widgets.button import Button
from ui.widgets.data_table import DataTable, TableCell, TableColumn, TableRow
from ui.widgets.flag import Level
from ui.widgets.page import stacked
from ui.widgets.section import SectionTitle
from ui.widgets.sheet import Cell, CellState, Edit, Sheet, SheetRow
from ui.widgets.text import Text

_PLACES = 100
_LABEL, _FIGURE = 120, 150  # pixels at 100 % that what is told keeps, and that a figure takes before it wraps


class WhatIfPage(AnalysePage):
    """Fields and a slider at the left, the verdicts before and after at the right. Nothing here is written."""

    def __init__(self, tools: Tools, presenter: AnalysePresenter, parent: QWidget | None = None) -> None:
        """Build the view, empty."""
        super().__init__(tools, presenter, main=560, side=400, first=560, parent=parent)
        theme, say = tools.theme, tools.say
        self.supposing = WhatIfPresenter(say, tools.clock)
        self._trouble: tuple[int | str, str, str, str] | None = None  # row, column, text, reason
        self._title = Text(theme, "", "sentence", bold=True, wrap=True, parent=self)
        self.issues = Sheet(theme, say, say("Weights and limits"), self)
        self.issues.set_keys_shown(False)
        self.chances = Sheet(theme, say, say("Chances of the alternatives"), self)
        self.chances.set_keys_shown(False)
        self.theirs = Sheet(theme, say, say("Their side, as estimated"), self)
        self.theirs.set_keys_shown(False)
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(0, _PLACES)
        self._slid = Text(theme, "", "body", parent=self)
        self._slider_row = QWidget(self)
        row = QHBoxLayout(self._slider_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(12))
        row.addWidget(self._slid)
        row.addWidget(self.slider, 1)
        self.reset = Button(theme, say("Clear what is supposed"), parent=self)
        foot = QHBoxLayout()
        foot.addWidget(self.reset)
        foot.addWidget(Text(theme, say("Only tried here; nothing is written."), "meta", color="muted", parent=self), 1)
        self._issue_part = stacked(SectionTitle(theme, say("Weights and limits"), line=False, parent=self), self.issues)
        self._chance_part = stacked(
            SectionTitle(theme, say("Chances of the alternatives"), line=False, parent=self), self.chances
        )
        self._their_part = stacked(
            SectionTitle(theme, say("Their side, as estimated"), line=False, parent=self), self.theirs
        )
        column = self.main.column
        for part in (self._title, self._issue_part, self._slider_row, self._their_part, self._chance_part):
            column.addWidget(part)
        column.addLayout(foot)
        column.addStretch(1)
        self.effects = DataTable(theme, say, say("Effect"), bleed=0, fits=True, parent=self)
        right = Qt.AlignmentFlag.AlignRight
        self.effects.set_columns(
            [
                TableColumn("name", stretch=1, least=_LABEL, wrap=True, muted=True),
                TableColumn("before", say("As entered"), right, most=_FIGURE, wrap=True),
                TableColumn("after", say("As supposed"), right, most=_FIGURE, wrap=True),
            ]
        )
        title = SectionTitle(theme, say("Effect"), aside=say("points, 0 to 100"), line=False, parent=self)
        self._balanced = Text(theme, "", "body", wrap=True, parent=self)
        self._robust = Text(theme, "", "body", color="muted", wrap=True, parent=self)
        self.side.column.addWidget(stacked(title, self.effects))
        self.side.column.addWidget(self._balanced)
        self.side.column.addWidget(self._robust)
        self.side.column.addStretch(1)
        for sheet in (self.issues, self.theirs, self.chances):
            sheet.cells_edited.connect(self._on_edited)
        self.issues.current_changed.connect(lambda _row, _key: self._show_slider())
        self.slider.valueChanged.connect(self._on_slid)
        self.reset.clicked.connect(self._on_reset)

    def show_found(self, *, another: bool) -> None:
        self.supposing.show(self.presenter.found.seen, another=another)
        self._trouble = None
        self._show()
        if another and self.presenter.negotiation.issues:
            self.issues.go_to(self.presenter.negotiation.issues[0].id, "supposed_weight")

    def commit(self) -> None:
        self.issues.commit()
        self.theirs.commit()
        self.chances.commit()

    def focus_first(self) -> None:
        self.issues.setFocus(Qt.FocusReason.OtherFocusReason)

    # inside

    def _show(self) -> None:
        read, supposing = CellState.READ_ONLY, self.supposing
        rows = supposing.issue_rows()
        self._fill(
            self.issues,
            _issue_columns(self.tools.say, supposing),
            [
                SheetRow(
                    row.id,
                    {
                        "name": Cell(row.name, read),
                        "unit": Cell(row.unit, read),
                        "weight": Cell(row.weight, read),
                        "supposed_weight": self._cell(row.id, "supposed_weight", row.supposed_weight),
                        "share": Cell(row.share, read),
                        "supposed_share": Cell(row.supposed_share, read),
                        "limit": Cell(row.limit, read),
                        "supposed_limit": self._cell(row.id, "supposed_limit", row.supposed_limit),
                    },
                )
                for row in rows
            ],
        )
        theirs = supposing.their_rows()
        self._fill(
            self.theirs,
            _their_columns(self.tools.say),
            [
                SheetRow(
                    each.id,
                    {
                        "name": Cell(each.name, read),
                        "weight": Cell(each.weight, read),
                        "supposed_estimate": self._cell(each.id, "supposed_estimate", each.supposed_weight),
                        "share": Cell(each.share, read),
                        "supposed_share": Cell(each.supposed_share, read),
                    },
                )
                for each in theirs
            ],
        )
        chances = supposing.chance_rows()
        self._fill(
            self.chances,
            _chance_columns(self.tools.say),
            [
                SheetRow(
                    row.id,
                    {
                        "name": Cell(row.name, read),
                        "chance": Cell(row.chance, read),
                        "supposed_chance": self._cell(row.id, "supposed_chance", row.supposed),
                    },
                )
                for row in chances
            ],
        )
        self._issue_part.setVisible(bool(rows))
        self._their_part.setVisible(bool(theirs))
        self._chance_part.setVisible(bool(chances))
        self._title.setText(supposing.title())
        self.reset.setEnabled(supposing.is_supposing)
        self.effects.set_rows([_effect_row(at, row) for at, row in enumerate(supposing.effects())])
        balanced = supposing.balanced()
        self._balanced.setText(balanced)
        self._balanced.setVisible(bool(balanced))
        robust = supposing.robust()
        self._robust.setText(robust)
        self._robust.setVisible(bool(robust))
        trouble = self._trouble
        for sheet, keys in (
            (self.issues, ("supposed_weight", "supposed_limit")),
            (self.theirs, ("supposed_estimate",)),
            (self.chances, ("supposed_chance",)),
        ):
            mine = trouble is not None and trouble[1] in keys
            sheet.set_strip(Level.CHECK if mine else None, trouble[3] if mine and trouble is not None else "")
        self._show_slider()

    def _fill(self, sheet: Sheet, columns: Sequence[GridColumn], rows: Sequence[SheetRow]) -> None:
        sheet.set_columns(sheet_columns(fitted(self.tools.theme, columns, rows)))
        sheet.set_rows(rows)

    def _cell(self, row: int | str, key: str, text: str) -> Cell:
        if self._trouble is not None and self._trouble[:2] == (row, key):
            return Cell(self._trouble[2], CellState.CHECK | CellState.UNREADABLE, self._trouble[3])
        return Cell(text)

    def _show_slider(self) -> None:
        say, supposing = self.tools.say, self.supposing
        current = self.issues.current()
        known = supposing.negotiation.issue_by_id
        issue = known.get(current[0]) if current is not None and isinstance(current[0], int) else None
        self._slider_row.setVisible(issue is not None and not supposing.weighs_ranks)
        if issue is None or supposing.weighs_ranks:
            return
        name = say("Weight of {issue}", issue=issue.name)
        self._slid.setText(name)
        self.slider.setAccessibleName(name)
        blocked = self.slider.blockSignals(True)
        self.slider.setValue(supposing.slider_place(issue.id, _PLACES))
        self.slider.blockSignals(blocked)

    def _on_slid(self, place: int) -> None:
        current = self.issues.current()
        if current is not None and isinstance(current[0], int):
            self._trouble = None
            self.supposing.slide(current[0], place, _PLACES)
            self._show()

    def _on_edited(self, edits: Sequence[Edit]) -> None:
        self._trouble = None
        for row, key, text in edits:
            if not isinstance(row, (int, str)):
                continue
            try:
                self._suppose(row, key, text)
            except NotRead as trouble:
                self._trouble = (row, key, text, str(trouble))
        self._show()

    def _suppose(self, row: int | str, key: str, text: str) -> None:
        supposing = self.supposing
        match row, key:
            case str(), _ if row == RESERVATION:
                supposing.suppose_reservation(text)
            case int(), "supposed_estimate":
                supposing.suppose_their_weight(row, text)
            case int(), "supposed_chance":
                supposing.suppose_chance(row, text)
            case int(), "supposed_weight":
                supposing.suppose_weight(row, text)
            case int(), "supposed_limit":
                supposing.suppose_limit(row, text)

    def _on_reset(self) -> None:
        self._trouble = None
        self.supposing.reset()
        self._show()


def _name(title: str) -> GridColumn:
    return GridColumn("name", title, width=110, is_text=True, editable=False, stretch=1, wrap=True, lines=2)


def _issue_columns(say: Words, supposing: WhatIfPresenter) -> list[GridColumn]:
    weight, limit = say("Weight"), say("Limit")
    if supposing.weighs_money:
        weight = say("Range worth {currency}", currency=supposing.negotiation.currency)
    elif supposing.weighs_ranks:
        weight = say("Rank")
    return [
        _name(say("Issue")),
        GridColumn("unit", say("Unit"), width=74, is_text=True, editable=False, muted=True),
        GridColumn("weight", say("entered"), weight, width=78, editable=False, muted=True),
        GridColumn("supposed_weight", say("supposed"), weight, width=78),
        GridColumn("share", say("entered"), say("Share"), width=60, editable=False, muted=True),
        GridColumn("supposed_share", say("supposed"), say("Share"), width=78, editable=False),
        GridColumn("limit", say("entered"), limit, width=78, editable=False, muted=True),
        GridColumn("supposed_limit", say("supposed"), limit, width=78),
    ]


def _their_columns(say: Words) -> list[GridColumn]:
    weight = say("Weight to them")
    return [
        _name(say("Issue")),
        GridColumn("weight", say("entered"), weight, width=110, editable=False, muted=True),
        GridColumn("supposed_estimate", say("supposed"), weight, width=78),
        GridColumn("share", say("entered"), say("Share"), width=60, editable=False, muted=True),
        GridColumn("supposed_share", say("supposed"), say("Share"), width=78, editable=False),
    ]


def _chance_columns(say: Words) -> list[GridColumn]:
    return [
        _name(say("Alternative")),
        GridColumn("chance", say("entered"), say("Chance"), width=78, editable=False, muted=True),
        GridColumn("supposed_chance", say("supposed"), say("Chance"), width=78),
    ]


def _effect_row(at: int, row: EffectRow) -> TableRow:
    return TableRow(
        at,
        {
            "name": TableCell(row.name),
            "before": _effect_cell(row.before, row.before_flag, bold=False),
            "after": _effect_cell(row.after, row.after_flag, bold=row.changed),
        },
    )


def _effect_cell(text: str, flag: Flag | None, *, bold: bool) -> TableCell:
    return TableCell(text, bold=bold) if flag is None else TableCell(text, bold=bold, flag=LEVELS[flag])
