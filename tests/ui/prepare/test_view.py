"""tests: ui/prepare/view.py - a preparation from nothing, by keys alone, in the real window."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from core.alternative import Form
from core.issue import Option, ScaleKind
from core.negotiation import Depth, Mode
from core.side import Basis, Side
from core.strategy import Question
from core.words import NO_BREAK
from tests.ui.desk import ALT, CTRL, SHIFT
from tests.ui.prepare.conftest import Bench
from ui.navigation import NEGOTIATION, Place
from ui.prepare.progress import STEPS
from ui.prepare.steps.goal_step import GoalStep
from ui.prepare.steps.plan_step import PlanStep
from ui.widgets.flag import Level
from ui.widgets.sheet_model import CellState
from ui.widgets.signs import plain_tip

Key = Qt.Key


def test_an_issue_is_typed_with_its_ladder_and_limit(bench: Bench) -> None:
    bench.add_price()
    price = bench.issue("Price")
    figures = (price.best, price.worst, price.weight, price.opening, price.best_outcome, price.fair, price.minimum)
    assert figures == tuple(map(Decimal, ("1.35", "1.55", "50", "1.36", "1.38", "1.40", "1.45")))
    assert (price.alias, price.unit, price.limit) == ("p", "EUR/can", Decimal("1.48"))
    assert price.step == Decimal("0.01")
    assert bench.cell(price.id, "weight").detail.replace(NO_BREAK, " ") == "100 %"
    assert bench.cell("total", "minimum").text == "50.0"


def test_the_alternative_typed_becomes_the_batna_and_the_ladder_is_checked_against_it(bench: Bench) -> None:
    price = bench.add_price()
    bench.keys(Key.Key_Escape)
    for _ in range(3):
        bench.driver.press(Key.Key_Return, CTRL)
    assert bench.view.step == "alternatives"
    bench.tabbed("Campania Conserve", "1.40")
    told = bench.driver.texts(bench.view.side)
    assert {"Campania Conserve", "worth 75.0"} <= told
    assert "A deal at your minimum is worth 25.0 points less than walking away to Campania Conserve." in " ".join(told)
    bench.step("issues")
    total = bench.cell("total", "minimum")
    assert total.level is Level.ACT
    told_why = bench.issues.sheet.strip.text.replace(NO_BREAK, " ")
    assert told_why.endswith("Cheapest repair: Price 1.45 EUR/can to 1.40 EUR/can clears it.")
    assert bench.cell(price, "batna").text == "1.40"
    assert bench.view.side.first.label == "Set Price to 1.40"
    bench.view.side.first.click()
    assert bench.issue("Price").minimum == Decimal("1.40")
    assert bench.cell("total", "minimum").level is None
    assert "worth just as much as walking away" in bench.view.side.sentence.text()


def test_the_terms_of_the_batna_can_be_taken_for_the_rung_below_it(bench: Bench) -> None:
    bench.add_price()
    bench.step("alternatives")
    bench.tabbed("Campania Conserve", "1.39")
    assert bench.view.side.third.isVisible()
    bench.view.side.third.click()
    assert bench.issue("Price").minimum == Decimal("1.39")
    assert not bench.view.side.third.isVisible()


def test_a_click_on_what_the_cell_being_typed_just_did_keeps_the_cell_and_leads_nowhere(bench: Bench) -> None:
    price = bench.add_price()
    bench.issues.go_spot(str(price), "fair")
    bench.keys(Key.Key_Delete)
    wanted = next(key for key in bench.view.step_pane.to_do.rows if key.endswith("todo.no_fair"))
    bench.keys("1.41")
    QTest.mouseClick(bench.view.step_pane.to_do.rows[wanted], Qt.MouseButton.LeftButton)
    assert bench.issue("Price").fair == Decimal("1.41")
    assert wanted not in bench.view.step_pane.to_do.rows
    assert bench.view.step == "issues"


def test_an_empty_negotiation_says_what_to_do(bench: Bench) -> None:
    bench.step("issues")
    assert bench.issues.sheet.strip.text.startswith("Add the first issue: type its name")
    assert bench.view.step_pane.figure.text() == "0 %"
    assert "What do you do if there is no deal? Without an answer no offer can be judged." in bench.driver.texts(
        bench.view.side
    )


def test_a_change_elsewhere_leaves_the_cell_being_typed_and_the_focus(bench: Bench) -> None:
    price = bench.add_price()
    bench.sheet.go_to(price, "fair")
    bench.keys("1.3")
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    changes = bench.driver.logbook.issues.add(bench.negotiation_id, name="Payment", place=0)
    bench.view.changes_made.emit(changes)
    assert QApplication.focusWidget() is editor
    assert editor.text() == "1.3"
    bench.keys("9", Key.Key_Return)
    assert bench.issue("Price").fair == Decimal("1.39")


def test_leaving_writes_what_is_being_typed(bench: Bench) -> None:
    price = bench.add_price()
    bench.sheet.go_to(price, "fair")
    bench.keys("1.39")
    assert bench.view.leave()
    assert bench.issue("Price").fair == Decimal("1.39")


def test_undo_brings_the_cell_that_it_changed_into_view(bench: Bench) -> None:
    price = bench.add_price()
    bench.sheet.go_to(price, "fair")
    bench.tabbed("1.39")
    bench.step("theirs")
    bench.driver.run("undo")
    assert bench.view.step == "issues"
    assert bench.issue("Price").fair == Decimal("1.40")
    assert bench.cell(price, "fair").text == "1.40"


def test_the_steps_are_walked_by_keys_and_lead_to_the_meeting(bench: Bench) -> None:
    walked = [bench.view.step]
    for _ in range(6):
        bench.driver.press(Key.Key_Return, CTRL)
        walked.append(bench.view.step)
    assert walked == ["goal", "issues", "needs", "common", "alternatives", "theirs", "plan"]
    bench.driver.press(Key.Key_Return, CTRL | SHIFT)
    assert bench.view.step == "theirs"
    wanted: list[Place] = []
    view = bench.view
    view.go_wanted.connect(wanted.append)
    bench.step("plan")
    bench.driver.press(Key.Key_Return, CTRL)
    assert wanted == [Place(NEGOTIATION, bench.negotiation_id, "meet")]


def test_tab_goes_through_the_panes_in_reading_order(bench: Bench) -> None:
    bench.add_price()
    chain: list[QWidget] = []
    part = bench.view.nextInFocusChain()
    while part is not None and part is not bench.view:
        chain.append(part)
        part = part.nextInFocusChain()
    stops = (bench.view.step_pane.steps.rows["issues"], bench.sheet.view, bench.view.next, bench.view.side.add_button)
    assert [chain.index(stop) for stop in stops] == sorted(chain.index(stop) for stop in stops)


def test_a_read_only_logbook_is_shown_and_not_edited(bench: Bench) -> None:
    price = bench.add_price()
    bench.view.set_editing(False)
    bench.sheet.go_to(price, "fair")
    bench.keys("1.39", Key.Key_Return)
    assert bench.issue("Price").fair == Decimal("1.40")
    assert not bench.sheet.model.has_add_row()
    assert not bench.view.side.first.isEnabled()
    bench.view.set_editing(True)
    assert bench.sheet.model.has_add_row()


def test_markup_signs_and_endless_names_are_shown_as_text(bench: Bench) -> None:
    names = ["<b>&<img src=file:///x.png>", "\u05de\u05d7\u05d9\u05e8 \U0001f33d", "x" * 10_000]
    for name in names:
        bench.driver.logbook.issues.add(
            bench.negotiation_id, name=name, best=Decimal(1), worst=Decimal(9), weight=Decimal(1), minimum=Decimal(9)
        )
    made = bench.driver.logbook.alternatives.add(
        bench.negotiation_id, name=names[0], points=Decimal(60), form=Form.POINTS
    )
    bench.view.changes_made.emit(made)
    QApplication.processEvents()
    for key in ("goal", "issues", "needs", "alternatives", "theirs"):
        bench.step(key)
        QApplication.processEvents()
        assert bench.view.width() <= bench.driver.window.width()
    bench.step("issues")
    bench.sheet.go_to(bench.negotiation.issues[0].id, "name")
    assert "Behind <b>&<img src=file:///x.png>" in bench.driver.texts(bench.issues.behind)
    tips = {each.toolTip() for each in bench.view.findChildren(QWidget)}
    assert plain_tip("Behind <b>&<img src=file:///x.png>") in tips
    assert not [tip for tip in tips if "<img" in tip]


# goal and mode


def goal(bench: Bench) -> GoalStep:
    bench.step("goal")
    page = bench.view.page
    assert isinstance(page, GoalStep)
    return page


def test_the_strategy_questions_of_both_sides_are_written_when_left(bench: Bench) -> None:
    page = goal(bench)
    page.questions.fields[Side.US, Question.GOAL].setFocus()
    bench.keys("Certain supply until March", Key.Key_Tab)
    bench.keys("Fill the line", Key.Key_Tab)
    found = {(each.side, each.question): (each.text, each.basis) for each in bench.negotiation.answers}
    assert found == {
        (Side.US, Question.GOAL): ("Certain supply until March", None),
        (Side.THEM, Question.GOAL): ("Fill the line", Basis.GUESS),
    }
    choice = page.questions.bases[Question.GOAL]
    assert choice.isVisible()
    choice.setFocus()
    bench.keys(Key.Key_Up)
    QTest.keyClick(choice, Key.Key_Up)
    assert bench.negotiation.answers[-1].basis is Basis.SAID


def test_mode_and_currency_are_written_and_a_wrong_currency_is_told_under_its_field(bench: Bench) -> None:
    page = goal(bench)
    page.mode.setFocus()
    bench.keys(Key.Key_Right)
    assert bench.negotiation.mode is Mode.DISTRIBUTIVE
    field = page.terms.fields["currency"]
    field.setFocus()
    bench.driver.press(Key.Key_A, CTRL)
    bench.keys("euros", Key.Key_Tab)
    assert "is no currency" in page.terms.problem(field)
    assert bench.negotiation.currency == "EUR"
    field.setFocus()
    bench.driver.press(Key.Key_A, CTRL)
    bench.keys("chf", Key.Key_Tab)
    assert (bench.negotiation.currency, page.terms.problem(field)) == ("CHF", "")


def test_an_empty_subject_is_refused_and_the_old_one_stays(bench: Bench) -> None:
    page = goal(bench)
    field = page.matter.fields["title"]
    field.setFocus()
    bench.driver.press(Key.Key_A, CTRL)
    bench.keys(Key.Key_Delete, Key.Key_Tab)
    assert page.matter.problem(field) == "A negotiation needs a subject. The old one stays."
    assert bench.negotiation.title == "Sweetcorn 340 g"


# the rows of the issues


def test_a_pasted_block_makes_rows_in_one_step(bench: Bench) -> None:
    bench.add_price()
    bench.sheet.go_to(bench.issue("Price").id, "name")
    bench.driver.press(Key.Key_Down)
    bench.paste("Payment\ty\tdays\t60\t14\t15\nLead time\tl\tweeks\ttwo\t8\t15\n")
    names = [issue.name for issue in bench.negotiation.issues]
    assert names == ["Price", "Payment", "Lead time"]
    lead = bench.issue("Lead time")
    assert (lead.best, lead.worst, lead.weight) == (None, Decimal(8), Decimal(15))
    assert bench.cell(lead.id, "best").text == "two"
    assert bench.cell(lead.id, "best").state & CellState.UNREADABLE
    bench.undo()
    assert [issue.name for issue in bench.negotiation.issues] == ["Price"]


def test_a_block_pasted_over_old_rows_and_beyond_is_one_step(bench: Bench) -> None:
    price = bench.add_price()
    bench.sheet.go_to(price, "best")
    bench.paste("1.30\t1.60\n10\t20")
    assert (bench.issue("Price").best, bench.issue("Issue 2").worst) == (Decimal("1.30"), Decimal(20))
    bench.undo()
    assert [(issue.name, issue.best) for issue in bench.negotiation.issues] == [("Price", Decimal("1.35"))]


def test_rows_are_moved_and_deleted_by_keys(bench: Bench) -> None:
    bench.add_price()
    bench.tabbed("Payment")
    payment = bench.issue("Payment").id
    bench.sheet.go_to(payment, "name")
    bench.driver.press(Key.Key_Up, ALT)
    assert [issue.name for issue in bench.negotiation.issues] == ["Payment", "Price"]
    assert bench.sheet.current() == (payment, "name")
    bench.driver.press(Key.Key_Delete, CTRL)
    assert [issue.name for issue in bench.negotiation.issues] == ["Price"]
    assert [each.label.code for each in bench.driver.answers.undoable] == ["journal.issue_deleted"]
    bench.undo()
    assert [issue.name for issue in bench.negotiation.issues] == ["Payment", "Price"]


def test_delete_clears_cells(bench: Bench) -> None:
    price = bench.add_price()
    bench.sheet.go_to(price, "limit")
    bench.keys(Key.Key_Delete)
    assert bench.issue("Price").limit is None


# the details of an issue


def test_options_are_given_in_the_details_and_one_is_renamed_everywhere(bench: Bench) -> None:
    bench.step("issues")
    bench.tabbed("Promotion")
    issue = bench.issue("Promotion").id
    bench.sheet.go_to(issue, "name")
    scale = bench.issues.details.forms[0]
    kind = scale.fields["kind"]
    kind.setFocus()
    bench.keys(Key.Key_Down, Key.Key_Down)
    assert bench.issue("Promotion").kind is ScaleKind.OPTIONS
    scale.fields["options"].setFocus()
    bench.keys("none = 0; shared = 0.5; full = 1", Key.Key_Tab)
    assert bench.issue("Promotion").options == (
        Option("none", Decimal(0)), Option("shared", Decimal("0.5")), Option("full", Decimal(1))
    )  # fmt: skip
    assert (bench.cell(issue, "best").text, bench.cell(issue, "worst").text) == ("full", "none")
    bench.issues.focus_first()
    bench.sheet.go_to(issue, "fair")
    bench.keys("SHARED", Key.Key_Return)
    assert bench.issue("Promotion").fair == "shared"
    scale.fields["options"].setFocus()
    bench.driver.press(Key.Key_A, CTRL)
    bench.keys("none = 0; half = 0.5; full = 1", Key.Key_Tab)
    assert bench.issue("Promotion").fair == "half"


def test_what_cannot_be_read_in_the_details_is_told_there_and_on_the_row(bench: Bench) -> None:
    price = bench.add_price()
    bench.sheet.go_to(price, "name")
    money = bench.issues.details.forms[1]
    field = money.fields["reference_quantity"]
    field.setFocus()
    bench.keys("many", Key.Key_Tab)
    assert "“many” is no number" in money.problem(field)
    assert bench.cell(price, "name").level is Level.CHECK
    field.setFocus()
    bench.driver.press(Key.Key_A, CTRL)
    bench.keys("100k", Key.Key_Tab)
    assert (bench.issue("Price").reference_quantity, money.problem(field)) == (Decimal(100_000), "")
    assert bench.issues.detail.text() == f"1 issue, 1 point = 200.00{NO_BREAK}EUR"


def test_position_and_interest_are_written_behind_the_issue(bench: Bench) -> None:
    price = bench.add_price()
    bench.sheet.go_to(price, "name")
    bench.issues.behind.fields["us-interest"].setFocus()
    bench.keys("Certain supply", Key.Key_Tab)
    bench.issues.behind.fields["them-interest"].setFocus()
    bench.keys("Cash before 15 December", Key.Key_Tab)
    found = [(each.side, each.issue_id, each.interest) for each in bench.negotiation.positions]
    assert found == [(Side.US, price, "Certain supply"), (Side.THEM, price, "Cash before 15 December")]
    bench.step("needs")
    assert bench.cell(f"{price}:0", "us-interest").text == "Certain supply"


def test_leaving_a_text_by_focus_writes_it_for_the_issue_it_was_typed_for(bench: Bench) -> None:
    price = bench.add_price()
    bench.tabbed("Payment")
    bench.sheet.go_to(price, "name")
    field = bench.issues.behind.fields["us-why"]
    field.setFocus()
    bench.keys("Shelf price must hold")
    bench.sheet.go_to(bench.issue("Payment").id, "name")
    QApplication.sendEvent(field, QFocusEvent(QFocusEvent.Type.FocusOut))
    assert [(each.issue_id, each.why) for each in bench.negotiation.positions] == [(price, "Shelf price must hold")]
    assert field.toPlainText() == ""


# the three depths: which steps are shown, and that nothing is lost by asking for less


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


@pytest.mark.parametrize("step", STEPS)
def test_tab_goes_through_a_step_as_it_is_read_and_every_stop_has_a_name(bench: Bench, step: str) -> None:
    bench.add_price()
    bench.step("theirs")  # another one is made first
    bench.step(step)
    view = bench.view
    regions = (view.depths, view.step_pane.steps, view.step_pane.to_do, view.page, view.back, view.next, view.side)
    stops: list[QWidget] = []
    first: QWidget = view.depths
    each = first.nextInFocusChain()
    while each is not None and each is not first:
        if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus and view.isAncestorOf(each):
            stops.append(each)
        each = each.nextInFocusChain()
    order = [next(at for at, part in enumerate(regions) if part is each or part.isAncestorOf(each)) for each in stops]
    assert order == sorted(order)
    assert {3, 5} <= set(order)
    nameless = [each for each in stops if not each.accessibleName() and not getattr(each, "text", str)()]
    assert nameless == []


def test_an_undo_that_no_step_shows_makes_none_of_them(bench: Bench) -> None:
    bench.add_price()
    bench.view.refresh(bench.driver.logbook.negotiations.change(bench.negotiation_id, title="Sweetcorn 425 g"))
    made = len(bench.view.pages.made)
    bench.driver.run("undo")
    assert bench.negotiation.title == "Sweetcorn 340 g"
    assert len(bench.view.pages.made) == made


def test_a_step_not_made_yet_is_made_to_show_what_an_undo_changed_there(bench: Bench) -> None:
    alternatives = bench.driver.logbook.alternatives
    made = alternatives.add(bench.negotiation_id, name="Fruttagel")
    for changes in (made, alternatives.change(made.made, name="Fruttagel S.p.A.")):
        bench.view.changes_made.emit(changes)
    before = len(bench.view.pages.made)
    bench.driver.run("undo")
    assert bench.view.step == "alternatives"
    assert len(bench.view.pages.made) == before + 1
