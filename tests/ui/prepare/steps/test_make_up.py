"""tests: ui/prepare/steps/make_up.py - what makes up for giving way, asked by a value and told in words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from core.estimate import Subject
from core.side import Basis
from core.words import NO_BREAK
from tests.ui.desk import CTRL
from tests.ui.prepare.conftest import Bench
from ui.prepare.steps.make_up import MakeUp

Key = Qt.Key


@pytest.fixture
def calculator(bench: Bench) -> MakeUp:
    """Show the calculator below a price with a target of 1.40, beside a payment term with one of 30 days."""
    price = bench.add_price()
    logbook = bench.driver.logbook
    logbook.issues.change(price, reference_quantity=Decimal(100_000))
    logbook.issues.add(
        bench.negotiation_id, name="Payment", unit="days", best=Decimal(60), worst=Decimal(14), step=Decimal(1),
        weight=Decimal(25), fair=Decimal(30),
    )  # fmt: skip
    bench.view.show_negotiation(bench.negotiation_id)
    bench.sheet.go_to(price, "fair")
    return bench.issues.make_up


def ask(bench: Bench, calculator: MakeUp, text: str) -> str:
    """Type a value and return what is told."""
    calculator.field.setFocus()
    bench.driver.press(Key.Key_A, CTRL)
    bench.keys(text, Key.Key_Return)
    return calculator.told.text().replace(NO_BREAK, " ")


def row(calculator: MakeUp, number: int) -> list[str]:
    """Return a row of the table."""
    model = calculator.table.model
    return [model.text(number, column).replace(NO_BREAK, " ") for column in range(model.columnCount())]


def test_days_that_make_up_for_two_cents_are_told(bench: Bench, calculator: MakeUp) -> None:
    told = ask(bench, calculator, "1.42")
    assert told == "Price from 1.40 EUR/can to 1.42 EUR/can costs us 2,000.00 EUR. One of these makes up for it:"
    # 2,000 of the 10,000 that 46 days are worth: 9.2 days
    assert row(calculator, 0) == ["Payment", "30 days", "40 days"]


def test_where_their_side_is_estimated_it_tells_how_far_they_can_go(bench: Bench, calculator: MakeUp) -> None:
    logbook = bench.driver.logbook
    for issue in bench.negotiation.issues:
        for subject, value in (
            (Subject.WEIGHT, Decimal(50)),
            (Subject.BEST, issue.worst),
            (Subject.WORST, issue.best),
        ):
            assert value is not None
            logbook.estimates.put(
                bench.negotiation_id, issue_id=issue.id, subject=subject, likely=value, basis=Basis.GUESS
            )
    bench.view.show_negotiation(bench.negotiation_id)
    ask(bench, calculator, "1.45")
    # they gain a quarter of the price's range, which is worth to them as much as 11.5 days
    assert row(calculator, 0) == ["Payment", "30 days", "53 days", "41 days"]
    assert "this is how far each can go" in ask(bench, calculator, "1.55")


def test_a_value_better_for_us_or_no_value_is_told(bench: Bench, calculator: MakeUp) -> None:
    assert "costs neither side anything" in ask(bench, calculator, "1.39")
    assert "is no number" in ask(bench, calculator, "cheap")
    assert calculator.table.isHidden()
    assert ask(bench, calculator, "1.55").endswith("No other issue alone makes up for it.")
    bench.sheet.go_to(bench.issue("Payment").id, "name")
    assert (calculator.field.text(), calculator.told.text()) == ("", "")
