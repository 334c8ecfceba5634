"""tests: ui/prepare/steps/items_page.py - a price made of lines, pasted and typed by keys, with what follows."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from core.item import Item
from core.meeting import Channel
from core.side import Side
from core.term import Term
from core.verdict import Light
from core.words import NO_BREAK
from tests.ui.desk import ALT, CTRL, SHIFT
from tests.ui.prepare.conftest import Bench
from ui.meet.view import MeetView
from ui.navigation import NEGOTIATION, Place
from ui.negotiation.view import NegotiationScreen
from ui.prepare.steps.items_page import ItemsPage
from ui.widgets.flag import Level
from ui.widgets.sheet_model import CellState

Key = Qt.Key
TITLES = "Code\tArticle\tQuantity\tToday\tTheirs\tOurs\n"
LINES = (
    "K-1\tSweetcorn 340 g\t1,000\t1.25\t1.30\t1.20\n"
    "K-2\tPeas 400 g\t200\t12.50\t13.00\t12.50\n"
    "K-3\tTuna 160 g\t400\t2.00\t2.10\t1.95\n"
)


@pytest.fixture
def price(bench: Bench) -> int:
    """Type a price in the negotiation's currency, with a second issue beside it."""
    bench.step("issues")
    bench.tabbed("Price", "price", "EUR", "", "", "60")
    bench.tabbed("Payment", "y", "days", "60", "14", "15")
    made = bench.issue("Price").id
    bench.sheet.go_to(made, "name")
    return made


def opened(bench: Bench) -> ItemsPage:
    """Open the list of the issue chosen by its key, and return it."""
    bench.driver.press(Key.Key_I, CTRL)
    assert bench.issues.items.isVisible()
    return bench.issues.items


def pasted(bench: Bench, text: str) -> ItemsPage:
    """Paste lines into the list."""
    page = opened(bench)
    bench.paste(text)
    bench.driver.wait_for_jobs()
    return page


def stored(bench: Bench, issue_id: int) -> tuple[Item, ...]:
    """Return the lines that the logbook holds."""
    return bench.driver.logbook.items.of_issue(issue_id)


def told(bench: Bench) -> str:
    """Return what is said of the issue's figures."""
    return bench.issues.items.figures.text


def test_lines_pasted_from_a_spreadsheet_make_the_price_a_total(bench: Bench, price: int) -> None:
    page = pasted(bench, TITLES + LINES)
    assert [(item.code, item.quantity, item.theirs) for item in stored(bench, price)] == [
        ("K-1", Decimal(1000), Decimal("1.30")), ("K-2", Decimal(200), Decimal("13.00")),
        ("K-3", Decimal(400), Decimal("2.10")),
    ]  # fmt: skip
    assert page.sheet.strip.text == "The first line pasted holds titles and was left out."
    issue = bench.issue("Price")
    assert (issue.baseline, issue.fair, issue.worst) == (Decimal("4550"), Decimal("4480"), Decimal("4740"))
    assert (issue.reference_quantity, issue.unit) == (Decimal(1), "EUR")
    assert set(issue.prefilled) == {"baseline", "fair", "worst"}
    assert told(bench) == "These figures of Price follow the list: Baseline, Fair, Worst."
    shown = bench.driver.texts(page.strip)
    assert {"4,550.00", "4,740.00", "Theirs, +4.2 %", "4,480.00", "EUR"} <= shown
    bench.undo()
    assert stored(bench, price) == ()
    assert bench.issue("Price").baseline is None


def test_the_row_of_the_grid_shows_the_change_and_the_outliers(bench: Bench, price: int) -> None:
    more = "".join(f"M-{at}\tBeans\t10\t1.00\t1.04\t1.00\n" for at in range(4)) + "M-9\tBeans\t10\t1.00\t1.60\t1.00\n"
    page = pasted(bench, LINES + more)
    outlier = next(item for item in stored(bench, price) if item.code == "M-9")
    index = page.sheet.model.find(outlier.id, "change")
    cell = page.sheet.model.cell(index.row(), index.column())
    assert (cell.text, cell.level) == ("+60.0", Level.CHECK)
    assert "Unlike the others" in cell.reason
    bench.driver.press(Key.Key_Escape)
    assert bench.issues.sheet.isVisible()
    name = bench.cell(price, "name")
    assert (name.text, name.detail.replace("\u00a0", " "), name.level) == ("Price", "+4.3 %, 1 outlier", Level.CHECK)
    assert "A list of 8 lines." in name.reason
    assert bench.cell(price, "fair").state & CellState.PREFILLED


def test_prices_are_written_as_amounts_and_keep_every_digit_typed(bench: Bench, price: int) -> None:
    page = pasted(bench, "K-1\tSweetcorn\t1000\t1.2\t1.25475\t1250\n")
    (line,) = stored(bench, price)
    cells = {key: page.sheet.model.find(line.id, key) for key in ("quantity", "today", "theirs", "ours")}
    shown = {key: page.sheet.model.cell(at.row(), at.column()).text for key, at in cells.items()}
    assert shown == {"quantity": "1,000", "today": "1.20", "theirs": "1.25475", "ours": "1,250.00"}
    page.sheet.go_to(line.id, "today")
    bench.keys(Key.Key_F2, Key.Key_Return)
    page.sheet.go_to(line.id, "theirs")
    bench.keys(Key.Key_F2, Key.Key_Return)
    assert stored(bench, price) == (line,)
    width = page.sheet.view.columnWidth(cells["ours"].column())
    page.sheet.go_to(line.id, "ours")
    bench.keys("123456789012", Key.Key_Return)
    assert page.sheet.view.columnWidth(cells["ours"].column()) > width


def test_what_is_typed_stays_in_its_cells_while_the_disk_is_full(bench: Bench, price: int) -> None:
    page = pasted(bench, LINES)
    model, first = page.sheet.model, stored(bench, price)[0]
    long = "Chick peas " + 9000 * "x"
    bench.fill_disk()
    page.sheet.go_to(first.id, "text")
    bench.paste(long)
    page.sheet.view.go_to(model.body_rows, 1)
    bench.paste(long)
    assert [each.code for each in bench.driver.answers.troubles] == ["disk.full", "disk.full"]
    changed, new = model.find(first.id, "text"), model.index(model.body_rows, 1)
    for at in (changed, new):
        cell = model.cell(at.row(), at.column())
        assert (cell.text, bool(cell.state & CellState.UNREADABLE)) == (long, True)
        assert cell.reason.startswith("The disk is full")
        page.sheet.view.go_to(at.row(), at.column())
        assert page.sheet.strip.text == cell.reason
    bench.free_disk()
    page.sheet.view.go_to(model.body_rows, 0)
    bench.keys("K-9", Key.Key_Return)
    assert [(item.code, item.text) for item in stored(bench, price)[3:]] == [("K-9", long)]
    page.sheet.go_to(first.id, "text")
    bench.keys("Sweetcorn", Key.Key_Return)
    assert stored(bench, price)[0].text == "Sweetcorn"
    assert not page.presenter.items.shelf.by_row()


def test_a_line_is_typed_by_keys_alone(bench: Bench, price: int) -> None:
    opened(bench)
    items = bench.issues.items
    for word in ("K-1", "Sweetcorn", "1000", "1.25", "1.30"):
        bench.write(word)
        bench.driver.press(Key.Key_Tab)
    bench.write("1.20")
    bench.driver.press(Key.Key_Return)
    (line,) = stored(bench, price)
    assert (line.code, line.quantity, line.ours) == ("K-1", Decimal(1000), Decimal("1.20"))
    assert bench.issue("Price").fair == Decimal("1200")
    index = items.sheet.model.find(line.id, "effect")
    assert items.sheet.model.cell(index.row(), index.column()).text == "+50.00"


def test_a_figure_that_the_user_typed_is_kept_and_told(bench: Bench, price: int) -> None:
    bench.driver.logbook.issues.change(price, baseline=Decimal(4000))
    bench.view.show_negotiation(bench.negotiation_id)
    page = pasted(bench, LINES)
    assert bench.issue("Price").baseline == Decimal(4000)
    words = "Baseline 4,000.00 EUR was typed; the list comes to 4,550.00 EUR."
    assert told(bench).replace(NO_BREAK, " ").startswith(words)
    assert page.figures.level is Level.CHECK
    page.take.click()
    assert bench.issue("Price").baseline == Decimal(4550)
    assert not page.take.isVisible()
    bench.undo()
    assert bench.issue("Price").baseline == Decimal(4000)


def test_an_edited_line_moves_the_figures_that_follow(bench: Bench, price: int) -> None:
    page = pasted(bench, LINES)
    first = stored(bench, price)[0]
    page.sheet.go_to(first.id, "theirs")
    bench.write("1.40")
    bench.driver.press(Key.Key_Return)
    assert bench.issue("Price").worst == Decimal(4840)
    bench.undo()
    assert bench.issue("Price").worst == Decimal(4740)
    assert stored(bench, price)[0].theirs == Decimal("1.30")


def test_gaps_are_told_and_shown_apart(bench: Bench, price: int) -> None:
    page = pasted(bench, LINES + "K-4\tPlums\t10\t1.00\t1.10\t\n")
    assert bench.issue("Price").fair is None
    assert "Fair: no total yet, 1 line has a gap." in told(bench)
    page.views.setFocus()
    for _ in range(3):
        bench.driver.press(Key.Key_Right)
    assert page.views.current == "gaps"
    assert page.sheet.model.body_rows == 1
    assert not page.sheet.model.has_add_row()


def test_the_largest_change_in_money_comes_first(bench: Bench, price: int) -> None:
    page = pasted(bench, LINES)
    page.views.setFocus()
    bench.driver.press(Key.Key_Right)
    codes = [page.sheet.model.cell(row, 0).text for row in range(page.sheet.model.rowCount())]
    assert codes == ["K-2", "K-1", "K-3"]
    page.filter.setFocus()
    bench.driver.write("tuna")
    assert [page.sheet.model.cell(row, 0).text for row in range(page.sheet.model.rowCount())] == ["K-3"]
    bench.driver.press(Key.Key_Escape)
    assert page.filter.text() == ""
    assert page.isVisible()


def test_what_is_no_figure_stays_as_typed(bench: Bench, price: int) -> None:
    page = pasted(bench, "K-1\tSweetcorn\tmany\t1.25\t1.30\t1.20\nK-2\tPeas\t200\t12.50\t13 USD\t12.50\n")
    first, second = stored(bench, price)
    index = page.sheet.model.find(first.id, "quantity")
    cell = page.sheet.model.cell(index.row(), index.column())
    assert (cell.text, bool(cell.state & CellState.UNREADABLE)) == ("many", True)
    index = page.sheet.model.find(second.id, "theirs")
    assert "USD is another currency" in page.sheet.model.cell(index.row(), index.column()).reason
    assert (first.quantity, second.theirs) == (None, None)


def test_lines_are_filled_down_moved_copied_and_deleted_by_keys(bench: Bench, price: int) -> None:
    page = pasted(bench, LINES)
    first, second, third = stored(bench, price)
    page.sheet.go_to(first.id, "ours")
    bench.driver.press(Key.Key_Down, SHIFT)
    bench.driver.press(Key.Key_Down, SHIFT)
    bench.driver.press(Key.Key_Down, ALT | SHIFT)
    assert [item.ours for item in stored(bench, price)] == [Decimal("1.20")] * 3
    page.sheet.go_to(first.id, "quantity")
    bench.driver.press(Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "1000"
    bench.driver.press(Key.Key_Down, ALT)
    assert [item.code for item in stored(bench, price)] == ["K-2", "K-1", "K-3"]
    page.sheet.go_to(third.id, "code")
    bench.driver.press(Key.Key_Delete, CTRL)
    assert [item.id for item in stored(bench, price)] == [second.id, first.id]
    assert bench.issue("Price").baseline == Decimal(3750)
    bench.undo()
    assert len(stored(bench, price)) == 3


def test_five_thousand_lines_are_pasted_with_progress_and_undone_in_one_step(bench: Bench, price: int) -> None:
    page = opened(bench)
    steps: list[int] = []
    started = bench.driver.program.tools.jobs.started
    started.connect(lambda job: job.progressed.connect(lambda step: steps.append(step.done)))
    bench.paste("".join(f"K-{at}\tArticle {at}\t10\t1.00\t1.04\t1.01\n" for at in range(5_003)))
    assert not page.sheet.model.is_editable
    bench.driver.wait_for_jobs()
    assert page.sheet.model.body_rows == 5_000
    assert page.sheet.strip.text == "3 lines were left out: a list holds 5,000."
    assert steps
    assert bench.issue("Price").worst == Decimal("52000.00")
    assert QApplication.focusWidget() is page.sheet.view
    bench.undo()
    assert stored(bench, price) == ()


def test_only_a_price_becomes_a_list(bench: Bench, price: int) -> None:
    bench.sheet.go_to(bench.issue("Payment").id, "name")
    assert not bench.issues.items_button.isVisible()
    bench.driver.press(Key.Key_I, CTRL)
    assert not bench.issues.items.isVisible()
    assert bench.driver.answers.told == ["Only a price can be a list of items: an issue in EUR."]


def test_the_total_is_said_and_judged_in_the_meeting(bench: Bench, price: int) -> None:
    pasted(bench, "K-1\tSweetcorn\t1,000\t150\t156\t148\n")
    logbook = bench.driver.logbook
    logbook.issues.change(price, best=Decimal(140_000), limit=Decimal(153_000))
    payment = bench.issue("Payment").id
    terms = (Term(issue_id=price, value=Decimal(152_000)), Term(issue_id=payment, value=Decimal(30)))
    logbook.alternatives.add(bench.negotiation_id, name="Campania", terms=terms)
    bench.driver.go(Place(NEGOTIATION, bench.negotiation_id, "meet"))
    meet = bench.driver.screen(NegotiationScreen).tab
    assert isinstance(meet, MeetView)
    meet.focus_first()
    for text in ("they 154,000 price", "they 149,000 price, 45d"):
        bench.driver.write(text)
        bench.driver.press(Key.Key_Return)
    first, second = bench.negotiation.offers
    assert [(term.issue_id, term.value) for term in first.terms] == [(price, Decimal(154_000))]
    assert first.said is not None
    assert first.stands is not None
    assert first.said.limit is Light.ACT
    # worth 12.5 % of the range less than the alternative's 152,000, and payment may still make up for it
    assert first.stands.batna is Light.POSSIBLE
    assert second.stands is not None
    assert (second.stands.limit, second.stands.batna) == (Light.CLEAR, Light.CLEAR)


def test_their_prices_are_pasted_by_code_in_another_order(bench: Bench, price: int) -> None:
    page = pasted(bench, LINES)
    QGuiApplication.clipboard().setText("Code\tText\tPrice\nK-3\tTuna\t2.20\nk-1\tCorn\t1.33\nX-9\tNew\t5\n")
    bench.driver.press(Key.Key_V, CTRL | SHIFT)
    assert [item.theirs for item in stored(bench, price)] == [Decimal("1.33"), Decimal("13.00"), Decimal("2.20")]
    assert stored(bench, price)[0].text == "Sweetcorn 340 g"
    assert page.sheet.strip.text == "2 prices taken by their codes. Not in the list: X-9."
    assert page.sheet.strip.level is Level.CHECK
    page.sheet.go_to(stored(bench, price)[0].id, "ours")
    QGuiApplication.clipboard().setText("K-1\t1.21\n")
    bench.driver.press(Key.Key_V, CTRL | SHIFT)
    assert stored(bench, price)[0].ours == Decimal("1.21")
    assert page.sheet.strip.text == "1 price taken by its code."
    bench.undo()
    bench.undo()
    assert stored(bench, price)[2].theirs == Decimal("2.10")


def test_their_quotation_is_logged_as_their_offer_by_a_button(bench: Bench, price: int) -> None:
    page = pasted(bench, LINES)
    assert page.log_offer.isVisible()
    page.log_offer.click()
    (offer,) = bench.negotiation.offers
    assert (offer.side, offer.channel, offer.meeting_id) == (Side.THEM, Channel.MAIL, None)
    # it came by mail: nobody sat down for it
    assert bench.negotiation.meetings == ()
    assert [(term.issue_id, term.value) for term in offer.terms] == [(price, Decimal("4740.00"))]
    assert not page.log_offer.isVisible()
    page.sheet.go_to(stored(bench, price)[0].id, "theirs")
    page.sheet.setFocus()
    bench.keys("1.31", Key.Key_Return)
    assert page.log_offer.isVisible()
