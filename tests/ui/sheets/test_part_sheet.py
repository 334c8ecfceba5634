"""tests: ui/sheets/part_sheet.py - what is typed for a new row and makes none yet stays until it does."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from core.negotiation import Negotiation
from core.plan import PlannedConcession
from core.side import Side
from tests.ui.prepare.conftest import Bench, bench
from ui.prepare.steps.common_step import CommonStep
from ui.prepare.steps.goal_step import GoalStep
from ui.prepare.steps.needs_step import NeedsStep
from ui.prepare.steps.plan_step import PlanStep
from ui.sheets.part_sheet import PartSheet
from ui.widgets.sheet_model import Cell, CellState

__all__ = ["bench"]  # the fixture
Key = Qt.Key
LONG = " " + 330 * "and so on for many words " + "until the file cannot hold it"


def _needs(bench: Bench) -> PartSheet:
    bench.step("needs")
    page = bench.view.page
    assert isinstance(page, NeedsStep)
    return page.needs[Side.THEM]


def _goals(bench: Bench) -> PartSheet:
    bench.step("common")
    page = bench.view.page
    assert isinstance(page, CommonStep)
    return page.goals


def _costs(bench: Bench) -> PartSheet:
    bench.step("issues")
    bench.sheet.go_to(bench.issue("Price").id, "name")
    bench.issues.open_increase()
    return bench.issues.increase.costs


def _tests(bench: Bench) -> PartSheet:
    bench.step("goal")
    page = bench.view.page
    assert isinstance(page, GoalStep)
    return page.win_win.tests


def _planned(key: str) -> Callable[[Bench], PartSheet]:
    def found(bench: Bench) -> PartSheet:
        bench.step("plan")
        page = bench.view.page
        assert isinstance(page, PlanStep)
        page.folds["agenda" if key == "roles" else "information" if key in ("protect", "share") else key].set_open(True)
        return page.lists[key]

    return found


# each list, the column that takes a long text, and what is typed first so that there is a row at all
LISTS: dict[str, tuple[Callable[[Bench], PartSheet], str, tuple[str, str] | None]] = {
    "needs": (_needs, "text", None),
    "common_goals": (_goals, "text", None),
    "claimed_costs": (_costs, "source", None),
    "win_win": (_tests, "text", None),
    "planned_concessions": (_planned("ladder"), "in_return", ("issue_id", "Price")),
    "candidates": (_planned("packages"), "name", None),
    "meetings": (_planned("meetings"), "purpose", None),
    **{
        key: (_planned(key), column, None)
        for key, column in (
            ("questions", "text"), ("arguments", "reply"), ("tactics", "tactic"), ("protect", "text"),
            ("share", "reply"), ("agenda", "text"), ("roles", "who"), ("moves", "text"),
        )
    },
}  # fmt: skip


def parts(found: Negotiation) -> int:
    """Return how many parts of all these lists there are."""
    lists = (found.needs, found.common_goals, found.claimed_costs, found.plan_points, found.planned_concessions)
    return sum(map(len, (*lists, found.candidates, found.meetings)))


def go_new(part: PartSheet, key: str) -> None:
    """Go to a column of the row to add."""
    part.go_to_new()
    columns = [column.key for column in part.sheet.model.columns]
    part.sheet.view.go_to(part.sheet.model.body_rows, columns.index(key))


def added(part: PartSheet, key: str) -> Cell:
    """Return a cell of the row to add."""
    model = part.sheet.model
    return model.cell(model.body_rows, [column.key for column in model.columns].index(key))


@pytest.mark.parametrize("kind", LISTS)
def test_a_new_row_stays_as_typed_while_the_disk_is_full(bench: Bench, kind: str) -> None:
    opened, column, first = LISTS[kind]
    bench.add_price()
    part = opened(bench)
    if first is not None:
        bench.driver.logbook.planned_concessions.add(bench.negotiation_id, issue_id=bench.issue("Price").id)
        bench.view.show_negotiation(bench.negotiation_id)
    before = parts(bench.negotiation)
    text = f"Kept{LONG}"
    bench.fill_disk()
    go_new(part, column)
    if first is None:
        bench.paste(text)
    else:
        columns = [each.key for each in part.sheet.model.columns]
        gap = "\t" * (columns.index(column) - columns.index(first[0]))
        go_new(part, first[0])
        bench.paste(f"{first[1]}{gap}{text}")
    assert parts(bench.negotiation) == before
    assert [each.code for each in bench.driver.answers.troubles] == ["disk.full"]
    cell = added(part, column)
    assert (cell.text, bool(cell.state & CellState.UNREADABLE)) == (text, True)
    assert cell.reason.startswith("The disk is full")
    bench.free_disk()
    go_new(part, column)
    bench.keys(Key.Key_F2, Key.Key_End, "!", Key.Key_Return)
    assert parts(bench.negotiation) == before + 1
    assert f"{text}!" in repr(bench.negotiation)
    assert not part.rows.kept_of_new(bench.view.presenter.prepared)
    bench.undo()
    assert parts(bench.negotiation) == before


def test_a_new_row_that_was_kept_is_taken_back_by_undo_or_cleared(bench: Bench) -> None:
    part = _needs(bench)
    for take_back in (bench.undo, lambda: bench.keys(Key.Key_Delete)):
        bench.fill_disk()
        go_new(part, "text")
        bench.paste(LONG)
        assert added(part, "text").text == LONG.strip()
        bench.free_disk()
        go_new(part, "text")
        take_back()
        assert added(part, "text").text == "What they hope for or fear"
    assert bench.negotiation.needs == ()


def test_what_is_kept_for_one_list_is_not_shown_in_another(bench: Bench) -> None:
    theirs = _needs(bench)
    bench.fill_disk()
    go_new(theirs, "text")
    bench.paste(LONG)
    bench.free_disk()
    page = bench.view.page
    assert isinstance(page, NeedsStep)
    assert added(page.needs[Side.US], "text").text == "What we hope for or fear"


def test_what_lacks_something_to_be_a_row_waits_and_says_what(bench: Bench) -> None:
    bench.add_price()
    part = _planned("ladder")(bench)
    go_new(part, "in_return")
    bench.keys("their signature", Key.Key_Return)
    assert bench.negotiation.planned_concessions == ()
    cell = added(part, "in_return")
    assert (cell.text, cell.reason) == ("their signature", "Enter “Issue” too: this waits here until then.")
    assert cell.state is CellState.CHECK
    assert part.sheet.strip.text == cell.reason
    go_new(part, "to_value")
    bench.keys("1.40", Key.Key_Return)
    assert added(part, "to_value").state & CellState.UNREADABLE
    go_new(part, "issue_id")
    bench.keys("Price", Key.Key_Return)
    made: tuple[PlannedConcession, ...] = bench.negotiation.planned_concessions
    assert [(str(each.to_value), each.in_return) for each in made] == [("1.40", "their signature")]
    assert added(part, "in_return").text == ""
