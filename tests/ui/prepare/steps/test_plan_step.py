"""tests: ui/prepare/steps/plan_step.py - the plan written by keys, folded, filled, and taken back step by step."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from core.estimate import Subject
from core.plan import PlanPoint, PointKind
from core.side import Basis, Side
from core.tactics import by_number, tactics
from core.words import NO_BREAK
from tests.ui.desk import ALT, CTRL
from tests.ui.prepare.conftest import Bench
from ui.prepare.plan_words import SECTIONS
from ui.prepare.steps.plan_step import PlanStep
from ui.sheets.part_sheet import PartSheet
from ui.widgets.flag import Level
from ui.widgets.sheet_model import CellState

Key = Qt.Key


def page(bench: Bench) -> PlanStep:
    """Return the step's page, shown."""
    if bench.view.step != "plan":
        bench.step("plan")
    found = bench.view.page
    assert isinstance(found, PlanStep)
    return found


def opened(bench: Bench, section: str, key: str = "") -> PartSheet:
    """Open a section, and give the row to add of one of its lists the focus."""
    step = page(bench)
    step.folds[section].set_open(True)
    part = step.lists[key or section]
    part.go_to_new()
    return part


def detail(bench: Bench, section: str) -> str:
    return page(bench).folds[section].head.accessibleDescription().replace(NO_BREAK, " ")


def of_kind(bench: Bench, kind: PointKind) -> list[PlanPoint]:
    return [each for each in bench.negotiation.plan_points if each.kind is kind]


def estimated(bench: Bench) -> dict[str, int]:
    """Enter three issues with a ladder and estimates of their side; return the issues by name."""
    book = bench.driver.logbook
    figures = (
        ("Price", "EUR/can", "0.01", "1.35 1.55 50 1.36 1.40 1.45 1.48 1.46", "1.55 1.35 20"),
        ("Payment", "days", "1", "60 14 30 60 45 30 14 30", "14 60 60"),
        ("Lead time", "weeks", "1", "2 8 20 2 3 4 6 4", "8 2 20"),
    )
    known = {}
    for name, unit, step, ours, theirs in figures:
        names = ("best", "worst", "weight", "opening", "fair", "minimum", "limit", "baseline")
        values = dict(zip(names, map(Decimal, ours.split()), strict=True))
        known[name] = book.issues.add(bench.negotiation_id, name=name, unit=unit, step=Decimal(step), **values).made
        for subject, likely in zip((Subject.BEST, Subject.WORST, Subject.WEIGHT), theirs.split(), strict=True):
            book.estimates.put(bench.negotiation_id, known[name], subject, likely=Decimal(likely), basis=Basis.GUESS)
    bench.view.show_negotiation(bench.negotiation_id)
    return known


# -- sections --------------------------------------------------------------------------------------------------------


def test_an_empty_plan_says_of_each_part_what_it_is_for(bench: Bench) -> None:
    step = page(bench)
    assert list(step.folds) == list(SECTIONS)
    for section in SECTIONS:
        assert detail(bench, section), section
    assert detail(bench, "questions") == "what we want to learn, and what they answered"
    assert [section for section, fold in step.folds.items() if fold.is_open] == ["opening", "ladder"]


def test_heads_are_walked_and_opened_by_keys_and_tab_goes_into_what_is_open(bench: Bench) -> None:
    step = page(bench)
    step.folds["questions"].head.setFocus()
    bench.keys(Key.Key_Down)
    assert QApplication.focusWidget() is step.folds["arguments"].head
    bench.keys(Key.Key_Space)
    part = step.lists["arguments"]
    bench.keys(Key.Key_Tab)
    assert QApplication.focusWidget() is part.sheet.view
    step.folds["questions"].head.setFocus()
    bench.keys(Key.Key_Right, Key.Key_Tab)
    assert QApplication.focusWidget() is step.buttons["questions"]
    bench.keys(Key.Key_Tab)
    assert QApplication.focusWidget() is step.lists["questions"].sheet.view


def test_every_section_can_be_opened_and_holds_its_parts(bench: Bench) -> None:
    step = page(bench)
    for section, fold in step.folds.items():
        fold.set_open(True)
        inside = [each for each in fold.body.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
        assert inside, section
        assert all(each.accessibleName() for each in inside if each.focusProxy() is None), section


# -- lists by keys ---------------------------------------------------------------------------------------------------


def test_questions_are_typed_one_after_the_other(bench: Bench) -> None:
    part = opened(bench, "questions")
    bench.keys("Which term matters most", Key.Key_Return, "What if we pay at once", Key.Key_Return)
    assert [each.text for each in of_kind(bench, PointKind.QUESTION)] == [
        "Which term matters most",
        "What if we pay at once",
    ]
    assert detail(bench, "questions") == "2 questions"
    first = of_kind(bench, PointKind.QUESTION)[0]
    part.go_to(first.id, "reply")
    bench.keys("cash", Key.Key_Tab, Key.Key_Space, Key.Key_Tab, Key.Key_Space)
    (test,) = of_kind(bench, PointKind.TEST)
    assert (test.reply, test.is_done) == ("cash", True)
    assert detail(bench, "questions") == "2 questions, 1 answered"


def test_a_point_is_moved_within_its_own_kind_and_back_by_undo(bench: Bench) -> None:
    part = opened(bench, "arguments")
    bench.keys("one", Key.Key_Return)
    opened(bench, "moves")
    bench.keys("call the bank", Key.Key_Return)
    opened(bench, "arguments")
    bench.keys("two", Key.Key_Return)
    part.go_to(of_kind(bench, PointKind.ARGUMENT)[1].id, "text")
    bench.driver.press(Key.Key_Up, ALT)
    assert [each.text for each in of_kind(bench, PointKind.ARGUMENT)] == ["two", "one"]
    bench.driver.press(Key.Key_Down, ALT)
    assert [each.text for each in of_kind(bench, PointKind.ARGUMENT)] == ["one", "two"]
    bench.undo()
    assert [each.text for each in of_kind(bench, PointKind.ARGUMENT)] == ["two", "one"]


def test_deleting_offers_to_take_it_back_and_an_emptied_point_goes(bench: Bench) -> None:
    part = opened(bench, "arguments")
    bench.keys("one", Key.Key_Return, "two", Key.Key_Return)
    first, second = of_kind(bench, PointKind.ARGUMENT)
    part.go_to(first.id, "text")
    bench.driver.press(Key.Key_Delete, CTRL)
    assert [each.id for each in of_kind(bench, PointKind.ARGUMENT)] == [second.id]
    assert len(bench.driver.answers.undoable) == 1
    part.go_to(second.id, "text")
    bench.keys(Key.Key_Delete)
    assert of_kind(bench, PointKind.ARGUMENT) == []
    bench.undo()
    assert [each.text for each in of_kind(bench, PointKind.ARGUMENT)] == ["two"]


def test_what_cannot_be_read_stays_and_undo_forgets_it_first(bench: Bench) -> None:
    part = opened(bench, "arguments")
    bench.keys("one", Key.Key_Tab, "no such issue", Key.Key_Return)
    (only,) = of_kind(bench, PointKind.ARGUMENT)
    cell = part.sheet.model.find(only.id, "issue")
    found = part.sheet.model.cell(cell.row(), cell.column())
    assert (found.text, bool(found.state & CellState.UNREADABLE)) == ("no such issue", True)
    part.go_to(only.id, "issue")
    assert part.sheet.strip.text == "No issue is called so. There are: ."
    bench.undo()
    assert part.sheet.model.cell(cell.row(), cell.column()).text == ""
    assert [each.text for each in of_kind(bench, PointKind.ARGUMENT)] == ["one"]
    bench.undo()
    assert of_kind(bench, PointKind.ARGUMENT) == []


def test_several_rows_are_pasted_in_one_step(bench: Bench) -> None:
    opened(bench, "information", "protect")
    bench.paste("The quote\tWe always look\nThe shelf price\t")
    assert [(each.text, each.reply) for each in of_kind(bench, PointKind.PROTECT)] == [
        ("The quote", "We always look"),
        ("The shelf price", ""),
    ]
    assert detail(bench, "information") == "2 to protect, 0 to share"
    bench.undo()
    assert of_kind(bench, PointKind.PROTECT) == []


def test_a_tactic_by_name_or_number_brings_its_answer_until_it_is_written_over(bench: Bench) -> None:
    part = opened(bench, "tactics")
    bench.keys("deadline", Key.Key_Return, "4", Key.Key_Return, "Walks to the window", Key.Key_Return)
    deadline, silence, own = of_kind(bench, PointKind.TACTIC)
    assert (deadline.side, deadline.tactic, deadline.reply) == (Side.THEM, 3, by_number(tactics("en"))[3].counter)
    assert deadline.prefilled == ("reply",)
    assert (silence.tactic, own.tactic, own.text) == (4, None, "Walks to the window")
    part.go_to(deadline.id, "reply")
    bench.keys("Name our own timetable", Key.Key_Return)
    assert of_kind(bench, PointKind.TACTIC)[0].prefilled == ()
    part.go_to(silence.id, "side")
    bench.keys("we", Key.Key_Return)
    assert of_kind(bench, PointKind.TACTIC)[1].side is Side.US
    assert detail(bench, "tactics") == "2 of theirs expected, 1 of ours"


def test_an_agenda_sums_its_minutes_and_holds_time_against_weight(bench: Bench) -> None:
    known = estimated(bench)
    part = opened(bench, "agenda")
    bench.keys("Needs", Key.Key_Tab, Key.Key_Tab, "15", Key.Key_Return)
    bench.keys("Terms", Key.Key_Tab, "Price", Key.Key_Tab, "45", Key.Key_Return)
    entries = of_kind(bench, PointKind.AGENDA)
    assert [(each.text, each.issue_id, each.minutes) for each in entries] == [
        ("Needs", None, 15),
        ("Terms", known["Price"], 45),
    ]
    model = part.sheet.model
    place = model.find(entries[1].id, "time_share")
    shares = [model.cell(place.row(), place.column() + right).text for right in (0, 1)]
    assert shares == ["75", "50"]
    total = model.find("total", "minutes")
    assert model.cell(total.row(), total.column()).text == "60"
    assert detail(bench, "agenda") == "2 entries, 60 minutes"
    part.go_to(entries[0].id, "minutes")
    bench.keys("1.5", Key.Key_Return)
    assert of_kind(bench, PointKind.AGENDA)[0].minutes == 15


# -- ladder ----------------------------------------------------------------------------------------------------------


def test_a_step_is_typed_and_judged_as_it_stands(bench: Bench) -> None:
    known = estimated(bench)
    part = opened(bench, "ladder")
    bench.keys("Price", Key.Key_Tab, Key.Key_Tab, "1.38", Key.Key_Tab, Key.Key_Tab, "Lead time", Key.Key_Tab, "3")
    bench.keys(Key.Key_Return)
    (step,) = bench.negotiation.planned_concessions
    assert (step.issue_id, step.from_value, step.to_value) == (known["Price"], None, Decimal("1.38"))
    assert (step.return_issue_id, step.return_value) == (known["Lead time"], Decimal(3))
    cells = {column.key: part.sheet.model.cell(0, at) for at, column in enumerate(part.sheet.model.columns)}
    assert (cells["from_value"].text, cells["from_value"].state) == ("1.36", CellState.PREFILLED)
    assert (cells["floor"].text, cells["cost"].text) == ("1.48", "–5.0")
    part.go_to(step.id, "to_value")
    assert part.sheet.strip.text.replace(NO_BREAK, " ") == (
        "In return Lead time brings us 3.3 points over 4 weeks, and costs them about 3.3. "
        "The package is then worth 89.2 of 100."
    )
    bench.keys("1.50", Key.Key_Return)
    part.go_to(step.id, "to_value")
    assert (part.sheet.strip.level, part.sheet.strip.text.replace(NO_BREAK, " ")) == (
        Level.ACT,
        "Past our limit 1.48 EUR/can. Let the step end there at the latest.",
    )
    assert detail(bench, "ladder").startswith("act: 1 step for 35.0 points")
    state = next(each for each in bench.view.presenter.steps(bench.view.keys) if each.key == "plan")
    assert state.level is Level.ACT


def test_a_block_pasted_over_the_end_of_a_list_is_taken_back_by_one_undo(bench: Bench) -> None:
    part = opened(bench, "arguments")
    bench.keys("one", Key.Key_Return)
    (only,) = of_kind(bench, PointKind.ARGUMENT)
    part.go_to(only.id, "text")
    bench.paste("first\nsecond\nthird\n")
    assert [each.text for each in of_kind(bench, PointKind.ARGUMENT)] == ["first", "second", "third"]
    bench.undo()
    assert of_kind(bench, PointKind.ARGUMENT) == [only]


def test_another_issue_takes_the_values_of_the_old_one_away(bench: Bench) -> None:
    known = estimated(bench)
    part = opened(bench, "ladder")
    bench.keys("Price", Key.Key_Tab, Key.Key_Tab, "1.38", Key.Key_Return)
    (step,) = bench.negotiation.planned_concessions
    part.go_to(step.id, "issue_id")
    bench.keys("Payment", Key.Key_Return)
    (step,) = bench.negotiation.planned_concessions
    assert (step.issue_id, step.to_value) == (known["Payment"], None)
    part.go_to(step.id, "to_value")
    assert part.sheet.strip.text == "Say how far this step goes."
    bench.undo()
    assert bench.negotiation.planned_concessions[0].to_value == Decimal("1.38")


def test_the_ladder_is_filled_from_trades_and_marked_until_touched(bench: Bench) -> None:
    estimated(bench)
    step = page(bench)
    step.buttons["ladder"].click()
    steps = bench.negotiation.planned_concessions
    assert steps
    assert {each.return_issue_id for each in steps} != {None}
    part = step.lists["ladder"]
    place = part.sheet.model.find(steps[0].id, "to_value")
    assert part.sheet.model.cell(place.row(), place.column()).state & CellState.PREFILLED
    part.go_to(steps[0].id, "to_value")
    part.sheet.setFocus()
    bench.keys(Key.Key_F2, Key.Key_Return)
    assert "to_value" not in bench.negotiation.planned_concessions[0].prefilled
    assert not part.sheet.model.cell(place.row(), place.column()).state & CellState.PREFILLED
    bench.undo()
    bench.undo()
    assert bench.negotiation.planned_concessions == ()


def test_without_estimates_filling_says_what_to_estimate(bench: Bench) -> None:
    bench.add_price()
    step = page(bench)
    step.buttons["ladder"].click()
    step.folds["packages"].set_open(True)
    step.buttons["packages"].click()
    assert all(told.startswith("Estimate how much Price counts to them.") for told in bench.driver.answers.told)
    assert len(bench.driver.answers.told) == 2
    assert bench.negotiation.planned_concessions == ()


# -- packages --------------------------------------------------------------------------------------------------------


def test_three_equal_packages_are_made_by_one_key_and_named_apart(bench: Bench) -> None:
    estimated(bench)
    step = page(bench)
    step.folds["packages"].set_open(True)
    step.buttons["packages"].click()
    made = bench.negotiation.candidates
    assert [each.label for each in made] == ["A", "B", "C"]
    assert len({each.name for each in made}) == 3
    assert all(each.by is Side.US and not each.is_shared for each in made)
    values = [each.ours for each in bench.view.presenter.prepared.side_by_side.packages]
    known = [each.low for each in values if each is not None]
    assert len(known) == 3
    assert max(known) - min(known) <= Decimal("0.02")
    step.buttons["packages"].click()
    assert bench.negotiation.candidates == made
    assert bench.driver.answers.told == ["The equal packages that there are stand in the list already."]


def test_a_package_is_typed_and_put_on_the_table(bench: Bench) -> None:
    known = estimated(bench)
    part = opened(bench, "packages")
    bench.keys("Cash first", Key.Key_Tab, Key.Key_Tab, "1.38", Key.Key_Tab, "14", Key.Key_Return)
    (made,) = bench.negotiation.candidates
    assert (made.label, made.name) == ("A", "Cash first")
    assert [(term.issue_id, term.value) for term in made.terms] == [
        (known["Price"], Decimal("1.38")),
        (known["Payment"], Decimal(14)),
    ]
    part.go_to(made.id, "is_shared")
    bench.keys(Key.Key_Space)
    assert bench.negotiation.candidates[0].is_shared
    assert detail(bench, "packages") == "1 package, 1 on the table"
    assert part.sheet.strip.text.replace(NO_BREAK, " ").startswith("A is worth 55.8 of 100 to us.")


# -- texts, meetings, spots ------------------------------------------------------------------------------------------


def test_why_the_opening_is_credible_and_how_we_leave_are_kept(bench: Bench) -> None:
    estimated(bench)
    step = page(bench)
    step.go_spot("0", "opening_reason")
    bench.write("the index fell by 4 %")
    step.go_spot("0", "walk_away")
    bench.write("Thank you")
    step.commit()
    assert (bench.negotiation.opening_reason, bench.negotiation.walk_away) == ("the index fell by 4 %", "Thank you")
    assert detail(bench, "opening") == "worth 97.5 of 100. the index fell by 4 %"
    assert detail(bench, "leaving") == "Thank you"


@pytest.mark.parametrize(
    ("field", "section"),
    [
        ("concession", "ladder"),
        ("question", "questions"),
        ("argument", "arguments"),
        ("tactic", "tactics"),
        ("protect", "information"),
        ("meeting", "meetings"),
        ("agenda", "agenda"),
        ("candidate", "packages"),
    ],
)
def test_advice_leads_to_the_list_that_it_is_about(bench: Bench, field: str, section: str) -> None:
    step = page(bench)
    step.go_spot("0", field)
    assert step.folds[section].is_open
    focus = QApplication.focusWidget()
    assert any(focus is part.sheet.view for key, part in step.lists.items() if part.isVisible())


def test_advice_on_a_step_leads_to_that_step(bench: Bench) -> None:
    estimated(bench)
    opened(bench, "ladder")
    bench.keys("Price", Key.Key_Tab, Key.Key_Tab, "1.38", Key.Key_Return)
    (made,) = bench.negotiation.planned_concessions
    step = page(bench)
    step.go_spot(f"concession:{made.id}", "in_return")
    assert step.lists["ladder"].sheet.current() == (made.id, "in_return")


def test_undo_opens_the_section_and_goes_to_what_it_changed(bench: Bench) -> None:
    opened(bench, "arguments")
    bench.keys("one", Key.Key_Return)
    (only,) = of_kind(bench, PointKind.ARGUMENT)
    page(bench).lists["arguments"].go_to(only.id, "text")
    bench.keys("two", Key.Key_Return)
    page(bench).folds["arguments"].set_open(False)
    bench.step("goal")
    bench.undo()
    assert bench.view.step == "plan"
    assert page(bench).folds["arguments"].is_open
    assert page(bench).lists["arguments"].sheet.current() == (only.id, "text")


def test_a_logbook_opened_for_reading_lets_nothing_be_written(bench: Bench) -> None:
    step = page(bench)
    bench.view.set_editing(False)
    step.folds["questions"].set_open(True)
    assert not step.lists["questions"].sheet.model.has_add_row()
    assert not step.buttons["questions"].isEnabled()
    step.folds["leaving"].set_open(True)
    assert step.texts["leaving"].focus_field("walk_away") is None
    bench.write("Thank you")
    step.commit()
    assert bench.negotiation.walk_away == ""


def test_a_row_that_cannot_be_begun_says_why(bench: Bench) -> None:
    estimated(bench)
    bench.view.show_negotiation(bench.negotiation_id)
    part = opened(bench, "ladder")
    bench.keys("Prise", Key.Key_Return)
    assert bench.negotiation.planned_concessions == ()
    assert not part.sheet.strip.isHidden()
    assert "Price" in part.sheet.strip.text


def test_an_agenda_that_is_there_is_not_doubled(bench: Bench) -> None:
    estimated(bench)
    bench.view.show_negotiation(bench.negotiation_id)
    step = page(bench)
    for _ in range(2):
        step.buttons["agenda"].click()
        bench.view.show_negotiation(bench.negotiation_id)
    entries = of_kind(bench, PointKind.AGENDA)
    assert entries
    assert len({(each.issue_id, each.text) for each in entries}) == len(entries)


def test_a_list_opened_in_a_low_window_stands_as_close_as_every_sheet(bench: Bench) -> None:
    window, theme = bench.view.window(), bench.view.tools.theme
    window.resize(theme.space(1280), theme.space(700))
    QApplication.processEvents()
    part = opened(bench, "agenda")
    assert part.sheet.view.verticalHeader().defaultSectionSize() == theme.space(28)
    window.resize(theme.space(1280), theme.space(900))
    QApplication.processEvents()
    assert part.sheet.view.verticalHeader().defaultSectionSize() == theme.space(30)
