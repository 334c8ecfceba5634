"""ui: candidate packages without their widgets - terms side by side, and what each brings both parties."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from core.analysis.case import case_of
from core.analysis.meso import meso
from core.candidate import Candidate
from core.candidates import Brought, apart
from core.changes import Changes
from core.issue import Issue
from core.message import Message
from core.negotiation import Negotiation
from core.plan_fill import given_by
from core.side import Side
from core.spans import banded, signed_points
from core.term import Term
from core.verdict import Flag
from core.words import EN_DASH, Words
from ui.sheets.cells import LEVEL_STATE, locked, worth_cell, worth_words
from ui.sheets.columns import GridColumn
from ui.sheets.kept import NotRead, Shelf
from ui.sheets.part_rows import Fields, ListRows, ListStore
from ui.sheets.prepared import Prepared
from ui.sheets.reader import Reader
from ui.sheets.terms import range_text, read_range, term_key, term_title
from ui.widgets.sheet_model import Cell, CellState

if TYPE_CHECKING:
    from db.logbook import Logbook


class CandidateRows(ListRows[Candidate]):
    """The rows of the candidate packages; `is_wide` where there is room for the distance to BATNA and target too."""

    def __init__(self, logbook: Logbook, reader: Reader, shelf: Shelf, *, is_wide: bool = False) -> None:
        """Take the logbook, the reader of the region and the shelf."""
        super().__init__(logbook, reader, shelf)
        self._is_wide = is_wide

    def columns(self, prepared: Prepared) -> tuple[GridColumn, ...]:
        say = self.reader.say
        terms, ours, about = say("Terms"), say("Worth"), say("Who and where")
        call = say("By which the meeting line calls it: pkg A")
        found = [
            GridColumn("name", say("Package"), width=134, is_text=True, stretch=1, wrap=True, lines=2),
            GridColumn("label", say("Key"), width=36, is_text=True, tip=call),
        ]
        found += [
            GridColumn(term_key(issue), term_title(issue), terms, 52, tip=f"{issue.name}, {issue.unit}".strip(", "))
            for issue in prepared.negotiation.issues
        ]
        apart_from = [
            GridColumn("batna", say("BATNA"), ours, 50, editable=False, muted=True, tip=say("Against the BATNA")),
            GridColumn("target", say("Target"), ours, 50, editable=False, muted=True, tip=say("Against the fair deal")),
        ]
        noted = (GridColumn("note", say("Note"), about, 86, is_text=True, stretch=1, wrap=True),)
        return (
            *found,
            GridColumn("ours", say("To us"), ours, 50, editable=False, tip=say("In points, 0 to 100")),
            *(apart_from if self._is_wide else ()),
            GridColumn("theirs", say("To them"), ours, 60, editable=False, tip=say("Estimated, with its band")),
            GridColumn("by", say("By"), about, 44, is_text=True, tip=say("Whose idea it was")),
            GridColumn("is_shared", say("On table"), about, 58, mark=True, tip=say("Only such a one may face them")),
            *(noted if self._is_wide else ()),
        )

    def choices(self, _prepared: Prepared) -> dict[str, tuple[str, ...]]:
        say = self.reader.say
        return {"by": (by_word(say, Side.US), by_word(say, Side.THEM), by_word(say, None))}

    def parts(self, negotiation: Negotiation) -> Sequence[Candidate]:
        return negotiation.candidates

    def cells(self, prepared: Prepared, part: Candidate) -> dict[str, Cell]:
        say = self.reader.say
        brought = self._brought(prepared, part)
        compared = prepared.side_by_side
        batna = None if compared.batna is None else compared.batna.value
        cells = {
            "label": Cell(part.label),
            "name": Cell(part.name),
            "ours": self._ours(brought),
            "batna": locked(signed_points(say, apart(brought.ours, batna))),
            "target": locked(signed_points(say, apart(brought.ours, compared.target))),
            "theirs": self._theirs(brought),
            "by": Cell(by_word(say, part.by)),
            "is_shared": Cell(say("yes") if part.is_shared else ""),
            "note": Cell(part.note),
        }
        stated = {term.issue_id: term for term in part.terms}
        for issue in prepared.negotiation.issues:
            cells[term_key(issue)] = self._term(brought, issue, stated.get(issue.id))
        return cells

    def told(self, prepared: Prepared, part: Candidate) -> str:
        say, brought = self.reader.say, self._brought(prepared, part)
        if brought.ours is None:
            return say("Type its terms: a package is worth what they are worth together.")
        found = [say("{label} is worth {value} of 100 to us.", label=part.label, value=worth_words(say, brought.ours))]
        compared = prepared.side_by_side
        batna = None if compared.batna is None else compared.batna.value
        if batna is not None:
            found.append(say("{gap} against the BATNA.", gap=signed_points(say, apart(brought.ours, batna))))
        if compared.target is not None:
            found.append(
                say("{gap} against the fair deal.", gap=signed_points(say, apart(brought.ours, compared.target)))
            )
        if brought.theirs is None:
            found.append(say("What it brings them is not estimated yet: see step “Their side”."))
        elif brought.band is None or brought.band.is_exact:
            found.append(say("It likely brings them {value}.", value=say.points(brought.theirs)))
        else:
            ends = {"low": say.points(brought.band.low), "high": say.points(brought.band.high)}
            likely = say.points(brought.theirs)
            found.append(say("It likely brings them {value}, between {low} and {high}.", value=likely, **ends))
        reservation = prepared.side_by_side.reservation
        if brought.theirs is not None and reservation is not None and brought.theirs < reservation:
            found.append(say("That is less than they likely have without us, {value}.", value=say.points(reservation)))
        if part.note:
            found.append(part.note)
        return " ".join(found)

    def blank(self, negotiation: Negotiation) -> Candidate:
        return Candidate(negotiation_id=negotiation.id, label="")

    def read(self, prepared: Prepared, part: Candidate, key: str, text: str) -> Fields:
        say, clean = self.reader.say, text.strip()
        match key:
            case "label":
                return {key: self._label(prepared, part, clean)}
            case "by":
                return {key: _by(clean, say)}
            case "is_shared":
                return {key: self.reader.yes(clean)}
            case "name" | "note":
                return {key: clean}
        issue = next(each for each in prepared.negotiation.issues if term_key(each) == key)
        terms = {term.issue_id: term for term in part.terms}
        term = read_range(self.reader, issue, clean)
        if term is None:
            terms.pop(issue.id, None)
        else:
            terms[issue.id] = term
        order = [each.id for each in prepared.negotiation.issues]
        return {"terms": tuple(sorted(terms.values(), key=lambda each: order.index(each.issue_id)))}

    def is_empty(self, _part: Candidate) -> bool:
        return False

    def completed(self, _prepared: Prepared, fields: Fields) -> Fields | None:
        return fields or None

    @property
    def store(self) -> ListStore:
        return self.logbook.candidates

    def fill(self, prepared: Prepared) -> Changes | str:
        """Add three packages that are worth as much to us as our fair deal, as different as can be."""
        say, negotiation = self.reader.say, prepared.negotiation
        target = prepared.side_by_side.target
        if target is None:
            return say("Enter the fair deal in Issues first: the packages are made worth as much to us.")
        case = case_of(negotiation, prepared.today)
        if isinstance(case, Message):
            return _sentence(say, case)
        found = meso(case, target.high)
        if not found.packages:
            return "" if found.note is None else _sentence(say, found.note)
        known = {each.terms for each in negotiation.candidates}
        made: list[dict[str, Any]] = []
        named: set[int] = set()
        for package, issues in zip(found.packages, given_by(case, found), strict=True):
            # each is called by the issue that sets it apart, no two by the same one
            issue_id = next((each for each in issues if each not in named), None)
            if issue_id is not None:
                named.add(issue_id)
            if package.package not in known:
                name = "" if issue_id is None else say("Gives on {issue}", issue=negotiation.issue_by_id[issue_id].name)
                made.append({"terms": package.package, "name": name, "by": Side.US})
        if not made:
            return say("The equal packages that there are stand in the list already.")
        return self.logbook.candidates.add_many(negotiation.id, made)

    # inside

    def _brought(self, prepared: Prepared, part: Candidate) -> Brought:
        return next(each for each in prepared.side_by_side.packages if each.candidate.id == part.id)

    def _ours(self, brought: Brought) -> Cell:
        say, verdict = self.reader.say, brought.verdict
        cell = locked(worth_cell(say, brought.ours), worth_words(say, brought.ours))
        if brought.flag is Flag.FINE:
            return cell
        reasons = (verdict.limit_reason, verdict.batna_reason, verdict.minimum_reason)
        words = " ".join(say.message(each) for each in reasons)
        return replace(cell, state=cell.state | LEVEL_STATE[brought.flag], reason=words)

    def _theirs(self, brought: Brought) -> Cell:
        say = self.reader.say
        return locked(EN_DASH if brought.theirs is None else banded(say, brought.theirs, brought.band))

    def _term(self, brought: Brought, issue: Issue, own: Term | None) -> Cell:
        say = self.reader.say
        if own is not None:
            cell = Cell(range_text(own, self.reader))
            if issue.id not in brought.verdict.past_limit or issue.limit is None:
                return cell
            reason = say("Past our limit {limit}.", limit=self.reader.show(issue.limit))
            return replace(cell, state=CellState.ACT, reason=reason)
        term = brought.terms.get(issue.id)
        if term is None:
            return Cell("")
        reason = say("Assumed: the baseline. Type what the package says.")
        return Cell(range_text(term, self.reader), CellState.PREFILLED, reason, edit="")

    def _label(self, prepared: Prepared, part: Candidate, text: str) -> str:
        say = self.reader.say
        if not text:
            raise NotRead(say("A package needs a key by which the meeting line calls it, such as A."))
        others = (each.label.casefold() for each in prepared.negotiation.candidates if each.id != part.id)
        if text.casefold() in others:
            raise NotRead(say("Another package has this key. Type another one."))
        return self.reader.alias(text)


def _sentence(say: Words, found: Message) -> str:
    words = say.message(found)
    return words[:1].upper() + words[1:]


def by_word(say: Words, side: Side | None) -> str:
    """Return whose idea a package was; None is both sides'."""
    return say("both") if side is None else {Side.US: say("we"), Side.THEM: say("they")}[side]


def _by(text: str, say: Words) -> Side | None:
    wanted = text.casefold()
    for side in (Side.US, Side.THEM, None):
        if wanted == by_word(say, side).casefold():
            return side
    raise NotRead(say("Type we, they or both: whose idea it was."))
