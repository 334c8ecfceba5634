"""tests: ui/prepare/side_pane.py - whether the order of three packages feels right, and the way to the weights."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from core.words import NO_BREAK
from tests.ui.prepare.conftest import Bench
from ui.prepare.side_pane import SidePane


@pytest.fixture
def side(bench: Bench) -> SidePane:
    """Show a price with two alternatives."""
    price = bench.add_price()
    bench.driver.logbook.issues.change(price, minimum=Decimal("1.44"))
    bench.step("alternatives")
    bench.tabbed("Campania", "1.41")
    bench.tabbed("Ebro", "1.43")
    return bench.view.side


def asked(side: SidePane) -> str:
    """Return what is asked, empty where nothing is."""
    return side.feel.text().replace(NO_BREAK, " ") if side.feel.isVisible() else ""


def test_an_order_is_asked_for_and_agreed_to_once(bench: Bench, side: SidePane) -> None:
    assert asked(side) == (
        "From best to worst: the fair deal 75.0, the BATNA, Campania 70.0, Ebro 60.0. Is that your order?"
    )
    side.yes.click()
    assert asked(side) == ""
    bench.step("issues")
    assert asked(side) == ""
    bench.sheet.go_to(bench.issue("Price").id, "fair")
    bench.keys("1.39", Qt.Key.Key_Return)
    assert "the fair deal 80.0" in asked(side)


def test_adjusting_leads_to_the_weights(bench: Bench, side: SidePane) -> None:
    side.adjust.click()
    assert bench.view.step == "issues"
    assert bench.sheet.current() == (bench.issue("Price").id, "weight")


def test_with_less_than_three_packages_nothing_is_asked(bench: Bench) -> None:
    bench.add_price()
    assert asked(bench.view.side) == ""
