"""ui: the step of positions and interests - a sheet over all subjects, and the whole texts of the one chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from core.changes import Changes
from core.naming import basis_word
from core.side import Basis, Side
from ui.prepare import positions
from ui.prepare.behind import Behind
from ui.prepare.presenter import PreparePresenter
from ui.prepare.step_page import Scroller, StepPage, go_to_cell, sheet_columns
from ui.tools import Tools
from ui.widgets.sheet import Edit, Sheet


class PositionsStep(StepPage):
    """Edit what both sides want and why, on the whole matter and on each issue."""

    def __init__(self, tools: Tools, presenter: PreparePresenter, parent: QWidget | None = None) -> None:
        """Build the sheet and the panel under it."""
        theme, say = tools.theme, tools.say
        super().__init__(tools, presenter, say("Positions and interests"), parent)
        self.detail.setText(say("ask why until it is an interest"))
        self.sheet = Sheet(theme, say, say("Positions and interests"), self)
        words = tuple(basis_word(say, basis) for basis in Basis)
        choices = {positions.key_of(Side.THEM, "basis"): words}
        self.sheet.set_columns(sheet_columns(positions.columns(say), choices))
        self.behind = Behind(theme, say, self)
        scroller = Scroller(theme, 120, self)
        scroller.column.addWidget(self.behind)
        scroller.column.addStretch(1)
        self.column.addWidget(self.sheet)
        self.column.addWidget(scroller, 1)
        self._row = positions.row_id(positions.WHOLE)
        self.watch_undo(self.sheet, presenter.positions.shelf)
        self.sheet.cells_edited.connect(self._on_edited)
        self.sheet.current_changed.connect(lambda _row, _key: self._on_current_changed())
        self.behind.edited.connect(self._on_behind_edited)

    # StepPage

    def show_prepared(self, *, another: bool) -> None:
        presenter = self.presenter
        self.sheet.set_rows(positions.rows(presenter.negotiation, presenter.positions.shelf, presenter.reader))
        if another:
            self._row = positions.row_id(positions.WHOLE)
            self.sheet.go_to(self._row, positions.key_of(Side.US, "position"))
        self._on_current_changed()

    def commit(self) -> None:
        self.sheet.commit()
        self.behind.commit()

    def set_editing(self, *, allowed: bool) -> None:
        self.sheet.set_editable(allowed)
        self.behind.set_editing(allowed=allowed)

    def focus_first(self) -> None:
        self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal_change(self, changes: Changes) -> bool:
        ids = {each.id for each in changes.touched if each.kind == "position"}
        for each in self.presenter.negotiation.positions:
            if each.id in ids:
                self.sheet.go_to(positions.row_id(each.issue_id or 0), positions.key_of(each.side, "position"))
                break
        return bool(ids)

    def go_spot(self, record: str, field: str) -> None:
        go_to_cell(self.sheet, record or positions.row_id(positions.WHOLE), field)

    # inside

    def _on_current_changed(self) -> None:
        current = self.sheet.current()
        row = str(current[0]) if current is not None else self._row
        another = row != self._row
        if another:
            self.behind.commit()
            self._row = row
        self._show_row(another=another)
        index = self.sheet.model.find(*current) if current is not None else None
        cell = self.sheet.model.cell(index.row(), index.column()) if index is not None and index.isValid() else None
        self.sheet.set_strip(cell.level if cell else None, cell.reason if cell and cell.level else "")

    def _show_row(self, *, another: bool) -> None:
        negotiation, say = self.presenter.negotiation, self.tools.say
        issue = negotiation.issue_by_id.get(positions.subject_of(self._row))
        texts: dict[str, str] = {}
        basis = None
        for side in Side:
            known = positions.find(negotiation, self._row, side)
            if known is not None:
                texts |= {positions.key_of(side, field): getattr(known, field) for field in positions.TEXTS}
                basis = known.basis if side is Side.THEM else basis
        title = say("The whole matter") if issue is None else say("Behind {issue}", issue=issue.name)
        self.behind.show_texts(title, texts, basis, another=another)

    def _on_edited(self, edits: Sequence[Edit]) -> None:
        self.run(lambda: self.presenter.positions.edit(self.presenter.negotiation, edits))

    def _on_behind_edited(self, key: str, text: str) -> None:
        self._on_edited([(self._row, key, text)])
