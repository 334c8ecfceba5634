"""ui: the sheet of alternatives without its widgets - columns, cells, and what typed texts write to the logbook."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from core.alternative import Alternative, Following, Form, Unsaid
from core.batna import Worth
from core.changes import Changes
from core.errors import LogrollError, NotAllowed
from core.following import Followed, copy_of, matter_of, merged
from core.issue import Issue
from core.negotiation import Negotiation
from core.term import Term
from core.verdict import Flag
from core.words import EN_DASH, Words
from ui.prepare.worths import validity
from ui.sheets.cells import kept_cell, locked, marked, worth_cell, worth_words
from ui.sheets.columns import GridColumn
from ui.sheets.kept import Kept, NotRead, Shelf
from ui.sheets.new_row import keep, new_row, take_up, typed_rows
from ui.sheets.prepared import Prepared
from ui.sheets.reader import Reader
from ui.sheets.terms import issue_of, range_text, read_range, term_key, term_title
from ui.widgets.sheet_model import Cell, CellState, Edit, NewRow, RowId, SheetRow

if TYPE_CHECKING:
    from db.logbook import Logbook

_TALKS = 60  # other negotiations that are offered to be followed
_ONE = Decimal(1)


def columns(prepared: Prepared, say: Words) -> tuple[GridColumn, ...]:
    """Return the columns: the name, a term for each issue, what limits the alternative, its place and worth."""
    terms, holds = say("Terms"), say("If it comes off")
    found = [GridColumn("name", say("Alternative"), width=156, is_text=True, stretch=1, wrap=True, lines=2)]
    for issue in prepared.negotiation.issues:
        unit = f"{issue.name}, {issue.unit}" if issue.unit else issue.name
        found.append(GridColumn(term_key(issue), term_title(issue), terms, 56, tip=unit))
    money = prepared.valuation.money is not None
    cost = say("In {currency}", currency=prepared.negotiation.currency) if money else say("In points, 0 to 100")
    return (
        *found,
        GridColumn("switching_cost", say("Switching"), holds, 68, tip=cost),
        GridColumn("valid_until", say("Valid until"), holds, 108),
        GridColumn("rank", say("Rank"), say("Value"), 60, is_text=True, editable=False),
        GridColumn("worth", say("Worth"), say("Value"), 56, editable=False),
    )


def rows(prepared: Prepared, shelf: Shelf, reader: Reader) -> list[SheetRow]:
    """Return a row for each alternative."""
    return [
        SheetRow(each.id, _cells(prepared, prepared.worths[each.id], shelf, reader))
        for each in prepared.negotiation.alternatives
    ]


def _cells(prepared: Prepared, found: Worth, shelf: Shelf, reader: Reader) -> dict[str, Cell]:
    say, alternative = reader.say, found.alternative
    flag, words = validity(prepared, alternative, say)
    day = "" if alternative.valid_until is None else say.day(alternative.valid_until)
    until = marked(alternative, "valid_until", day)
    if flag is not Flag.FINE:
        until = Cell(until.text, CellState.CHECK, words)
    name = marked(alternative, "name", alternative.name)
    change = prepared.moved.get(alternative.id)
    if change is not None:
        name = Cell(alternative.name, CellState.CHECK, say.message(change.message))
    cells = {
        "name": name,
        "switching_cost": Cell(say.number(alternative.switching_cost) if alternative.switching_cost else ""),
        "valid_until": until,
        "rank": _rank_cell(prepared, found, say),
        "worth": Cell(worth_cell(say, found.value), CellState.READ_ONLY, worth_words(say, found.value)),
    }
    for issue in prepared.negotiation.issues:
        cells[term_key(issue)] = _term_cell(issue, found, reader)
    return cells | {key: kept_cell(kept) for key, kept in shelf.of_row(alternative.id).items() if key in cells}


def _term_cell(issue: Issue, found: Worth, reader: Reader) -> Cell:
    say, alternative = reader.say, found.alternative
    own = next((term for term in alternative.terms if term.issue_id == issue.id), None)
    term = found.stated.get(issue.id)
    if alternative.form is Form.POINTS:
        return locked(EN_DASH, say("It is given in points."))
    if alternative.form is Form.TOTAL and issue.is_unit_price:
        text = "" if term is None else reader.show(term.value)
        return locked(text, say("What the total comes to."))
    if own is not None:
        return marked(alternative, "terms", range_text(own, reader))
    if issue.id in found.assumed and issue.baseline is not None:
        reason = say("Assumed: the baseline. Type what is offered.")
        return Cell(reader.show(issue.baseline), CellState.PREFILLED, reason, edit="")
    return Cell("")


def _rank_cell(prepared: Prepared, found: Worth, say: Words) -> Cell:
    if not found.is_valid:
        return locked(say("expired"), validity(prepared, found.alternative, say)[1])
    if found.value is None:
        reason = "" if found.reason is None else say.message(found.reason)
        return Cell(say("open"), CellState.CHECK | CellState.READ_ONLY, reason)
    place = [each.alternative.id for each in prepared.ranking].index(found.alternative.id) + 1
    return locked(say("BATNA") if place == 1 else say("{n}.", n=place))


# the details below the sheet


def detail_texts(alternative: Alternative, shelf: Shelf, reader: Reader) -> dict[str, str]:
    """Return what the fields of an alternative's details hold."""
    say = reader.say
    texts = {
        "form": alternative.form.value,
        "no_deal": "yes" if alternative.no_deal else "no",
        "total": "" if alternative.total is None else say.number(alternative.total),
        "points": "" if alternative.points is None else say.number(alternative.points),
        "unsaid": alternative.unsaid.value,
        "probability": say.share(Fraction(alternative.probability)),
        "evidence": alternative.evidence,
        "evidence_on": "" if alternative.evidence_on is None else say.day(alternative.evidence_on),
        "improve": alternative.improve,
    }
    return texts | {key: kept.text for key, kept in shelf.of_row(alternative.id).items() if key in texts}


class AlternativesPresenter:
    """Turn edits of the sheet and of the details into verbs."""

    def __init__(self, logbook: Logbook, reader: Reader) -> None:
        """Take the logbook and the reader of the region."""
        self._logbook = logbook
        self._reader = reader
        self.shelf = Shelf("alternatives")
        self._talks: list[tuple[int, str]] | None = None

    def forget(self) -> None:
        """Forget the talks that can be followed: they are listed anew when they are asked for."""
        self._talks = None

    def edit(self, prepared: Prepared, edits: Sequence[Edit]) -> list[Changes]:
        """Write what can be read in one step; the rest is kept as typed."""
        by_row: dict[RowId, dict[str, str]] = {}
        for row, key, text in edits:
            by_row.setdefault(row, {})[key] = text
        take_up(self.shelf, prepared.negotiation.id, by_row)
        known = {each.id: each for each in prepared.negotiation.alternatives}
        if len(by_row) == 1:
            ((row, texts),) = by_row.items()
            if isinstance(row, NewRow):
                return [self._add(prepared, texts)]
            return self._change(prepared, known[row], texts) if isinstance(row, int) else []
        return self._put_many(prepared, by_row)

    def kept_of_new(self, prepared: Prepared) -> dict[str, Kept]:
        """Return what was typed for a new alternative that the logbook could not take, by column."""
        return self.shelf.of_row(new_row(prepared.negotiation.id))

    def add_no_deal(self, prepared: Prepared) -> Changes:
        """Add doing nothing as an alternative; its points are entered by the user."""
        name = self._reader.say("No deal")
        return self._logbook.alternatives.add(prepared.negotiation.id, name=name, no_deal=True, form=Form.POINTS)

    # following

    def followed(self, negotiation: Negotiation) -> dict[int, Followed]:
        """Return the talks that alternatives follow, by alternative; those that are gone are left out."""
        return self._logbook.alternatives.followed(negotiation.followings)

    def talks(self, prepared: Prepared, alternative_id: int) -> list[tuple[int, str]]:
        """Return the talks that an alternative may follow, the open ones first, each with what it is called.

        A talk in which nothing was said yet offers nothing; one that is followed already stays in the list.
        """
        if self._talks is None:
            rows = self._logbook.negotiations.some(self._logbook.negotiations.ids()[:_TALKS])
            self._talks = [(row.id, f"{row.supplier_name}, {row.title}") for row in rows if row.lines]
        found = [each for each in self._talks if each[0] != prepared.negotiation.id]
        now = self._following(prepared, alternative_id)
        if now is not None and now.followed_id not in dict(found):
            followed = prepared.around.followed.get(alternative_id)
            name = self._reader.say("a talk that is deleted") if followed is None else matter_of(followed.now)
            found.append((now.followed_id, name))
        return found

    def follow(self, prepared: Prepared, alternative: Alternative, followed_id: int) -> Changes | None:
        """Let an alternative follow a talk and take what stands there; 0 lets it follow nothing any more.

        Raises NotAllowed where nothing over there has a place here. None where it followed nothing before either.
        """
        if not followed_id:
            is_following = self._following(prepared, alternative.id) is not None
            return self._logbook.alternatives.unfollow(alternative.id) if is_following else None
        followed = self._logbook.negotiations.load(followed_id)
        copy = copy_of(prepared.negotiation, followed, prepared.now)
        if not copy.terms:
            raise NotAllowed("following.nothing", other=matter_of(followed))
        return self._logbook.alternatives.follow(alternative.id, followed_id, merged(alternative, copy))

    def take_over(self, prepared: Prepared, alternative: Alternative) -> Changes:
        """Take over what changed in the offer that an alternative follows."""
        change = prepared.moved[alternative.id]
        terms = merged(alternative, change.copy, change.gone)
        return self._logbook.alternatives.follow(alternative.id, change.following.followed_id, terms)

    def leave(self, prepared: Prepared, alternative: Alternative) -> Changes:
        """Leave an alternative as it is though the offer that it follows changed: later changes are told again."""
        followed_id = prepared.moved[alternative.id].following.followed_id
        return self._logbook.alternatives.follow(alternative.id, followed_id, alternative.terms)

    def _following(self, prepared: Prepared, alternative_id: int) -> Following | None:
        return next((each for each in prepared.negotiation.followings if each.alternative_id == alternative_id), None)

    def move(self, prepared: Prepared, alternative_id: int, step: int) -> Changes:
        """Move an alternative up or down."""
        place = [each.id for each in prepared.negotiation.alternatives].index(alternative_id)
        return self._logbook.alternatives.move(alternative_id, max(0, place + step))

    def delete(self, alternative_ids: Sequence[int]) -> Changes:
        """Delete alternatives in one step."""
        for alternative_id in alternative_ids:
            self.shelf.drop_row(alternative_id)
        return self._logbook.alternatives.delete_many(alternative_ids)

    # inside

    def _add(self, prepared: Prepared, texts: dict[str, str]) -> Changes:
        blank = Alternative(negotiation_id=prepared.negotiation.id, name="")
        fields, kept = self._read(prepared, blank, texts)
        kept.pop("name", None)
        number = len(prepared.negotiation.alternatives) + 1
        name = {"name": self._reader.say("Alternative {n}", n=number)}
        try:
            changes = self._logbook.alternatives.add(prepared.negotiation.id, **(name | fields))
        except LogrollError as error:
            kept_as = new_row(prepared.negotiation.id)
            keep(self.shelf, {kept_as: texts}, self._reader.say.message(error.message))
            raise
        for key, each in kept.items():
            self.shelf.put(changes.made, key, each)
        return changes

    def _put_many(self, prepared: Prepared, by_row: dict[RowId, dict[str, str]]) -> list[Changes]:
        known = {each.id: each for each in prepared.negotiation.alternatives}
        blank = Alternative(negotiation_id=prepared.negotiation.id, name="")
        changed: dict[int, dict[str, Any]] = {}
        added: list[dict[str, Any]] = []
        kept_of_new: list[dict[str, Kept]] = []
        for row, texts in by_row.items():
            fields, kept = self._read(prepared, known[row] if isinstance(row, int) else blank, texts)
            if isinstance(row, int):
                self._keep(row, texts, kept)
                changed |= {row: fields} if fields else {}
            elif isinstance(row, NewRow):
                name = self._reader.say("Alternative {n}", n=len(known) + len(added) + 1)
                added.append({"name": name} | fields)
                kept.pop("name", None)
                kept_of_new.append(kept)
        if not (changed or added):
            return []
        try:
            changes = self._logbook.alternatives.put_many(prepared.negotiation.id, changed, added)
        except LogrollError as error:
            keep(self.shelf, typed_rows(prepared.negotiation.id, by_row), self._reader.say.message(error.message))
            if added:
                raise
            return []
        if any(kept_of_new):
            fresh = self._logbook.negotiations.load(prepared.negotiation.id).alternatives
            for alternative, kept in zip([each for each in fresh if each.id not in known], kept_of_new, strict=False):
                for key, each in kept.items():
                    self.shelf.put(alternative.id, key, each)
        return [changes]

    def _keep(self, row: int, texts: dict[str, str], kept: dict[str, Kept]) -> None:
        for key in texts:
            self.shelf.drop(row, key)
        for key, each in kept.items():
            self.shelf.put(row, key, each)

    def _change(self, prepared: Prepared, alternative: Alternative, texts: dict[str, str]) -> list[Changes]:
        fields, kept = self._read(prepared, alternative, texts)
        self._keep(alternative.id, texts, kept)
        if not fields:
            return []
        try:
            return [self._logbook.alternatives.change(alternative.id, **fields)]
        except LogrollError as error:
            keep(self.shelf, {alternative.id: texts}, self._reader.say.message(error.message))
            return []

    def _read(
        self, prepared: Prepared, alternative: Alternative, texts: dict[str, str]
    ) -> tuple[dict[str, Any], dict[str, Kept]]:
        fields: dict[str, Any] = {}
        kept: dict[str, Kept] = {}
        terms = {term.issue_id: term for term in alternative.terms}
        has_terms = False
        for key, text in texts.items():
            try:
                issue = issue_of(prepared.negotiation, key)
                if issue is not None:
                    self._read_term(issue, text, terms)
                    has_terms = True
                else:
                    fields |= self._read_field(prepared, key, text)
            except NotRead as trouble:
                kept[key] = Kept(text, str(trouble))
        if has_terms:
            order = [issue.id for issue in prepared.negotiation.issues]
            fields["terms"] = tuple(sorted(terms.values(), key=lambda term: order.index(term.issue_id)))
        return fields, kept

    def _read_term(self, issue: Issue, text: str, terms: dict[int, Term]) -> None:
        term = read_range(self._reader, issue, text)
        if term is None:
            terms.pop(issue.id, None)
        else:
            terms[issue.id] = term

    def _read_field(self, prepared: Prepared, key: str, text: str) -> dict[str, Any]:
        reader, say, currency = self._reader, self._reader.say, prepared.negotiation.currency
        match key:
            case "name":
                if not text.strip():
                    raise NotRead(say("An alternative needs a name. Type one, or delete the row with Ctrl+Delete."))
                return {"name": text.strip()}
            case "switching_cost" if prepared.valuation.money is not None:
                return {key: reader.money(text, currency, least=0) or Decimal(0)}
            case "switching_cost":
                return {key: reader.number(text, least=0) or Decimal(0)}
            case "probability":
                chance = reader.chance(text)
                return {key: _ONE if chance is None else chance}
            case "valid_until" | "evidence_on":
                return {key: reader.day(text)}
            case "form":
                return {key: Form(text)}
            case "unsaid":
                return {key: Unsaid(text)}
            case "no_deal":
                return {key: text == "yes"}
            case "total":
                return {key: reader.money(text, currency)}
            case "points":
                return {key: reader.number(text)}
            case "evidence" | "improve":
                return {key: text.strip()}
        raise KeyError(key)
