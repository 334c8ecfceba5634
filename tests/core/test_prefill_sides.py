"""tests: what an earlier negotiation and the notes lend of both sides and for the plan, and what they must not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from core.alternative import Form
from core.estimate import Estimate, Subject
from core.issue import ScaleKind
from core.line import Verb
from core.need import CommonGoal, Need, NeedKind
from core.negotiation import Negotiation
from core.note import Note, Topic
from core.plan import PlanPoint, PointKind
from core.prefill import Prefill, marks, together
from core.prefill_sides import from_notes, sides_from_earlier
from core.side import Basis, Side
from core.strategy import Answer, Position, Question
from core.tactics import Tactic
from tests.core.cases import DAY, alternative, four_issues, issue, line, negotiation, whole


def estimate(subject: Subject, likely: Any, issue_id: int | None = 1, **fields: Any) -> Estimate:
    return Estimate(negotiation_id=1, issue_id=issue_id, subject=subject, likely=Decimal(likely), **fields)


def empty(**fields: Any) -> Negotiation:
    return replace(negotiation(), **fields)


def test_a_whole_preparation_is_lent_to_an_empty_one() -> None:
    found = sides_from_earlier(empty(), whole())
    assert found.answers == ({"side": Side.US, "question": Question.GOAL, "text": "supply"},)
    assert [(each["side"], each["issue"], each["interest"]) for each in found.positions] == [
        (Side.US, "price", "a stable cost"), (Side.THEM, "price", "a stable cost")
    ]  # fmt: skip
    assert found.goals == ({"text": "a line that runs until March"},)
    assert [(each["side"], each["goal"]) for each in found.needs] == [
        (Side.US, "a line that runs until March"), (Side.THEM, "a line that runs until March")
    ]  # fmt: skip
    (second,) = found.alternatives
    assert (second["name"], second["evidence"], second["evidence_on"]) == ("Second", "quote", DAY)
    assert second["terms"][0] == {"issue": "price", "value": Decimal(104), "upto": None, "as_said": ""}
    assert [(each["issue"], each["subject"]) for each in found.estimates] == [
        ("price", Subject.LIMIT), ("price", Subject.WEIGHT)
    ]  # fmt: skip


def test_a_guess_that_was_corrected_is_lent_as_what_it_turned_out_to_be() -> None:
    limit = estimate(
        Subject.LIMIT, "1.42", low=Decimal("1.40"), high=Decimal("1.45"), turned_out=Decimal("1.44"), turned_out_on=DAY
    )
    earlier = replace(four_issues(), title="Sweetcorn 2026", estimates=(limit, estimate(Subject.WEIGHT, 30)))
    corrected, still_a_guess = sides_from_earlier(empty(), earlier).estimates
    assert corrected == {
        "issue": "price", "subject": Subject.LIMIT, "likely": Decimal("1.44"), "basis": Basis.OBSERVED,
        "source": "Sweetcorn 2026", "on": DAY,
    }  # fmt: skip
    assert (still_a_guess["likely"], still_a_guess["basis"]) == (Decimal(30), Basis.GUESS)


def test_what_is_there_already_is_not_lent() -> None:
    again = sides_from_earlier(whole(), whole())
    assert again == Prefill()
    own = Position(id=9, negotiation_id=1, side=Side.US, issue_id=None, position="other")
    partly = replace(whole(), positions=(own,), needs=whole().needs[:1], estimates=whole().estimates[:1])
    found = sides_from_earlier(partly, whole())
    assert len(found.positions) == 2
    assert [each["side"] for each in found.needs] == [Side.THEM]
    assert [each["subject"] for each in found.estimates] == [Subject.WEIGHT]
    assert found.alternatives == ()


def test_days_are_past_and_amounts_in_another_currency_say_nothing() -> None:
    closing = issue(2, "Closing", date(2025, 1, 1), date(2025, 3, 1), 3, step=1, kind=ScaleKind.DATE)
    earlier = replace(
        negotiation(issue(1, "Price", 1, 2, 5, unit="EUR/t"), closing),
        alternatives=(
            alternative(1, "Package", {1: 1, 2: date(2025, 2, 1)}, switching_cost=100),
            alternative(2, "Total", total=500, form=Form.TOTAL),
        ),
        estimates=(
            estimate(Subject.LIMIT, 1),
            Estimate(negotiation_id=1, issue_id=2, subject=Subject.LIMIT, likely=date(2025, 2, 1)),
            estimate(Subject.WEIGHT, 4, 2),
        ),
    )
    found = sides_from_earlier(empty(currency="USD"), earlier)
    (package,) = found.alternatives
    assert "terms" not in package
    assert "switching_cost" not in package
    assert [each["subject"] for each in found.estimates] == [Subject.WEIGHT]


def test_a_figure_that_does_not_fit_the_scale_here_stays_behind() -> None:
    by_days = issue(1, "Price", date(2027, 1, 1), date(2027, 2, 1), 1, step=1, kind=ScaleKind.DATE)
    found = sides_from_earlier(negotiation(by_days), whole())
    assert [each["subject"] for each in found.estimates] == [Subject.WEIGHT]
    assert [each["issue"] for each in found.alternatives[0]["terms"]] == ["payment", "lead time", "warranty"]


def test_tactics_that_were_seen_come_once_each_with_what_answers_them() -> None:
    lines = (
        line(1, Side.THEM, verb=Verb.TACTIC, tactic=2, rest="2"),
        line(2, Side.US, verb=Verb.TACTIC, tactic=3),
        line(3, Side.THEM, verb=Verb.TACTIC, tactic=2),
        line(4, Side.THEM, verb=Verb.TACTIC, tactic=77, rest="77 boss called twice"),
    )
    known = {2: Tactic(number=2, name="Deadline", counters=("Ask what happens then", "Wait"))}
    found = sides_from_earlier(empty(), replace(four_issues(), lines=lines), known)
    assert found.points == (
        {"kind": PointKind.TACTIC, "side": Side.THEM, "tactic": 2, "reply": "Ask what happens then"},
        {"kind": PointKind.TACTIC, "side": Side.THEM, "tactic": 77, "text": "77 boss called twice"},
    )  # fmt: skip
    planned = PlanPoint(negotiation_id=1, kind=PointKind.TACTIC, side=Side.THEM, tactic=2)
    again = sides_from_earlier(empty(plan_points=(planned,)), replace(four_issues(), lines=lines), known)
    assert [each["tactic"] for each in again.points] == [77]


def note(topic: Topic, text: str, basis: Basis = Basis.SAID, **fields: Any) -> Note:
    return Note(supplier_id=1, topic=topic, basis=basis, text=text, on=DAY, **fields)


def test_interests_hopes_and_concerns_of_the_dossier_become_their_needs_with_basis() -> None:
    notes = [
        note(Topic.CONCERN, "cash is tight\nuntil the harvest", counterpart_id=4),
        note(Topic.INTEREST, "a full line", Basis.GUESS),
        note(Topic.HOPE, "A full  LINE"),
        note(Topic.FAMILY, "two daughters"),
        note(Topic.HOPE, "that we stay", is_about_us=True),
    ]
    found = from_notes(empty(), notes).needs
    assert found == (
        {
            "side": Side.THEM, "kind": NeedKind.CONCERN, "text": "cash is tight until the harvest",
            "basis": Basis.SAID, "counterpart_id": 4,
        },
        {"side": Side.THEM, "kind": NeedKind.HOPE, "text": "a full line", "basis": Basis.GUESS},
    )  # fmt: skip
    known = Need(negotiation_id=1, side=Side.THEM, text="a full line")
    assert len(from_notes(empty(needs=(known,)), notes).needs) == 1


def test_what_comes_from_several_places_comes_once_and_the_first_goes_before() -> None:
    first = Prefill(issues=({"name": "Price", "best": Decimal(1)},), matter={"annual_rate": Decimal(8)})
    second = Prefill(
        issues=({"name": "price "}, {"name": "Payment"}),
        matter={"annual_rate": Decimal(5)},
        needs=({"side": Side.US, "text": "supply"}, {"side": Side.THEM, "text": "Supply"}),
    )
    found = together(first, second, second)
    assert [each["name"] for each in found.issues] == ["Price", "Payment"]
    assert found.matter == {"annual_rate": Decimal(8)}
    assert len(found.needs) == 2
    assert found.count == 4


def test_what_a_thing_is_needs_no_confirming() -> None:
    price = {"name": "Price", "kind": ScaleKind.NUMERIC, "best": 1, "weight": 2}
    assert marks(price, "name") == ("best", "weight")
    assert marks({"side": Side.THEM, "issue": "price", "interest": "cash", "basis": Basis.SAID}) == (
        "basis", "interest"
    )  # fmt: skip


@given(st.lists(st.sampled_from(["cash", "Cash ", "line", "  a  line"]), max_size=5), st.sampled_from(Side))
def test_lending_twice_adds_nothing_the_second_time(texts: list[str], side: Side) -> None:
    needs = tuple(Need(id=at, negotiation_id=1, side=side, text=text) for at, text in enumerate(texts, 1))
    goals = tuple(CommonGoal(id=at, negotiation_id=1, text=text) for at, text in enumerate(texts, 1))
    answer = Answer(negotiation_id=1, side=side, question=Question.GOAL, text="supply")
    earlier = empty(needs=needs, common_goals=goals, answers=(answer,))
    lent = together(sides_from_earlier(empty(), earlier))
    filled = empty(
        needs=tuple(Need(negotiation_id=1, side=each["side"], text=each["text"]) for each in lent.needs),
        common_goals=tuple(CommonGoal(negotiation_id=1, text=each["text"]) for each in lent.goals),
        answers=(answer,),
    )
    assert together(sides_from_earlier(filled, earlier)).count == 0
