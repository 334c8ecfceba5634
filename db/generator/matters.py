"""db: how a generated negotiation is prepared - issues with ladder and scale, alternatives, both sides' strategy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any

from core.alternative import Alternative, Form
from core.estimate import Estimate, Subject
from core.issue import Issue, Option, ScaleKind
from core.message import message
from core.negotiation import Mode, Negotiation, Weighting
from core.side import Basis, Side
from core.strategy import Question
from core.term import Package, Term, Value
from db.generator.bulk import Bulk
from db.generator.calendar import Calendar
from db.generator.chance import About, Chance, Voice
from db.generator.plan import Plan
from db.rules import short

# Where on our scale from worst (0) to best (1) each rung lies.
_RUNGS = {"baseline": 40, "opening": 100, "best_outcome": 85, "fair": 46, "minimum": 38, "limit": 20}
_CURRENCIES = {"en": "GBP", "pl": "PLN", "zh": "USD"}
_KEYS = ("pay", "lead", "rebate", "warranty", "inco", "start")
_UNITS = {"pay": "days", "lead": "weeks", "rebate": "%", "warranty": "months"}
_ENDS = {"pay": ("90", "14", "1"), "lead": ("2", "12", "1"), "rebate": ("8", "0", "0.5"), "warranty": ("48", "12", "6")}
_OPTIONS = (("EXW", "0"), ("FCA", "0.4"), ("CPT", "0.7"), ("DAP", "1"))
# By trade: what one piece costs, in hundredths, and how many hundred pieces are bought in a year.
_TRADES = (
    ((60, 420), (100, 4_000)),
    ((80, 2_400), (50, 2_000)),
    ((60, 260), (200, 4_000)),
    ((60, 380), (100, 4_000)),
    ((700, 4_500), (10, 300)),
    ((9_000, 48_000), (1, 12)),
)
SLOW = 8  # steps of the calendar that a verb of preparation takes; a line takes one


@dataclass(frozen=True, slots=True)
class Goods:
    """What a negotiation is about; `own` draws the same each time that this supplier's goods are negotiated."""

    thing: str
    other: str
    trade: int
    own: Chance


@dataclass(frozen=True, slots=True)
class Desk:
    """What the texts and dates of one negotiation are drawn from."""

    bulk: Bulk
    calendar: Calendar
    chance: Chance
    voice: Voice
    goods: Goods

    def say(self, name: str, part: str = "") -> str:
        """Return a text about the goods of this negotiation, as it is written now."""
        about = About(self.goods.thing, self.goods.other, self.calendar.now)
        return self.voice.say(self.chance, about, name, part)

    def step(self, code: str, steps: int = SLOW, **data: Any) -> date:
        """Begin a verb and return its day."""
        at = self.calendar.next(steps)
        self.bulk.step(message(code, **data), at)
        return at.date()


def value_at(issue: Issue, percent: int) -> Value:
    """Return the value so far on our scale from worst to best, on the issue's grid."""
    if issue.options:
        return issue.options[min(percent * len(issue.options) // 100, len(issue.options) - 1)].label
    best, worst = issue.best, issue.worst
    if isinstance(best, date) and isinstance(worst, date):
        return worst + timedelta(days=(best - worst).days * percent // 100)
    if not isinstance(best, Decimal) or not isinstance(worst, Decimal) or issue.step is None:
        raise TypeError("a generated issue has both ends")
    exact = worst + (best - worst) * percent / 100
    return (exact / issue.step).to_integral_value(ROUND_HALF_EVEN) * issue.step


def prepare(desk: Desk, plan: Plan, supplier_id: int) -> Negotiation:
    """Write the preparation of a negotiation; return it with what its verdicts need."""
    bulk, chance, voice = desk.bulk, desk.chance, desk.voice
    title, at = desk.say("titles"), desk.calendar.next(SLOW)
    bulk.step(message("journal.negotiation_added", name=short(title)), at)
    weighting = Weighting.MONEY if chance.happens(0.3) else Weighting.DIRECT
    fields: dict[str, Any] = {
        "supplier_id": supplier_id,
        "title": title,
        "mode": Mode.DISTRIBUTIVE if chance.happens(0.3) else Mode.INTEGRATIVE,
        "currency": _CURRENCIES.get(voice.language, "EUR"),
        "weighting": weighting,
        "created_at": at,
    }
    words = {"matter": desk.say("matters"), "lead": voice.person(chance)}
    made = bulk.add("negotiation", **fields, **words)
    issues = _issues(desk, plan, made, fields)
    alternatives = _alternatives(desk, plan, made, issues, weighting)
    estimates = _estimates(desk, plan, made, issues)
    answers = _answers(desk, plan, made)
    positions = _positions(desk, plan, made, issues)
    _edit(desk, plan, Prepared(made, title, issues, alternatives, answers, positions))
    return Negotiation(id=made, **fields, issues=issues, alternatives=alternatives, estimates=estimates)


@dataclass(frozen=True, slots=True)
class Prepared:
    """The records that the buyer comes back to."""

    negotiation_id: int
    title: str
    issues: tuple[Issue, ...]
    alternatives: tuple[Alternative, ...]
    answers: Mapping[int, str]
    positions: Mapping[int, Side]


def _issues(desk: Desk, plan: Plan, negotiation_id: int, matter: Mapping[str, Any]) -> tuple[Issue, ...]:
    chance, made = desk.chance, []
    weights = chance.shares(100, [chance.weight() for _ in range(plan.issues)])
    on = desk.step("journal.issues_changed") if plan.is_pasted else desk.calendar.day
    for place, key in enumerate(("price", *chance.several(_KEYS, plan.issues - 1))):
        name = desk.voice.issue(key)
        if not plan.is_pasted:
            on = desk.step("journal.issue_added", name=name)
        fields: dict[str, Any] = {"negotiation_id": negotiation_id, "place": place, "name": name, "alias": key}
        fields |= _scale(desk, key, matter["currency"], on)
        if matter["weighting"] is Weighting.DIRECT:
            fields["weight"] = Decimal(weights[place])
        elif key != "price":
            fields["money_worth"] = Decimal(chance.whole(2, 90) * 500)
        bare = Issue(id=1, **fields)
        fields |= {rung: value_at(bare, percent) for rung, percent in _RUNGS.items()}
        made.append(Issue(id=desk.bulk.add("issue", **fields), **fields))
    return tuple(made)


def _scale(desk: Desk, key: str, currency: str, on: date) -> dict[str, Any]:
    chance = desk.chance
    match key:
        case "price":
            usual, quantity = (desk.goods.own.whole(*ends) for ends in _TRADES[desk.goods.trade])
            base = usual * chance.whole(95, 105) // 100
            return {
                "unit": f"{currency}/pc",
                "best": Decimal(base) / 100,
                "worst": Decimal(base + max(12, base // 6)) / 100,
                "step": Decimal("0.01"),
                "reference_quantity": Decimal(quantity * 100),
            }
        case "inco":
            return {"kind": ScaleKind.OPTIONS, "options": tuple(Option(name, Decimal(of)) for name, of in _OPTIONS)}
        case "start":
            first = on + timedelta(days=chance.whole(20, 60))
            return {"kind": ScaleKind.DATE, "best": first, "worst": first + timedelta(days=chance.whole(30, 120))}
    best, worst, step = (Decimal(each) for each in _ENDS[key])
    return {"unit": _UNITS[key], "best": best, "worst": worst, "step": step}


def _alternatives(
    desk: Desk, plan: Plan, negotiation_id: int, issues: tuple[Issue, ...], weighting: Weighting
) -> tuple[Alternative, ...]:
    chance, made = desk.chance, []
    names: set[str] = set()
    for place in range(plan.alternatives):
        no_deal = place == 2
        name = desk.say("alternatives", "no_deal" if no_deal else "deal")
        while name in names:
            name = desk.say("alternatives", "deal")
        names.add(name)
        on = desk.step("journal.alternative_added", name=short(name))
        fields: dict[str, Any] = {"negotiation_id": negotiation_id, "place": place, "name": name}
        terms: Package = ()
        if no_deal:
            fields |= {"form": Form.POINTS, "no_deal": True, "points": Decimal(chance.whole(5, 30))}
        else:
            fields |= {"evidence": desk.say("evidence"), "evidence_on": on - timedelta(days=chance.whole(0, 40))}
            if chance.happens(0.7):
                fields["valid_until"] = on + timedelta(days=chance.whole(10, 300))
            fields["switching_cost"] = Decimal(chance.whole(0, 40) * (50 if weighting is Weighting.MONEY else 25))
            stated = issues[: chance.whole(1, len(issues))]
            terms = tuple(Term(issue_id=each.id, value=value_at(each, chance.whole(5, 40))) for each in stated)
        made_id = desk.bulk.add("alternative", **fields)
        put_terms(desk.bulk, negotiation_id, terms, alternative_id=made_id)
        made.append(Alternative(id=made_id, **fields, terms=terms))
    return tuple(made)


def put_terms(bulk: Bulk, negotiation_id: int, terms: Package, **owner: Any) -> None:
    """Add the terms of a line, an alternative or a deal to the verb under way."""
    for place, term in enumerate(terms):
        fields = {"issue_id": term.issue_id, "value": term.value, "upto": term.upto, "place": place}
        bulk.add("term", negotiation_id=negotiation_id, **owner, **fields)


def _estimates(desk: Desk, plan: Plan, negotiation_id: int, issues: tuple[Issue, ...]) -> tuple[Estimate, ...]:
    chance, made = desk.chance, []
    for issue in issues[: plan.estimates]:
        on = desk.step("journal.estimate_put")
        likely = value_at(issue, chance.whole(30, 60))
        fields: dict[str, Any] = {
            "negotiation_id": negotiation_id,
            "issue_id": issue.id,
            "subject": Subject.LIMIT,
            "likely": likely,
            "basis": chance.one(tuple(Basis)),
            "source": desk.say("sources"),
            "on": on,
        }
        made.append(Estimate(id=desk.bulk.add("estimate", **fields), **fields))
    return tuple(made)


def _answers(desk: Desk, plan: Plan, negotiation_id: int) -> dict[int, str]:
    """Write answers of both sides; return by id which phrases each was made of."""
    chance, made = desk.chance, {}
    asked = [(side, question) for side in Side for question in Question]
    for side, question in chance.several(asked, plan.answers):
        desk.step("journal.answer_put")
        made[
            desk.bulk.add(
                "answer",
                negotiation_id=negotiation_id,
                side=side,
                question=question,
                text=desk.say("answers", f"{side}_{question}"),
                basis=None if side is Side.US else chance.one(tuple(Basis)),
            )
        ] = f"{side}_{question}"
    return made


def _positions(desk: Desk, plan: Plan, negotiation_id: int, issues: tuple[Issue, ...]) -> dict[int, Side]:
    chance, made = desk.chance, {}
    for place in range(plan.positions):
        desk.step("journal.position_added")
        side = Side.THEM if place % 2 else Side.US
        made[
            desk.bulk.add(
                "position",
                negotiation_id=negotiation_id,
                place=place,
                side=side,
                issue_id=chance.one(issues).id if chance.happens(0.6) else None,
                position=desk.say("positions", side),
                why=desk.say("whys", side),
                interest=desk.say("interests", side),
                basis=None if side is Side.US else chance.one(tuple(Basis)),
            )
        ] = side
    return made


def _edit(desk: Desk, plan: Plan, prepared: Prepared) -> None:
    """Come back to what was written: words that no verdict rests on are put another way."""
    chance = desk.chance
    quoted = [each for each in prepared.alternatives if not each.no_deal]
    for number in range(plan.edits):
        what = number % 4
        if what == 0:
            desk.step("journal.position_changed")
            position = chance.one(tuple(prepared.positions))
            _reword(desk, "position", position, "interest", "interests", prepared.positions[position])
        elif what == 1:
            answer = chance.one(tuple(prepared.answers))
            desk.step("journal.answer_put")
            _reword(desk, "answer", answer, "text", "answers", prepared.answers[answer])
        elif what == 2:
            alternative = chance.one(quoted)
            desk.step("journal.alternative_changed", name=short(alternative.name))
            _reword(desk, "alternative", alternative.id, "evidence", "evidence")
        else:
            desk.step("journal.negotiation_changed", name=short(prepared.title))
            _reword(desk, "negotiation", prepared.negotiation_id, "matter", "matters")


def _reword(desk: Desk, kind: str, record_id: int, field: str, phrases: str, part: str = "") -> None:
    said = desk.bulk.value(kind, record_id, field)
    new = said
    while new == said:
        new = desk.say(phrases, part)
    desk.bulk.change(kind, record_id, **{field: new})
