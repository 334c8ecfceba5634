"""tests: ui/prepare/steps/needs_step.py - both sides’ hopes and concerns, positions and the interests behind them."""

from __future__ import annotations

from PySide6.QtCore import Qt

from core.need import NeedKind
from core.negotiation import Depth
from core.side import Basis, Side
from core.strategy import Match
from tests.ui.desk import ALT, CTRL
from tests.ui.prepare.conftest import Bench
from ui.navigation import NEGOTIATION, Place
from ui.prepare.steps.needs_step import NeedsStep
from ui.widgets.flag import Level
from ui.widgets.sheet_model import CellState

Key = Qt.Key


def page(bench: Bench) -> NeedsStep:
    bench.step("needs")
    found = bench.view.page
    assert isinstance(found, NeedsStep)
    return found


def on_positions(bench: Bench, row: str = "0:0", key: str = "us-position") -> None:
    """Give the focus to a cell of the sheet of positions."""
    bench.sheet.go_to(row, key)
    bench.sheet.setFocus()


# hopes and concerns


def test_needs_of_both_sides_are_typed_one_after_the_other(bench: Bench) -> None:
    found = page(bench)
    bench.keys("supply until March", Key.Key_Return, "a price that holds", Key.Key_Tab, "c", Key.Key_Tab)
    found.needs[Side.THEM].go_to_new()
    bench.keys("cash before December", Key.Key_Tab, "conc", Key.Key_Tab, "sa", Key.Key_Return)
    assert [(each.side, each.kind, each.text, each.basis) for each in bench.negotiation.needs] == [
        (Side.US, NeedKind.HOPE, "supply until March", None),
        (Side.US, NeedKind.CONCERN, "a price that holds", None),
        (Side.THEM, NeedKind.CONCERN, "cash before December", Basis.SAID),
    ]


def test_a_need_is_a_guess_of_theirs_unless_more_is_known_and_is_marked_as_said(bench: Bench) -> None:
    theirs = page(bench).needs[Side.THEM]
    theirs.go_to_new()
    bench.keys("a full line", Key.Key_Return)
    (need,) = bench.negotiation.needs
    assert (need.basis, need.is_shared) == (Basis.GUESS, False)
    theirs.go_to(need.id, "is_shared")
    bench.keys(Key.Key_Space)
    assert bench.negotiation.needs[0].is_shared


def test_needs_are_moved_deleted_and_brought_back(bench: Bench) -> None:
    ours = page(bench).needs[Side.US]
    bench.keys("first", Key.Key_Return, "second", Key.Key_Return)
    second = bench.negotiation.needs[1].id
    ours.go_to(second, "text")
    bench.driver.press(Key.Key_Up, ALT)
    assert [each.text for each in bench.negotiation.needs] == ["second", "first"]
    bench.driver.press(Key.Key_Delete, CTRL)
    assert [each.text for each in bench.negotiation.needs] == ["first"]
    bench.undo()
    assert [each.text for each in bench.negotiation.needs] == ["second", "first"]


def test_a_kind_that_is_none_stays_as_typed(bench: Bench) -> None:
    ours = page(bench).needs[Side.US]
    bench.keys("supply", Key.Key_Tab, "wish", Key.Key_Return)
    need = bench.negotiation.needs[0]
    model = ours.sheet.model
    cell = model.cell(0, model.find(need.id, "kind").column())
    assert (cell.text, cell.level, need.kind) == ("wish", Level.CHECK, NeedKind.HOPE)
    bench.undo()
    assert model.cell(0, 1).text == "hope"


def test_what_was_filled_in_is_marked_until_it_is_confirmed(bench: Bench) -> None:
    book = bench.driver.logbook
    made = book.needs.add(bench.negotiation_id, side=Side.US, text="supply", prefilled=("text",))
    bench.view.changes_made.emit(made)
    ours = page(bench).needs[Side.US]
    assert ours.sheet.model.cell(0, 0).state & CellState.PREFILLED
    ours.go_to(made.made, "text")
    bench.keys(Key.Key_F2, Key.Key_Return)
    assert bench.negotiation.needs[0].prefilled == ()
    assert not ours.sheet.model.cell(0, 0).state & CellState.PREFILLED


def test_a_lesser_depth_asks_for_interests_alone_but_hides_no_need(bench: Bench) -> None:
    found = page(bench)
    bench.view.depths.setFocus()
    bench.keys(Key.Key_Left)
    assert bench.negotiation.depth is Depth.PRIORITY
    assert not found.board.isVisible()
    bench.view.changes_made.emit(bench.driver.logbook.needs.add(bench.negotiation_id, side=Side.US, text="supply"))
    assert found.board.isVisible()


# positions


def test_how_their_interest_stands_to_ours_is_typed_by_its_first_letters(bench: Bench) -> None:
    page(bench)
    on_positions(bench, key="us-interest")
    bench.keys("certain supply", Key.Key_Return)
    on_positions(bench, key="them-match")
    bench.keys("opposed", Key.Key_Return)
    cell = bench.cell("0:0", "them-match")
    assert (cell.text, cell.level) == ("opposed", Level.CHECK)
    assert cell.reason.startswith("Enter their position or interest first")
    on_positions(bench, key="them-interest")
    bench.keys("cash", Key.Key_Return)
    on_positions(bench, key="them-match")
    bench.keys("diff", Key.Key_Return)
    theirs = next(each for each in bench.negotiation.positions if each.side is Side.THEM)
    assert theirs.match is Match.DIFFERENT
    assert bench.cell("0:0", "them-match").text == "different"


def test_what_is_missing_leads_to_the_very_list(bench: Bench) -> None:
    chosen = bench.view.step_pane.to_do_chosen
    chosen.emit("needs/them:0/text/todo.no_needs_them")
    bench.keys("a full line", Key.Key_Return)
    assert [each.side for each in bench.negotiation.needs] == [Side.THEM]
    chosen.emit("needs/0:0/us-interest/todo.no_interest_us")
    bench.keys("supply", Key.Key_Return)
    assert bench.negotiation.positions[0].interest == "supply"


def test_a_row_holds_both_sides_of_the_whole_matter(bench: Bench) -> None:
    page(bench)
    on_positions(bench)
    bench.tabbed("A fixed price", "Budget", "Certainty", "An increase", "Energy", "Covered cost", "said")
    ours, theirs = bench.negotiation.positions
    assert (ours.side, ours.issue_id, ours.position, ours.why) == (Side.US, None, "A fixed price", "Budget")
    assert (theirs.side, theirs.interest, theirs.basis) == (Side.THEM, "Covered cost", Basis.SAID)


def test_a_basis_that_is_none_stays_as_typed(bench: Bench) -> None:
    page(bench)
    on_positions(bench, key="them-basis")
    bench.keys("rumour", Key.Key_Return)
    cell = bench.cell("0:0", "them-basis")
    assert (cell.text, cell.level) == ("rumour", Level.CHECK)
    assert cell.reason == "A basis is one of: said, observed, guess."


def test_a_position_without_any_text_goes(bench: Bench) -> None:
    page(bench)
    on_positions(bench)
    bench.tabbed("A fixed price")
    on_positions(bench)
    bench.keys(Key.Key_Delete)
    assert bench.negotiation.positions == ()


def test_a_second_position_on_the_same_subject_has_a_row_of_its_own(bench: Bench) -> None:
    logbook = bench.driver.logbook
    logbook.positions.add(bench.negotiation_id, side=Side.US, position="first")
    changes = logbook.positions.add(bench.negotiation_id, side=Side.US, position="second")
    bench.view.changes_made.emit(changes)
    bench.step("needs")
    assert bench.cell("0:1", "us-position").text == "second"


def test_the_panel_shows_the_whole_texts_of_the_row_chosen(bench: Bench) -> None:
    long = "Certain supply until March at a stable cost, so that the promotion can be planned " * 3
    price = bench.add_price()
    page(bench)
    on_positions(bench, f"{price}:0", "us-interest")
    bench.keys(long.strip(), Key.Key_Return)
    bench.sheet.go_to(f"{price}:0", "us-why")
    shown = getattr(bench.view.page, "behind").fields["us-interest"]  # noqa: B009 - the page is known by its parts
    assert shown.toPlainText() == long.strip()


# a disk that is full

LONG = "Kept" + 330 * " and so on for many words"


def test_a_position_stays_in_its_cell_while_the_disk_is_full(bench: Bench) -> None:
    page(bench)
    on_positions(bench)
    bench.fill_disk()
    bench.paste(LONG)
    assert [each.code for each in bench.driver.answers.troubles] == ["disk.full"]
    cell = bench.cell("0:0", "us-position")
    assert (cell.text, bool(cell.state & CellState.UNREADABLE)) == (LONG, True)
    on_positions(bench)
    assert bench.sheet.strip.text.startswith("The disk is full")
    bench.free_disk()
    bench.keys(Key.Key_F2, Key.Key_End, "!", Key.Key_Return)
    assert [each.position for each in bench.negotiation.positions] == [f"{LONG}!"]
    assert bench.cell("0:0", "us-position").state is CellState.PLAIN


def test_a_text_behind_it_stays_as_typed_until_it_can_be_written(bench: Bench) -> None:
    behind = page(bench).behind
    field = behind.fields["us-interest"]
    field.setFocus()
    bench.fill_disk()
    field.insertPlainText(LONG)
    bench.keys(Key.Key_Tab)
    assert [each.code for each in bench.driver.answers.troubles] == ["disk.full"]
    assert field.toPlainText() == LONG
    bench.free_disk()
    # another change shows the page anew
    behind.fields["them-why"].setFocus()
    bench.keys("cash", Key.Key_Tab)
    assert field.toPlainText() == LONG
    field.setFocus()
    bench.keys(Key.Key_Tab)
    assert {each.interest for each in bench.negotiation.positions} == {LONG, ""}
    assert len(bench.driver.answers.troubles) == 1


def test_a_text_that_was_not_taken_is_not_shown_of_another_subject(bench: Bench) -> None:
    bench.add_price()
    behind = page(bench).behind
    field = behind.fields["us-interest"]
    field.setFocus()
    bench.fill_disk()
    field.insertPlainText(LONG)
    bench.keys(Key.Key_Tab)
    bench.free_disk()
    on_positions(bench, f"{bench.issue('Price').id}:0")
    assert field.toPlainText() == ""


def test_what_is_kept_of_the_whole_matter_is_kept_of_one_negotiation(bench: Bench) -> None:
    page(bench)
    on_positions(bench, key="them-match")
    bench.keys("none of these", Key.Key_Return)
    assert bench.cell("0:0", "them-match").text == "none of these"
    book, first = bench.driver.logbook, bench.negotiation_id
    other = book.negotiations.add(supplier_id=bench.negotiation.supplier_id, title="Another", currency="EUR").made
    bench.driver.go(Place(NEGOTIATION, other, "prepare"))
    page(bench)
    assert bench.cell("0:0", "them-match").text == ""
    bench.driver.go(Place(NEGOTIATION, first, "prepare"))
    page(bench)
    assert bench.cell("0:0", "them-match").text == "none of these"
