"""tests: answers, positions and estimates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from core.errors import NotFound
from core.estimate import Subject
from core.side import Basis, Side
from core.strategy import Question
from db.logbook import Logbook
from tests.golden.fill import Filled


def test_an_answer_is_set_changed_and_taken_away(full: Logbook, ids: Filled) -> None:
    def answer() -> str:
        return full.negotiations.load(ids.negotiation).answer(Side.THEM, Question.GOAL)

    assert answer() == "Cash"
    assert full.answers.put(ids.negotiation, Side.THEM, Question.GOAL, "Cash", Basis.GUESS).entry == 0
    full.answers.put(ids.negotiation, Side.THEM, Question.GOAL, "Cash now", Basis.SAID)
    assert answer() == "Cash now"
    full.answers.put(ids.negotiation, Side.THEM, Question.GOAL, " ")
    assert answer() == ""
    assert full.answers.put(ids.negotiation, Side.THEM, Question.GOAL, "").entry == 0
    with pytest.raises(NotFound):
        full.answers.put(999, Side.US, Question.BEST, "x")


def test_positions_are_added_moved_and_deleted(full: Logbook, ids: Filled) -> None:
    made = full.positions.add(ids.negotiation, side=Side.US, position="1.40").made
    assert [each.position for each in full.negotiations.load(ids.negotiation).positions] == ["1.60", "1.40"]
    full.positions.move(made, 0)
    full.positions.change(made, why="budget", issue_id=ids.price)
    first = full.negotiations.load(ids.negotiation).positions[0]
    assert (first.position, first.why, first.issue_id) == ("1.40", "budget", ids.price)
    full.positions.delete(made)
    assert [each.position for each in full.negotiations.load(ids.negotiation).positions] == ["1.60"]


def test_one_subject_has_one_estimate(full: Logbook, ids: Filled) -> None:
    full.estimates.put(ids.negotiation, ids.price, Subject.LIMIT, likely=Decimal("1.46"), basis=Basis.SAID)
    found = full.negotiations.load(ids.negotiation).estimates
    assert [(each.subject, each.likely) for each in found] == [
        (Subject.LIMIT, Decimal("1.46")), (Subject.RESERVATION, Decimal(40)),
    ]  # fmt: skip
    assert (found[0].low, found[0].basis, found[0].source) == (Decimal("1.43"), Basis.SAID, "trade press")
    full.estimates.put(ids.negotiation, None, Subject.RESERVATION, likely=Decimal(45))
    assert len(full.negotiations.load(ids.negotiation).estimates) == 2
    for option in ("EXW", "DDP"):
        full.estimates.put(ids.negotiation, ids.terms, Subject.OPTION, option=option, likely=Decimal("0.5"))
    assert [each.option for each in full.negotiations.load(ids.negotiation).estimates[2:]] == ["EXW", "DDP"]
    full.estimates.delete(found[0].id)
    assert len(full.negotiations.load(ids.negotiation).estimates) == 3


def test_what_a_choice_told_is_one_step_of_several_estimates(full: Logbook, ids: Filled) -> None:
    for issue_id, weight in ((ids.price, 40), (ids.terms, 60)):
        full.estimates.put(ids.negotiation, issue_id, Subject.WEIGHT, likely=Decimal(weight))

    def weights() -> list[tuple[Decimal, str]]:
        found = full.negotiations.load(ids.negotiation).estimates
        return [(each.likely, each.source) for each in found if each.subject is Subject.WEIGHT]  # type: ignore[misc]

    before = full.negotiations.load(ids.negotiation).estimates
    raised = [
        replace(each, likely=each.likely * 2, source="chose B")
        for each in before
        if each.subject is Subject.WEIGHT and isinstance(each.likely, Decimal)
    ]
    full.estimates.learn(ids.negotiation, raised)
    assert weights() == [(Decimal(80), "chose B"), (Decimal(120), "chose B")]
    full.journal.undo()
    assert weights() == [(Decimal(40), ""), (Decimal(60), "")]
    assert full.estimates.learn(ids.negotiation, []).entry == 0


def test_what_an_estimate_turned_out_to_be_is_noted_with_its_day(full: Logbook, ids: Filled) -> None:
    estimate = full.negotiations.load(ids.negotiation).estimates[0]
    full.estimates.turn_out(estimate.id, Decimal("1.39"), date(2026, 4, 2))
    after = full.negotiations.load(ids.negotiation).estimates[0]
    assert (after.turned_out, after.turned_out_on, after.likely) == (
        Decimal("1.39"), date(2026, 4, 2), estimate.likely
    )  # fmt: skip
    full.estimates.turn_out(estimate.id, None, date(2026, 4, 3))
    assert full.negotiations.load(ids.negotiation).estimates[0].turned_out_on is None


def test_positions_of_several_rows_are_written_in_one_step(full: Logbook, ids: Filled) -> None:
    before = full.negotiations.load(ids.negotiation).positions
    kept = full.positions.add(ids.negotiation, side=Side.US, position="1.40").made
    added = ({"side": Side.US, "position": "60 days"}, {"side": Side.THEM, "position": "prepaid", "basis": Basis.SAID})
    changes = full.positions.put_many(ids.negotiation, {kept: {"why": "budget"}}, added, [before[0].id])
    found = full.negotiations.load(ids.negotiation).positions
    assert [(each.position, each.why) for each in found] == [("1.40", "budget"), ("60 days", ""), ("prepaid", "")]
    assert changes.made == found[1].id
    full.journal.undo()
    full.journal.undo()
    assert full.negotiations.load(ids.negotiation).positions == before


def test_estimates_of_several_rows_are_set_and_deleted_in_one_step(full: Logbook, ids: Filled) -> None:
    before = full.negotiations.load(ids.negotiation).estimates
    given = [
        {"issue_id": ids.price, "subject": Subject.WEIGHT, "likely": Decimal(40), "basis": Basis.GUESS},
        {"issue_id": ids.price, "subject": Subject.LIMIT, "likely": Decimal("1.44"), "basis": Basis.SAID},
    ]
    full.estimates.put_many(ids.negotiation, given)
    known = {(each.issue_id, each.subject): each for each in full.negotiations.load(ids.negotiation).estimates}
    assert known[ids.price, Subject.WEIGHT].likely == Decimal(40)
    assert known[ids.price, Subject.LIMIT].basis is Basis.SAID
    gone = known[ids.price, Subject.LIMIT].id
    full.estimates.put_many(ids.negotiation, [{**given[0], "likely": Decimal(50)}], [gone])
    after = full.negotiations.load(ids.negotiation).estimates
    assert gone not in {each.id for each in after}
    assert Decimal(50) in [each.likely for each in after]
    full.journal.undo()
    full.journal.undo()
    assert full.negotiations.load(ids.negotiation).estimates == before
