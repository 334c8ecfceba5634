"""ui: the concession ladder without its widgets - what is given for what, its worth, and what speaks against it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from core.issue import Issue, ScaleKind
from core.negotiation import Negotiation
from core.plan import PlannedConcession
from core.plan_ladder import PlannedStep
from core.term import Value
from core.words import EN_DASH, Words
from ui.prepare.points import issue_named
from ui.sheets.cells import LEVEL_STATE, locked, sentence, worth_words
from ui.sheets.columns import GridColumn
from ui.sheets.kept import NotRead
from ui.sheets.part_rows import Fields, ListRows, ListStore
from ui.sheets.prepared import Prepared
from ui.widgets.sheet_model import Cell, CellState

_VALUES = ("from_value", "to_value", "floor")


class ConcessionRows(ListRows[PlannedConcession]):
    """The rows of the concession ladder."""

    first = ("issue_id", "return_issue_id")

    def columns(self, prepared: Prepared) -> tuple[GridColumn, ...]:
        say, currency = self.reader.say, prepared.negotiation.currency
        give, back, worth = say("We give"), say("They give in return"), say("Worth of our step")
        money = prepared.valuation.money is not None
        return (
            GridColumn("issue_id", say("Issue"), give, 96, is_text=True, stretch=1, wrap=True, lines=2),
            GridColumn("from_value", say("From"), give, 62, tip=say("Empty: from the step before, or our opening")),
            GridColumn("to_value", say("To"), give, 62),
            GridColumn("floor", say("Floor"), give, 62, tip=say("Never past it; empty: the limit of the issue")),
            GridColumn("return_issue_id", say("Issue"), back, 92, is_text=True, stretch=1, wrap=True, lines=2),
            GridColumn("return_value", say("Value"), back, 62),
            GridColumn("in_return", say("Or in words"), back, 104, is_text=True, stretch=1, wrap=True),
            GridColumn("cost", say("Points"), worth, 52, editable=False),
            *([GridColumn("money", currency, worth, 66, editable=False)] if money else []),
            GridColumn("theirs", say("To them"), worth, 58, editable=False, tip=say("In points of theirs, estimated")),
        )

    def choices(self, prepared: Prepared) -> dict[str, tuple[str, ...]]:
        names = tuple(issue.name for issue in prepared.negotiation.issues)
        return {"issue_id": names, "return_issue_id": names}

    def parts(self, negotiation: Negotiation) -> Sequence[PlannedConcession]:
        return negotiation.planned_concessions

    def cells(self, prepared: Prepared, part: PlannedConcession) -> dict[str, Cell]:
        judged = self._judged(prepared, part)
        if judged is None:
            return {}
        say, show = self.reader.say, self.reader.show
        back = prepared.negotiation.issue_by_id.get(part.return_issue_id or 0)
        cells = {
            "issue_id": Cell(judged.issue.name),
            "from_value": self._assumed(part.from_value, judged.start, say("From the step before, or our opening.")),
            "to_value": Cell(show(part.to_value)),
            "floor": self._assumed(part.floor, judged.floor, say("The limit of the issue.")),
            "return_issue_id": Cell("" if back is None else back.name),
            "return_value": Cell(show(part.return_value)),
            "in_return": Cell(part.in_return),
            "cost": locked(_points(say, judged.cost, -1)),
            "money": locked(self._money(prepared, judged.cost)),
            "theirs": locked(_points(say, judged.theirs)),
        }
        for name in part.prefilled:
            if name in cells:
                cells[name] = replace(cells[name], state=cells[name].state | CellState.PREFILLED)
        for check in judged.checks:
            cell = cells[check.field]
            if cell.level is None:
                words = sentence(say, check.message)
                cells[check.field] = replace(cell, state=cell.state | LEVEL_STATE[check.flag], reason=words)
        return cells

    def totals(self, prepared: Prepared) -> dict[str, Cell] | None:
        ladder, say = prepared.concession_ladder, self.reader.say
        cost = ladder.cost
        if cost is None:
            return None
        theirs = [each.theirs for each in ladder.steps if each.theirs is not None]
        whole = sum(theirs, Fraction(0)) if len(theirs) == len(ladder.steps) else None
        return {
            "issue_id": Cell(say("All steps")),
            "cost": Cell(_points(say, cost, -1)),
            "money": Cell(self._money(prepared, cost)),
            "theirs": Cell(_points(say, whole)),
        }

    def told(self, prepared: Prepared, part: PlannedConcession) -> str:
        judged = self._judged(prepared, part)
        return "" if judged is None else " ".join(self._sentences(prepared, judged))

    def blank(self, negotiation: Negotiation) -> PlannedConcession:
        return PlannedConcession(negotiation_id=negotiation.id, issue_id=0)

    def read(self, prepared: Prepared, part: PlannedConcession, key: str, text: str) -> Fields:
        say, clean = self.reader.say, text.strip()
        if key == "in_return":
            return {key: clean}
        if key in ("issue_id", "return_issue_id"):
            issue = issue_named(prepared.negotiation, clean, say)
            if issue is None and key == "issue_id":
                raise NotRead(say("Name the issue on which we give way, or delete the step with Ctrl+Delete."))
            return self._with_issue(part, key, issue)
        name = "return_issue_id" if key == "return_value" else "issue_id"
        issue = prepared.negotiation.issue_by_id.get(getattr(part, name) or 0)
        if issue is None:
            if not clean:
                return {}
            raise NotRead(say("Name the issue first: its scale tells how this is read."))
        return {key: self.reader.value(clean, issue)}

    def is_empty(self, _part: PlannedConcession) -> bool:
        return False

    def completed(self, _prepared: Prepared, fields: Fields) -> Fields | None:
        return fields if fields.get("issue_id") is not None else None

    @property
    def store(self) -> ListStore:
        return self.logbook.planned_concessions

    # inside

    def _judged(self, prepared: Prepared, part: PlannedConcession) -> PlannedStep | None:
        return next((each for each in prepared.concession_ladder.steps if each.step.id == part.id), None)

    def _assumed(self, own: Value | None, found: Value | None, reason: str) -> Cell:
        """Show what is taken where nothing was entered as assumed: typing overrules it."""
        if own is not None or found is None:
            return Cell(self.reader.show(own))
        return Cell(self.reader.show(found), CellState.PREFILLED, reason, edit="")

    def _with_issue(self, part: PlannedConcession, key: str, issue: Issue | None) -> Fields:
        """Put another issue in; values of the old one go, since they would be read on another scale."""
        issue_id = None if issue is None else issue.id
        if not part.id or getattr(part, key) == issue_id:
            return {key: issue_id}
        if key == "return_issue_id":
            return {key: issue_id, "return_value": None}
        return {key: issue_id, **dict.fromkeys(_VALUES)}

    def _money(self, prepared: Prepared, cost: Fraction | None) -> str:
        money = prepared.valuation.money
        return "" if money is None or cost is None else self.reader.say.number(-cost * money, 0)

    def _sentences(self, prepared: Prepared, judged: PlannedStep) -> list[str]:
        say = self.reader.say
        found = []
        back = prepared.negotiation.issue_by_id.get(judged.step.return_issue_id or 0)
        if judged.gain is not None and back is not None and judged.holds is not None:
            data = {"issue": back.name, "points": say.points(judged.gain), "holds": _said(say, back, judged.holds)}
            if judged.their_cost is None:
                found.append(say("In return {issue} brings us {points} points over {holds}.", **data))
            else:
                words = say(
                    "In return {issue} brings us {points} points over {holds}, and costs them about {cost}.",
                    **data,
                    cost=say.points(judged.their_cost),
                )
                found.append(words)
        if judged.after is not None:
            found.append(say("The package is then worth {points} of 100.", points=worth_words(say, judged.after)))
        return found


def _points(say: Words, share: Fraction | None, sign: int = 1) -> str:
    return EN_DASH if share is None else say.signed(sign * share * 100, 1)


def _said(say: Words, issue: Issue, value: Value) -> str:
    return say.quantity(value, issue.unit if issue.kind is ScaleKind.NUMERIC else "")
