"""tests: ui/prepare/steps/mode_facts.py - what only the user knows, chosen by keys, and what it speaks for."""

from __future__ import annotations

from PySide6.QtCore import Qt

from core.negotiation import Willingness
from core.side import Basis
from tests.ui.prepare.conftest import Bench
from tests.ui.prepare.steps.test_mode_panel import goal

Key = Qt.Key


def test_facts_are_chosen_by_keys_and_told_in_the_advice(bench: Bench) -> None:
    bench.add_price()
    bench.tabbed("Payment", "y", "days", "60", "14", "50")
    page = goal(bench)
    page.facts.choices["is_lasting"].setFocus()
    bench.keys(Key.Key_Down, Key.Key_Tab, Key.Key_Down, Key.Key_Down, Key.Key_Tab, Key.Key_Down)
    found = bench.negotiation
    assert (found.is_lasting, found.has_time, found.willingness) == (True, False, Willingness.WILLING)
    assert found.willingness_basis is Basis.GUESS
    assert "They want win-win too." in page.advice.text("integrative")
    assert "There is little time: integration takes long." in page.advice.text("distributive")
    assert page.advice.text("mind").startswith("That they want win-win is a guess.")
    page.facts.basis.setFocus()
    bench.keys(Key.Key_Up)
    bench.keys(Key.Key_Up)
    assert bench.negotiation.willingness_basis.value == "said"  # type: ignore[union-attr]
    assert page.advice.text("mind") == ""


def test_a_fact_can_be_unknown_again(bench: Bench) -> None:
    page = goal(bench)
    choice = page.facts.choices["willingness"]
    choice.setFocus()
    bench.keys(Key.Key_Down)
    assert page.facts.basis.isVisible()
    bench.keys(Key.Key_Up)
    assert bench.negotiation.willingness is None
    assert not page.facts.basis.isVisible()


def test_a_missing_fact_is_gone_to(bench: Bench) -> None:
    page = goal(bench)
    bench.step("issues")
    bench.view.step_pane.to_do_chosen.emit("goal/0/is_lasting/todo.mode_facts")
    assert bench.view.step == "goal"
    assert page.facts.choices["is_lasting"].hasFocus()
