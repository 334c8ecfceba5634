"""tests: core/reports/risks.py - each rule finds its risk, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from core.estimate import Estimate, Subject
from core.negotiation import Negotiation
from core.reports.case import Case
from core.reports.risks import next_meeting, risks
from core.side import Basis
from core.supplier import Supplier
from core.words import Words
from tests.core.reports import cases
from tests.core.reports.cases import D

BARE = Supplier(id=2, name="Sorano")


def sound() -> Negotiation:
    """Return a preparation in which no rule finds anything."""
    one = cases.negotiation()
    better = tuple(replace(issue, minimum=issue.fair) for issue in one.issues)
    sure = replace(one.alternatives[0], probability=D(1), valid_until=None)
    return replace(one, issues=better, alternatives=(sure,), estimates=())


def found(negotiation: Negotiation, supplier: Supplier = BARE) -> list[str]:
    return [risk.title for risk in risks(Case(negotiation, Words(), cases.MADE_AT.date()), supplier)]


def test_a_sound_plan_has_no_risk() -> None:
    assert found(sound()) == []


def test_what_is_wrong_with_the_batna() -> None:
    plan = sound()
    best = plan.alternatives[0]

    def with_batna(**changes: object) -> list[str]:
        return found(replace(plan, alternatives=(replace(best, **changes),)))  # type: ignore[arg-type]

    assert found(replace(plan, alternatives=())) == ["No BATNA"]
    assert with_batna(valid_until=date(2026, 11, 24)) == ["No BATNA"], "expired"
    assert with_batna(valid_until=date(2026, 12, 1)) == ["The BATNA expires"]
    assert with_batna(evidence="") == ["The BATNA rests on weak evidence"]
    assert with_batna(evidence_on=date(2026, 8, 1)) == ["The BATNA rests on weak evidence"]
    assert with_batna(probability=D("0.95")) == ["The BATNA is not certain"]


def test_an_alternative_that_ends_before_the_next_meeting_expires() -> None:
    plan = sound()
    later = replace(plan.meetings[0], planned_at=cases.at(20, 10, 0))
    soon = replace(plan.alternatives[0], valid_until=date(2026, 12, 15))
    assert found(replace(plan, meetings=(later,), alternatives=(soon,))) == ["The BATNA expires"]


def test_what_is_wrong_with_limits() -> None:
    plan = sound()
    guess = Estimate(negotiation_id=14, issue_id=1, subject=Subject.LIMIT, likely=D("1.48"), basis=Basis.GUESS)
    assert found(replace(plan, estimates=(guess,))) == ["No overlap", "Their limit is a guess"]
    assert found(replace(plan, estimates=(replace(guess, likely=D("1.40"), basis=Basis.SAID),))) == []
    open_ended = tuple(replace(issue, limit=None) for issue in plan.issues)
    assert found(replace(plan, issues=open_ended)) == ["Limits are not set"]


def test_a_ladder_out_of_order() -> None:
    plan = sound()
    worse = tuple(replace(issue, minimum=issue.limit) for issue in plan.issues)
    assert found(replace(plan, issues=worse)) == ["The ladder is out of order"]


def test_what_cannot_be_valued() -> None:
    plan = sound()
    unweighed = tuple(replace(issue, weight=D(0)) for issue in plan.issues)
    assert found(replace(plan, issues=unweighed)) == ["The BATNA cannot be valued", "Packages cannot be compared"]


def test_dependence_both_ways() -> None:
    tied = replace(BARE, our_share_of_their_sales=D(70), their_share_of_our_supply=D(41))
    assert found(sound(), tied) == ["We depend on them", "They depend on us"]
    loose = replace(BARE, our_share_of_their_sales=D(29), their_share_of_our_supply=D("29.9"))
    assert found(sound(), loose) == []


def test_the_next_meeting_is_the_first_that_is_still_to_come() -> None:
    plan = sound()
    held = replace(plan.meetings[0], started_at=cases.at(1, 10, 0))
    case = Case(replace(plan, meetings=(held,)), Words(), cases.MADE_AT.date())
    assert next_meeting(case) is None
    assert next_meeting(Case(plan, Words(), cases.MADE_AT.date())) == cases.at(1, 10, 0)
