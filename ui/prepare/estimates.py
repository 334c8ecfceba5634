"""ui: the sheet of estimates of their side without its widgets - low, likely, high, and what they rest on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from core.changes import Changes
from core.errors import LogrollError
from core.estimate import Estimate, Subject
from core.exact import place_of
from core.issue import Issue, ScaleKind
from core.naming import basis_word
from core.negotiation import Negotiation
from core.side import Basis
from core.term import Value
from core.words import Words
from ui.sheets.cells import kept_cell, locked, marked
from ui.sheets.columns import GridColumn
from ui.sheets.kept import Kept, NotRead, Shelf
from ui.sheets.reader import Reader
from ui.widgets.sheet_model import Cell, CellState, Edit, SheetRow

if TYPE_CHECKING:
    from db.logbook import Logbook

_FIGURES = ("low", "likely", "high")


@dataclass(frozen=True, slots=True)
class What:
    """What is estimated: a subject of an issue (of one option), or their reservation value."""

    issue: Issue | None
    subject: Subject
    option: str = ""

    @property
    def row(self) -> str:
        """Return the id of its row."""
        return f"{0 if self.issue is None else self.issue.id}:{self.subject.value}:{self.option}"


def columns(say: Words) -> tuple[GridColumn, ...]:
    """Return the columns."""
    figures, rests = say("Estimate"), say("Rests on")
    return (
        GridColumn("issue", say("Issue"), width=120, is_text=True, editable=False, stretch=1),
        GridColumn(
            "subject", say("Of theirs"), width=88, is_text=True, editable=False, muted=True, stretch=1, wrap=True
        ),
        GridColumn("unit", say("Unit"), width=64, is_text=True, editable=False, muted=True),
        GridColumn("low", say("Low"), figures, 60),
        GridColumn("likely", say("Likely"), figures, 60),
        GridColumn("high", say("High"), figures, 60),
        GridColumn("basis", say("Basis"), rests, 76, is_text=True),
        GridColumn("source", say("Source"), rests, 150, is_text=True, stretch=4, wrap=True),
        GridColumn("on", say("Day"), rests, 60, is_text=True),
    )


def subjects(negotiation: Negotiation) -> Iterator[What]:
    """Yield what can be estimated, in the order of the sheet."""
    for issue in negotiation.issues:
        if issue.kind is ScaleKind.OPTIONS:
            yield from (What(issue, Subject.OPTION, option.label) for option in issue.options)
        else:
            yield from (What(issue, subject) for subject in (Subject.BEST, Subject.WORST, Subject.LIMIT))
        yield What(issue, Subject.WEIGHT)
    if negotiation.issues:
        yield What(None, Subject.RESERVATION)


def find(negotiation: Negotiation, what: What) -> Estimate | None:
    """Return what is estimated so far."""
    issue_id = None if what.issue is None else what.issue.id
    for each in negotiation.estimates:
        if (each.issue_id, each.subject, each.option) == (issue_id, what.subject, what.option):
            return each
    return None


def rows(negotiation: Negotiation, shelf: Shelf, reader: Reader) -> list[SheetRow]:
    """Return a row for everything that can be estimated."""
    return [SheetRow(what.row, _cells(negotiation, what, shelf, reader)) for what in subjects(negotiation)]


def subject_word(say: Words, what: What) -> str:
    """Return the name of what is estimated."""
    if what.subject is Subject.OPTION:
        return say("value of {option}", option=what.option)
    return {
        Subject.BEST: say("best end"),
        Subject.WORST: say("worst end"),
        Subject.LIMIT: say("limit"),
        Subject.TARGET: say("target"),
        Subject.WEIGHT: say("weight"),
        Subject.RESERVATION: say("reservation value"),
    }[what.subject]


def _cells(negotiation: Negotiation, what: What, shelf: Shelf, reader: Reader) -> dict[str, Cell]:
    say, known = reader.say, find(negotiation, what)
    unit = what.issue.unit if what.issue is not None and what.subject.is_on_scale else ""
    cells = {
        "issue": locked(say("The whole package") if what.issue is None else what.issue.name),
        "subject": locked(subject_word(say, what)),
        "unit": locked(say("points") if what.issue is None else unit),
    }
    if known is not None:
        shown = {key: reader.show(getattr(known, key)) for key in _FIGURES}
        shown |= {"basis": basis_word(say, known.basis), "source": known.source}
        shown["on"] = "" if known.on is None else say.day(known.on)
        cells |= {key: marked(known, key, text) for key, text in shown.items()}
        if _crossed(known):
            reason = say("The likely figure lies outside low and high. Correct one of them.")
            cells["likely"] = Cell(cells["likely"].text, CellState.CHECK, reason)
    return cells | {key: kept_cell(kept) for key, kept in shelf.of_row(what.row).items()}


def _crossed(known: Estimate) -> bool:
    places = [None if isinstance(each, str) or each is None else place_of(each) for each in (known.low, known.high)]
    low, high = places
    if low is None or high is None or isinstance(known.likely, str):
        return False
    return not min(low, high) <= place_of(known.likely) <= max(low, high)


class EstimatesPresenter:
    """Turn edits into verbs; what waits for the likely figure is kept until it is there."""

    def __init__(self, logbook: Logbook, reader: Reader) -> None:
        """Take the logbook and the reader of the region."""
        self._logbook = logbook
        self._reader = reader
        self.shelf = Shelf("theirs")

    def edit(self, negotiation: Negotiation, edits: Sequence[Edit]) -> Changes | None:
        """Write edits of any rows in one step; None where nothing reached the logbook."""
        by_row: dict[str, dict[str, str]] = {}
        for row, key, text in edits:
            by_row.setdefault(str(row), {})[key] = text
        known = {what.row: what for what in subjects(negotiation)}
        given: dict[str, dict[str, Any]] = {}
        deleted: list[int] = []
        for row, texts in by_row.items():
            if row not in known:
                continue
            found = find(negotiation, known[row])
            fields = self._fields(known[row], found, texts)
            if fields is not None:
                given[row] = fields
            elif found is not None:
                deleted.append(found.id)
        return self._write(negotiation.id, given, deleted, by_row)

    def _write(
        self,
        negotiation_id: int,
        given: dict[str, dict[str, Any]],
        deleted: list[int],
        by_row: Mapping[str, Mapping[str, str]],
    ) -> Changes | None:
        """Write all of it, or keep in its cells what the logbook refuses."""
        if not given and not deleted:
            return None
        if not given and len(deleted) == 1:
            return self._logbook.estimates.delete(deleted[0])
        try:
            return self._logbook.estimates.put_many(negotiation_id, list(given.values()), deleted)
        except LogrollError as error:
            for row in given:
                for key, text in by_row[row].items():
                    self.shelf.put(row, key, Kept(text, self._reader.say.message(error.message)))
            return None

    def _fields(self, what: What, known: Estimate | None, texts: Mapping[str, str]) -> dict[str, Any] | None:
        """Read texts of a row into the fields of its estimate; None where none is left, or there is none yet."""
        say, row = self._reader.say, what.row
        waiting = {key: kept.text for key, kept in self.shelf.of_row(row).items() if kept.waits}
        fields: dict[str, Any] = {}
        for key, text in {**waiting, **texts}.items():
            self.shelf.drop(row, key)
            try:
                fields[key] = self._read(what, key, text)
            except NotRead as trouble:
                self.shelf.put(row, key, Kept(text, str(trouble)))
        likely: Value | None = fields.pop("likely", None if known is None else known.likely)
        if likely is None:
            reason = say("Enter the likely figure: an estimate needs one.")
            for key, text in {**waiting, **texts}.items() if known is None else ():
                if key in fields and text.strip():
                    self.shelf.put(row, key, Kept(text, reason, waits=True))
            return None
        if fields.get("basis", Basis.GUESS) is None:
            fields["basis"] = Basis.GUESS
        issue_id = None if what.issue is None else what.issue.id
        return {"issue_id": issue_id, "subject": what.subject, "option": what.option, "likely": likely, **fields}

    def _read(self, what: What, key: str, text: str) -> object:
        if key in _FIGURES:
            if what.issue is not None and what.subject.is_on_scale:
                return self._reader.value(text, what.issue)
            return self._reader.number(text, least=0 if what.subject is Subject.WEIGHT else None)
        match key:
            case "basis":
                return self._reader.basis(text)
            case "on":
                return self._reader.day(text)
        return text.strip()
