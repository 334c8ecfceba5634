"""tests: ui/prepare/steps/side_by_side.py - alternatives in columns, the BATNA first, terms with their worth."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from core.alternative import Unsaid
from core.term import Term
from core.words import NO_BREAK
from tests.ui.desk import CTRL
from tests.ui.prepare.conftest import Bench
from ui.prepare.steps.alternatives_step import AlternativesStep
from ui.widgets.sheet import Cell

Key = Qt.Key


@pytest.fixture
def step(bench: Bench) -> AlternativesStep:
    """Show three alternatives, the first of which ended."""
    price = bench.add_price()
    bench.driver.logbook.issues.change(price, reference_quantity=Decimal(100_000))
    bench.step("alternatives")
    bench.tabbed("Old quote", "1.38", "", "1 Oct 2026")
    bench.tabbed("Campania", "1.40", "1000", "30 Nov 2026")
    bench.tabbed("Ebro", "1.42")
    page = bench.view.page
    assert isinstance(page, AlternativesStep)
    return page


def compared(bench: Bench, step: AlternativesStep) -> None:
    """Show them side by side by keys."""
    step.views.setFocus()
    bench.driver.press(Key.Key_Right)
    assert step.compared.isVisible()


def cell(step: AlternativesStep, row: str, column: int) -> Cell:
    """Return a cell of the table."""
    model = step.side_by_side.sheet.model
    return model.cell(model.find(row, "name").row(), column)


def test_the_batna_stands_first_and_what_ended_last(bench: Bench, step: AlternativesStep) -> None:
    compared(bench, step)
    columns = step.side_by_side.sheet.model.columns
    assert [(each.group, each.title) for each in columns[2:]] == [
        ("BATNA", "Campania"), ("2.", "Ebro"), ("expired", "Old quote"),
    ]  # fmt: skip


def test_each_term_tells_what_it_is_worth_against_the_batna(bench: Bench, step: AlternativesStep) -> None:
    compared(bench, step)
    row = f"i{bench.issue('Price').id}"
    assert [(cell(step, row, at).text, cell(step, row, at).detail) for at in (2, 3, 4)] == [
        ("1.40", ""), ("1.42", "–2,000"), ("1.38", "+2,000"),
    ]  # fmt: skip
    assert [cell(step, "worth", at).text for at in (2, 3, 4)] == ["70.0", "65.0", "85.0"]
    assert [cell(step, "package", at).text for at in (2, 3)] == ["75.0", "65.0"]
    assert [cell(step, "against", at).text for at in (2, 3, 4)] == ["BATNA", "–1,000", "+3,000"]
    assert cell(step, "cost", 2).text == "1,000"


def test_what_is_open_lies_between_two_distances_from_the_batna(bench: Bench, step: AlternativesStep) -> None:
    bench.driver.logbook.issues.add(
        bench.negotiation_id, name="Payment", best=Decimal(60), worst=Decimal(0), weight=Decimal(5)
    )
    old, campania, ebro = bench.negotiation.alternatives
    for each in (old, campania):
        terms = (*each.terms, Term(issue_id=bench.issue("Payment").id, value=Decimal(0)))
        bench.driver.logbook.alternatives.change(each.id, terms=terms)
    changes = bench.driver.logbook.alternatives.change(ebro.id, unsaid=Unsaid.RANGE)
    bench.view.changes_made.emit(changes)
    compared(bench, step)
    assert cell(step, "against", 3).text == "–1,000 to +1,000"


def test_why_it_is_the_batna_and_what_would_change_it_is_said(bench: Bench, step: AlternativesStep) -> None:
    compared(bench, step)
    why = step.side_by_side.why.text().replace(NO_BREAK, " ")
    assert why == "Campania is the BATNA, worth 70.0 of 100: 1,000.00 EUR (5.0 points) more than the next, Ebro."
    told = step.side_by_side.changes.text().replace(NO_BREAK, " ").splitlines()
    assert told == [
        "After 30 Nov 2026 it no longer holds, and Ebro takes its place.",
        "Ebro catches up with Price at 1.41 EUR/can instead of 1.42 EUR/can.",
    ]


def test_it_follows_every_change_and_can_be_copied(bench: Bench, step: AlternativesStep) -> None:
    compared(bench, step)
    second = bench.negotiation.alternatives[2]
    changes = bench.driver.logbook.alternatives.change(second.id, switching_cost=Decimal(500), improve="Ask again")
    bench.view.changes_made.emit(changes)
    assert cell(step, "improve", 3).text == "Ask again"
    assert cell(step, "against", 3).text == "–1,500"
    step.side_by_side.focus_first()
    step.side_by_side.sheet.view.selectAll()
    bench.driver.press(Key.Key_C, CTRL)
    assert "Price\tEUR/can\t1.40\t1.42\t1.38" in QGuiApplication.clipboard().text()


def test_one_alternative_is_not_compared(bench: Bench) -> None:
    bench.add_price()
    bench.step("alternatives")
    bench.tabbed("Campania", "1.40")
    page = bench.view.page
    assert isinstance(page, AlternativesStep)
    assert not page.views.isVisible()
