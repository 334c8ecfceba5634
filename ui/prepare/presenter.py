"""ui: what Prepare asks of the logbook and what it writes; one sheet a presenter of its own. Knows no widget."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from core.changes import Changes
from core.common_goals import Shared, suggestions
from core.errors import BadInput
from core.mode import Around
from core.negotiation import Depth, Mode, Negotiation, Weighting, Willingness
from core.plan import PointKind
from core.prefill import Prefill, from_template
from core.side import Basis, Side
from core.strategy import Answer, Question
from core.templates import Template, own_templates, templates, written
from core.words import Words
from ui.before import Before, read_before
from ui.negotiation.last_change import LastChange
from ui.prepare.alternatives import AlternativesPresenter
from ui.prepare.attachments import AttachmentsPresenter
from ui.prepare.estimates import EstimatesPresenter
from ui.prepare.increase import IncreasePresenter
from ui.prepare.issues import IssuesPresenter
from ui.prepare.items import ItemsPresenter
from ui.prepare.needs import GoalRows, LinkRows, NeedRows
from ui.prepare.plan import PlanPresenter
from ui.prepare.plan_words import PACKAGES
from ui.prepare.positions import PositionsPresenter
from ui.prepare.progress import STEPS, step_states
from ui.prepare.win_win_rows import WinWinRows
from ui.sheets.kept import NotRead, Shelf
from ui.sheets.part_rows import PartRows
from ui.sheets.prepared import Prepared
from ui.sheets.reader import Reader
from ui.widgets.steps import Step

if TYPE_CHECKING:
    from db.logbook import Logbook

FIELDS = ("title", "matter", "currency", "weighting", "annual_rate", "mode", "lead", "approver", "approver_role")


class PreparePresenter:
    """Stand between Prepare and the logbook for the negotiation that is shown."""

    def __init__(self, logbook: Logbook, say: Words, clock: Callable[[], datetime]) -> None:
        """Take the logbook, the words of the region and the clock."""
        self._logbook = logbook
        self._clock = clock
        self.say = say
        self.reader = Reader(say, clock)
        self.issues = IssuesPresenter(logbook, self.reader)
        self.positions = PositionsPresenter(logbook, self.reader)
        self.alternatives = AlternativesPresenter(logbook, self.reader)
        self.estimates = EstimatesPresenter(logbook, self.reader)
        self.items = ItemsPresenter(logbook, self.reader)
        self.plan = PlanPresenter(logbook, self.reader, clock)
        self.attachments = AttachmentsPresenter(logbook)
        self.increase = IncreasePresenter(logbook, self.reader)
        self.needs = {side: NeedRows(side, logbook, self.reader, Shelf("needs")) for side in Side}
        self.links = {side: LinkRows(side, logbook, self.reader, Shelf("links")) for side in Side}
        self.goals = GoalRows(logbook, self.reader, Shelf("goals"))
        self.packages = self.plan.lists[PACKAGES]
        self.tests = WinWinRows(logbook, self.reader, Shelf("tests"))
        self._last_change = LastChange(say, clock)
        self._around = Around()
        self.before = Before()
        self.prepared = Prepared(Negotiation(supplier_id=0, title=""), self.today)

    @property
    def today(self) -> date:
        """Return today by the clock handed down."""
        return self._clock().date()

    @property
    def negotiation(self) -> Negotiation:
        """Return the negotiation as it was loaded last."""
        return self.prepared.negotiation

    def load(self, negotiation_id: int) -> Prepared:
        """Load a negotiation anew; raises NotFound."""
        negotiation = self._logbook.negotiations.load(negotiation_id)
        for sheet in (self.positions, self.estimates):
            sheet.shelf.turn_to(negotiation_id)  # each has rows of the whole matter
        lists = self.items.load(negotiation)
        around = replace(self._around, followed=self.alternatives.followed(negotiation))
        self.prepared = Prepared(negotiation, self.today, around, self._clock(), lists)
        return self.prepared

    def load_around(self, negotiation_id: int) -> Prepared:
        """Load a negotiation with what stands around it: the supplier's file and what was closed before."""
        self.items.forget()
        self.alternatives.forget()
        with self._logbook.at_one_moment():
            supplier_id = self._logbook.negotiations.load(negotiation_id).supplier_id
            rows = self._logbook.negotiations.rows(supplier_id=supplier_id)
            earlier = [row.id for row in rows if not row.status.is_open and row.id != negotiation_id]
            self.before = read_before(self._logbook, supplier_id, self.say, self.today, before=negotiation_id)
            debrief = None if self.before.earlier is None else self.before.earlier.debrief
            self._around = Around(
                supplier=self._logbook.suppliers.load(supplier_id),
                people=self._logbook.counterparts.rows(supplier_id=supplier_id),
                earlier=len(earlier),
                relationship=None if debrief is None else debrief.relationship,
            )
            self.plan.load_around()
            return self.load(negotiation_id)

    @property
    def earlier_on(self) -> date | None:
        """Return the day on which the last negotiation with this supplier was closed, None where there was none."""
        return self.before.on

    def from_earlier(self) -> Prefill:
        """Return the issues that the last closed negotiation with this supplier can lend to the one shown."""
        return self.before.issues_for(self.negotiation)

    def known_from_before(self) -> Prefill:
        """Return all that the negotiation shown still lacks and that is known from before."""
        return self.before.everything_for(self.negotiation)

    def lend(self, found: Prefill) -> Changes:
        """Put what is lent into the negotiation, marked until it is touched, in one step."""
        return self._logbook.preparations.lend(self.negotiation.id, found)

    def templates(self) -> tuple[Template, ...]:
        """Return the user's own templates, then the common ones, with units in the negotiation's currency."""
        currency = self.negotiation.currency
        own = own_templates(self._logbook.templates.all(), currency)
        return (*own, *templates(self.say.language, currency))

    def save_template(self, name: str) -> Changes:
        """Keep the present issues as a template; one of that name is replaced. Raises BadInput without a name."""
        if not name.strip():
            raise BadInput("template.no_name")
        negotiation = self.negotiation
        return self._logbook.templates.put(name.strip(), written(negotiation.issues, negotiation.currency))

    def delete_template(self, saved_id: int) -> Changes:
        """Delete a template of the user's own."""
        return self._logbook.templates.delete(saved_id)

    def from_template(self, template: Template) -> Prefill:
        """Return what a template can lend."""
        return from_template(self.negotiation, template)

    def steps(self, shown: Sequence[str] = STEPS) -> tuple[Step, ...]:
        """Return how far the steps that are shown are."""
        shelves = (self.issues.shelf, self.alternatives.shelf, self.estimates.shelf)
        return step_states(self.prepared, shelves, self.reader, shown)

    def note_change(self, changes: Changes) -> None:
        """Remember what was changed last in the negotiation shown; it is loaded afterwards."""
        self.items.note_change(changes)
        if changes.entry:
            for shelf in self._shelves():
                shelf.settle()
        self._last_change.note(changes, self.negotiation.id)

    def _shelves(self) -> Iterator[Shelf]:
        """Return what is kept as typed, sheet by sheet."""
        sheets = (self.issues, self.positions, self.alternatives, self.estimates, self.items)
        yield from (sheet.shelf for sheet in sheets)
        lists: Sequence[PartRows[Any]] = (*self.needs.values(), *self.links.values(), self.goals, self.tests)
        yield from (rows.shelf for rows in (*lists, self.increase.costs, *self.plan.lists.values()))

    def last_change(self) -> str:
        """Return what was changed last in the negotiation shown, in words; empty where nothing was yet."""
        return self._last_change.words(self.negotiation.id)

    def field_texts(self) -> dict[str, str]:
        """Return what the fields of the negotiation itself hold."""
        negotiation = self.negotiation
        rate = negotiation.annual_rate
        return {
            "title": negotiation.title,
            "matter": negotiation.matter,
            "currency": negotiation.currency,
            "weighting": negotiation.weighting.value,
            "annual_rate": "" if rate is None else self.say.number(rate),
            "mode": negotiation.mode.value,
            "lead": negotiation.lead,
            "approver": negotiation.approver,
            "approver_role": negotiation.approver_role,
        }

    def change_field(self, key: str, text: str) -> Changes:
        """Change a field of the negotiation to what was typed; raises NotRead, and what the logbook refuses."""
        value: object = text.strip()
        match key:
            case "title" if not text.strip():
                raise NotRead(self.say("A negotiation needs a subject. The old one stays."))
            case "mode":
                value = Mode(text)
            case "weighting":
                value = Weighting(text)
            case "currency":
                value = text.strip().upper()
            case "annual_rate":
                value = self.reader.number(text, "%", least=0)
        return self._logbook.negotiations.change(self.negotiation.id, **{key: value})

    def plan_move(self, text: str) -> Changes:
        """Put a move to be made before the meeting into the plan."""
        return self._logbook.plan_points.add(self.negotiation.id, kind=PointKind.MOVE, text=text)

    def common_goals_suggested(self) -> tuple[Shared, ...]:
        """Return pairs of both sides' needs that may lead to a common goal."""
        return suggestions(self.negotiation, self.say.language)

    def take_common_goal(self, shared: Shared) -> Changes:
        """Make a common goal of a pair of needs, in the words of ours, and link both to it."""
        needs = (shared.ours.id, shared.theirs.id)
        return self._logbook.common_goals.add_for(self.negotiation.id, needs, text=shared.ours.text)

    def set_depth(self, depth: Depth) -> Changes:
        """Prepare to another depth; what was entered stays, whatever the depth asks for."""
        return self._logbook.negotiations.change(self.negotiation.id, depth=depth)

    def facts(self) -> dict[str, str]:
        """Return what is known for the choice of a mode, each as the key of a choice; empty for not known."""
        negotiation = self.negotiation
        yes = {True: "yes", False: "no", None: ""}
        willing, basis = negotiation.willingness, negotiation.willingness_basis
        return {
            "is_lasting": yes[negotiation.is_lasting],
            "has_time": yes[negotiation.has_time],
            "willingness": "" if willing is None else willing.value,
            "willingness_basis": (basis or Basis.GUESS).value,
        }

    def set_fact(self, key: str, choice: str) -> Changes:
        """Set one of the facts; that they are willing or not is a guess unless more is known."""
        negotiation = self.negotiation
        fields: dict[str, object] = {key: {"yes": True, "no": False}.get(choice)}
        if key == "willingness":
            fields = {key: Willingness(choice) if choice else None}
            if choice and negotiation.willingness_basis is None:
                fields["willingness_basis"] = Basis.GUESS
        elif key == "willingness_basis":
            fields = {key: Basis(choice)}
        return self._logbook.negotiations.change(negotiation.id, **fields)

    def answer(self, side: Side, question: Question) -> Answer | None:
        """Return a side's answer to a strategy question."""
        found = (each for each in self.negotiation.answers if each.side is side and each.question is question)
        return next(found, None)

    def put_answer(self, side: Side, question: Question, text: str, basis: Basis | None) -> Changes:
        """Set a side's answer to a strategy question; an empty one goes. Theirs is a guess unless more is known."""
        rests_on = None if side is Side.US else basis or Basis.GUESS
        return self._logbook.answers.put(self.negotiation.id, side, question, text, rests_on)
