"""tests: ui/prepare/steps/win_win.py - questions that test win-win with their answers, and ways to shift by time."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.negotiation import Willingness
from core.plan import PointKind
from tests.ui.desk import CTRL
from tests.ui.prepare.conftest import Bench
from tests.ui.prepare.steps.test_mode_panel import goal
from ui.prepare.steps.win_win import WinWin

Key = Qt.Key


def part(bench: Bench) -> WinWin:
    return goal(bench).win_win


def doubt(bench: Bench, willingness: Willingness | None) -> None:
    changes = bench.driver.logbook.negotiations.change(bench.negotiation_id, willingness=willingness)
    bench.view.changes_made.emit(changes)


def points(bench: Bench) -> list[tuple[PointKind, str, str]]:
    return [(each.kind, each.text, each.reply) for each in bench.negotiation.plan_points]


def test_a_question_is_typed_with_their_answer_and_marked_as_asked(bench: Bench) -> None:
    bench.view.step_pane.to_do_chosen.emit("goal/0/test/todo.no_test")
    bench.keys("What matters most to you?", Key.Key_Tab, "a full line", Key.Key_Return)
    assert points(bench) == [(PointKind.TEST, "What matters most to you?", "a full line")]
    tests = part(bench).tests
    tests.go_to(bench.negotiation.plan_points[0].id, "done")
    tests.setFocus()
    bench.keys(Key.Key_Space)
    assert bench.negotiation.plan_points[0].is_done


def test_questions_are_offered_and_one_that_is_taken_is_offered_no_more(bench: Bench) -> None:
    tests = part(bench).tests
    offered = tests.rows.choices(bench.view.presenter.prepared)["text"]
    assert len(offered) == 5
    tests.go_to_new()
    bench.keys(Key.Key_Return)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    for key in (Key.Key_Down, Key.Key_Return):
        QTest.keyClick(popup, key)
    assert points(bench) == [(PointKind.TEST, offered[0], "")]
    assert offered[0] not in tests.rows.choices(bench.view.presenter.prepared)["text"]


def test_ways_to_shift_are_shown_with_their_risk_while_win_win_is_doubtful(bench: Bench) -> None:
    found = part(bench)
    assert not found.ways.isVisible()
    doubt(bench, Willingness.UNSURE)
    first = found.ways.model.rows[0].cells
    assert first["what"].text.startswith("Use the first meeting for questions only")
    assert first["risk"].text.startswith("It may irritate them.")
    doubt(bench, Willingness.WILLING)
    assert not found.ways.isVisible()


def test_a_way_is_put_into_the_plan_by_enter_and_taken_back(bench: Bench) -> None:
    doubt(bench, Willingness.UNWILLING)
    found = part(bench)
    shown = len(found.ways.model.rows)
    what = found.ways.model.rows[0].cells["what"].text
    found.ways.view.setFocus()
    bench.keys(Key.Key_Return)
    assert points(bench) == [(PointKind.MOVE, what, "")]
    assert len(found.ways.model.rows) == shown - 1
    bench.driver.press(Key.Key_Z, CTRL)
    assert points(bench) == []


def test_where_win_lose_is_chosen_nothing_is_tested(bench: Bench) -> None:
    page = goal(bench)
    page.mode.setFocus()
    bench.keys(Key.Key_Right)
    assert not page.win_win.tests.isVisible()
