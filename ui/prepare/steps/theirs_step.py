"""ui: the step of their side - what we believe of their ends, limits and weights, never more than an estimate."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from core.changes import Changes
from core.naming import basis_word
from core.side import Basis
from ui.prepare import estimates
from ui.prepare.presenter import PreparePresenter
from ui.prepare.steps.step_page import StepPage
from ui.sheets.fitting import fitted, go_to_cell, sheet_columns
from ui.sheets.text_sheet import TextSheet
from ui.tools import Tools
from ui.widgets.flag import Level
from ui.widgets.sheet import Edit


class TheirsStep(StepPage):
    """Edit the estimates of their side."""

    reveals = frozenset({"estimate"})

    def __init__(self, tools: Tools, presenter: PreparePresenter, parent: QWidget | None = None) -> None:
        """Build the sheet."""
        theme, say = tools.theme, tools.say
        super().__init__(tools, presenter, say("Their side"), parent)
        self.detail.setText(say("estimates: a likely figure with its range, and what it rests on"))
        self.sheet = TextSheet(theme, say, say("Estimates of their side"), self)
        self._choices = {"basis": tuple(basis_word(say, basis) for basis in Basis)}
        self.column.add(self.sheet, 1, below=12)
        self.watch_undo(self.sheet, presenter.estimates.shelf)
        self.sheet.cells_edited.connect(self._on_edited)
        self.sheet.current_changed.connect(lambda _row, _key: self._show_strip())

    def show_prepared(self, *, another: bool) -> None:
        presenter = self.presenter
        found = estimates.rows(presenter.negotiation, presenter.estimates.shelf, presenter.reader)
        columns = fitted(self.tools.theme, estimates.columns(self.tools.say), found)
        self.sheet.set_columns(sheet_columns(columns, self._choices))
        self.sheet.set_rows(found)
        self.sheet.set_keys_shown(bool(found))
        if another and found:
            self.sheet.go_to(found[0].id, "likely")
        self._show_strip()

    def commit(self) -> None:
        self.sheet.commit()

    def set_editing(self, *, allowed: bool) -> None:
        self.sheet.set_editable(allowed)

    def focus_first(self) -> None:
        self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal_change(self, changes: Changes) -> bool:
        ids = {each.id for each in changes.touched if each.kind == "estimate"}
        for what in estimates.subjects(self.presenter.negotiation):
            known = estimates.find(self.presenter.negotiation, what)
            if known is not None and known.id in ids:
                self.sheet.go_to(what.row, "likely")
                break
        return bool(ids)

    def go_spot(self, record: str, field: str) -> None:
        rows = [what.row for what in estimates.subjects(self.presenter.negotiation)]
        go_to_cell(self.sheet, record if record in rows else next(iter(rows), ""), field)

    def _show_strip(self) -> None:
        say, level, text = self.tools.say, None, ""
        current = self.sheet.current()
        if not self.presenter.negotiation.issues:
            text = say(
                "Here you enter what they probably want on each issue, and from where on they would rather walk away. "
                "Add the issues first: step 2."
            )
        elif current is not None:
            index = self.sheet.model.find(*current)
            cell = self.sheet.model.cell(index.row(), index.column())
            level, text = (cell.level, cell.reason) if cell.level is not None else (None, "")
        if not text and not self.presenter.negotiation.estimates:
            text = say(
                "Type what is likely; low and high say how sure you are. A guess is better than nothing, as long as it "
                "is marked as one."
            )
        self.sheet.set_strip(level if level is not Level.FINE else None, text)

    def _on_edited(self, edits: Sequence[Edit]) -> None:
        self.run(lambda: self.presenter.estimates.edit(self.presenter.negotiation, edits))
