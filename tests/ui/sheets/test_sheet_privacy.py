"""tests: ui/sheets/sheet_privacy.py - what is nobody's business is pointed out while a cell is typed into."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from core.side import Side
from tests.ui.desk import ALT
from tests.ui.prepare.conftest import Bench, bench
from ui.prepare.steps.needs_step import NeedsStep

__all__ = ["bench"]  # the fixture
Key = Qt.Key


def test_a_text_is_pointed_out_as_it_is_typed_and_mended_by_one_key(bench: Bench) -> None:
    bench.step("needs")
    page = bench.view.page
    assert isinstance(page, NeedsStep)
    needs = page.needs[Side.THEM]
    needs.go_to_new()
    bench.keys("She is pregnant")
    assert needs.privacy.isVisible()
    assert needs.privacy.words.startswith("check health")
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    bench.driver.press(Key.Key_Return, ALT)
    assert "pregnant" not in editor.text()
    assert not needs.privacy.isVisible()
    bench.keys(Key.Key_Return)
    assert "pregnant" not in next(each.text for each in bench.negotiation.needs)


def test_a_cell_that_is_left_takes_its_line_away(bench: Bench) -> None:
    bench.step("needs")
    page = bench.view.page
    assert isinstance(page, NeedsStep)
    needs = page.needs[Side.US]
    needs.go_to_new()
    bench.keys("She is pregnant", Key.Key_Escape)
    assert not needs.privacy.isVisible()
    assert bench.negotiation.needs == ()


def test_a_text_behind_an_issue_is_pointed_out_below_it(bench: Bench) -> None:
    bench.add_price()
    behind = bench.issues.behind
    behind.fields["them-interest"].setFocus()
    bench.keys("he is pregnant")
    assert behind.privacy.isVisible()
    bench.keys(Key.Key_Tab)
    assert not behind.privacy.isVisible()
