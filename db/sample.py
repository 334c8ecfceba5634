"""db: the sample logbook, the article's four cases played through the same verbs that a user's entries take."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, Protocol

from core.alternative import Form
from core.debrief import Outcome
from core.estimate import Subject
from core.issue import Issue, Option, ScaleKind
from core.log import compose
from core.meeting import Channel
from core.negotiation import Mode, Weighting
from core.note import Topic
from core.number import Marks
from core.resources import resource_path
from core.shorthand import Context, read
from core.side import Basis, Side
from core.standing import agreed
from core.strategy import Question
from core.style import Style
from core.term import Term, Value
from core.words import Words
from db.stores.alternatives import Alternatives
from db.stores.counterparts import Counterparts
from db.stores.ends import Commitments, Debriefs
from db.stores.issues import Issues
from db.stores.lines import Lines
from db.stores.meetings import Meetings
from db.stores.negotiations import Negotiations
from db.stores.notes import Notes
from db.stores.strategy import Answers, Estimates, Positions
from db.stores.suppliers import Suppliers

CASES = ("canned-food", "air-conditioners", "penthouse", "food-retailer")

_VALUES = ("best", "worst", "baseline", "opening", "best_outcome", "fair", "minimum", "limit")
_NUMBERS = ("step", "weight", "money_worth", "reference_quantity")

# A day in a line of the sample, counted from today: {+30}.
_DAYS_FROM_NOW = re.compile(r"\{\+(\d+)\}")

Case = Mapping[str, Any]


class Stores(Protocol):
    """The stores that the sample is written to: a logbook's."""

    suppliers: Suppliers
    counterparts: Counterparts
    notes: Notes
    negotiations: Negotiations
    issues: Issues
    answers: Answers
    positions: Positions
    alternatives: Alternatives
    estimates: Estimates
    meetings: Meetings
    lines: Lines
    commitments: Commitments
    debriefs: Debriefs


def play(stores: Stores, clock: Callable[[], datetime]) -> None:
    """Write the four cases; days of a case count from today by the clock."""
    for name in CASES:
        case = tomllib.loads(resource_path("sample", f"{name}.toml").read_text(encoding="utf-8"))
        _Player(stores, case, clock()).play()


class _Player:
    """Plays one case."""

    def __init__(self, stores: Stores, case: Case, now: datetime) -> None:
        self._stores = stores
        self._case = case
        self._now = now
        self._people: dict[str, int] = {}
        self._issues: dict[str, Issue] = {}
        self._supplier = 0
        self._negotiation = 0

    def play(self) -> None:
        self._play_supplier()
        self._negotiation = self._stores.negotiations.add(
            supplier_id=self._supplier, **_typed(self._case["negotiation"], _NEGOTIATION)
        ).made
        for given in self._case["issues"]:
            self._add_issue(given)
        self._play_strategy()
        for given in self._case.get("offers", ()):
            self._log(given["line"], self._moment(given))
        for given in self._case.get("meetings", ()):
            self._play_meeting(given)
        for given in self._case.get("kept", ()):
            promises = self._stores.negotiations.load(self._negotiation).commitments
            (promise,) = (each for each in promises if each.text.startswith(given["promise"]))
            self._stores.commitments.keep(promise.id, self._day(given["day"]))
        for given in self._case.get("after", ()):
            changes = {name: self._value(given[name]) for name in _VALUES if name in given}
            self._stores.issues.change(self._issues[given["issue"]].id, **changes)
        for given in self._case.get("plans", ()):
            people = [self._people[key] for key in given["people"]]
            self._stores.meetings.plan(
                self._negotiation, planned_at=self._moment(given["at"]), place=given["place"], people=people
            )
        if "debrief" in self._case:
            self._play_debrief(self._case["debrief"])

    def _play_supplier(self) -> None:
        given = dict(self._case["supplier"])
        if "contract_end_day" in given:
            given["contract_end"] = self._day(given.pop("contract_end_day"))
        self._supplier = self._stores.suppliers.add(**_typed(given, _SUPPLIER)).made
        for each in self._case.get("people", ()):
            fields = dict(each)
            key = fields.pop("key")
            if "authority_day" in fields:
                fields["authority_on"] = self._day(fields.pop("authority_day"))
            self._people[key] = self._stores.counterparts.add(
                supplier_id=self._supplier, **_typed(fields, _COUNTERPART)
            ).made
        for each in self._case.get("notes", ()):
            self._stores.notes.add(
                supplier_id=self._supplier,
                counterpart_id=self._people[each["person"]] if "person" in each else None,
                topic=Topic(each["topic"]),
                basis=Basis(each["basis"]),
                text=each["text"],
                on=self._day(each["day"]),
                style=Style(each["style"]) if "style" in each else None,
                is_about_us=each.get("about_us", False),
            )

    def _add_issue(self, given: Case) -> None:
        fields: dict[str, Any] = {name: given[name] for name in ("name", "alias", "unit") if name in given}
        fields["kind"] = ScaleKind(given.get("kind", "numeric"))
        fields |= {name: self._value(given[name]) for name in _VALUES if name in given}
        fields |= {name: Decimal(given[name]) for name in _NUMBERS if name in given}
        fields["options"] = tuple(Option(label, Decimal(worth)) for label, worth in given.get("options", {}).items())
        self._stores.issues.add(self._negotiation, **fields)
        self._reload_issues()

    def _play_strategy(self) -> None:
        for given in self._case.get("alternatives", ()):
            fields = {name: given[name] for name in ("name", "no_deal", "evidence") if name in given}
            numbers = ("switching_cost", "probability", "points", "total")
            fields |= {name: Decimal(given[name]) for name in numbers if name in given}
            days = {"valid_until": "valid_until_day", "evidence_on": "evidence_day"}
            fields |= {name: self._day(given[key]) for name, key in days.items() if key in given}
            fields["form"] = Form(given.get("form", "package"))
            fields["terms"] = tuple(
                Term(issue_id=self._issues[name].id, value=self._value(value))
                for name, value in given.get("terms", {}).items()
            )
            self._stores.alternatives.add(self._negotiation, **fields)
        for given in self._case.get("estimates", ()):
            ends: dict[str, Any] = {
                name: self._value(given[name]) for name in ("low", "likely", "high") if name in given
            }
            self._stores.estimates.put(
                self._negotiation,
                self._issues[given["issue"]].id if "issue" in given else None,
                Subject(given["subject"]),
                basis=Basis(given["basis"]),
                source=given["source"],
                on=self._day(given["day"]),
                **ends,
            )
        for given in self._case.get("answers", ()):
            basis = Basis(given["basis"]) if "basis" in given else None
            side, question = Side(given["side"]), Question(given["question"])
            self._stores.answers.put(self._negotiation, side, question, given["text"], basis)
        for given in self._case.get("positions", ()):
            self._stores.positions.add(
                self._negotiation,
                side=Side(given["side"]),
                issue_id=self._issues[given["issue"]].id if "issue" in given else None,
                basis=Basis(given["basis"]) if "basis" in given else None,
                **{name: given[name] for name in ("position", "why", "interest") if name in given},
            )

    def _play_meeting(self, given: Case) -> None:
        start = self._moment(given["start"])
        meeting = self._stores.meetings.start(
            self._negotiation,
            started_at=start,
            place=given["place"],
            channel=Channel(given.get("channel", "room")),
            people=[self._people[key] for key in given["people"]],
        ).made
        for text in given["lines"]:
            clock, _, line = text.partition(" ")
            self._log(line, datetime.combine(start.date(), time.fromisoformat(clock), start.tzinfo))
        self._stores.meetings.change(meeting, ended_at=start + timedelta(minutes=given["minutes"]))

    def _log(self, text: str, at: datetime) -> None:
        negotiation = self._stores.negotiations.load(self._negotiation)
        words = Words("en", "en_GB")
        text = _DAYS_FROM_NOW.sub(lambda found: self._day(int(found[1])).isoformat(), text)
        reading = read(text, Context.of(negotiation, marks=Marks.of(words), now=at))
        self._stores.lines.log(self._negotiation, compose(negotiation, reading, at, at))
        self._reload_issues()

    def _play_debrief(self, given: Case) -> None:
        negotiation = self._stores.negotiations.load(self._negotiation)
        deal = tuple(agreed(negotiation).values())
        self._stores.debriefs.close(self._negotiation, Outcome(given["outcome"]), deal)
        names = ("recommendation", "our_outtake", "their_outtake", "learning", "relationship")
        self._stores.debriefs.change(self._negotiation, **{name: given[name] for name in names if name in given})

    def _reload_issues(self) -> None:
        self._issues = {issue.name: issue for issue in self._stores.negotiations.load(self._negotiation).issues}

    def _value(self, text: str) -> Value:
        """Read a number, a day counted from today ("+30"), or an option."""
        if text.startswith("+"):
            return self._day(int(text))
        try:
            return Decimal(text)
        except ArithmeticError:
            return text

    def _day(self, days: int) -> date:
        return self._now.date() + timedelta(days=days)

    def _moment(self, given: Case) -> datetime:
        return datetime.combine(self._day(given["day"]), time.fromisoformat(given["time"]), self._now.tzinfo)


_SUPPLIER: Mapping[str, Callable[[Any], Any]] = {
    "our_share_of_their_sales": Decimal,
    "their_share_of_our_supply": Decimal,
    "our_share_basis": Basis,
    "their_share_basis": Basis,
}
_COUNTERPART: Mapping[str, Callable[[Any], Any]] = {"authority_basis": Basis}
_NEGOTIATION: Mapping[str, Callable[[Any], Any]] = {"mode": Mode, "weighting": Weighting, "annual_rate": Decimal}


def _typed(given: Case, types: Mapping[str, Callable[[Any], Any]]) -> dict[str, Any]:
    return {name: types[name](value) if name in types else value for name, value in given.items()}
