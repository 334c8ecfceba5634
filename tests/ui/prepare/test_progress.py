"""tests: what is still to do stands at the left in order of worth, and Enter or a click goes to the very place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from core.negotiation import Mode
from core.side import Side
from core.strategy import Question
from tests.core.cases import four_issues
from tests.ui.desk import CTRL
from tests.ui.prepare.conftest import Bench
from tests.ui.prepare.test_grid import prepared, reader
from ui.prepare.progress import step_states
from ui.prepare.steps.goal_step import GoalStep
from ui.sheets.kept import Shelf
from ui.widgets.rows import Row
from ui.widgets.to_do_list import ToDoList

Key = Qt.Key


@dataclass
class List:
    """The list of a bench."""

    bench: Bench

    @property
    def shown(self) -> ToDoList:
        return self.bench.view.step_pane.to_do

    @property
    def titles(self) -> list[str]:
        return [row.accessibleName().partition(". ")[0] for row in self.shown.rows.values()]

    def row(self, title: str) -> Row:
        return next(row for row in self.shown.rows.values() if row.accessibleName().startswith(f"{title}. "))

    def choose(self, title: str) -> None:
        """Choose by Enter."""
        row = self.row(title)
        row.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(row, Key.Key_Return)


@pytest.fixture
def to_do(bench: Bench) -> List:
    return List(bench)


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_an_empty_preparation_begins_with_the_first_issue(to_do: List) -> None:
    assert to_do.titles[:4] == ["First issue", "BATNA", "A limit", "Minimum deal"]
    assert to_do.row("BATNA").accessibleName().endswith(" +16 %")
    to_do.choose("First issue")
    assert to_do.bench.view.step == "issues"
    to_do.bench.write("Price")
    to_do.bench.keys(Key.Key_Return)
    assert [issue.name for issue in to_do.bench.negotiation.issues] == ["Price"]
    assert "First issue" not in to_do.titles


def test_a_missing_batna_leads_to_the_row_that_takes_it(to_do: List) -> None:
    QTest.mouseClick(to_do.row("BATNA"), Qt.MouseButton.LeftButton)
    assert to_do.bench.view.step == "alternatives"
    to_do.bench.tabbed("Campania Conserve")
    assert [each.name for each in to_do.bench.negotiation.alternatives] == ["Campania Conserve"]


def test_a_goal_and_an_interest_are_typed_where_it_leads(to_do: List) -> None:
    to_do.choose("Our goal in words")
    page = to_do.bench.view.page
    assert isinstance(page, GoalStep)
    assert focus() is page.questions.fields[Side.US, Question.GOAL]
    to_do.choose("An interest of theirs")
    to_do.bench.keys("Cash before December", Key.Key_Return)
    assert [each.interest for each in to_do.bench.negotiation.positions if each.side is Side.THEM] == [
        "Cash before December"
    ]


def test_faults_come_first_with_the_sentence_of_the_one_looked_at(to_do: List) -> None:
    bench = to_do.bench
    price = bench.add_price()
    bench.step("alternatives")
    bench.tabbed("Campania Conserve", "1.40")
    assert to_do.titles[0] == "Minimum below BATNA"
    row = to_do.row("Minimum below BATNA")
    row.setFocus(Qt.FocusReason.TabFocusReason)
    assert any("Raise the minimum" in text for text in bench.driver.texts(bench.view.step_pane))
    QTest.keyClick(row, Key.Key_Return)
    assert (bench.view.step, bench.sheet.current()) == ("issues", (price, "minimum"))
    bench.tabbed("1.40")
    assert "Minimum below BATNA" not in to_do.titles
    assert not any("Raise the minimum" in text for text in bench.driver.texts(bench.view.step_pane))


def test_a_field_without_a_column_is_reached_too(to_do: List) -> None:
    bench = to_do.bench
    bench.add_price()
    bench.step("alternatives")
    bench.tabbed("Campania Conserve", "1.45")
    to_do.choose("Proof of the BATNA")
    bench.keys("Written quote")
    bench.driver.press(Key.Key_Tab)
    assert bench.negotiation.alternatives[0].evidence == "Written quote"
    assert "Proof of the BATNA" not in to_do.titles
    bench.driver.logbook.issues.change(bench.issue("Price").id, step=Decimal("0.01"), ideal=Decimal(9))
    bench.view.presenter.load(bench.negotiation_id)
    bench.view.show_negotiation(bench.negotiation_id)
    to_do.choose("Figures of Price")
    assert focus() is bench.issues.details.forms[0].fields["ideal"]


def test_a_mode_that_does_not_fit_leads_to_the_mode(to_do: List) -> None:
    bench = to_do.bench
    bench.add_price()
    bench.tabbed("Payment", "y", "days", "60", "14", "50")
    bench.step("goal")
    page = bench.view.page
    assert isinstance(page, GoalStep)
    page.mode.setFocus()
    bench.keys(Key.Key_Right)
    assert bench.negotiation.mode is Mode.DISTRIBUTIVE
    bench.step("issues")
    to_do.choose("Mode: win-win?")
    assert bench.view.step == "goal"
    assert page.mode.isAncestorOf(focus()) or focus() is page.mode


def test_arrows_walk_the_list(to_do: List) -> None:
    rows = list(to_do.shown.rows.values())
    rows[0].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(rows[0], Key.Key_Down)
    assert focus() is rows[1]
    QTest.keyClick(rows[1], Key.Key_End)
    assert focus() is rows[-1]


def test_undo_keeps_the_list_true(to_do: List) -> None:
    to_do.choose("BATNA")
    to_do.bench.tabbed("Campania Conserve")
    assert "BATNA" not in to_do.titles
    to_do.bench.driver.press(Key.Key_Z, CTRL)
    assert "BATNA" in to_do.titles


def test_steps_are_done_when_nothing_is_left_to_do() -> None:
    shelves = [Shelf(name) for name in ("issues", "alternatives", "theirs")]
    proven = replace(four_issues().alternatives[0], evidence="a quote")
    subject = four_issues(alternatives=(proven,))
    found = {state.key: state for state in step_states(prepared(subject), shelves, reader())}
    assert (found["alternatives"].done, found["issues"].done) == (True, False)
    assert "Minimum deal" in found["issues"].to_do
    assert found["goal"].to_do[0] == "Our goal in words"
    assert not found["theirs"].done
