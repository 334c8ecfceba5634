"""tests: ui/prepare/positions_step.py - both sides' positions and interests in one sheet."""

from __future__ import annotations

from PySide6.QtCore import Qt

from core.side import Basis, Side
from tests.ui.prepare.conftest import Bench
from ui.widgets.flag import Level

Key = Qt.Key


def test_a_row_holds_both_sides_of_the_whole_matter(bench: Bench) -> None:
    bench.step("needs")
    bench.tabbed("A fixed price", "Budget", "Certainty", "An increase", "Energy", "Covered cost", "said")
    ours, theirs = bench.negotiation.positions
    assert (ours.side, ours.issue_id, ours.position, ours.why) == (Side.US, None, "A fixed price", "Budget")
    assert (theirs.side, theirs.interest, theirs.basis) == (Side.THEM, "Covered cost", Basis.SAID)


def test_a_basis_that_is_none_stays_as_typed(bench: Bench) -> None:
    bench.step("needs")
    bench.sheet.go_to("0:0", "them-basis")
    bench.keys("rumour", Key.Key_Return)
    cell = bench.cell("0:0", "them-basis")
    assert (cell.text, cell.level) == ("rumour", Level.CHECK)
    assert cell.reason == "A basis is one of: said, observed, guess."


def test_a_position_without_any_text_goes(bench: Bench) -> None:
    bench.step("needs")
    bench.tabbed("A fixed price")
    bench.sheet.go_to("0:0", "us-position")
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
    bench.step("needs")
    bench.sheet.go_to(f"{price}:0", "us-interest")
    bench.keys(long.strip(), Key.Key_Return)
    bench.sheet.go_to(f"{price}:0", "us-why")
    shown = getattr(bench.view.page, "behind").fields["us-interest"]  # noqa: B009 - the page is known by its parts
    assert shown.toPlainText() == long.strip()
