"""tests: ui/prepare/steps/beginnings.py - an empty grid offers the templates, and Enter begins with one."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.ui.prepare.conftest import Bench

Key = Qt.Key


def test_an_empty_grid_begins_with_the_template_chosen_and_undo_offers_them_again(bench: Bench) -> None:
    bench.step("issues")
    beginnings = bench.issues.beginnings
    assert beginnings.isVisible()
    shown = bench.driver.texts(beginnings)
    assert "Begin with a template" in shown
    bench.driver.press(Key.Key_Tab)
    while not beginnings.table.view.hasFocus():
        bench.driver.press(Key.Key_Tab)
    bench.driver.press(Key.Key_Down)
    bench.driver.press(Key.Key_Return)
    assert [issue.name for issue in bench.negotiation.issues][:3] == ["Price", "Volume", "Tooling"]
    assert not beginnings.isVisible()
    bench.undo()
    assert bench.negotiation.issues == ()
    assert beginnings.isVisible()


def test_a_logbook_that_is_only_read_begins_with_nothing(bench: Bench) -> None:
    bench.step("issues")
    bench.view.set_editing(False)
    assert not bench.issues.beginnings.isEnabled()
