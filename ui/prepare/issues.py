"""ui: what the issue grid writes to the logbook; what cannot be read is kept as typed. Knows no widget."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from core.changes import Changes
from core.errors import LogrollError
from core.issue import RUNGS, Issue, ScaleKind
from core.term import Value
from core.verdict import Repair
from ui.prepare.grid import STATED, read_row, renamed_option
from ui.sheets.kept import Kept, Shelf, is_heading
from ui.sheets.new_row import keep, new_row, take_up, typed_rows
from ui.sheets.prepared import Prepared
from ui.sheets.reader import Reader
from ui.widgets.sheet_model import Edit, NewRow, RowId

if TYPE_CHECKING:
    from db.logbook import Logbook


_FIGURES = ("best", "worst", "weight", *RUNGS, "limit")
_TITLES = 3  # words in the place of figures that make a line one of titles; less may be the options of an issue


class IssuesPresenter:
    """Turn edits of the grid and of the details into verbs: one paste, one step back."""

    def __init__(self, logbook: Logbook, reader: Reader) -> None:
        """Take the logbook and the reader of the region."""
        self._logbook = logbook
        self._reader = reader
        self.shelf = Shelf("issues")
        self.left_heading_out = False  # the first line of what was pasted last held titles

    def edit(self, prepared: Prepared, edits: Sequence[Edit]) -> Changes | None:
        """Write what can be read of the edits in one step; None where nothing reached the logbook."""
        rows: dict[RowId, dict[str, str]] = {}
        for row, key, text in edits:
            rows.setdefault(row, {})[key] = text
        take_up(self.shelf, prepared.negotiation.id, rows)
        changed: dict[int, dict[str, Any]] = {}
        added: list[dict[str, Any]] = []
        kept_of_new: list[dict[str, Kept]] = []
        new_rows = sum(isinstance(row, NewRow) for row in rows)
        self.left_heading_out = False
        for row, texts in rows.items():
            if isinstance(row, NewRow):
                fields, kept = self._read_new(prepared, texts, len(added))
                if new_rows > 1 and not (added or self.left_heading_out) and is_heading(texts, kept, _FIGURES, _TITLES):
                    self.left_heading_out = True
                    continue
                added.append(fields)
                kept_of_new.append(kept)
            elif isinstance(row, int):
                fields = self._read_old(prepared, prepared.negotiation.issue_by_id[row], texts)
                if fields:
                    changed[row] = fields
        changes = self._write(prepared, changed, added, rows)
        if changes is not None and added:
            self._keep_of_new(prepared, kept_of_new)
        return changes

    def set_options(self, prepared: Prepared, issue: Issue, text: str) -> Changes | None:
        """Write an issue's options; where one alone got another name, it is renamed wherever it was stated."""
        found = read_row(issue, {"options": text}, prepared, self._reader)
        options = found.fields.get("options")
        renamed = None if options is None else renamed_option(issue, [option.label for option in options])
        if renamed is None:
            return self.edit(prepared, [(issue.id, "options", text)])
        changes = self._kept_on_trouble(
            lambda: self._logbook.issues.rename_option(issue.id, *renamed), {issue.id: {"options": text}}
        )
        if changes is not None and options != tuple(self._fresh(prepared)[issue.id].options):
            return self._logbook.issues.change(issue.id, options=options)
        return changes

    def set_kind(self, issue: Issue, kind: ScaleKind) -> Changes:
        """Measure an issue in another way; the figures that do not suit it go. Raises NotAllowed for one in use."""
        for key in (*STATED, "options", "points", "step"):
            self.shelf.drop(issue.id, key)
        return self._logbook.issues.change(issue.id, kind=kind)

    def move(self, prepared: Prepared, issue_id: int, step: int) -> Changes:
        """Move an issue up or down by a number of places."""
        place = [issue.id for issue in prepared.negotiation.issues].index(issue_id)
        return self._logbook.issues.move(issue_id, max(0, place + step))

    def delete(self, issue_ids: Sequence[int]) -> Changes:
        """Delete issues in one step."""
        for issue_id in issue_ids:
            self.shelf.drop_row(issue_id)
        if len(issue_ids) == 1:
            return self._logbook.issues.delete(issue_ids[0])
        return self._logbook.issues.delete_many(issue_ids)

    def repair(self, rung: str, repair: Repair) -> Changes:
        """Set a rung of the ladder to what a repair says."""
        return self.set_rung(rung, {term.issue_id: term.value for term in repair.terms})

    def set_rung(self, rung: str, values: dict[int, Value]) -> Changes:
        """Set a rung of the ladder to values by issue, in one step."""
        if rung not in RUNGS:
            raise KeyError(rung)
        for issue_id in values:
            self.shelf.drop(issue_id, rung)
        return self._logbook.issues.change_many({issue_id: {rung: value} for issue_id, value in values.items()})

    def kept_of_new(self, prepared: Prepared) -> dict[str, Kept]:
        """Return what was typed for a new issue that the logbook could not take, by column."""
        return self.shelf.of_row(new_row(prepared.negotiation.id))

    # inside

    def _read_old(self, prepared: Prepared, issue: Issue, texts: dict[str, str]) -> dict[str, Any]:
        found = read_row(issue, texts, prepared, self._reader)
        for key in texts:
            self.shelf.drop(issue.id, key)
        for key, kept in found.kept.items():
            self.shelf.put(issue.id, key, kept)
        return found.fields

    def _read_new(
        self, prepared: Prepared, texts: dict[str, str], before: int
    ) -> tuple[dict[str, Any], dict[str, Kept]]:
        blank = Issue(negotiation_id=prepared.negotiation.id, name="")
        found = read_row(blank, texts, prepared, self._reader)
        number = len(prepared.negotiation.issues) + before + 1
        name = {"name": self._reader.say("Issue {n}", n=number)}
        found.kept.pop("name", None)
        return name | found.fields, found.kept

    def _write(
        self,
        prepared: Prepared,
        changed: dict[int, dict[str, Any]],
        added: list[dict[str, Any]],
        rows: dict[RowId, dict[str, str]],
    ) -> Changes | None:
        issues, negotiation_id = self._logbook.issues, prepared.negotiation.id
        typed = typed_rows(negotiation_id, rows)
        if added and not changed and len(added) == 1:
            return self._kept_on_trouble(lambda: issues.add(negotiation_id, **added[0]), typed)
        if added:
            return self._kept_on_trouble(lambda: issues.put_many(negotiation_id, changed, added), typed)
        return self._kept_on_trouble(lambda: issues.change_many(changed), typed) if changed else None

    def _kept_on_trouble(self, verb: Callable[[], Changes], typed: dict[int | str, dict[str, str]]) -> Changes | None:
        """Run a verb; what the logbook refuses stays in its cells as typed. Without old rows the trouble is raised."""
        try:
            return verb()
        except LogrollError as error:
            keep(self.shelf, typed, self._reader.say.message(error.message))
            if not any(isinstance(row, int) for row in typed):
                raise
            return None

    def _keep_of_new(self, prepared: Prepared, kept_of_new: list[dict[str, Kept]]) -> None:
        known = prepared.negotiation.issue_by_id
        new = [issue_id for issue_id in self._fresh(prepared) if issue_id not in known]
        for issue_id, kept in zip(new, kept_of_new, strict=True):
            for key, each in kept.items():
                self.shelf.put(issue_id, key, each)

    def _fresh(self, prepared: Prepared) -> dict[int, Issue]:
        return self._logbook.negotiations.load(prepared.negotiation.id).issue_by_id
