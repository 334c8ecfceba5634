"""ui: the sheet of positions and interests without its widgets - what both sides want, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from core.changes import Changes
from core.errors import LogrollError
from core.naming import basis_word, match_word
from core.negotiation import Negotiation
from core.side import Basis, Side
from core.strategy import Match, Position
from core.words import Words
from ui.sheets.cells import kept_cell, locked, marked
from ui.sheets.columns import GridColumn
from ui.sheets.kept import Kept, NotRead, Shelf
from ui.sheets.new_row import keep
from ui.sheets.reader import Reader
from ui.widgets.sheet_model import Cell, Edit, SheetRow

if TYPE_CHECKING:
    from db.logbook import Logbook

TEXTS = ("position", "why", "interest")
MATCH = "them-match"
WHOLE = 0  # the matter as a whole, beside the ids of issues


def key_of(side: Side, field: str) -> str:
    """Return the key of a side's field."""
    return f"{side.value}-{field}"


def columns(say: Words) -> tuple[GridColumn, ...]:
    """Return the columns: the subject, and three texts for each side with the basis of theirs."""
    names = {"position": say("Position"), "why": say("Why"), "interest": say("Interest")}
    found = [GridColumn("subject", say("On"), width=138, is_text=True, editable=False, wrap=True)]
    for side, group in ((Side.US, say("We")), (Side.THEM, say("They"))):
        found += [
            GridColumn(key_of(side, field), names[field], group, 84, is_text=True, stretch=1, wrap=True)
            for field in TEXTS
        ]
    found.append(GridColumn(key_of(Side.THEM, "basis"), say("Basis"), say("They"), 68, is_text=True, muted=True))
    tip = say("How their interest stands to ours: the same, a different one to trade, or opposed")
    found.append(GridColumn(MATCH, say("Match"), say("Both"), 76, is_text=True, tip=tip))
    return tuple(found)


def choices(say: Words) -> dict[str, tuple[str, ...]]:
    """Return what is offered while a cell is edited, by column."""
    return {
        key_of(Side.THEM, "basis"): tuple(basis_word(say, basis) for basis in Basis),
        MATCH: tuple(match_word(say, match) for match in Match),
    }


def row_id(issue_id: int, number: int = 0) -> str:
    """Return the id of a row: the issue, or 0 for the whole matter, and which of its positions."""
    return f"{issue_id}:{number}"


def subject_of(row: str) -> int:
    """Return the issue that a row is about, 0 for the whole matter."""
    return int(row.partition(":")[0])


def find(negotiation: Negotiation, row: str, side: Side) -> Position | None:
    """Return the position that a row shows for a side."""
    subject, _, number = row.partition(":")
    found = [each for each in negotiation.positions if each.side is side and (each.issue_id or WHOLE) == int(subject)]
    return found[int(number)] if int(number) < len(found) else None


@dataclass(frozen=True, slots=True)
class RowTexts:
    """The whole texts of a row by key, which of them were filled in and not touched, and what theirs rest on."""

    texts: dict[str, str]
    marks: frozenset[str]
    basis: Basis | None


def texts_of(negotiation: Negotiation, row: str) -> RowTexts:
    """Return the whole texts of a row."""
    known = {side: position for side in Side if (position := find(negotiation, row, side)) is not None}
    pairs = [(side, field) for side in known for field in TEXTS]
    return RowTexts(
        {key_of(side, field): getattr(known[side], field) for side, field in pairs},
        frozenset(key_of(side, field) for side, field in pairs if field in known[side].prefilled),
        known[Side.THEM].basis if Side.THEM in known else None,
    )


def rows(negotiation: Negotiation, shelf: Shelf, reader: Reader) -> list[SheetRow]:
    """Return a row for the whole matter and one for each issue; more where a side has several positions there."""
    say = reader.say
    subjects = [(WHOLE, say("The whole matter")), *((issue.id, issue.name) for issue in negotiation.issues)]
    found = []
    for subject, name in subjects:
        of_subject = [each for each in negotiation.positions if (each.issue_id or WHOLE) == subject]
        count = max(sum(1 for each in of_subject if each.side is side) for side in Side)
        for number in range(max(1, count)):
            row = row_id(subject, number)
            cells = {"subject": locked(name), **_texts(negotiation, row, say)}
            cells |= {key: kept_cell(kept) for key, kept in shelf.of_row(row).items()}
            found.append(SheetRow(row, cells))
    return found


def _texts(negotiation: Negotiation, row: str, say: Words) -> dict[str, Cell]:
    cells: dict[str, Cell] = {}
    for side in Side:
        known = find(negotiation, row, side)
        if known is None:
            continue
        shown = {field: getattr(known, field) for field in TEXTS}
        if side is Side.THEM:
            shown |= {"basis": basis_word(say, known.basis), "match": match_word(say, known.match)}
        cells |= {key_of(side, field): marked(known, field, text) for field, text in shown.items()}
    return cells


class PositionsPresenter:
    """Turn edits into verbs; a position whose texts are all empty goes."""

    def __init__(self, logbook: Logbook, reader: Reader) -> None:
        """Take the logbook and the reader of the region."""
        self._logbook = logbook
        self._reader = reader
        self.shelf = Shelf("positions")

    def edit(self, negotiation: Negotiation, edits: Sequence[Edit]) -> Changes | None:
        """Write edits of any rows in one step; None where nothing reached the logbook.

        What the logbook refuses stays in its cells as typed.
        """
        wanted: dict[tuple[str, Side], dict[str, str]] = {}
        typed: dict[int | str, dict[str, str]] = {}
        for row, key, text in edits:
            side, _, field = key.partition("-")
            if isinstance(row, str):
                wanted.setdefault((row, Side(side)), {})[field] = text
                typed.setdefault(row, {})[key] = text
        changed: dict[int, dict[str, Any]] = {}
        added: list[dict[str, Any]] = []
        deleted: list[int] = []
        for (row, side), texts in wanted.items():
            known, fields = find(negotiation, row, side), self._fields(negotiation, row, side, texts)
            if known is None and any(fields.values()):
                added.append({"side": side, "issue_id": subject_of(row) or None, **fields})
            elif known is not None and fields and not any(fields.get(each, getattr(known, each)) for each in TEXTS):
                deleted.append(known.id)
            elif known is not None and fields:
                changed[known.id] = fields
        try:
            return self._write(negotiation.id, changed, added, deleted)
        except LogrollError as error:
            keep(self.shelf, typed, self._reader.say.message(error.message))
            raise

    def _write(
        self, negotiation_id: int, changed: dict[int, dict[str, Any]], added: list[dict[str, Any]], deleted: list[int]
    ) -> Changes | None:
        positions, count = self._logbook.positions, len(changed) + len(added) + len(deleted)
        if count > 1:
            return positions.put_many(negotiation_id, changed, added, deleted)
        for fields in added:
            return positions.add(negotiation_id, **fields)
        for position_id in deleted:
            return positions.delete(position_id)
        for position_id, fields in changed.items():
            return positions.change(position_id, **fields)
        return None

    def _fields(self, negotiation: Negotiation, row: str, side: Side, texts: dict[str, str]) -> dict[str, Any]:
        """Read texts of one side into fields; what cannot be read stays in its cell as typed."""
        fields: dict[str, Any] = {}
        for field, text in texts.items():
            key = key_of(side, field)
            self.shelf.drop(row, key)
            try:
                fields[field] = self._read(field, text)
            except NotRead as trouble:
                self.shelf.put(row, key, Kept(text, str(trouble)))
        if find(negotiation, row, side) is None and fields.get("match") is not None:
            reason = self._reader.say("Enter their position or interest first: the match is between it and ours.")
            self.shelf.put(row, MATCH, Kept(texts["match"], reason, waits=True))
            fields.pop("match")
        return fields

    def _read(self, field: str, text: str) -> object:
        say = self._reader.say
        if field == "basis":
            return self._reader.basis(text)
        if field == "match":
            words = {match: match_word(say, match) for match in Match}
            listed = ", ".join(words.values())
            return self._reader.one_of(text, words, say("Their interest is one of: {words}.", words=listed))
        return text.strip()
