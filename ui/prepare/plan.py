"""ui: what the step of the plan asks of the logbook and what it fills lists with. Knows no widget."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields as fields_of
from datetime import datetime
from typing import TYPE_CHECKING, Any

from core.analysis.case import case_of
from core.changes import Changes
from core.encounters import encounters
from core.gaps import person_gaps, supplier_gaps
from core.message import Message
from core.negotiation import Negotiation
from core.plan import PlannedConcession, PointKind
from core.plan_fill import MOST_QUESTIONS, agenda_by_weight, questions_to_ask, tactics_to_plan
from core.plan_trades import steps_from_trades
from core.side import Side
from core.tactics import by_number, tactics
from ui.prepare.concessions import ConcessionRows
from ui.prepare.meetings import MeetingRows
from ui.prepare.plan_words import LADDER, MEETINGS, PACKAGES
from ui.prepare.points import KINDS, TACTICS, PointRows, coming
from ui.sheets.candidates import CandidateRows
from ui.sheets.kept import Shelf
from ui.sheets.part_rows import PartRows
from ui.sheets.prepared import Prepared
from ui.sheets.reader import Reader

if TYPE_CHECKING:
    from db.logbook import Logbook

TEXTS = ("opening_reason", "pause_rule", "walk_away")
_STORED = ("id", "negotiation_id", "place")


class PlanPresenter:
    """Stand between the plan and the logbook: its lists, its texts, and what fills them."""

    def __init__(self, logbook: Logbook, reader: Reader, clock: Callable[[], datetime]) -> None:
        """Take the logbook, the reader of the region and the clock."""
        self._logbook = logbook
        self._reader = reader
        self._clock = clock
        self.meetings = MeetingRows(logbook, reader, Shelf(MEETINGS), clock)
        self.packages = CandidateRows(logbook, reader, Shelf(PACKAGES))
        self.points = {key: PointRows(key, logbook, reader, Shelf(key)) for key in KINDS}
        self.lists: dict[str, PartRows[Any]] = {
            LADDER: ConcessionRows(logbook, reader, Shelf(LADDER)),
            PACKAGES: self.packages,
            MEETINGS: self.meetings,
            **self.points,
        }

    def load_around(self) -> None:
        """Load what the lists offer besides the negotiation: the tactics by name."""
        known = tactics(self._reader.say.language, self._logbook.tactics.all())
        for rows in self.points.values():
            rows.known = known

    def set_text(self, negotiation: Negotiation, field: str, text: str) -> Changes:
        """Set one of the plan's texts."""
        return self._logbook.negotiations.change(negotiation.id, **{field: text.strip()})

    # what fills a list: the changes, or why there is nothing to fill it with

    def fill_ladder(self, prepared: Prepared) -> Changes | str:
        """Add steps made of the trades that are best for both."""
        if prepared.negotiation.planned_concessions:
            return self._reader.say("There are steps already. Delete them to fill the ladder anew.")
        case = case_of(prepared.negotiation, prepared.today)
        found = case if isinstance(case, Message) else steps_from_trades(case, self._clock())
        if isinstance(found, Message):
            return self._words(found)
        return self._logbook.planned_concessions.add_many(prepared.negotiation.id, [_fields(each) for each in found])

    def fill_questions(self, prepared: Prepared) -> Changes | str:
        """Add what is not known of their side as questions, what is worth most to know first."""
        say, negotiation = self._reader.say, prepared.negotiation
        supplier = prepared.around.supplier
        people = [self._logbook.counterparts.load(each) for each in _met(prepared)]
        notes = self._logbook.notes.of_supplier(negotiation.supplier_id)
        gaps = [gap for person in people for gap in person_gaps(person, notes, prepared.today, negotiation)]
        if supplier is not None:
            gaps += supplier_gaps(supplier, people, notes, prepared.today)
        there = {each.text for each in negotiation.plan_points if each.kind in KINDS["questions"]}
        words = [say.message(each) for each in questions_to_ask(negotiation, gaps)]
        wanted = [each for each in dict.fromkeys(words) if each not in there][:MOST_QUESTIONS]
        if not wanted:
            return say("Nothing that is not known yet is missing from the list.")
        parts = [{"kind": PointKind.QUESTION, "text": each, "prefilled": ("text",)} for each in wanted]
        return self._logbook.plan_points.add_many(negotiation.id, parts)

    def fill_tactics(self, prepared: Prepared) -> Changes | str:
        """Add what the people whom we meet used before, each with its answer, and a tactic to vary ours to."""
        say, negotiation, book = self._reader.say, prepared.negotiation, self._logbook
        known = self.points[TACTICS].known
        answers = {number: each.counter for number, each in by_number(known).items()}
        there = {(each.side, each.tactic) for each in negotiation.plan_points if each.kind is PointKind.TACTIC}
        found = tactics_to_plan([encounters(book.lines.turns(each), known) for each in _met(prepared)])
        parts = [
            {
                "kind": PointKind.TACTIC,
                "side": side,
                "tactic": number,
                "reply": answers.get(number, "") if side is Side.THEM else "",
                "prefilled": ("tactic", "reply") if side is Side.THEM else ("tactic",),
            }
            for side, number in found
            if (side, number) not in there
        ]
        if not parts:
            return say("No tactic of theirs that is not in the list was logged. Type one that you expect.")
        return book.plan_points.add_many(negotiation.id, parts)

    def fill_agenda(self, prepared: Prepared) -> Changes | str:
        """Add an agenda that gives each issue time by its weight."""
        say, negotiation = self._reader.say, prepared.negotiation
        if any(each.kind is PointKind.AGENDA for each in negotiation.plan_points):
            return say("There is an agenda already. Delete its entries to make a new one.")
        parts = [
            {
                "kind": PointKind.AGENDA,
                # an issue's name is ours; what both may read is typed
                "text": "" if each.words is None else say.message(each.words),
                "issue_id": each.issue_id,
                "minutes": each.minutes,
                "prefilled": ("text", "issue_id", "minutes"),
            }
            for each in agenda_by_weight(negotiation)
        ]
        return self._logbook.plan_points.add_many(negotiation.id, parts)

    # inside

    def _words(self, found: Message) -> str:
        words = self._reader.say.message(found)
        return words[:1].upper() + words[1:]


def _fields(step: PlannedConcession) -> dict[str, Any]:
    return {each.name: getattr(step, each.name) for each in fields_of(step) if each.name not in _STORED}


def _met(prepared: Prepared) -> tuple[int, ...]:
    """Return the people whom we meet next, all of the supplier's as long as nobody said."""
    meetings = prepared.negotiation.meetings
    begun = (each for each in meetings if each.planned_at is None and each.ended_at is None)
    people = [each.people for each in (*coming(prepared.negotiation), *begun) if each.people]
    return people[0] if people else tuple(each.id for each in prepared.around.people)
