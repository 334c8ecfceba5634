"""tests: ui/prepare/steps/increase_page.py - a claimed increase tested by keys, filled from the supplier's file."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from core.side import Basis
from core.words import NO_BREAK
from tests.ui.desk import ALT, CTRL, SHIFT
from tests.ui.prepare.conftest import Bench
from ui.prepare.steps.increase_page import IncreasePage
from ui.widgets.flag import Level
from ui.widgets.sheet_model import CellState

Key = Qt.Key
PARTS = (
    "Raw material\t45\t6\tsaid\tTheir letter\nEnergy\t10\t12\nLabour\t25\t3\nFreight\t5\t-10\n"
    "Overhead and margin\t15\t0\n"
)


@pytest.fixture
def price(bench: Bench) -> int:
    """Type a price that is 1.46 today for 100,000 cans, and a payment term."""
    made = bench.add_price()
    logbook = bench.driver.logbook
    logbook.issues.change(made, baseline=Decimal("1.46"), reference_quantity=Decimal(100_000))
    logbook.issues.add(
        bench.negotiation_id, name="Payment", unit="days", best=Decimal(60), worst=Decimal(14), step=Decimal(1),
        weight=Decimal(50), baseline=Decimal(30),
    )  # fmt: skip
    bench.view.show_negotiation(bench.negotiation_id)
    bench.sheet.go_to(made, "name")
    bench.issues.focus_first()
    return made


def opened(bench: Bench) -> IncreasePage:
    """Open the test of the issue chosen by its key."""
    bench.driver.press(Key.Key_I, CTRL | SHIFT)
    assert bench.issues.increase.isVisible()
    return bench.issues.increase


def shown(bench: Bench, page: IncreasePage) -> set[str]:
    """Return the texts of the figures."""
    return {text.replace(NO_BREAK, " ") for text in bench.driver.texts(page.strip)}


def test_the_published_case_is_typed_and_pasted(bench: Bench, price: int) -> None:
    page = opened(bench)
    bench.keys("9", Key.Key_Tab)
    assert bench.negotiation.claimed_increase == Decimal(9)
    page.sheet.setFocus()
    bench.paste(PARTS)
    assert [(each.name, each.share, each.change) for each in bench.negotiation.claimed_costs][3:] == [
        ("Freight", Decimal(5), Decimal(-10)), ("Overhead and margin", Decimal(15), Decimal(0)),
    ]  # fmt: skip
    assert bench.negotiation.claimed_costs[0].basis is Basis.SAID
    told = page.verdict.text.replace(NO_BREAK, " ")
    assert told == "They claim 9 %; their costs justify 4.15 %, 4.85 % less."
    assert {"9.00 %", "4.15 %", "4.85 %", "10.85 %", "13,140 EUR", "6,059 EUR"} <= shown(bench, page)
    assert page.would_be.text().replace(NO_BREAK, " ") == "Price would go from 1.46 EUR/can to 1.5914 EUR/can."
    total = page.sheet.model.find("total", "effect")
    assert page.sheet.model.cell(total.row(), total.column()).text == "+4.15"
    # half the weight: the increase costs 6,570 of the 40,000 that the whole scale is worth
    assert "The increase costs us 13,140.00 EUR" in page.why_not.text().replace(NO_BREAK, " ")
    row = [page.instead.model.text(0, column).replace(NO_BREAK, " ") for column in range(4)]
    assert row == ["Payment", "30 days", "14 days", "6,956.52 EUR"]
    bench.driver.press(Key.Key_Escape)
    assert page.isHidden()
    bench.undo()
    assert bench.negotiation.claimed_costs == ()


def test_the_parts_come_from_the_suppliers_file_and_are_marked(bench: Bench, price: int) -> None:
    logbook = bench.driver.logbook
    supplier = bench.negotiation.supplier_id
    for day, share in ((date(2025, 11, 3), "40"), (date(2026, 11, 3), "45")):
        logbook.cost_parts.add(supplier, on=day, name="Material", share=Decimal(share), basis=Basis.SAID, source="Talk")
    page = opened(bench)
    (part,) = bench.negotiation.claimed_costs
    assert (part.name, part.share, part.change, part.basis) == ("Material", Decimal(45), None, Basis.SAID)
    assert set(part.prefilled) == {"name", "share", "basis", "source"}
    index = page.sheet.model.find(part.id, "share")
    assert page.sheet.model.cell(index.row(), index.column()).state & CellState.PREFILLED
    page.sheet.go_to(part.id, "share")
    page.sheet.setFocus()
    bench.keys("44", Key.Key_Return)
    assert "share" not in bench.negotiation.claimed_costs[0].prefilled
    bench.undo()
    bench.undo()
    assert bench.negotiation.claimed_costs == ()
    assert page.fill.isVisible()
    assert page.fill.label == "Take the breakdown of 3 Nov 2026"
    page.fill.click()
    assert len(bench.negotiation.claimed_costs) == 1


def test_without_a_breakdown_the_usual_parts_are_one_button(bench: Bench, price: int) -> None:
    page = opened(bench)
    assert not page.fill.isVisible()
    page.usual.click()
    first = bench.negotiation.claimed_costs[0]
    assert (first.name, first.share) == ("Material", None)
    index = page.sheet.model.find(first.id, "share")
    assert page.sheet.model.cell(index.row(), index.column()).level is Level.CHECK
    assert not page.usual.isVisible()


def test_shares_over_the_whole_and_texts_that_are_no_figures_are_told(bench: Bench, price: int) -> None:
    page = opened(bench)
    page.sheet.setFocus()
    bench.paste("Material\t80\t5\nEnergy\t40\tmuch\n")
    assert "The shares add up to 120" in page.verdict.text
    second = bench.negotiation.claimed_costs[1]
    assert second.change is None
    index = page.sheet.model.find(second.id, "change")
    assert (page.sheet.model.cell(index.row(), index.column()).text) == "much"
    page.sheet.go_to(second.id, "share")
    bench.keys("140", Key.Key_Return)
    assert bench.negotiation.claimed_costs[1].share == Decimal(40)
    page.claim.fields["claimed"].setFocus()
    bench.keys("a lot", Key.Key_Tab)
    assert "is no number" in page.claim.problem(page.claim.fields["claimed"])
    assert bench.negotiation.claimed_increase is None


def test_a_target_that_leaves_them_nothing_warns(bench: Bench, price: int) -> None:
    bench.driver.logbook.issues.change(price, fair=Decimal("1.30"))
    page = opened(bench)
    page.sheet.setFocus()
    bench.paste(PARTS)
    assert page.warning.level is Level.CHECK
    assert "Ask how they mean to go on before you insist." in page.warning.text


def test_parts_are_moved_and_deleted_by_keys(bench: Bench, price: int) -> None:
    page = opened(bench)
    page.sheet.setFocus()
    bench.paste(PARTS)
    first, second, *_ = bench.negotiation.claimed_costs
    page.sheet.go_to(first.id, "name")
    bench.driver.press(Key.Key_Down, ALT)
    assert [each.id for each in bench.negotiation.claimed_costs][:2] == [second.id, first.id]
    bench.driver.press(Key.Key_Delete, CTRL)
    assert first.id not in {each.id for each in bench.negotiation.claimed_costs}


def test_the_details_of_the_price_tell_the_finding(bench: Bench, price: int) -> None:
    opened(bench)
    bench.keys("9", Key.Key_Tab)
    bench.driver.press(Key.Key_Escape)
    told = " ".join(bench.driver.texts(bench.issues.details))
    assert "Ctrl+Shift+I opens the test." in told


def test_an_increase_is_tested_on_a_price_only(bench: Bench, price: int) -> None:
    bench.sheet.go_to(bench.issue("Payment").id, "name")
    assert not bench.issues.increase_button.isVisible()
    bench.driver.press(Key.Key_I, CTRL | SHIFT)
    assert bench.driver.answers.told == ["An increase is tested on a price: an issue in EUR or in per cent."]
