"""tests: ui/prepare/steps/quiet_text.py - what the logbook did not take stays as typed, and is told once more."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from core.side import Side
from core.strategy import Question
from tests.ui.prepare.conftest import Bench
from ui.prepare.steps.goal_step import GoalStep
from ui.prepare.steps.plan_step import PlanStep
from ui.prepare.steps.plan_texts import Opening
from ui.prepare.steps.quiet_text import QuietText

Key = Qt.Key
LONG = "Kept" + 330 * " and so on for many words"


def _question(bench: Bench) -> QuietText:
    bench.step("goal")
    page = bench.view.page
    assert isinstance(page, GoalStep)
    return page.questions.fields[Side.US, Question.GOAL]


def _reason(bench: Bench) -> QuietText:
    bench.step("plan")
    page = bench.view.page
    assert isinstance(page, PlanStep)
    page.folds["opening"].set_open(True)
    opening = page.texts["opening"]
    assert isinstance(opening, Opening)
    return opening.reason.fields["opening_reason"]


@pytest.mark.parametrize("found", [_question, _reason])
def test_a_text_stays_as_typed_while_the_disk_is_full(bench: Bench, found: Callable[[Bench], QuietText]) -> None:
    bench.add_price()
    field = found(bench)
    field.setFocus()
    bench.fill_disk()
    field.insertPlainText(LONG)
    bench.keys(Key.Key_Tab)
    assert [each.code for each in bench.driver.answers.troubles] == ["disk.full"]
    assert field.toPlainText() == LONG
    bench.free_disk()
    bench.driver.logbook.issues.change(bench.issue("Price").id, alias="q")
    bench.view.show_negotiation(bench.negotiation_id)
    assert field.toPlainText() == LONG
    field.setFocus()
    bench.keys(Key.Key_Tab)
    assert LONG in (bench.negotiation.opening_reason, *(each.text for each in bench.negotiation.answers))
    bench.undo()
    assert field.toPlainText() == ""
