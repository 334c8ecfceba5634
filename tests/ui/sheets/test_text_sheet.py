"""tests: ui/sheets/text_sheet.py - what is nobody's business is pointed out while a cell is typed into."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QScrollArea

from core.negotiation import Depth
from core.plan import PointKind
from core.side import Side
from tests.ui.desk import ALT
from tests.ui.prepare.conftest import Bench, bench
from ui.prepare.steps.needs_step import NeedsStep
from ui.prepare.steps.plan_step import LISTS, PlanStep
from ui.sheets.text_sheet import TextSheet
from ui.widgets.sheet import Sheet

__all__ = ["bench"]  # the fixture
Key = Qt.Key
# texts that are no words of the user's: a short key, a unit, a day, one of a few words, names that are there
_NOT_FREE = {"alias", "unit", "label", "basis", "them-basis", "them-match", "kind", "side", "by", "channel", "meeting"}
_NOT_FREE |= {"planned_at", "on", "issue", "issue_id", "return_issue_id", "people"}


def needs_of(bench: Bench, side: Side) -> TextSheet:
    """Show the needs of a side and go to the row that adds one."""
    bench.step("needs")
    page = bench.view.page
    assert isinstance(page, NeedsStep)
    page.needs[side].go_to_new()
    return page.needs[side].sheet


def sheets(bench: Bench) -> Iterator[tuple[str, Sheet]]:
    """Show every sheet of Prepare that can be typed into, one after the other."""
    bench.add_price()
    book, made = bench.driver.logbook, bench.negotiation_id
    price = bench.issue("Price").id
    book.issues.change(price, unit="EUR")
    book.negotiations.change(made, depth=Depth.FULL)
    book.needs.add(made, side=Side.US, text="A line without a break")
    book.common_goals.add(made, text="Certain supply")
    book.plan_points.add(made, kind=PointKind.TEST, text="What matters most to you?")
    bench.view.show_negotiation(made)
    for step in ("goal", "issues", "needs", "common", "alternatives", "theirs", "plan"):
        bench.step(step)
        page = bench.view.page
        if isinstance(page, PlanStep):
            for section in LISTS:
                page.folds[section].set_open(True)
        yield from ((step, each) for each in page.findChildren(Sheet) if each.isVisible())
    bench.step("issues")
    bench.sheet.go_to(price, "name")
    bench.issues.open_items()
    yield "items", bench.issues.items.sheet
    bench.issues.close_page()
    bench.issues.open_increase()
    yield "increase", bench.issues.increase.sheet


def test_every_cell_for_free_words_points_it_out(bench: Bench) -> None:
    found: set[tuple[str, str]] = set()
    silent: set[tuple[str, str]] = set()
    for place, sheet in sheets(bench):
        model = sheet.model
        rows = {row for row in (0, model.body_rows) if row < model.rowCount() and not model.is_total_row(row)}
        for row in rows:
            for at, column in enumerate(model.columns):
                is_text = bool(column.align & Qt.AlignmentFlag.AlignLeft) and not column.mark
                if not is_text or column.key in _NOT_FREE or not model.is_editable_at(row, at):
                    continue
                sheet.view.go_to(row, at)
                sheet.setFocus()
                bench.keys("She is pregnant")
                assert isinstance(QApplication.focusWidget(), QLineEdit), (place, column.key)
                shown = isinstance(sheet, TextSheet) and sheet.privacy.isVisible()
                (found if shown else silent).add((place, column.key))
                bench.driver.press(Key.Key_Escape)
                assert not (isinstance(sheet, TextSheet) and sheet.privacy.isVisible())
    assert not silent
    places = {place for place, _ in found}
    assert places == {"goal", "issues", "needs", "common", "alternatives", "theirs", "plan", "items", "increase"}
    assert {("issues", "name"), ("alternatives", "name"), ("items", "text"), ("plan", "tactic")} <= found


def test_a_text_is_pointed_out_as_it_is_typed_and_mended_by_one_key(bench: Bench) -> None:
    sheet = needs_of(bench, Side.THEM)
    bench.keys("She is pregnant")
    assert sheet.privacy.isVisible()
    assert sheet.privacy.words.startswith("check health")
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    bench.driver.press(Key.Key_Return, ALT)
    assert "pregnant" not in editor.text()
    assert not sheet.privacy.isVisible()
    bench.keys(Key.Key_Return)
    assert "pregnant" not in next(each.text for each in bench.negotiation.needs)


def test_a_cell_that_is_left_takes_its_line_away(bench: Bench) -> None:
    sheet = needs_of(bench, Side.US)
    bench.keys("She is pregnant", Key.Key_Escape)
    assert not sheet.privacy.isVisible()
    assert bench.negotiation.needs == ()


def test_a_cell_whose_row_goes_while_it_is_open_takes_its_line_away(bench: Bench) -> None:
    bench.add_price()
    sheet = bench.issues.sheet
    sheet.go_to(bench.issue("Price").id, "name")
    bench.keys("He is pregnant")
    assert sheet.privacy.isVisible()
    sheet.set_rows([])
    bench.driver.wait(lambda: not sheet.privacy.isVisible())
    sheet.view.go_to(0, 0)
    sheet.setFocus()
    bench.keys("She is pregnant")
    assert sheet.privacy.isVisible()


def test_nothing_moves_where_a_grid_points_something_out(bench: Bench) -> None:
    bench.add_price()
    sheet = bench.issues.sheet
    keys = next(each for each in sheet.findChildren(QLabel) if each.text() == "Tab next")

    def places() -> list[QRect]:
        return [QRect(part.mapTo(bench.view, QPoint()), part.size()) for part in (sheet.view, bench.issues.scroller)]

    sheet.go_to(bench.issue("Price").id, "name")
    bench.driver.wait(lambda: sheet.height() == sheet.sizeHint().height())
    before = places()
    assert keys.isVisible()
    bench.keys("He is pregnant")
    assert sheet.privacy.isVisible()
    assert not keys.isVisible()
    bench.driver.wait(lambda: places() == before)
    bench.keys(Key.Key_Escape)
    assert keys.isVisible()
    bench.driver.wait(lambda: places() == before)


def test_the_cell_stays_in_sight_in_a_list_longer_than_its_page(bench: Bench) -> None:
    for number in range(60):
        bench.driver.logbook.needs.add(bench.negotiation_id, side=Side.US, text=f"Need {number}")
    bench.view.show_negotiation(bench.negotiation_id)
    sheet = needs_of(bench, Side.US)
    sheet.view.go_to(0, 0)
    bench.keys("She is pregnant")
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    page = sheet.parentWidget()
    while not isinstance(page, QScrollArea):
        assert page is not None
        page = page.parentWidget()
    viewport = page.viewport()
    for _ in range(4):
        QApplication.processEvents()  # it is scrolled once it is laid out
    assert viewport.rect().contains(QRect(editor.mapTo(viewport, QPoint()), editor.size()))


def test_what_is_chosen_from_a_list_is_not_pointed_out_but_own_words_are(bench: Bench) -> None:
    bench.driver.logbook.issues.add(bench.negotiation_id, name="Trade unionist surcharge")
    bench.view.show_negotiation(bench.negotiation_id)
    bench.step("plan")
    page = bench.view.page
    assert isinstance(page, PlanStep)
    page.folds["tactics"].set_open(True)
    page.folds["questions"].set_open(True)
    questions = page.lists["questions"]
    questions.go_to_new()
    questions.sheet.view.go_to(questions.sheet.model.body_rows, 1)
    bench.keys("trade unionist")
    assert not questions.sheet.privacy.isVisible()
    bench.keys(" meeting")
    assert questions.sheet.privacy.isVisible()


def test_a_text_behind_an_issue_is_pointed_out_below_it(bench: Bench) -> None:
    bench.add_price()
    behind = bench.issues.behind
    behind.fields["them-interest"].setFocus()
    bench.keys("he is pregnant")
    assert behind.privacy.isVisible()
    bench.keys(Key.Key_Tab)
    assert not behind.privacy.isVisible()
