"""tests: ui/widgets/steps.py."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.words import Words
from ui.theme import Theme
from ui.widgets.flag import Level
from ui.widgets.steps import Step, StepList

STEPS = (Step("goal", "Goal and mode", done=True), Step("issues", "Issues", level=Level.ACT), Step("plan", "Plan"))


def test_each_step_tells_its_number_name_and_state(qtbot: QtBot, theme: Theme, say: Words) -> None:
    steps = StepList(theme, say, "Steps")
    qtbot.addWidget(steps)
    steps.set_steps(STEPS)
    assert [row.accessibleName() for row in steps.rows.values()] == ["1 Goal and mode done", "2 Issues act", "3 Plan"]


def test_a_change_of_state_keeps_the_rows(qtbot: QtBot, theme: Theme, say: Words) -> None:
    steps = StepList(theme, say, "Steps")
    qtbot.addWidget(steps)
    steps.set_steps(STEPS)
    steps.set_current("issues")
    row = steps.rows["issues"]
    steps.set_steps((STEPS[0], Step("issues", "Issues", done=True), STEPS[2]))
    assert steps.rows["issues"] is row
    assert row.accessibleName() == "2 Issues done"
    steps.set_steps(STEPS[1:])
    assert steps.current == "issues"


def test_a_click_chooses_a_step(qtbot: QtBot, theme: Theme, say: Words) -> None:
    steps = StepList(theme, say, "Steps")
    qtbot.addWidget(steps)
    steps.set_steps(STEPS)
    with qtbot.waitSignal(steps.chosen, timeout=1000) as told:
        QTest.mouseClick(steps.rows["plan"], Qt.MouseButton.LeftButton)
    assert told.args == ["plan"]
    assert steps.current == "plan"


def test_narrow_leaves_the_name_to_the_tooltip(qtbot: QtBot, theme: Theme, say: Words) -> None:
    steps = StepList(theme, say, "Steps")
    qtbot.addWidget(steps)
    steps.set_steps(STEPS)
    steps.resize(88, 96)
    steps.show()
    assert steps.rows["issues"].toolTip() == "Issues"
    steps.resize(216, 96)
    assert steps.rows["issues"].toolTip() == ""
