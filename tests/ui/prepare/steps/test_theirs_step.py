"""tests: ui/prepare/steps/theirs_step.py - estimates of their side with range, basis and source."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt

from core.estimate import Subject
from core.side import Basis
from tests.ui.prepare.conftest import Bench
from ui.widgets.flag import Level
from ui.widgets.sheet_model import CellState

Key = Qt.Key


def test_what_comes_before_the_likely_figure_waits_for_it(bench: Bench) -> None:
    price = bench.add_price()
    bench.step("theirs")
    row = f"{price}:limit:"
    bench.sheet.go_to(row, "low")
    bench.keys("1.40", Key.Key_Tab)
    cell = bench.cell(row, "low")
    assert (cell.text, cell.state) == ("1.40", CellState.CHECK)
    assert list(bench.negotiation.estimates) == []
    bench.tabbed("1.42", "1.45", "observed", "their price list", "3 Nov 2026")
    (found,) = bench.negotiation.estimates
    assert (found.issue_id, found.subject) == (price, Subject.LIMIT)
    assert (found.low, found.likely, found.high) == (Decimal("1.40"), Decimal("1.42"), Decimal("1.45"))
    assert (found.basis, found.source, found.on) == (Basis.OBSERVED, "their price list", date(2026, 11, 3))
    assert bench.cell(row, "low").state is CellState.PLAIN


def test_without_a_likely_figure_there_is_no_estimate(bench: Bench) -> None:
    price = bench.add_price()
    bench.step("theirs")
    bench.sheet.go_to(f"{price}:weight:", "likely")
    bench.tabbed("30")
    assert bench.negotiation.estimates[0].likely == 30
    bench.sheet.go_to(f"{price}:weight:", "likely")
    bench.keys(Key.Key_Delete)
    assert bench.negotiation.estimates == ()


def test_a_likely_figure_outside_its_range_is_to_be_checked(bench: Bench) -> None:
    price = bench.add_price()
    bench.step("theirs")
    bench.sheet.go_to(f"{price}:best:", "low")
    bench.tabbed("1.50", "1.70", "1.60")
    cell = bench.cell(f"{price}:best:", "likely")
    assert cell.level is Level.CHECK
    assert cell.reason == "The likely figure lies outside low and high. Correct one of them."


def test_nothing_can_be_estimated_without_issues(bench: Bench) -> None:
    bench.step("theirs")
    assert bench.sheet.strip.text.endswith("Add the issues first: step 2.")
