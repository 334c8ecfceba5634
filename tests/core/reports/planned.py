"""tests: the full negotiation with everything planned - its ladder, packages, points, needs and their side."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from core.candidate import Candidate
from core.estimate import Estimate, Subject
from core.line import Verb
from core.need import CommonGoal, Need, NeedKind
from core.negotiation import Negotiation
from core.plan import PlannedConcession, PlanPoint, PointKind
from core.side import Basis, Side
from core.strategy import Match
from core.term import Value
from tests.core.reports import cases
from tests.core.reports.cases import D

PRICE, LEAD, COVER, PAYMENT, SHELF, VOLUME = range(1, 7)
# best and worst end for them, and their weight
_THEIRS = {
    PRICE: (D("1.60"), D("1.35"), 40),
    LEAD: (D(6), D(2), 5),
    PAYMENT: (D(0), D(60), 35),
    SHELF: (D(18), D(36), 5),
    VOLUME: (D(150000), D(0), 5),
}


def planned() -> Negotiation:
    """Return the preparation with its plan."""
    found = cases.negotiation()
    known = {issue.id for issue in found.issues}
    positions = tuple(
        replace(each, match=Match.DIFFERENT) if each.issue_id == PAYMENT else each for each in found.positions
    )
    return replace(
        found,
        positions=positions,
        opening_reason="The wholesale index fell by 4 % since June",
        pause_rule="they name a new term, or the price comes to 1.44",
        walk_away="Thank you. We will call you before the 11th, whatever we decide.",
        planned_concessions=tuple(each for each in _steps() if each.issue_id in known),
        plan_points=_points(),
        candidates=_candidates(),
        needs=_needs(),
        common_goals=(
            CommonGoal(id=1, negotiation_id=14, text="Delivered and paid before the year ends"),
            CommonGoal(id=2, negotiation_id=14, place=1, text="No quarrel about a recall in the press"),
        ),
        meetings=tuple(replace(each, purpose="price and cover") for each in found.meetings),
    )


def estimated(found: Negotiation) -> Negotiation:
    """Return a negotiation whose other side is estimated on each issue."""
    extra: list[Estimate] = [_estimate(COVER, Subject.WEIGHT, D(10))]
    for option, worth in (("full", "0"), ("shared", "0.5"), ("none", "1")):
        extra.append(replace(_estimate(COVER, Subject.OPTION, D(worth)), option=option))
    for issue_id, (best, worst, weight) in _THEIRS.items():
        extra.append(replace(_estimate(issue_id, Subject.WEIGHT, D(weight)), low=D(weight) - 3, high=D(weight) + 3))
        extra += [_estimate(issue_id, Subject.BEST, best), _estimate(issue_id, Subject.WORST, worst)]
    return replace(found, estimates=(*found.estimates, *extra))


def _estimate(issue_id: int, subject: Subject, likely: Value) -> Estimate:
    return Estimate(negotiation_id=14, issue_id=issue_id, subject=subject, likely=likely, basis=Basis.GUESS)


def _steps() -> tuple[PlannedConcession, ...]:
    def step(number: int, issue_id: int, to: Value, **fields: Any) -> PlannedConcession:
        return PlannedConcession(id=number, negotiation_id=14, place=number, issue_id=issue_id, to_value=to, **fields)

    return (
        step(1, PRICE, D("1.38"), return_issue_id=COVER, return_value="full"),
        step(2, PAYMENT, D(30), return_issue_id=SHELF, return_value=D(26)),
        step(3, PRICE, D("1.39"), in_return="they write down two weeks"),
        step(4, PRICE, D("1.395")),
    )


def _points() -> tuple[PlanPoint, ...]:
    made: tuple[tuple[PointKind, str, str, dict[str, Any]], ...] = (
        (PointKind.QUESTION, "Which term matters most this month, and why?", "Cash, before Christmas", {}),
        (PointKind.QUESTION, "What would payment with the order change?", "", {}),
        (PointKind.TEST, "What would make this a good deal for both of us?", "", {}),
        (PointKind.ARGUMENT, "We took 10 % more than agreed", "The price was lower then", {"issue_id": PRICE}),
        (PointKind.TACTIC, "", "Ask what happens the day after", {"side": Side.THEM, "tactic": 3}),
        (PointKind.TACTIC, "", "after the first figure", {"side": Side.US, "tactic": 4}),
        (PointKind.TACTIC, "Calls the boss", "Ask him to join", {"side": Side.THEM}),
        (PointKind.PROTECT, "Tarsia’s quotation", "we always look at the market", {}),
        (PointKind.PROTECT, "The shelf price", "", {}),
        (PointKind.SHARE, "the promotion date", "", {}),
        (PointKind.SHARE, "the yearly volume", "", {}),
        (PointKind.ROLE, "leads", "", {"who": "Mark Jansen"}),
        (PointKind.ROLE, "keeps the log", "", {"who": "Petra Lindqvist"}),
        (PointKind.AGENDA, "What each side needs", "", {"minutes": 10}),
        (PointKind.AGENDA, "", "", {"minutes": 25, "issue_id": PRICE}),
        (PointKind.MOVE, "Ask Tarsia to hold the quote", "", {"is_done": True, "who": "Petra Lindqvist"}),
        (PointKind.MOVE, "Get the bank guarantee confirmed", "", {}),
    )
    return tuple(
        PlanPoint(id=at, negotiation_id=14, place=at, kind=kind, text=text, reply=reply, **more)
        for at, (kind, text, reply, more) in enumerate(made, 1)
    )


def _candidates() -> tuple[Candidate, ...]:
    cash = cases.terms(price=D("1.40"), lead=D(2), cover="full", pay=D(0), shelf=D(26), volume=D(50000))
    season = cases.terms(price=D("1.39"), lead=D(3), cover="full", pay=D(30), shelf=D(24), volume=D(100000))
    return (
        Candidate(id=1, negotiation_id=14, label="A", name="Cash now", terms=cash, is_shared=True),
        Candidate(id=2, negotiation_id=14, place=1, label="B", name="Season", terms=season, by=Side.THEM),
        Candidate(id=3, negotiation_id=14, place=2, label="C", name="Standard", terms=season[:3], by=None),
    )


def _needs() -> tuple[Need, ...]:
    made = (
        (Side.US, NeedKind.HOPE, "full shelves on 4 January", None, 1),
        (Side.THEM, NeedKind.HOPE, "cash this year", Basis.OBSERVED, 1),
        (Side.THEM, NeedKind.CONCERN, "growers unpaid at New Year", Basis.SAID, 1),
        (Side.US, NeedKind.CONCERN, "a recall that we pay alone", None, None),
        (Side.THEM, NeedKind.HOPE, "a second order", Basis.GUESS, None),
    )
    return tuple(
        Need(id=at, negotiation_id=14, place=at, side=side, kind=kind, text=text, basis=basis, goal_id=goal)
        for at, (side, kind, text, basis, goal) in enumerate(made, 1)
    )


def threatened(found: Negotiation) -> Negotiation:
    """Return a negotiation in whose log a deadline was set twice."""
    first = found.lines[0]
    uses = tuple(
        replace(first, id=90 + at, verb=Verb.TACTIC, tactic=3, terms=(), at=cases.at(at, 9, 0, 3)) for at in (1, 2)
    )
    return replace(found, id=9, lines=(*found.lines, *uses))
