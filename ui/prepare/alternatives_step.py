"""ui: the step of the alternatives - side by side in a sheet, and how the one chosen is given and what it is worth."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.alternative import Alternative, Form, Unsaid
from core.changes import Changes
from core.verdict import Flag as CoreFlag
from ui.prepare import alternatives
from ui.prepare.presenter import PreparePresenter
from ui.prepare.step_page import Scroller, StepPage, fitted, go_to_cell, sheet_columns
from ui.prepare.worths import explanation, validity
from ui.record_form import RecordForm
from ui.tools import Tools
from ui.widgets.button import Button, ButtonKind
from ui.widgets.flag import Flag, Level
from ui.widgets.section import SectionTitle
from ui.widgets.sheet import Edit, Sheet
from ui.widgets.text import Text

_LABEL = 104


class AlternativesStep(StepPage):
    """Edit what we can do instead; the best that holds is the BATNA."""

    def __init__(self, tools: Tools, presenter: PreparePresenter, parent: QWidget | None = None) -> None:
        """Build the sheet and the details."""
        theme, say = tools.theme, tools.say
        super().__init__(tools, presenter, say("Alternatives"), parent)
        self.no_deal = Button(theme, say("Add “no deal”"), ButtonKind.QUIET, icon="plus", parent=self)
        self.no_deal.clicked.connect(lambda: self.run(lambda: presenter.alternatives.add_no_deal(presenter.prepared)))
        self.add_action(self.no_deal)
        self.sheet = Sheet(theme, say, say("Alternatives"), self)
        self.sheet.set_add_label(say("Add an alternative"))
        self._title = SectionTitle(theme, "", parent=self)
        self._validity = Flag(theme, say, Level.FINE, parent=self)
        self.explained = Text(theme, "", wrap=True, parent=self)
        self.given, self.proof = self._build_forms()
        row = QHBoxLayout()
        for form in (self.given, self.proof):
            row.addWidget(form, 1, Qt.AlignmentFlag.AlignTop)
            form.edited.connect(self._on_detail_edited)
        self._row = row
        self.scroller = Scroller(theme, 120, self)
        top = QVBoxLayout()
        top.setSpacing(theme.space(8))
        for part in (self._title, self.explained, self._validity):
            top.addWidget(part)
        self.scroller.column.addLayout(top)
        self.scroller.column.addLayout(row)
        self.scroller.column.addStretch(1)
        self.column.addWidget(self.sheet)
        self.column.addWidget(self.scroller, 1)
        self.shown_id = 0
        self.watch_undo(self.sheet, presenter.alternatives.shelf)
        self.sheet.cells_edited.connect(self._on_edited)
        self.sheet.row_move_wanted.connect(self._on_move_wanted)
        self.sheet.rows_delete_wanted.connect(self._on_delete_wanted)
        self.sheet.current_changed.connect(lambda _row, _key: self._on_current_changed())
        self.sheet.menu_wanted.connect(self._on_menu_wanted)
        self._dress_row()
        theme.theme_changed.connect(self._dress_row)

    def _build_forms(self) -> tuple[RecordForm, RecordForm]:
        theme, say = self.tools.theme, self.tools.say
        given = RecordForm(theme, say, label_width=_LABEL, parent=self)
        given.add_choice(
            "form",
            say("Given as"),
            [
                (Form.PACKAGE.value, say("a package of terms")),
                (Form.TOTAL.value, say("a total in money")),
                (Form.POINTS.value, say("points, 0 to 100")),
            ],
        )
        given.add_line("total", say("Total"), hint=say("what the unit prices come to together"))
        given.add_line("points", say("Points"), hint=say("0 to 100; may be negative"))
        given.add_choice(
            "unsaid",
            say("Unsaid terms"),
            [
                (Unsaid.BASELINE.value, say("take the baseline, marked assumed")),
                (Unsaid.RANGE.value, say("stay open over the whole range")),
            ],
        )
        given.add_choice("no_deal", say("Is no deal"), [("no", say("no")), ("yes", say("yes, it means doing nothing"))])
        proof = RecordForm(theme, say, label_width=_LABEL, parent=self)
        proof.add_line("probability", say("Chance"), hint=say("that it comes off, in per cent"))
        proof.add_text("evidence", say("Evidence"), hint=say("a written quote, a list price, a calculation"))
        proof.add_line("evidence_on", say("Of the day"), hint=say("a day, such as 31 Dec 2026"))
        return given, proof

    # StepPage

    def show_prepared(self, *, another: bool) -> None:
        prepared, say = self.presenter.prepared, self.tools.say
        rows = alternatives.rows(prepared, self.presenter.alternatives.shelf, self.presenter.reader)
        self.sheet.set_columns(sheet_columns(fitted(self.tools.theme, alternatives.columns(prepared, say), rows)))
        self.sheet.set_rows(rows)
        known = prepared.negotiation.alternatives
        self.detail.setText(
            say.plural(
                "{n} alternative; the best that holds is the BATNA",
                "{n} alternatives; the best that holds is the BATNA",
                len(known),
            )
            if known
            else say("what we do if there is no deal")
        )
        self.no_deal.setVisible(not any(each.no_deal for each in known))
        if another:
            self.shown_id = 0
            if known:
                self.sheet.go_to(known[0].id, "name")
        self._on_current_changed()

    def commit(self) -> None:
        self.sheet.commit()
        self.given.commit()
        self.proof.commit()

    def set_editing(self, *, allowed: bool) -> None:
        self.sheet.set_editable(allowed)
        self.no_deal.setEnabled(allowed)
        self.given.set_editing(allowed=allowed)
        self.proof.set_editing(allowed=allowed)

    def focus_first(self) -> None:
        self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal_change(self, changes: Changes) -> bool:
        ids = {each.id for each in changes.touched if each.kind == "alternative"}
        for each in self.presenter.negotiation.alternatives:
            if each.id in ids:
                current = self.sheet.current()
                if current is None or current[0] not in ids:
                    self.sheet.go_to(each.id, "name" if current is None else current[1])
                break
        return bool(ids)

    def go_spot(self, record: str, field: str) -> None:
        go_to_cell(self.sheet, record, field)
        form = next((each for each in (self.given, self.proof) if field in each.fields), None)
        if form is not None:
            form.fields[field].setFocus(Qt.FocusReason.TabFocusReason)
            self.scroller.ensureWidgetVisible(form.fields[field])

    # the alternative chosen

    def _known(self) -> dict[int, Alternative]:
        return {each.id: each for each in self.presenter.negotiation.alternatives}

    def _on_current_changed(self) -> None:
        current, known = self.sheet.current(), self._known()
        row = current[0] if current is not None else 0
        wanted = row if isinstance(row, int) and row in known else self.shown_id
        if wanted != self.shown_id and self.shown_id in known:
            self.given.commit()
            self.proof.commit()
            known = self._known()
        another = wanted != self.shown_id
        self.shown_id = wanted if wanted in known else next(iter(known), 0)
        self.scroller.surface.setVisible(bool(self.shown_id))
        if self.shown_id:
            self._show_alternative(known[self.shown_id], another=another)
        self._show_strip()

    def _show_alternative(self, alternative: Alternative, *, another: bool) -> None:
        prepared, say, shelf = self.presenter.prepared, self.tools.say, self.presenter.alternatives.shelf
        self._title.set_title(alternative.name)
        flag, words = validity(prepared, alternative, say)
        self._validity.set_flag(Level(flag.value), words)
        self._validity.setVisible(flag is not CoreFlag.FINE)
        self.explained.setText(" ".join(explanation(prepared, prepared.worths[alternative.id], say)))
        texts = alternatives.detail_texts(alternative, shelf, self.presenter.reader)
        kept = shelf.of_row(alternative.id)
        for form in (self.given, self.proof):
            show = form.show_record if another else form.show_values
            show({key: texts[key] for key in form.fields})
            for key, field in form.fields.items():
                form.set_problem(field, kept[key].reason if key in kept else "")
        has_points = alternative.form is Form.POINTS or alternative.no_deal
        self.given.show_row(self.given.fields["total"], alternative.form is Form.TOTAL)
        self.given.show_row(self.given.fields["points"], has_points)
        self.given.show_row(self.given.fields["unsaid"], alternative.form is not Form.POINTS)

    def _show_strip(self) -> None:
        say, current = self.tools.say, self.sheet.current()
        if not self.presenter.negotiation.alternatives:
            words = say("Add the first alternative: type who or what it is, then Tab to its terms.")
            self.sheet.set_strip(None, words)
            return
        index = self.sheet.model.find(*current) if current is not None else None
        if index is None or not index.isValid():
            self.sheet.set_strip(None, "")
            return
        cell = self.sheet.model.cell(index.row(), index.column())
        self.sheet.set_strip(cell.level, cell.reason if cell.level is not None else "")

    # verbs

    def _on_edited(self, edits: Sequence[Edit]) -> None:
        presenter = self.presenter
        self.run(lambda: presenter.alternatives.edit(presenter.prepared, edits))

    def _on_detail_edited(self, key: str, text: str) -> None:
        self._on_edited([(self.shown_id, key, text)])

    def _on_move_wanted(self, row: object, step: int) -> None:
        if isinstance(row, int):
            self.run(lambda: self.presenter.alternatives.move(self.presenter.prepared, row, step))

    def _on_delete_wanted(self, rows: Sequence[object]) -> None:
        for row in rows:
            if isinstance(row, int):
                self.run_and_offer(partial(self.presenter.alternatives.delete, row))

    def _on_menu_wanted(self, row: object, _key: str, at: QPoint) -> None:
        if not isinstance(row, int) or not self.sheet.model.is_editable:
            return
        say, view = self.tools.say, self.sheet.view
        self.pop_up(
            [
                (say("Copy"), "Ctrl+C", view.copy),
                (say("Paste"), "Ctrl+V", view.paste),
                (say("Move up"), "Alt+Up", lambda: self._on_move_wanted(row, -1)),
                (say("Move down"), "Alt+Down", lambda: self._on_move_wanted(row, 1)),
                (say("Delete alternative"), "Ctrl+Del", lambda: self._on_delete_wanted([row])),
            ],
            at,
        )

    def _dress_row(self) -> None:
        self._row.setSpacing(self.tools.theme.space(24))
