"""tests: ui/prepare/steps/common_step.py - goals typed, taken from needs, linked by number; packages listed."""

from __future__ import annotations

from PySide6.QtCore import Qt

from core.side import Side
from tests.ui.prepare.conftest import Bench
from ui.navigation import NEGOTIATION, Place
from ui.prepare.steps.common_step import CommonStep
from ui.widgets.flag import Level

Key = Qt.Key


def page(bench: Bench) -> CommonStep:
    bench.step("common")
    found = bench.view.page
    assert isinstance(found, CommonStep)
    return found


def add_needs(bench: Bench, *texts: tuple[Side, str]) -> list[int]:
    """Enter needs as another screen would, and return their ids."""
    found = []
    for side, text in texts:
        changes = bench.driver.logbook.needs.add(bench.negotiation_id, side=side, text=text)
        bench.view.changes_made.emit(changes)
        found.append(changes.made)
    return found


def links(bench: Bench) -> dict[str, int | None]:
    return {each.text: each.goal_id for each in bench.negotiation.needs}


def goals(bench: Bench) -> list[str]:
    return [each.text for each in bench.negotiation.common_goals]


def test_goals_are_typed_and_needs_are_linked_by_the_goals_number(bench: Bench) -> None:
    ours, theirs = add_needs(bench, (Side.US, "supply"), (Side.THEM, "cash"))
    found = page(bench)
    bench.keys("a line that runs", Key.Key_Return, "fewer claims", Key.Key_Return)
    first, second = bench.negotiation.common_goals
    found.links[Side.US].go_to(ours, "goal")
    found.links[Side.US].setFocus()
    bench.keys("1", Key.Key_Return)
    found.links[Side.THEM].go_to(theirs, "goal")
    found.links[Side.THEM].setFocus()
    bench.keys("fewer", Key.Key_Return)
    assert links(bench) == {"supply": first.id, "cash": second.id}
    told = found.goals.rows.told(found.presenter.prepared, bench.negotiation.common_goals[0])
    assert told == "Only ours so far: ask what they need of it."
    bench.keys(Key.Key_Up)
    found.links[Side.THEM].go_to(theirs, "goal")
    bench.keys(Key.Key_Delete)
    assert links(bench)["cash"] is None


def test_a_number_without_a_goal_stays_as_typed(bench: Bench) -> None:
    (need,) = add_needs(bench, (Side.US, "supply"))
    found = page(bench)
    found.links[Side.US].go_to(need, "goal")
    found.links[Side.US].setFocus()
    bench.keys("3", Key.Key_Return)
    cell = found.links[Side.US].sheet.model.cell(0, 0)
    assert (cell.text, cell.level) == ("3", Level.CHECK)
    assert links(bench) == {"supply": None}


def test_a_suggested_pair_becomes_a_goal_by_enter_and_its_words_can_be_changed_at_once(bench: Bench) -> None:
    add_needs(bench, (Side.US, "deliveries until March"), (Side.THEM, "one delivery a week"), (Side.THEM, "cash"))
    found = page(bench)
    assert [row.cells["words"].text for row in found.suggested.model.rows] == ["deliveries"]
    assert goals(bench) == []
    found.suggested.view.setFocus()
    bench.keys(Key.Key_Return)
    (goal,) = bench.negotiation.common_goals
    assert links(bench) == {"deliveries until March": goal.id, "one delivery a week": goal.id, "cash": None}
    assert not found.suggested.isVisible()
    bench.keys("one delivery a week until March", Key.Key_Return)
    assert goals(bench) == ["one delivery a week until March"]
    bench.undo()
    bench.undo()
    assert goals(bench) == []
    assert set(links(bench).values()) == {None}


def test_packages_are_listed_and_compared_elsewhere(bench: Bench) -> None:
    bench.add_price()
    found = page(bench)
    assert not found.compare.isVisible()
    found.packages.go_to_new()
    bench.keys("Early cash", Key.Key_Return, "Long term", Key.Key_Return)
    assert [(each.label, each.name) for each in bench.negotiation.candidates] == [
        ("A", "Early cash"),
        ("B", "Long term"),
    ]
    wanted: list[Place] = []
    bench.view.go_wanted.connect(wanted.append)
    found.compare.setFocus()
    bench.keys(Key.Key_Space)
    assert wanted == [Place(NEGOTIATION, bench.negotiation_id, "analyse", "packages")]


def test_what_is_missing_leads_to_goals_or_to_packages(bench: Bench) -> None:
    chosen = bench.view.step_pane.to_do_chosen
    chosen.emit("common/0/text/todo.no_common_goal")
    bench.keys("a line that runs", Key.Key_Return)
    assert [each.text for each in bench.negotiation.common_goals] == ["a line that runs"]
    chosen.emit("common/0/candidate/todo.few_packages")
    bench.keys("Early cash", Key.Key_Return)
    assert [each.name for each in bench.negotiation.candidates] == ["Early cash"]


def test_without_needs_it_says_where_to_begin(bench: Bench) -> None:
    found = page(bench)
    assert any("first: step 3" in text for text in bench.driver.texts(found))
    assert not found.board.isVisible()
