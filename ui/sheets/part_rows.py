"""ui: the sheet of a list of parts without its widgets - typed texts become one step of the logbook, or are kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Protocol, TypeVar

from core.changes import Changes
from core.errors import LogrollError
from core.negotiation import Negotiation
from ui.sheets.cells import kept_cell
from ui.sheets.columns import GridColumn
from ui.sheets.kept import Kept, NotRead, Shelf
from ui.sheets.new_row import keep, new_row, only_new, take_up, typed_rows
from ui.sheets.prepared import Prepared
from ui.sheets.reader import Reader
from ui.widgets.sheet_model import Cell, Edit, NewRow, RowId, SheetRow

if TYPE_CHECKING:
    from db.logbook import Logbook


class Part(Protocol):
    """A record that belongs to a list."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def id(self) -> int:
        """Return its id."""
        ...


PartT = TypeVar("PartT", bound=Part)
Fields = dict[str, Any]


class PartStore(Protocol):
    """The logbook's verbs of a noun of which a negotiation has several, each of them one step."""

    def add_many(self, negotiation_id: int, parts: Sequence[Mapping[str, Any]], /) -> Changes:
        """Add parts behind the others."""
        ...

    def change_many(self, fields_by_id: Mapping[int, Mapping[str, Any]], /) -> Changes:
        """Change parts."""
        ...

    def put_many(
        self, negotiation_id: int, changed: Mapping[int, Mapping[str, Any]], added: Sequence[Mapping[str, Any]], /
    ) -> Changes:
        """Change some parts and add others, as a paste over the end of a list does."""
        ...

    def delete_many(self, part_ids: Sequence[int], /) -> Changes:
        """Delete parts."""
        ...


class ListStore(PartStore, Protocol):
    """The verbs of a noun that stands in the order that the user gives it."""

    def move(self, part_id: int, place: int, /) -> Changes:
        """Give a part another place among all."""
        ...


class PartRows(Generic[PartT]):
    """The rows of one list: how they are shown, and what is written when cells of them are edited.

    A subclass says which parts there are, shows one, reads a text into fields, and names the verbs. A part of which
    nothing is left goes; a text that cannot be read stays as it was typed until it is mended.
    """

    has_order: ClassVar[bool] = True  # False where another field decides about the order, such as a day
    first: ClassVar[tuple[str, ...]] = ()  # columns that are read first, since others are read by what they hold

    def __init__(self, logbook: Logbook, reader: Reader, shelf: Shelf) -> None:
        """Take the logbook, the reader of the region and the shelf for what it cannot read."""
        self.logbook = logbook
        self.reader = reader
        self.shelf = shelf
        self.refused = ""  # why the last edit made no row of what was typed, empty where it did

    # what a list says of itself

    def columns(self, prepared: Prepared) -> tuple[GridColumn, ...]:
        """Return the columns."""
        raise NotImplementedError

    def choices(self, _prepared: Prepared) -> dict[str, tuple[str, ...]]:
        """Return what is offered while a cell is edited, by column."""
        return {}

    def parts(self, negotiation: Negotiation) -> Sequence[PartT]:
        """Return the parts in the order of the list."""
        raise NotImplementedError

    def cells(self, prepared: Prepared, part: PartT) -> dict[str, Cell]:
        """Return the cells of a part by column."""
        raise NotImplementedError

    def totals(self, _prepared: Prepared) -> dict[str, Cell] | None:
        """Return the cells of a last row that sums up, None where there is nothing to sum."""
        return None

    def told(self, _prepared: Prepared, _part: PartT) -> str:
        """Return what is said under the list of the part that is the current one."""
        return ""

    def blank(self, negotiation: Negotiation) -> PartT:
        """Return a part of which nothing is known yet."""
        raise NotImplementedError

    def read(self, prepared: Prepared, part: PartT, key: str, text: str) -> Fields:
        """Read a text of a column into fields of a part. Raises NotRead."""
        raise NotImplementedError

    def is_empty(self, part: PartT) -> bool:
        """Tell whether nothing is left of a part, so that it goes."""
        raise NotImplementedError

    def completed(self, _prepared: Prepared, fields: Fields) -> Fields | None:
        """Return the fields of a new part with what it cannot do without, None where they make none."""
        return fields

    # the verbs

    @property
    def store(self) -> PartStore:
        """Return the verbs of the noun."""
        raise NotImplementedError

    def put(self, negotiation_id: int, changed: Mapping[int, Fields], added: Sequence[Fields]) -> Changes:
        """Change some parts and add others in one step, so that one undo takes back whatever was pasted."""
        if changed and added:
            return self.store.put_many(negotiation_id, changed, added)
        return self.store.change_many(changed) if changed else self.store.add_many(negotiation_id, added)

    def place(self, negotiation: Negotiation, part: PartT, neighbour: PartT) -> Changes:
        """Put a part in the place of a neighbour, where the list has an order of its own."""
        raise NotImplementedError

    # what the sheet asks

    def rows(self, prepared: Prepared) -> list[SheetRow]:
        """Return a row for each part, and the one that sums up."""
        found = []
        for part in self.parts(prepared.negotiation):
            kept = {key: kept_cell(each) for key, each in self.shelf.of_row(part.id).items()}
            found.append(SheetRow(part.id, self.cells(prepared, part) | kept))
        totals = self.totals(prepared)
        if found and totals is not None:
            found.append(SheetRow("total", totals, total=True))
        return found

    def kept_of_new(self, prepared: Prepared) -> dict[str, Kept]:
        """Return what was typed for a new part and is not in the logbook yet, by column."""
        return self.shelf.of_row(new_row(prepared.negotiation.id))

    def words_under(self, prepared: Prepared, row: RowId | None) -> str:
        """Return what is said of the current row."""
        found = (part for part in self.parts(prepared.negotiation) if part.id == row)
        return next((self.told(prepared, part) for part in found), "")

    def edit(self, prepared: Prepared, edits: Sequence[Edit]) -> list[Changes]:
        """Write edits: what was changed and what is new, and what is empty now is deleted."""
        known = {part.id: part for part in self.parts(prepared.negotiation)}
        self.refused = ""
        changed: dict[int, Fields] = {}
        added: list[tuple[Fields, dict[str, Kept]]] = []
        by_row = _by_row(edits)
        take_up(self.shelf, prepared.negotiation.id, by_row)
        for row, texts in by_row.items():
            if isinstance(row, NewRow):
                fields, kept = self._read_all(prepared, self.blank(prepared.negotiation), texts)
                whole = self.completed(prepared, fields)
                if whole is not None:
                    added.append((whole, kept))
                else:
                    self._keep_incomplete(prepared, texts, kept, is_alone=only_new(by_row) is not None)
            elif isinstance(row, int) and row in known:
                fields, kept = self._read_all(prepared, known[row], texts)
                for key in texts:
                    self.shelf.drop(row, key)
                for key, each in kept.items():
                    self.shelf.put(row, key, each)
                if fields:
                    changed[row] = fields
        return self._write(prepared.negotiation.id, known, changed, added, by_row)

    def move(self, prepared: Prepared, part_id: int, step: int) -> Changes | None:
        """Move a part up or down within its list."""
        parts = list(self.parts(prepared.negotiation))
        at = [part.id for part in parts].index(part_id)
        if not self.has_order or not 0 <= at + step < len(parts):
            return None
        return self.place(prepared.negotiation, parts[at], parts[at + step])

    def delete(self, ids: Sequence[int]) -> Changes:
        """Delete parts, and what could not be read of them."""
        for part_id in ids:
            self.shelf.drop_row(part_id)
        return self.store.delete_many(ids)

    # inside

    def _keep_incomplete(
        self, prepared: Prepared, texts: Mapping[str, str], kept: Mapping[str, Kept], *, is_alone: bool
    ) -> None:
        """Keep what makes no row yet where it was typed, and say what it lacks; a paste is still on the clipboard."""
        first = next(each.title for each in self.columns(prepared) if each.editable)
        lacking = self.reader.say("Enter “{column}” too: this waits here until then.", column=first)
        self.refused = next((each.reason for each in kept.values()), lacking)
        for key, text in texts.items() if is_alone else ():
            self.shelf.put(new_row(prepared.negotiation.id), key, kept.get(key) or Kept(text, lacking, waits=True))

    def _read_all(self, prepared: Prepared, part: PartT, texts: Mapping[str, str]) -> tuple[Fields, dict[str, Kept]]:
        fields: Fields = {}
        kept: dict[str, Kept] = {}
        for key in sorted(texts, key=lambda each: each not in self.first):
            try:
                found = self.read(prepared, part, key, texts[key])
            except NotRead as trouble:
                kept[key] = Kept(texts[key], str(trouble))
                continue
            fields |= found
            part = replace(part, **found)
        return fields, kept

    def _write(
        self,
        negotiation_id: int,
        known: Mapping[int, PartT],
        changed: Mapping[int, Fields],
        added: Sequence[tuple[Fields, dict[str, Kept]]],
        by_row: Mapping[RowId, dict[str, str]],
    ) -> list[Changes]:
        """Change, add and delete; what the logbook refuses stays in its cells as typed."""
        gone = [
            part_id
            for part_id, fields in changed.items()
            if self.is_empty(replace(known[part_id], **fields)) and not self.shelf.of_row(part_id)
        ]
        wanted = {part_id: fields for part_id, fields in changed.items() if part_id not in gone}
        new = [fields for fields, _ in added]
        done = self._put(negotiation_id, wanted, new, typed_rows(negotiation_id, by_row))
        self._keep_of_new(negotiation_id, known, [kept for _, kept in added])
        if gone:
            done.append(self.store.delete_many(gone))
        return done

    def _put(
        self,
        negotiation_id: int,
        wanted: Mapping[int, Fields],
        new: Sequence[Fields],
        typed: Mapping[int | str, dict[str, str]],
    ) -> list[Changes]:
        if not (wanted or new):
            return []
        try:
            return [self.put(negotiation_id, wanted, new)]
        except LogrollError as error:
            rows = wanted or (new_row(negotiation_id),)
            kept = {row: typed[row] for row in rows if row in typed}
            keep(self.shelf, kept, self.reader.say.message(error.message))
            if not wanted:
                raise
        return self._put(negotiation_id, {}, new, typed)

    def _keep_of_new(self, negotiation_id: int, known: Mapping[int, PartT], kept: Sequence[dict[str, Kept]]) -> None:
        if not any(kept):
            return
        # in the order in which they were added, not in that of the list
        parts = self.parts(self.logbook.negotiations.load(negotiation_id))
        new = sorted(part.id for part in parts if part.id not in known)
        for part_id, of_row in zip(new, kept, strict=False):
            for key, each in of_row.items():
                self.shelf.put(part_id, key, each)


class ListRows(PartRows[PartT]):
    """The rows of a list that stands in the order that the user gives it."""

    @property
    def store(self) -> ListStore:
        raise NotImplementedError

    def all_parts(self, negotiation: Negotiation) -> Sequence[PartT]:
        """Return the parts among which these have their places, where other lists share them."""
        return self.parts(negotiation)

    def place(self, negotiation: Negotiation, part: PartT, neighbour: PartT) -> Changes:
        # a neighbour in the list may lie further away among all
        places = [each.id for each in self.all_parts(negotiation)]
        return self.store.move(part.id, places.index(neighbour.id))


def _by_row(edits: Sequence[Edit]) -> dict[RowId, dict[str, str]]:
    found: dict[RowId, dict[str, str]] = {}
    for row, key, text in edits:
        found.setdefault(row, {})[key] = text
    return found
