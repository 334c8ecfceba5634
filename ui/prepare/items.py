"""ui: the list of items behind a price without its widgets - cells made when shown, and what typed lines write."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Any

from core.changes import Changes
from core.errors import BadInput, LogrollError
from core.issue import Issue
from core.item import Item
from core.items import (
    FOLLOWING,
    MONEY_PLACES,
    MOST,
    PRICES,
    Figures,
    Spread,
    Summary,
    change,
    effect,
    figures,
    summary,
)
from core.negotiation import Negotiation
from core.shorthand import Status
from core.side import Side
from core.standing import standing
from core.term import Value
from core.words import NO_BREAK, Words, rounded
from ui.meet.entry import log_line, read_line
from ui.prepare.grid import title_of
from ui.sheets.cells import kept_cell, locked
from ui.sheets.columns import GridColumn
from ui.sheets.kept import Kept, NotRead, Shelf, is_heading
from ui.sheets.new_row import keep, new_row, take_up, typed_rows
from ui.sheets.prepared import Prepared
from ui.sheets.reader import Reader
from ui.widgets.sheet_model import Cell, CellState, Edit, RowId, SheetRow

if TYPE_CHECKING:
    from db.logbook import Logbook

MANY = 200  # lines from which on writing them is a job with progress
_TOLD = 100  # lines between two steps of progress
_FIGURES = ("quantity", *PRICES)
_FEW = 40  # rows that are all measured for the widths of the columns
_NOTHING_KEPT: Mapping[str, Kept] = {}
Tell = Callable[[int, int], None]


class View(StrEnum):
    """Which lines are shown, and in which order."""

    LISTED = "listed"
    EFFECT = "effect"
    OUTLIERS = "outliers"
    GAPS = "gaps"


@dataclass(frozen=True)
class ItemList:
    """The list of an issue with what it comes to."""

    issue_id: int
    items: tuple[Item, ...] = ()
    summary: Summary = field(default_factory=lambda: summary(()))

    @classmethod
    def of(cls, issue_id: int, items: Sequence[Item]) -> ItemList:
        """Work a list out."""
        return cls(issue_id, tuple(items), summary(items))


def columns(negotiation: Negotiation, say: Words) -> tuple[GridColumn, ...]:
    """Return the columns of a list."""
    prices, more = say("Price, {currency}", currency=negotiation.currency), say("Theirs against today’s")
    return (
        GridColumn("code", say("Code"), width=100, is_text=True),
        GridColumn("text", say("Article"), width=180, is_text=True, stretch=1),
        GridColumn("quantity", say("Quantity"), width=84),
        GridColumn("today", say("Today"), prices, 84, tip=say("What one piece costs us now")),
        GridColumn("theirs", say("Theirs"), prices, 84, tip=say("What they ask for one piece")),
        GridColumn("ours", say("Ours"), prices, 84, tip=say("What we aim at for one piece")),
        GridColumn("change", say("Change, %"), more, 76, editable=False),
        GridColumn(
            "effect",
            say("In {currency}", currency=negotiation.currency),
            more,
            104,
            editable=False,
            muted=True,
            tip=say("The change of the price times the quantity"),
        ),
    )


# cells, made when they are asked for: of thousands of lines a window shows some thirty


class _Cells(Mapping[str, Cell]):
    """The cells of one line."""

    __slots__ = ("_made", "_say", "item", "kept", "spread")

    def __init__(self, item: Item, kept: Mapping[str, Kept], spread: Spread | None, say: Words) -> None:
        # the spread is given where the line lies outside of it
        self.item = item
        self.kept = kept
        self.spread = spread
        self._say = say
        self._made: dict[str, Cell] = {}

    def shows(self, item: Item) -> bool:
        """Tell whether these are the cells of a line without anything to be said of it."""
        return self.item is item and self.spread is None and not self.kept

    def __getitem__(self, key: str) -> Cell:
        cell = self._made.get(key)
        if cell is None:
            cell = self._made[key] = self._make(key)
        return cell

    def __iter__(self) -> Iterator[str]:
        return iter(_KEYS)

    def __len__(self) -> int:
        return len(_KEYS)

    def __contains__(self, key: object) -> bool:
        return key in _KEYS

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Cells) and (self.item, self.kept, self.spread) == (
            other.item,
            other.kept,
            other.spread,
        )

    __hash__ = None  # type: ignore[assignment]  # it is compared, never a key

    def _make(self, key: str) -> Cell:
        say, item = self._say, self.item
        if key in self.kept:
            return kept_cell(self.kept[key])
        match key:
            case "code" | "text":
                return Cell(getattr(item, key))
            case "quantity":
                return Cell("" if item.quantity is None else say.number(item.quantity))
            case "today" | "theirs" | "ours":
                price: Decimal | None = getattr(item, key)
                return Cell("" if price is None else price_text(say, price))
            case "change":
                return self._change()
            case "effect":
                more = effect(item)
                return locked("" if more is None else say.signed(more, 2))
        raise KeyError(key)

    def _change(self) -> Cell:
        say, moved = self._say, change(self.item)
        if moved is None:
            return locked("")
        text = say.signed(moved * 100, 1)
        if self.spread is None:
            return locked(text)
        low, high = self.spread.middle - self.spread.reach, self.spread.middle + self.spread.reach
        reason = say(
            "Unlike the others: their prices change by {middle} % in the middle, and mostly by {low} to {high} %.",
            middle=say.signed(self.spread.middle * 100, 1),
            low=say.signed(low * 100, 1),
            high=say.signed(high * 100, 1),
        )
        return Cell(text, CellState.CHECK | CellState.READ_ONLY, reason)


_KEYS = ("code", "text", "quantity", *PRICES, "change", "effect")


def chosen(found: ItemList, view: View, match: str = "") -> list[Item]:
    """Return the lines that a view shows, in its order, of those whose code or text holds every word of `match`."""
    items: Sequence[Item] = found.items
    match view:
        case View.EFFECT:
            by_size = [(abs(more), item) for item in items if (more := effect(item)) is not None]
            items = [item for _, item in sorted(by_size, key=lambda each: each[0], reverse=True)]
        case View.OUTLIERS:
            items = [item for item in items if item.id in found.summary.outliers]
        case View.GAPS:
            items = [item for item in items if item.id in found.summary.gaps]
    for word in match.casefold().split():
        items = [item for item in items if word in item.code.casefold() or word in item.text.casefold()]
    return list(items)


def rows(
    found: ItemList, shown: Sequence[Item], shelf: Shelf, say: Words, before: Mapping[int, SheetRow]
) -> dict[int, SheetRow]:
    """Return a row for each line shown, by its id; those of `before` that show the same are kept."""
    kept = shelf.by_row()
    outliers, spread = found.summary.outliers, found.summary.spread
    made = {}
    for item in shown:
        old, unread = before.get(item.id), kept.get(item.id, _NOTHING_KEPT)
        outside = spread if item.id in outliers else None
        is_plain = outside is None and not unread
        if is_plain and old is not None and isinstance(old.cells, _Cells) and old.cells.shows(item):
            made[item.id] = old
        else:
            made[item.id] = SheetRow(item.id, _Cells(item, unread, outside, say))
    return made


def widest(made: Collection[SheetRow]) -> list[SheetRow]:
    """Return the rows with the largest figures of each column: of thousands not every one has to be measured."""
    found = [(row, row.cells.item) for row in made if isinstance(row.cells, _Cells)]
    if len(found) <= _FEW:
        return [row for row, _ in found]
    sizes: tuple[Callable[[Item], Decimal | int], ...] = (
        lambda item: len(item.code),
        *(partial(_digits, key) for key in ("quantity", *PRICES)),
        lambda item: abs(effect(item) or Decimal(0)),
    )
    return [max(found, key=lambda each: size(each[1]))[0] for size in sizes]


def price_text(say: Words, price: Decimal) -> str:
    """Write a price as amounts are, to two places, with what was typed beyond them."""
    return say.number(price, max(MONEY_PLACES, _places(price)))


def _digits(key: str, item: Item) -> int:
    """Return how many signs a figure takes, by the place of its first and last digit."""
    figure: Decimal | None = getattr(item, key)
    if figure is None:
        return 0
    return max(figure.adjusted(), 0) + max(MONEY_PLACES if key in PRICES else 0, _places(figure))


def _places(figure: Decimal) -> int:
    exponent = figure.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


# what is typed


@dataclass
class Read:
    """What typed or pasted lines became: fields of items, and what could not be read.

    `typed` holds for each cell of a line that is there why it could not be read, or None. `heading` tells that the
    first line pasted was one of titles, `left_out` how many lines a list could not hold. `texts` are all of them as
    typed, for where the logbook `refused` them for a reason.
    """

    changed: dict[int, dict[str, Any]] = field(default_factory=dict)
    added: list[dict[str, Any]] = field(default_factory=list)
    typed: dict[int, dict[str, Kept | None]] = field(default_factory=dict)
    kept_of_new: list[dict[str, Kept]] = field(default_factory=list)
    heading: bool = False
    left_out: int = 0
    texts: Mapping[RowId, dict[str, str]] = field(default_factory=dict)
    refused: str = ""

    @property
    def has_unread(self) -> bool:
        """Tell whether any text could not be read, or not be written."""
        return (
            bool(self.refused)
            or any(self.kept_of_new)
            or any(each for cells in self.typed.values() for each in cells.values())
        )


class ItemsPresenter:
    """Keep the lists of the negotiation shown, and turn edits of one into a verb."""

    def __init__(self, logbook: Logbook, reader: Reader) -> None:
        """Take the logbook and the reader of the region."""
        self._logbook = logbook
        self._reader = reader
        self._lists: dict[int, ItemList] = {}
        self._own_entry = 0
        self.shelf = Shelf("items")

    # the lists

    def forget(self) -> None:
        """Forget every list: another negotiation is shown, or this one anew."""
        self._lists.clear()

    def note_change(self, changes: Changes) -> None:
        """Forget lists that a change touched that was not made here."""
        if changes.entry != self._own_entry and any(each.kind in ("item", "issue") for each in changes.touched):
            self._lists.clear()

    def load(self, negotiation: Negotiation) -> dict[int, Summary]:
        """Load the lists of a negotiation that are not known yet, and return what each comes to, by issue."""
        counts = self._logbook.items.counts(negotiation.id) if negotiation.id else {}
        for issue_id, count in counts.items():
            known = self._lists.get(issue_id)
            if known is None or len(known.items) != count:
                self._lists[issue_id] = ItemList.of(issue_id, self._logbook.items.of_issue(issue_id))
        for issue_id in self._lists.keys() - counts.keys():
            del self._lists[issue_id]
        return {issue_id: found.summary for issue_id, found in self._lists.items()}

    def list_of(self, issue_id: int) -> ItemList:
        """Return the list of an issue, an empty one where it has none."""
        return self._lists.get(issue_id) or ItemList(issue_id)

    def owner_of(self, item_ids: Collection[int]) -> int:
        """Return the issue whose list holds any of these lines, 0 where none does."""
        wanted = set(item_ids)
        for found in self._lists.values():
            if any(item.id in wanted for item in found.items):
                return found.issue_id
        return 0

    # edits

    def read(self, negotiation: Negotiation, issue_id: int, edits: Sequence[Edit], tell: Tell | None = None) -> Read:
        """Read typed or pasted texts; `tell` hears how many of how many lines are read."""
        lines: dict[RowId, dict[str, str]] = {}
        for row, key, text in edits:
            lines.setdefault(row, {})[key] = text
        if tell is None:
            take_up(self.shelf, issue_id, lines)
        found, currency = Read(texts=lines), negotiation.currency
        room = MOST - len(self.list_of(issue_id).items)
        for at, (row, texts) in enumerate(lines.items()):
            fields, kept = self._read_line(texts, currency)
            if isinstance(row, int):
                if fields:
                    found.changed[row] = fields
                found.typed[row] = {key: kept.get(key) for key in texts}
            elif not found.added and not found.heading and len(lines) > 1 and is_heading(texts, kept, _FIGURES):
                found.heading = True
            elif len(found.added) < room:
                found.added.append(fields)
                found.kept_of_new.append(kept)
            else:
                found.left_out += 1
            if tell is not None and at % _TOLD == 0:
                tell(at, len(lines))
        return found

    def write(self, negotiation: Negotiation, issue_id: int, read: Read) -> Changes | None:
        """Write what was read in one step, with the figures of the issue that follow; None where nothing was read.

        Where the logbook refuses it, what was read keeps why.
        """
        if not (read.changed or read.added):
            return None
        known = self.list_of(issue_id)
        items = [replace(item, **read.changed[item.id]) if item.id in read.changed else item for item in known.items]
        # the lines added have no ids yet; the list is read anew then
        new = [Item(id=-at, negotiation_id=0, issue_id=issue_id, **fields) for at, fields in enumerate(read.added, 1)]
        after = ItemList.of(issue_id, [*items, *new])
        fields = self._issue_fields(negotiation, known, after)
        try:
            changes = self._logbook.items.put_many(issue_id, changed=read.changed, added=read.added, issue=fields)
        except LogrollError as error:
            read.refused = self._reader.say.message(error.message)
            raise
        if changes.entry and not new:
            self._keep(changes, after)
        return changes

    def keep_unread(self, negotiation: Negotiation, issue_id: int, read: Read, known: Collection[int]) -> None:
        """Keep what could not be read or written in its cells; `known` are the lines that were there before."""
        if read.refused:
            keep(self.shelf, typed_rows(issue_id, read.texts), read.refused)
            return
        for row, typed in read.typed.items():
            for key, unread in typed.items():
                if unread is None:
                    self.shelf.drop(row, key)
                else:
                    self.shelf.put(row, key, unread)
        if any(read.kept_of_new):
            self.load(negotiation)
            new = [item.id for item in self.list_of(issue_id).items if item.id not in known]
            for item_id, kept in zip(new, read.kept_of_new, strict=False):
                for key, each in kept.items():
                    self.shelf.put(item_id, key, each)

    def kept_of_new(self, issue_id: int) -> dict[str, Kept]:
        """Return what was typed for a new line that the logbook could not take, by column."""
        return self.shelf.of_row(new_row(issue_id))

    def delete(self, negotiation: Negotiation, issue_id: int, item_ids: Collection[int]) -> Changes:
        """Delete lines in one step; the figures of the issue that follow the list change with it."""
        known, gone = self.list_of(issue_id), set(item_ids)
        after = ItemList.of(issue_id, [item for item in known.items if item.id not in gone])
        fields = self._issue_fields(negotiation, known, after) if after.items else None
        changes = self._logbook.items.put_many(issue_id, deleted=tuple(item_ids), issue=fields)
        for item_id in gone:
            self.shelf.drop_row(item_id)
        self._keep(changes, after)
        return changes

    def move(self, issue_id: int, item_id: int, step: int) -> Changes | None:
        """Move a line up or down; None at either end."""
        items = list(self.list_of(issue_id).items)
        at = next(at for at, item in enumerate(items) if item.id == item_id)
        if not 0 <= at + step < len(items):
            return None
        items.insert(at + step, items.pop(at))
        changes = self._logbook.items.arrange(issue_id, [item.id for item in items])
        self._keep(changes, ItemList.of(issue_id, items))
        return changes

    # the issue's figures

    def figures(self, negotiation: Negotiation, issue: Issue) -> Figures:
        """Return how the figures of an issue stand to its list."""
        found = self.list_of(issue.id).summary
        return figures(issue, negotiation.currency, found, found)

    def take_figures(self, negotiation: Negotiation, issue: Issue) -> Changes:
        """Let the issue's figures be what the list comes to, whatever was typed."""
        found = self.list_of(issue.id).summary
        taken = figures(issue, negotiation.currency, found, found, overruling=True).taken
        return self._logbook.issues.change(issue.id, **_marked(issue, taken))

    # their quotation

    def offer_text(self, negotiation: Negotiation, issue: Issue, now: datetime) -> str:
        """Return the meeting line that says what their prices come to, empty where it says nothing new.

        The list must be whole in their prices, and their standing offer another figure.
        """
        found = self.list_of(issue.id).summary.totals["theirs"]
        if not found.is_whole:
            return ""
        amount = rounded(found.amount, MONEY_PLACES)
        standing_ = standing(negotiation, Side.THEM, at=now).get(issue.id)
        if standing_ is not None and standing_.value == amount:
            return ""
        figure = f"{amount:f}".replace(".", self._reader.say.decimal_mark)
        return f"they {figure} {issue.alias or issue.name} by mail"

    def log_offer(self, negotiation: Negotiation, issue: Issue, now: datetime) -> Changes:
        """Log what their prices come to as their offer by mail; raises BadInput where the line cannot be read so."""
        say, text = self._reader.say, self.offer_text(negotiation, issue, now)
        reading = read_line(negotiation, text, say, now)
        if reading.status is not Status.READ:
            raise BadInput("items.offer_unread", text=text)
        return log_line(self._logbook, negotiation, reading, say, now).changes

    # inside

    def _issue_fields(self, negotiation: Negotiation, known: ItemList, after: ItemList) -> dict[str, Any]:
        issue = negotiation.issue_by_id[known.issue_id]
        before = known.summary if known.items else None
        return _marked(issue, figures(issue, negotiation.currency, before, after.summary).taken)

    def _keep(self, changes: Changes, found: ItemList) -> None:
        self._own_entry = changes.entry
        self._lists[found.issue_id] = found

    def _read_line(self, texts: Mapping[str, str], currency: str) -> tuple[dict[str, Any], dict[str, Kept]]:
        fields: dict[str, Any] = {}
        kept: dict[str, Kept] = {}
        for key, text in texts.items():
            try:
                if key == "quantity":
                    fields[key] = self._reader.number(text, least=0)
                elif key in PRICES:
                    fields[key] = self._reader.money(text, currency)
                else:
                    fields[key] = text.strip()
            except NotRead as trouble:
                kept[key] = Kept(text, str(trouble))
        return fields, kept


def figure_sentences(prepared: Prepared, issue: Issue, found: Figures, say: Words) -> list[str]:
    """Say how the figures of an issue stand to its list: what follows it, what was typed, what is still open."""
    told = []
    currency = prepared.negotiation.currency
    for each in found.kept:
        is_total = each.field in FOLLOWING
        words = {
            "field": title_of(prepared, say, each.field),
            "stated": _figure(say, each.stated, currency if is_total else ""),
            "listed": _figure(say, each.listed, currency if is_total else ""),
        }
        if is_total:
            told.append(say("{field} {stated} was typed; the list comes to {listed}.", **words))
        else:
            told.append(say("{field} {stated} was typed; for a total it is {listed}.", **words))
    for name, listed in found.taken.items():
        if name in FOLLOWING:
            field_ = title_of(prepared, say, name)
            comes_to = _figure(say, listed, currency)
            told.append(say("{field} is empty; the list comes to {listed}.", field=field_, listed=comes_to))
    for missing in sorted(set(found.open.values())):
        fields = ", ".join(title_of(prepared, say, name) for name, lines in found.open.items() if lines == missing)
        told.append(
            say.plural(
                "{fields}: no total yet, {n} line has a gap.",
                "{fields}: no total yet, {n} lines have a gap.",
                missing,
                fields=fields,
            )
        )
    settled = {*found.taken, *found.open, *(each.field for each in found.kept)}
    follow = [title_of(prepared, say, name) for name in FOLLOWING if name not in settled and getattr(issue, name)]
    if follow:
        told.append(
            say("These figures of {issue} follow the list: {fields}.", issue=issue.name, fields=", ".join(follow))
        )
    return told


def _figure(say: Words, value: Value, currency: str) -> str:
    """Write a value of an issue, an amount where a currency is given."""
    if currency and isinstance(value, Decimal):
        return f"{price_text(say, value)}{NO_BREAK}{currency}"
    return say.quantity(value)


def _marked(issue: Issue, taken: Mapping[str, Any]) -> dict[str, Any]:
    """Return fields to write with the marks of those that were filled in for the user."""
    if not taken:
        return {}
    marks = [*issue.prefilled, *(name for name in taken if name in FOLLOWING and name not in issue.prefilled)]
    return {**taken, "prefilled": tuple(name for name in marks if name in FOLLOWING or name not in taken)}
