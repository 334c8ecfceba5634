"""ui: the step of the alternatives - each in a row of a sheet with its details, or all of them side by side."""

from __future__ import annotations

import mimetypes
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from core.alternative import Alternative
from core.attachment import Attachment
from core.changes import Changes
from ui.prepare import alternatives
from ui.prepare.presenter import PreparePresenter
from ui.prepare.steps.alternative_details import AlternativeDetails
from ui.prepare.steps.side_by_side import SideBySide
from ui.prepare.steps.step_page import Scroller, StepPage
from ui.prompts import FileKind
from ui.sheets.cells import kept_cell
from ui.sheets.fitting import fitted, go_to_cell, sheet_columns
from ui.sheets.sheet_menu import row_entries
from ui.sheets.text_sheet import TextSheet
from ui.tools import Tools
from ui.widgets.button import Button, ButtonKind
from ui.widgets.segments import Segments
from ui.widgets.sheet import Edit

_ROWS, _COLUMNS = "rows", "columns"


class AlternativesStep(StepPage):
    """Edit what we can do instead; the best that holds is the BATNA."""

    reveals = frozenset({"alternative", "attachment", "following"})

    def __init__(self, tools: Tools, presenter: PreparePresenter, parent: QWidget | None = None) -> None:
        """Build the sheet, the details and the comparison."""
        theme, say = tools.theme, tools.say
        super().__init__(tools, presenter, say("Alternatives"), parent)
        self.no_deal = Button(theme, say("Add “no deal”"), ButtonKind.QUIET, icon="plus", parent=self)
        self.no_deal.clicked.connect(lambda: self.run(lambda: presenter.alternatives.add_no_deal(presenter.prepared)))
        self.views = Segments(
            theme, say("How they are shown"), [(_ROWS, say("One by one")), (_COLUMNS, say("Side by side"))], self
        )
        self.add_action(self.no_deal)
        self.add_action(self.views)
        self.sheet = TextSheet(theme, say, say("Alternatives"), self)
        self.sheet.set_add_label(say("Add an alternative"))
        self.details = AlternativeDetails(theme, say, self)
        self.scroller = Scroller(theme, 120, self)
        self.scroller.column.add(self.details)
        self.scroller.column.addStretch(1)
        self.side_by_side = SideBySide(theme, say, self)
        self.compared = Scroller(theme, 120, self)
        self.compared.column.add(self.side_by_side)
        self.column.add(self.sheet)
        self.column.add_wide(self.scroller, 1)
        self.column.add_wide(self.compared, 1)
        self.shown_id = 0
        self._may_edit = True
        self.setAcceptDrops(True)
        self.watch_undo(self.sheet, presenter.alternatives.shelf)
        self.views.chosen.connect(self._on_view_chosen)
        self.sheet.cells_edited.connect(self._on_edited)
        self.sheet.row_move_wanted.connect(self._on_move_wanted)
        self.sheet.rows_delete_wanted.connect(self._on_delete_wanted)
        self.sheet.current_changed.connect(lambda _row, _key: self._on_current_changed())
        self.sheet.menu_wanted.connect(self._on_menu_wanted)
        details = self.details
        details.edited.connect(self._on_detail_edited)
        details.follow_wanted.connect(self._on_follow_wanted)
        details.take_wanted.connect(lambda: self._change_shown(presenter.alternatives.take_over))
        details.leave_wanted.connect(lambda: self._change_shown(presenter.alternatives.leave))
        details.files.attach_wanted.connect(self._on_attach_wanted)
        details.files.save_wanted.connect(self._on_save_wanted)
        details.files.remove_wanted.connect(self._on_remove_wanted)
        self._show_view()

    # StepPage

    def show_prepared(self, *, another: bool) -> None:
        prepared, say = self.presenter.prepared, self.tools.say
        rows = alternatives.rows(prepared, self.presenter.alternatives.shelf, self.presenter.reader)
        self.sheet.set_columns(sheet_columns(fitted(self.tools.theme, alternatives.columns(prepared, say), rows)))
        self.sheet.set_rows(rows)
        kept = self.presenter.alternatives.kept_of_new(prepared)
        self.sheet.set_add_cells({key: kept_cell(each) for key, each in kept.items()})
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
            self.views.set_current(_ROWS)
            if known:
                self.sheet.go_to(known[0].id, "name")
        self._on_current_changed()
        self._show_view()

    def commit(self) -> None:
        self.sheet.commit()
        self.details.commit()

    def set_editing(self, *, allowed: bool) -> None:
        self._may_edit = allowed
        self.sheet.set_editable(allowed)
        self.no_deal.setEnabled(allowed)
        self.details.set_editing(allowed=allowed)

    def focus_first(self) -> None:
        if self.views.current == _COLUMNS:
            self.side_by_side.focus_first()
        else:
            self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal_change(self, changes: Changes) -> bool:
        negotiation = self.presenter.negotiation
        owners = {("attachment", each.id): each.alternative_id for each in negotiation.attachments}
        owners |= {("following", each.id): each.alternative_id for each in negotiation.followings}
        ids = {each.id for each in changes.touched if each.kind == "alternative"}
        ids |= {owners[each.kind, each.id] for each in changes.touched if (each.kind, each.id) in owners}
        for each in self.presenter.negotiation.alternatives:
            if each.id in ids:
                current = self.sheet.current()
                if current is None or current[0] not in ids:
                    self.sheet.go_to(each.id, "name" if current is None else current[1])
                break
        return bool(ids)

    def go_spot(self, record: str, field: str) -> None:
        self.views.set_current(_ROWS)
        self._show_view()
        go_to_cell(self.sheet, record, field)
        detail = self.details.field(field)
        if detail is not None:
            detail.setFocus(Qt.FocusReason.TabFocusReason)
            self.scroller.ensureWidgetVisible(detail)

    # what is shown

    def _on_view_chosen(self, _key: str) -> None:
        self.commit()
        self._show_view()

    def _show_view(self) -> None:
        several = len(self.presenter.negotiation.alternatives) > 1
        self.views.setVisible(several)
        in_columns = several and self.views.current == _COLUMNS
        for part in (self.sheet, self.scroller):
            part.setVisible(not in_columns)
        self.compared.setVisible(in_columns)
        if in_columns:
            self.side_by_side.show_prepared(self.presenter.prepared)

    # the alternative chosen

    def _known(self) -> dict[int, Alternative]:
        return {each.id: each for each in self.presenter.negotiation.alternatives}

    def _on_current_changed(self) -> None:
        current, known = self.sheet.current(), self._known()
        row = current[0] if current is not None else 0
        wanted = row if isinstance(row, int) and row in known else self.shown_id
        if wanted != self.shown_id and self.shown_id in known:
            self.details.commit()
            known = self._known()
        another = wanted != self.shown_id
        self.shown_id = wanted if wanted in known else next(iter(known), 0)
        self.scroller.show_parts(bool(self.shown_id))
        if self.shown_id:
            self._show_alternative(known[self.shown_id], another=another)
        self._show_strip()

    def _show_alternative(self, alternative: Alternative, *, another: bool) -> None:
        presenter, shelf = self.presenter, self.presenter.alternatives.shelf
        self.details.show_alternative(
            presenter.prepared,
            alternative,
            alternatives.detail_texts(alternative, shelf, presenter.reader),
            shelf.of_row(alternative.id),
            presenter.alternatives.talks(presenter.prepared, alternative.id),
            another=another,
        )

    def _show_strip(self) -> None:
        say, current, kept = self.tools.say, self.sheet.current(), self.sheet.add_cell()
        if kept is not None and kept.level is not None:
            self.sheet.set_strip(kept.level, kept.reason)
            return
        if not self.presenter.negotiation.alternatives:
            words = say(
                "What will you do if there is no deal? Take another supplier, do it yourselves, or do without. "
                "Type who or what it is, then Tab to its terms."
            )
            self.sheet.set_strip(None, words)
            return
        index = self.sheet.model.find(*current) if current is not None else None
        if index is None or not index.isValid():
            self.sheet.set_strip(None, "")
            return
        cell = self.sheet.model.cell(index.row(), index.column())
        # a changed offer is told in the details, with what can be done about it
        is_news = cell.level is not None and cell.reason == self.details.news.text
        self.sheet.set_strip(cell.level, "" if cell.level is None or is_news else cell.reason)

    # verbs

    def _on_edited(self, edits: Sequence[Edit]) -> None:
        presenter = self.presenter
        self.run(lambda: presenter.alternatives.edit(presenter.prepared, edits))

    def _on_detail_edited(self, key: str, text: str) -> None:
        self._on_edited([(self.shown_id, key, text)])

    def _change_shown(self, verb: Callable[..., Changes | None]) -> list[Changes]:
        alternative = self._known().get(self.shown_id)
        return [] if alternative is None else self.run(lambda: verb(self.presenter.prepared, alternative))

    def _on_follow_wanted(self, followed_id: int) -> None:
        presenter = self.presenter.alternatives
        self._change_shown(lambda prepared, found: presenter.follow(prepared, found, followed_id))

    def _on_move_wanted(self, row: object, step: int) -> None:
        if isinstance(row, int):
            self.run(lambda: self.presenter.alternatives.move(self.presenter.prepared, row, step))

    def _on_delete_wanted(self, rows: Sequence[object]) -> None:
        ids = [row for row in rows if isinstance(row, int)]
        if ids:
            self.run_and_offer(lambda: self.presenter.alternatives.delete(ids))

    def _on_menu_wanted(self, row: object, _key: str, at: QPoint) -> None:
        if not isinstance(row, int) or not self.sheet.model.is_editable:
            return
        say = self.tools.say
        self.pop_up(row_entries(say, self.sheet.view, row, say("Delete alternative")), at)

    # files

    def _on_attach_wanted(self) -> None:
        say = self.tools.say
        kinds = [FileKind(say("Any file"), "*")]
        self.tools.prompts.choose_file(say("Attach a file"), kinds, lambda path: self.attach([path]))

    def attach(self, paths: Sequence[Path]) -> None:
        """Keep files as evidence of the alternative shown."""
        alternative_id, files = self.shown_id, self.presenter.attachments
        if not alternative_id or not paths:
            return

        def then(done: Changes) -> None:
            self.run(lambda: [done])

        words = self.tools.say("Attaching {file}", file=paths[0].name)
        work = partial(files.attach, alternative_id, paths)
        self.tools.jobs.start(words, lambda _progress: work(), then, self.tools.prompts.trouble, writes=True)

    def _on_save_wanted(self, found: Attachment) -> None:
        say, prompts, files = self.tools.say, self.tools.prompts, self.presenter.attachments
        ending = Path(found.name).suffix.removeprefix(".") or "bin"
        kinds = [FileKind(mimetypes.guess_type(found.name)[0] or say("File"), ending)]

        def save(path: Path) -> None:
            self.tools.jobs.start(
                say("Saving {file}", file=path.name),
                lambda _progress: files.save(found, path),
                lambda _done: prompts.tell(say("{file} was saved.", file=path.name)),
                prompts.trouble,
            )

        prompts.choose_target(say("Save a copy of {file}", file=found.name), Path.home() / found.name, kinds, save)

    def _on_remove_wanted(self, found: Attachment) -> None:
        self.run_and_offer(lambda: self.presenter.attachments.remove(found.id))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.shown_id and self._may_edit and self.details.isVisible() and self._dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.attach(self._dropped(event))
        event.acceptProposedAction()

    @staticmethod
    def _dropped(event: QDropEvent) -> list[Path]:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        return [path for path in paths if path.is_file()]
