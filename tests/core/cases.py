"""tests: the published cases and the table of golden figures as records, shared by the tests of the rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from core.alternative import Alternative
from core.candidate import Candidate
from core.counterpart import Counterpart
from core.estimate import Estimate, Subject
from core.issue import Issue
from core.line import Line, Verb
from core.meeting import Meeting
from core.mode import Around
from core.need import CommonGoal, Need
from core.negotiation import Negotiation, Weighting, Willingness
from core.plan import PlannedConcession, PlanPoint, PointKind
from core.side import Basis, Side
from core.strategy import Answer, Match, Position, Question
from core.term import Package, Term, Value

MOMENT = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
DAY = MOMENT.date()


def figure(value: Any) -> Value:
    """Turn a test's plain figure into a stated value."""
    return (
        value
        if isinstance(value, (date, Decimal))
        else Decimal(str(value))
        if not isinstance(value, str)
        else (Decimal(value) if value.lstrip("-").replace(".", "", 1).isdigit() else value)
    )


def issue(issue_id: int, name: str, best: Any = None, worst: Any = None, weight: Any = None, **fields: Any) -> Issue:
    """Build an issue from plain figures."""
    figures = ("step", "baseline", "opening", "best_outcome", "fair", "minimum", "limit", "ideal", "money_worth")
    for field in (*figures, "reference_quantity", "price_basis"):
        if fields.get(field) is not None:
            fields[field] = figure(fields[field])
    return Issue(
        id=issue_id,
        negotiation_id=1,
        place=issue_id,
        name=name,
        best=None if best is None else figure(best),
        worst=None if worst is None else figure(worst),
        weight=None if weight is None else Decimal(str(weight)),
        **fields,
    )


def terms(values: dict[int, Any]) -> Package:
    """Build a package from plain figures by issue; a pair is a range."""
    return tuple(
        Term(issue_id=issue_id, value=figure(value[0]), upto=figure(value[1]))
        if isinstance(value, tuple)
        else Term(issue_id=issue_id, value=figure(value))
        for issue_id, value in values.items()
    )


def alternative(alternative_id: int, name: str, values: dict[int, Any] | None = None, **fields: Any) -> Alternative:
    """Build an alternative from plain figures."""
    for field in ("total", "points", "switching_cost", "probability"):
        if fields.get(field) is not None:
            fields[field] = Decimal(str(fields[field]))
    return Alternative(
        id=alternative_id, negotiation_id=1, place=alternative_id, name=name, terms=terms(values or {}), **fields
    )


def line(line_id: int, side: Side | None, values: dict[int, Any] | None = None, **fields: Any) -> Line:
    """Build a line said `line_id` minutes after the first moment, an offer unless another verb is given."""
    at = fields.pop("at", MOMENT + timedelta(minutes=line_id))
    for field in ("conditions", "in_return"):
        if field in fields:
            fields[field] = terms(fields[field])
    return Line(
        id=line_id,
        negotiation_id=1,
        at=at,
        logged_at=fields.pop("logged_at", at),
        side=side,
        verb=fields.pop("verb", Verb.OFFER),
        text=fields.pop("text", "typed"),
        terms=terms(values or {}),
        **fields,
    )


def negotiation(*issues: Issue, **fields: Any) -> Negotiation:
    """Build a negotiation of these issues."""
    return Negotiation(id=1, supplier_id=1, title="Matter", issues=issues, **fields)


def four_issues(**fields: Any) -> Negotiation:
    """Return the table of golden figures: price, payment, lead time, warranty, and its BATNA."""
    parts: dict[str, Any] = {
        "alternatives": (alternative(1, "Second supplier", {1: 104, 2: 30, 3: 8, 4: 24}),),
        **fields,
    }
    return negotiation(
        issue(1, "Price", 100, 110, "0.5", step="0.01", unit="EUR"),
        issue(2, "Payment", 60, 14, "0.2", step=1, unit="days"),
        issue(3, "Lead time", 4, 10, "0.2", step=1, unit="weeks"),
        issue(4, "Warranty", 36, 12, "0.1", step=1, unit="months"),
        **parts,
    )


def canned_food(*, switching_cost: Any = 1000, **fields: Any) -> Negotiation:
    """Return the first case of the article: 100,000 cans, price 1.40 to 1.60, prepaid share."""
    return negotiation(
        issue(1, "Price", "1.40", "1.60", step="0.01", unit="EUR/can", reference_quantity=100_000, alias="p"),
        issue(2, "Prepaid", 0, 100, step=1, unit="%", money_worth="882.78", baseline=0),
        weighting=Weighting.MONEY,
        annual_rate=Decimal(8),
        alternatives=(alternative(1, "Other supplier", {1: "1.40", 2: 0}, switching_cost=switching_cost),),
        **fields,
    )


def changed(found: Negotiation, issue_id: int, **fields: Any) -> Negotiation:
    """Return a negotiation with fields of one issue changed."""
    issues = tuple(replace(each, **fields) if each.id == issue_id else each for each in found.issues)
    return replace(found, issues=issues)


def with_rungs(found: Negotiation, **rungs: tuple[Any, ...]) -> Negotiation:
    """Return a negotiation with rungs, or limits, of all its issues set in their order."""
    for name, values in rungs.items():
        for each, value in zip(found.issues, values, strict=True):
            found = changed(found, each.id, **{name: Decimal(value)})
    return found


PEOPLE = Around(people=(Counterpart(id=1, supplier_id=1, name="Elena Marchetti", authority="up to 3 %"),))


def whole() -> Negotiation:
    """Return a preparation of the golden issues that lacks nothing, if it is looked at with `PEOPLE`."""
    subject = with_rungs(
        four_issues(),
        opening=(100, 60, 4, 36),
        best_outcome=(101, 60, 4, 36),
        fair=(103, 45, 6, 24),
        minimum=(104, 30, 8, 24),
        limit=(106, 20, 9, 18),
    )
    proven = alternative(1, "Second", {1: 104, 2: 30, 3: 8, 4: 24}, evidence="quote", evidence_on=DAY)
    why: dict[str, Any] = {"position": "lower", "why": "margin", "interest": "a stable cost"}
    points = (PointKind.QUESTION, PointKind.TEST, PointKind.ARGUMENT, PointKind.TACTIC, PointKind.PROTECT)
    subjects = (Subject.LIMIT, Subject.WEIGHT)
    return replace(
        subject,
        is_lasting=True,
        has_time=True,
        willingness=Willingness.WILLING,
        willingness_basis=Basis.SAID,
        opening_reason="what the index says",
        walk_away="we come back next week",
        alternatives=(proven,),
        answers=(Answer(negotiation_id=1, side=Side.US, question=Question.GOAL, text="supply"),),
        positions=(
            Position(id=1, negotiation_id=1, side=Side.US, issue_id=1, **why),
            Position(id=2, negotiation_id=1, side=Side.THEM, issue_id=1, basis=Basis.SAID, match=Match.SAME, **why),
        ),
        needs=(
            Need(id=1, negotiation_id=1, side=Side.US, text="supply until March", goal_id=1),
            Need(id=2, negotiation_id=1, side=Side.THEM, text="a full line until March", basis=Basis.SAID, goal_id=1),
        ),
        common_goals=(CommonGoal(id=1, negotiation_id=1, text="a line that runs until March"),),
        candidates=tuple(Candidate(id=number, negotiation_id=1, label=label) for number, label in ((1, "A"), (2, "B"))),
        estimates=tuple(
            Estimate(id=number, negotiation_id=1, issue_id=1, subject=each, likely=Decimal(number))
            for number, each in enumerate(subjects, start=1)
        ),
        planned_concessions=(PlannedConcession(id=1, negotiation_id=1, issue_id=2, return_issue_id=1),),
        plan_points=tuple(
            PlanPoint(id=number, negotiation_id=1, kind=kind, text="x") for number, kind in enumerate(points, start=1)
        ),
        meetings=(Meeting(id=1, negotiation_id=1, planned_at=MOMENT + timedelta(days=9)),),
    )
