"""tests: the three depths of a preparation - which steps are shown, and that nothing is lost by asking for less."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt

from core.negotiation import Depth
from core.side import Side
from core.strategy import Question
from tests.ui.desk import CTRL
from tests.ui.prepare.conftest import Bench
from ui.prepare.goal_step import GoalStep
from ui.prepare.plan_step import PlanStep

Key = Qt.Key


def steps(bench: Bench) -> list[str]:
    return list(bench.view.step_pane.steps.rows)


def readiness(bench: Bench) -> str:
    return bench.view.step_pane.figure.text()


def shallower(bench: Bench, times: int) -> None:
    """Move the choice of the depth to the left by keys."""
    bench.view.depths.setFocus()
    for _ in range(times):
        bench.keys(Key.Key_Left)


def test_the_depth_chosen_by_arrows_shows_its_steps_and_measures_by_them(bench: Bench) -> None:
    bench.add_price()
    full = readiness(bench)
    assert steps(bench)[:3] == ["goal", "issues", "needs"]
    shallower(bench, 2)
    assert bench.negotiation.depth is Depth.SUDDEN
    assert steps(bench) == ["issues", "alternatives"]
    assert (full, readiness(bench)) == ("35 %", "66 %")
    bench.driver.press(Key.Key_Z, CTRL)
    assert bench.negotiation.depth.value == "priority"


def test_nothing_is_lost_by_asking_for_less(bench: Bench) -> None:
    bench.add_price()
    bench.step("goal")
    page = bench.view.page
    assert isinstance(page, GoalStep)
    page.questions.fields[Side.US, Question.GOAL].setFocus()
    bench.keys("Certain supply", Key.Key_Tab)
    full, before = readiness(bench), bench.negotiation
    shallower(bench, 2)
    # the step shown stays until another is gone to
    assert steps(bench) == ["goal", "issues", "alternatives"]
    bench.step("alternatives")
    assert steps(bench) == ["issues", "alternatives"]
    bench.view.depths.setFocus()
    bench.keys(Key.Key_Right, Key.Key_Right)
    after = bench.negotiation
    assert (after.depth, after.answers, after.issues) == (Depth.FULL, before.answers, before.issues)
    assert readiness(bench) == full


def test_a_sudden_preparation_ends_at_the_meeting(bench: Bench) -> None:
    bench.step("issues")
    shallower(bench, 2)
    assert not bench.view.back.isVisible()
    bench.step("issues")
    bench.driver.press(Key.Key_Return, CTRL)
    assert bench.view.step == "alternatives"
    assert bench.view.next.label == "Go to the meeting"


def columns(bench: Bench) -> list[str]:
    return [column.key for column in bench.issues.sheet.model.columns]


def test_the_grid_asks_for_what_the_depth_needs_and_shows_every_fault(bench: Bench) -> None:
    price = bench.add_price()
    shallower(bench, 1)
    assert columns(bench) == [
        "name", "unit", "best", "worst", "weight", "opening", "fair", "minimum", "limit", "batna"
    ]  # fmt: skip
    shallower(bench, 1)
    assert columns(bench) == ["name", "unit", "best", "worst", "weight", "limit", "batna"]
    # a minimum past the limit calls to act, asked for or not
    bench.view.changes_made.emit(bench.driver.logbook.issues.change(price, minimum=Decimal("1.50")))
    assert columns(bench) == ["name", "unit", "best", "worst", "weight", "minimum", "limit", "batna"]
    assert not bench.issues.behind.isVisible()


def test_the_plan_folds_away_what_the_depth_does_not_ask_for(bench: Bench) -> None:
    bench.step("plan")
    page = bench.view.page
    assert isinstance(page, PlanStep)
    everything = [key for key, fold in page.folds.items() if fold.isVisible()]
    shallower(bench, 1)
    assert [key for key, fold in page.folds.items() if fold.isVisible()] == ["opening", "ladder", "questions"]
    bench.keys(Key.Key_Right)
    assert [key for key, fold in page.folds.items() if fold.isVisible()] == everything
