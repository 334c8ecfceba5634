"""ui: the step of needs and interests - what both sides hope for and fear, and why each says what it says."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from core.changes import Changes
from core.negotiation import Depth
from core.side import Side
from ui.prepare import positions
from ui.prepare.presenter import PreparePresenter
from ui.prepare.steps.behind import Behind
from ui.prepare.steps.step_page import Scroller, StepPage
from ui.sheets.fitting import go_to_cell, sheet_columns
from ui.sheets.part_sheet import PartSheet
from ui.sheets.text_sheet import TextSheet
from ui.tools import Tools
from ui.widgets.clear_sides import ClearSides
from ui.widgets.inset import BLEED
from ui.widgets.pair import Pair
from ui.widgets.section import SectionTitle
from ui.widgets.sheet import Edit
from ui.widgets.text import Text


class NeedsStep(StepPage):
    """Edit what both sides need, and the interests behind what they want on the whole matter and on each issue."""

    reveals = frozenset({"position", "need"})

    def __init__(self, tools: Tools, presenter: PreparePresenter, parent: QWidget | None = None) -> None:
        """Build the needs of both sides beside each other, the sheet of positions and the panel under it."""
        theme, say = tools.theme, tools.say
        super().__init__(tools, presenter, say("Needs and interests"), parent)
        self.detail.setText(say("what each side hopes for and fears, and why it wants what it wants"))
        self.needs = {
            side: PartSheet(tools, self, presenter.needs[side], name, adds=adds, parent=self)
            for side, name, adds in (
                (Side.US, say("Our hopes and concerns"), say("What we hope for or fear")),
                (Side.THEM, say("Their hopes and concerns"), say("What they hope for or fear")),
            )
        }
        self.board = Pair(theme, self._column(Side.US), self._column(Side.THEM), self)
        self._title = SectionTitle(theme, say("Positions, and the interests behind them"), parent=self)
        self._title.set_detail(say("ask why until it is an interest"))
        self.sheet = TextSheet(theme, say, say("Positions and interests"), self, fits=True)
        self.sheet.set_columns(sheet_columns(positions.columns(say), positions.choices(say)))
        self.behind = Behind(theme, say, self)
        self._scroller = Scroller(theme, 120, self)
        self._scroller.column.add_wide(self.board)
        for part in (self._title, self.sheet, self.behind):
            self._scroller.column.add(part)
        self._scroller.column.addStretch(1)
        self.column.add_wide(self._scroller, 1)
        self._row = positions.row_id(positions.WHOLE)
        self.watch_undo(self.sheet, presenter.positions.shelf)
        for needs in self.needs.values():
            needs.kept_changed.connect(self.kept_changed)
        self.sheet.cells_edited.connect(self._on_edited)
        self.sheet.current_changed.connect(lambda _row, _key: self._on_current_changed())
        self.behind.edited.connect(self._on_behind_edited)

    def _column(self, side: Side) -> QWidget:
        theme, say = self.tools.theme, self.tools.say
        column = QWidget(self)
        box = ClearSides(theme, BLEED, column)
        box.setContentsMargins(0, 0, 0, 0)
        word = say("We") if side is Side.US else say("They")
        box.add(Text(theme, word, "title", color=side.value, parent=column))
        box.add_wide(self.needs[side])
        box.addStretch(1)
        return column

    # StepPage

    def show_prepared(self, *, another: bool) -> None:
        presenter = self.presenter
        is_full = presenter.negotiation.depth is Depth.FULL
        self.board.setVisible(is_full or bool(presenter.negotiation.needs))
        for part in self.needs.values():
            part.show_prepared(presenter.prepared)
        self.sheet.set_rows(positions.rows(presenter.negotiation, presenter.positions.shelf, presenter.reader))
        if another:
            self._row = positions.row_id(positions.WHOLE)
            self.sheet.go_to(self._row, positions.key_of(Side.US, "position"))
        self._on_current_changed()

    def commit(self) -> None:
        for part in self.needs.values():
            part.commit()
        self.sheet.commit()
        self.behind.commit()

    def set_editing(self, *, allowed: bool) -> None:
        for part in self.needs.values():
            part.set_editing(allowed=allowed)
        self.sheet.set_editable(allowed)
        self.behind.set_editing(allowed=allowed)

    def focus_first(self) -> None:
        if self.board.isHidden():
            self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.needs[Side.US].focus_first()

    def reveal_change(self, changes: Changes) -> bool:
        ids = {each.id for each in changes.touched if each.kind == "position"}
        for each in self.presenter.negotiation.positions:
            if each.id in ids:
                self.sheet.go_to(positions.row_id(each.issue_id or 0), positions.key_of(each.side, "position"))
                break
        needs = {each.id for each in changes.touched if each.kind == "need"}
        shown = [part.go_to(need_id) for part in self.needs.values() for need_id in needs]
        return bool(ids) or any(shown)

    def go_spot(self, record: str, field: str) -> None:
        side, _, number = record.partition(":")
        if side in (Side.US.value, Side.THEM.value):
            part = self.needs[Side(side)]
            if not part.go_to(int(number or 0), field):
                part.go_to_new()
            self._scroller.ensureWidgetVisible(part)
            return
        go_to_cell(self.sheet, record or positions.row_id(positions.WHOLE), field)
        self._scroller.ensureWidgetVisible(self.sheet)

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
        title = say("The whole matter") if issue is None else say("Behind {issue}", issue=issue.name)
        self.behind.show_row(title, positions.texts_of(negotiation, self._row), another=another)

    def _on_edited(self, edits: Sequence[Edit]) -> None:
        self.run(lambda: self.presenter.positions.edit(self.presenter.negotiation, edits))

    def _on_behind_edited(self, key: str, text: str) -> None:
        self._on_edited([(self._row, key, text)])
