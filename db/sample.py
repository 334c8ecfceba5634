"""db: the sample logbook - the article's four cases, and a season before and after the first - played by the verbs."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any, Protocol

from core.changes import Changes
from core.debrief import Outcome
from core.estimate import Subject
from core.following import copy_of
from core.issue import Issue
from core.log import compose
from core.negotiation import Negotiation
from core.number import Marks
from core.prefill import Prefill, from_earlier, together
from core.prefill_sides import from_notes, sides_from_earlier
from core.resources import resource_path
from core.shorthand import Context, read
from core.side import Side
from core.standing import agreed
from core.strategy import Question
from core.tactics import by_number, tactics
from core.term import Package, Term
from core.words import Words
from db.sample_reader import Calendar, Case, Reader
from db.schema import (
    Alternative,
    Answer,
    Candidate,
    ClaimedCost,
    Commitment,
    CommonGoal,
    Contract,
    CostPart,
    Counterpart,
    Debrief,
    Estimate,
    Item,
    Meeting,
    Need,
    Note,
    PlannedConcession,
    PlanPoint,
    Position,
    Row,
    Spend,
    Supplier,
)
from db.schema import Issue as IssueRow
from db.schema import Negotiation as NegotiationRow
from db.stores.alternatives import Alternatives, Attachments
from db.stores.candidates import Candidates
from db.stores.counterparts import Counterparts
from db.stores.ends import Commitments, Debriefs
from db.stores.issues import Issues
from db.stores.items import Items
from db.stores.lines import Lines
from db.stores.meetings import Meetings
from db.stores.negotiations import Negotiations
from db.stores.notes import Notes
from db.stores.parts import (
    ClaimedCosts,
    CommonGoals,
    Contracts,
    CostParts,
    Needs,
    PlannedConcessions,
    PlanPoints,
    Spends,
)
from db.stores.preparations import Preparations
from db.stores.strategy import Answers, Estimates, Positions
from db.stores.suppliers import Suppliers

CASES = (
    *("canned-food", "air-conditioners", "penthouse", "food-retailer"),
    # around the first case: what it came after, what else there is, and what it leads to
    *("last-season", "second-source", "next-season"),
)
_LANGUAGE, _REGION = "en", "en_GB"  # the sample's own


class Stores(Protocol):
    """The stores that the sample is written to: a logbook's."""

    suppliers: Suppliers
    contracts: Contracts
    spends: Spends
    cost_parts: CostParts
    counterparts: Counterparts
    notes: Notes
    negotiations: Negotiations
    preparations: Preparations
    issues: Issues
    items: Items
    answers: Answers
    positions: Positions
    needs: Needs
    common_goals: CommonGoals
    candidates: Candidates
    plan_points: PlanPoints
    planned_concessions: PlannedConcessions
    claimed_costs: ClaimedCosts
    alternatives: Alternatives
    attachments: Attachments
    estimates: Estimates
    meetings: Meetings
    lines: Lines
    commitments: Commitments
    debriefs: Debriefs


def play(stores: Stores, calendar: Calendar) -> None:
    """Write the cases; their days count from today, and the calendar is turned to the day of whatever happens.

    What is on file and prepared comes first, case by case, then what was said, in the order of the days: the last
    thing done is what a user would have done last. At the end the calendar shows today again.
    """
    cases = [tomllib.loads(resource_path("sample", f"{name}.toml").read_text(encoding="utf-8")) for name in CASES]
    players = [_Player(stores, case, calendar) for case in cases]
    for player in players:
        player.prepare()
    for player in sorted(players, key=lambda each: each.last_day):
        player.talk()
    calendar.turn_back()


class _Player:
    """Plays one case."""

    def __init__(self, stores: Stores, case: Case, calendar: Calendar) -> None:
        self._stores = stores
        self._case = case
        self._calendar = calendar
        self._read = Reader(calendar)
        self._negotiation = 0

    @property
    def last_day(self) -> int:
        """Return the day of the last thing said, counted from today."""
        said = [each["day"] for each in self._case.get("offers", ())]
        met = [each["start"]["day"] for each in self._case.get("meetings", ())]
        return max((*said, *met), default=0)

    def prepare(self) -> None:
        """Write what is on file and the preparation, unless that begins with what a talk comes to."""
        self._calendar.turn(self._case["begun"], "09:00")
        self._play_supplier()
        if "begun_from" not in self._case:
            self._begin(Prefill())

    def talk(self) -> None:
        """Write what was said, and what it came to."""
        if "begun_from" in self._case:
            self._calendar.turn(self._case["begun"], "09:30")
            self._begin(self._lent())
        for given in self._list("offers"):
            self._calendar.turn(given["day"], given["time"])
            self._log(given["line"])
        for given in self._list("meetings"):
            self._play_meeting(given)
        if "debrief" in self._case:
            self._play_debrief(self._case["debrief"])
        for given in self._list("plans"):
            self._calendar.turn_back()
            moment = self._calendar.moment(given["at"]["day"], given["at"]["time"])
            fields, people = self._fields(Meeting, given, "at", "people"), self._people(given)
            self._stores.meetings.plan(self._negotiation, planned_at=moment, people=people, **fields)

    # who they are

    def _play_supplier(self) -> None:
        stores, given = self._stores, self._case["supplier"]
        if isinstance(given, str):
            (row,) = (each for each in stores.suppliers.rows() if each.name == given)
            self._supplier = row.id
        else:
            self._supplier = stores.suppliers.add(**self._read.fields(Supplier, given)).made
        for each in self._list("people"):
            fields = self._read.fields(Counterpart, each)
            stores.counterparts.add(supplier_id=self._supplier, **fields)
        self._read.people = {each.name: each.id for each in stores.counterparts.rows(supplier_id=self._supplier)}
        for each in self._list("notes"):
            stores.notes.add(supplier_id=self._supplier, **self._fields(Note, each))
        stores.contracts.add_many(self._supplier, self._parts(Contract, "contracts"))
        stores.spends.add_many(self._supplier, self._parts(Spend, "spends"))
        stores.cost_parts.add_many(self._supplier, self._parts(CostPart, "cost_parts"))

    # the preparation

    def _begin(self, lent: Prefill) -> None:
        fields = self._read.fields(NegotiationRow, self._case["negotiation"])
        self._negotiation = self._stores.preparations.begin(self._supplier, lent=lent, **fields).made
        self._name_issues()
        self._play_issues(self._case)
        self._play_sides(self._case)
        for given in self._list("alternatives"):
            self._put_alternative(given)
        self._play_plan()

    def _lent(self) -> Prefill:
        """Return what the program lends to a preparation that is begun with what is known from before."""
        stores = self._stores
        earlier = stores.negotiations.load(stores.negotiations.find(self._case["begun_from"]))
        begun = Negotiation(supplier_id=self._supplier, title="", currency=self._case["negotiation"]["currency"])
        return together(
            from_earlier(begun, earlier),
            sides_from_earlier(begun, earlier, by_number(tactics(_LANGUAGE))),
            from_notes(begun, stores.notes.of_supplier(self._supplier)),
        )

    def _play_issues(self, given: Case) -> None:
        """Add the issues, or change those that are there; the figures of a list of items are given with its issue."""
        stores, known = self._stores, self._read.issues
        found = [(each, self._fields(IssueRow, each, "items")) for each in given.get("issues", ())]
        changed = {known[each["name"]]: fields for each, fields in found if each["name"] in known}
        added = [fields for each, fields in found if each["name"] not in known]
        stores.issues.put_many(self._negotiation, changed, added)
        self._name_issues()
        for each, _ in found:
            if "items" in each:
                items = [self._read.fields(Item, item) for item in each["items"]]
                stores.items.put_many(self._read.issues[each["name"]], added=items)

    def _play_sides(self, given: Case) -> None:
        """Write what both sides want and are, as far as it is known."""
        stores, matter = self._stores, self._negotiation
        for each in given.get("answers", ()):
            fields = self._fields(Answer, each)
            side: Side = fields.pop("side")
            question: Question = fields.pop("question")
            stores.answers.put(matter, side, question, **fields)
        for each in given.get("positions", ()):
            stores.positions.add(matter, **self._fields(Position, each))
        for each in given.get("estimates", ()):
            fields = {"issue_id": None} | self._fields(Estimate, each)
            stores.estimates.put(matter, **fields)
        for each in given.get("common_goals", ()):
            made = stores.common_goals.add(matter, **self._read.fields(CommonGoal, each)).made
            self._read.goals[each["text"]] = made
        stores.needs.add_many(matter, [self._fields(Need, each) for each in given.get("needs", ())])
        for each in given.get("candidates", ()):
            fields = {"by": None} | self._fields(Candidate, each, "terms")
            stores.candidates.add(matter, terms=self._terms(each), **fields)

    def _put_alternative(self, given: Case) -> None:
        """Add an alternative, or change the one of this name, with the file that proves it and what it follows."""
        stores, matter = self._stores, stored(self._stores, self._negotiation)
        fields: dict[str, Any] = self._fields(Alternative, given, "terms", "file", "follows")
        if "terms" in given:
            fields["terms"] = self._terms(given)
        known = {each.name: each.id for each in matter.alternatives}.get(given["name"])
        if known is None:
            known = stores.alternatives.add(self._negotiation, **fields).made
        else:
            stores.alternatives.change(known, **fields)
        if "file" in given:
            content = given["file"]["text"].encode()
            stores.attachments.add(known, given["file"]["name"], "text/plain", content)
        if "follows" in given:
            followed = stored(stores, stores.negotiations.find(given["follows"]))
            terms = copy_of(matter, followed, self._calendar()).terms
            stores.alternatives.follow(known, followed.id, terms)

    def _play_plan(self) -> None:
        stores, matter = self._stores, self._negotiation
        stores.planned_concessions.add_many(matter, self._parts(PlannedConcession, "planned_concessions"))
        stores.plan_points.add_many(matter, self._parts(PlanPoint, "plan_points"))
        stores.claimed_costs.add_many(matter, self._parts(ClaimedCost, "claimed_costs"))

    # the talk

    def _play_meeting(self, given: Case) -> None:
        stores, start = self._stores, given["start"]
        self._calendar.turn(start["day"], start["time"])
        fields = self._fields(Meeting, given, "start", "minutes", "people", "lines", "key_moments", "noted")
        meeting = stores.meetings.start(self._negotiation, people=self._people(given), **fields).made
        for text in given["lines"]:
            clock, _, line = text.partition(" ")
            self._calendar.turn(start["day"], clock)
            made = self._log(line)
            if clock in given.get("key_moments", ()):
                stores.lines.mark_key(made.made)
        for each in given.get("noted", ()):
            on = self._calendar().date()
            stores.notes.add(supplier_id=self._supplier, meeting_id=meeting, on=on, **self._fields(Note, each))
        ends = self._calendar.moment(start["day"], start["time"]) + timedelta(minutes=given["minutes"])
        self._calendar.now = ends
        stores.meetings.end(meeting)

    def _log(self, text: str) -> Changes:
        negotiation, now = stored(self._stores, self._negotiation), self._calendar()
        context = Context.of(negotiation, marks=Marks.of(Words(_LANGUAGE, _REGION)), now=now)
        reading = read(self._read.days_in(text), context)
        return self._stores.lines.log(self._negotiation, compose(negotiation, reading, now, now))

    def _play_debrief(self, given: Case) -> None:
        """Close the talk, with what was learnt of their side, and note what became of the promises."""
        stores, matter = self._stores, self._negotiation
        self._calendar.turn(given["day"], given["time"])
        self._name_issues()
        after = given.get("after", {})
        self._play_issues(after)
        self._play_sides(after)
        deal = tuple(agreed(stored(stores, matter)).values())
        stores.debriefs.close(matter, Outcome(given["outcome"]), deal)
        own = ("outcome", "day", "time", "after", "turned_out", "promises")
        stores.debriefs.change(matter, **self._fields(Debrief, given, *own))
        for each in given.get("turned_out", ()):
            issue, subject = self._read.issues[each["issue"]], Subject(each["subject"])
            estimates = stored(stores, matter).estimates
            (found,) = (one for one in estimates if (one.issue_id, one.subject) == (issue, subject))
            stores.estimates.turn_out(found.id, self._read.value(each["value"]), self._calendar().date())
        for each in given.get("promises", ()):
            self._put_promise(each)

    def _put_promise(self, given: Case) -> None:
        """Add a promise, or say of one that was made in the talk who sees to it, and when it was kept."""
        stores, matter = self._stores, stored(self._stores, self._negotiation)
        fields = self._fields(Commitment, given, "kept")
        known = [each.id for each in matter.commitments if each.text.startswith(given["text"])]
        if known:
            own = {name: fields[name] for name in ("owner", "counterpart_id") if name in fields}
            stores.commitments.change(known[0], **own)
        else:
            known = [stores.commitments.add(self._negotiation, **fields).made]
        if "kept" in given:
            self._calendar.turn(given["kept"], "16:00")
            stores.commitments.keep(known[0], self._calendar().date())

    # reading

    def _list(self, name: str) -> Sequence[Case]:
        found: Sequence[Case] = self._case.get(name, ())
        return found

    def _fields(self, kind: type[Row], given: Case, *but: str) -> dict[str, Any]:
        return self._read.fields(kind, {name: value for name, value in given.items() if name not in but})

    def _parts(self, kind: type[Row], name: str) -> list[dict[str, Any]]:
        return [self._read.fields(kind, each) for each in self._list(name)]

    def _terms(self, given: Case) -> Package:
        stated: Mapping[str, str] = given.get("terms", {})
        return tuple(
            Term(issue_id=self._read.issues[name], value=self._read.value(text)) for name, text in stated.items()
        )

    def _people(self, given: Case) -> list[int]:
        return [self._read.people[name] for name in given["people"]]

    def _name_issues(self) -> None:
        issues: tuple[Issue, ...] = stored(self._stores, self._negotiation).issues
        self._read.issues = {issue.name: issue.id for issue in issues}


def stored(stores: Stores, negotiation_id: int) -> Negotiation:
    """Return a negotiation as it is now."""
    return stores.negotiations.load(negotiation_id)
