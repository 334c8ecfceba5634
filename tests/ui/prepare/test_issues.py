"""tests: ui/prepare/issues.py - the grid worked like a sheet by real keys: blocks in and out, filled, moved, undone."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from core.issue import Issue
from tests.ui.desk import ALT, CTRL, SHIFT
from tests.ui.prepare.conftest import Bench
from ui.settings_store import SettingsStore
from ui.widgets.sheet_model import CellState

Key = Qt.Key
BLOCK = (
    "Price\tp\tEUR/can\t1.35\t1.55\t50\t1.36\t1.38\t1.40\t1.45\t1.48\r\n"
    "Payment\ty\tdays\t60\t14\t30\t60\t60\t45\t30\t14\r\n"
    "Volume\tv\tk cans\t1,000\t1,600\t20\t1,000\t1,000\t1,100\t1,200\t1,400\r\n"
)


def names(bench: Bench) -> list[str]:
    """Return the stored issues by name, in their order."""
    return [issue.name for issue in bench.negotiation.issues]


def figures(issue: Issue) -> tuple[object, ...]:
    """Return the figures of an issue from best end to limit."""
    return (
        issue.best, issue.worst, issue.weight, issue.opening, issue.best_outcome, issue.fair, issue.minimum, issue.limit
    )  # fmt: skip


@pytest.fixture
def pasted(bench: Bench) -> Bench:
    """Paste three issues into the empty grid."""
    bench.step("issues")
    bench.issues.focus_first()
    bench.paste(BLOCK)
    return bench


def test_a_block_from_a_spreadsheet_becomes_issues_in_one_step(pasted: Bench) -> None:
    assert names(pasted) == ["Price", "Payment", "Volume"]
    assert figures(pasted.issue("Volume")) == tuple(map(Decimal, (1000, 1600, 20, 1000, 1000, 1100, 1200, 1400)))
    assert pasted.issue("Price").unit == "EUR/can"
    pasted.undo()
    assert names(pasted) == []


def test_titles_above_a_block_are_left_out_and_that_is_said(bench: Bench) -> None:
    bench.step("issues")
    bench.issues.focus_first()
    titles = "Issue\tKey\tUnit\tBest end\tWorst\tWeight\tOpening\tBest\tFair\tMinimum\tLimit\r\n"
    bench.paste(titles + BLOCK)
    assert names(bench) == ["Price", "Payment", "Volume"]
    assert bench.issues.sheet.strip.text == "The first line pasted holds titles and was left out."
    bench.undo()
    assert names(bench) == []


def test_an_issue_of_options_is_no_line_of_titles(bench: Bench) -> None:
    bench.step("issues")
    bench.issues.focus_first()
    bench.paste("Certificate\tc\t\tfull\tnone\t20\nPrice\tp\tEUR\t1\t2\t80\n")
    assert names(bench) == ["Certificate", "Price"]
    assert bench.cell(bench.issue("Certificate").id, "best").text == "full"


def test_a_block_over_rows_that_are_there_changes_them_and_adds_the_rest(pasted: Bench) -> None:
    pasted.sheet.go_to(pasted.issue("Volume").id, "name")
    pasted.paste("Tonnage\tt\tt\nFreight\tf\tEUR/t\n")
    assert names(pasted) == ["Price", "Payment", "Tonnage", "Freight"]
    pasted.undo()
    assert names(pasted) == ["Price", "Payment", "Volume"]


def test_a_block_goes_out_as_a_spreadsheet_reads_it(pasted: Bench) -> None:
    pasted.sheet.go_to(pasted.issue("Payment").id, "name")
    for _ in range(4):
        pasted.driver.press(Key.Key_Right, SHIFT)
    pasted.driver.press(Key.Key_Down, SHIFT)
    pasted.driver.press(Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "Payment\ty\tdays\t60\t14\nVolume\tv\tk cans\t1000\t1600\n"


def test_what_goes_out_comes_in_again_unchanged(pasted: Bench) -> None:
    before = [figures(issue) for issue in pasted.negotiation.issues]
    view = pasted.issues.sheet.view
    view.selectAll()
    pasted.driver.press(Key.Key_C, CTRL)
    text = QGuiApplication.clipboard().text()
    pasted.driver.press(Key.Key_Home, CTRL)
    pasted.paste(text)
    assert [figures(issue) for issue in pasted.negotiation.issues][:3] == before


def test_one_cell_fills_a_selection_and_del_empties_it(pasted: Bench) -> None:
    pasted.sheet.go_to(pasted.issue("Price").id, "weight")
    for _ in range(2):
        pasted.driver.press(Key.Key_Down, SHIFT)
    pasted.paste("25")
    assert [issue.weight for issue in pasted.negotiation.issues] == [Decimal(25)] * 3
    pasted.driver.press(Key.Key_Delete)
    assert [issue.weight for issue in pasted.negotiation.issues] == [None] * 3
    pasted.undo()
    pasted.undo()
    assert [issue.weight for issue in pasted.negotiation.issues] == [Decimal(50), Decimal(30), Decimal(20)]


def test_cells_are_filled_down_by_a_key(pasted: Bench) -> None:
    pasted.sheet.go_to(pasted.issue("Price").id, "weight")
    for _ in range(2):
        pasted.driver.press(Key.Key_Down, SHIFT)
    pasted.driver.press(Key.Key_Down, ALT | SHIFT)
    assert [issue.weight for issue in pasted.negotiation.issues] == [Decimal(50)] * 3
    pasted.undo()
    assert pasted.issue("Volume").weight == Decimal(20)
    pasted.sheet.go_to(pasted.issue("Volume").id, "weight")
    pasted.driver.press(Key.Key_Down, ALT | SHIFT)
    assert pasted.issue("Volume").weight == Decimal(30)


def test_issues_are_moved_by_keys_and_back_by_steps(pasted: Bench) -> None:
    pasted.sheet.go_to(pasted.issue("Volume").id, "fair")
    pasted.driver.press(Key.Key_Up, ALT)
    pasted.driver.press(Key.Key_Up, ALT)
    assert names(pasted) == ["Volume", "Price", "Payment"]
    assert pasted.sheet.current() == (pasted.issue("Volume").id, "fair")
    pasted.driver.press(Key.Key_Down, ALT)
    assert names(pasted) == ["Price", "Volume", "Payment"]
    for order in (["Volume", "Price", "Payment"], ["Price", "Volume", "Payment"], ["Price", "Payment", "Volume"]):
        pasted.undo()
        assert names(pasted) == order


def test_several_rows_are_deleted_and_come_back_together(pasted: Bench) -> None:
    pasted.sheet.go_to(pasted.issue("Price").id, "name")
    pasted.driver.press(Key.Key_Down, SHIFT)
    pasted.driver.press(Key.Key_Delete, CTRL)
    assert names(pasted) == ["Volume"]
    pasted.undo()
    assert names(pasted) == ["Price", "Payment", "Volume"]


def test_each_edit_is_a_step_of_its_own(pasted: Bench) -> None:
    price = pasted.issue("Price").id
    for text in ("1.41", "1.42"):
        pasted.sheet.go_to(price, "fair")
        pasted.keys(text, Key.Key_Return)
    pasted.undo()
    assert pasted.issue("Price").fair == Decimal("1.41")
    pasted.undo()
    assert pasted.issue("Price").fair == Decimal("1.40")
    pasted.driver.run("redo")
    assert pasted.issue("Price").fair == Decimal("1.41")


def test_figures_are_read_and_written_in_the_form_of_the_region(request: pytest.FixtureRequest) -> None:
    SettingsStore().change(region="de_DE")
    bench: Bench = request.getfixturevalue("bench")
    bench.step("issues")
    bench.issues.focus_first()
    bench.paste("Preis\tp\tEUR/Dose\t1,35\t1,55\t50\nMenge\tm\tTsd\t1.000\t1.600\t20\n")
    price, volume = bench.negotiation.issues
    assert (price.best, price.worst, volume.best) == (Decimal("1.35"), Decimal("1.55"), Decimal(1000))
    assert bench.cell(volume.id, "best").text == "1.000"
    bench.sheet.go_to(price.id, "best")
    bench.driver.press(Key.Key_Right, SHIFT)
    bench.driver.press(Key.Key_Down, SHIFT)
    bench.driver.press(Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "1,35\t1,55\n1000\t1600\n"


def test_the_columns_stand_under_their_groups(pasted: Bench) -> None:
    groups = {column.key: column.group for column in pasted.issues.sheet.model.columns}
    assert {groups[key] for key in ("best", "worst")} == {"Range"}
    assert {groups[key] for key in ("opening", "best_outcome", "fair", "minimum", "limit")} == {"Our ladder"}


def test_prefilled_figures_are_marked_until_they_are_touched(pasted: Bench) -> None:
    price = pasted.issue("Price").id
    pasted.driver.logbook.issues.change(price, fair=Decimal("1.39"), prefilled=("fair", "limit"))
    pasted.view.show_negotiation(pasted.negotiation_id)
    assert pasted.cell(price, "fair").state & CellState.PREFILLED
    told = "2 entries prefilled: type over them, or keep them with F2 and Enter"
    assert told in pasted.driver.texts(pasted.issues.sheet)
    pasted.sheet.go_to(price, "fair")
    pasted.issues.focus_first()
    pasted.keys(Key.Key_F2, Key.Key_Return)
    assert not pasted.cell(price, "fair").state & CellState.PREFILLED
    assert pasted.cell(price, "limit").state & CellState.PREFILLED
    assert pasted.issue("Price").prefilled == ("limit",)


def test_the_whole_grid_copied_and_pasted_back_adds_nothing(pasted: Bench) -> None:
    before = pasted.negotiation.issues
    pasted.sheet.view.go_to(0, 0)
    pasted.driver.press(Key.Key_A, CTRL)
    pasted.driver.press(Key.Key_C, CTRL)
    pasted.driver.press(Key.Key_V, CTRL)
    assert pasted.negotiation.issues == before


def test_a_new_issue_stays_as_typed_while_the_disk_is_full(bench: Bench) -> None:
    bench.step("issues")
    name = "Sweetcorn in brine " + 9000 * "x"
    bench.fill_disk()
    bench.paste(name)
    model = bench.sheet.model
    assert not bench.negotiation.issues
    assert [each.code for each in bench.driver.answers.troubles] == ["disk.full"]
    cell = model.cell(model.body_rows, 0)
    assert (cell.text, bool(cell.state & CellState.UNREADABLE)) == (name, True)
    assert cell.reason.startswith("The disk is full")
    bench.free_disk()
    bench.sheet.view.go_to(model.body_rows, 2)
    bench.keys("EUR", Key.Key_Return)
    (made,) = bench.negotiation.issues
    assert (made.name, made.unit) == (name, "EUR")
    assert model.cell(model.body_rows, 0).text == "Add an issue"


def test_a_new_issue_that_was_kept_is_taken_back_by_undo_or_cleared(bench: Bench) -> None:
    bench.step("issues")
    model = bench.sheet.model
    for take_back in (bench.undo, lambda: bench.keys(Key.Key_Delete)):
        bench.fill_disk()
        bench.sheet.view.go_to(model.body_rows, 0)
        bench.paste(9000 * "x")
        assert model.cell(model.body_rows, 0).text.startswith("xxx")
        bench.free_disk()
        bench.sheet.view.go_to(model.body_rows, 0)
        take_back()
        assert model.cell(model.body_rows, 0).text == "Add an issue"
    assert not bench.negotiation.issues
