"""tests: ui/prepare/steps/last_time.py - what the last negotiation left is shown, and fills in what is missing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt

from core.debrief import Outcome
from core.side import Side
from core.strategy import Question
from tests.ui.desk import CTRL
from tests.ui.prepare.conftest import Bench
from tests.ui.prepare.steps.test_mode_panel import goal
from ui.navigation import NEGOTIATION, Place
from ui.prepare.steps.last_time import LastTime
from ui.widgets.text import Text

Key = Qt.Key


@pytest.fixture
def again(bench: Bench) -> Bench:
    """Give the bench of a supplier with whom a negotiation was closed before."""
    book = bench.driver.logbook
    last = book.negotiations.add(supplier_id=bench.negotiation.supplier_id, title="Sweetcorn 2026").made
    book.issues.add(last, name="Price", best=Decimal("1.40"), worst=Decimal("1.60"), weight=Decimal(5))
    book.commitments.add(last, side=Side.THEM, text="Certificates", due=date(2026, 11, 1))
    kept = book.commitments.add(last, side=Side.US, text="Samples").made
    book.commitments.keep(kept, date(2026, 11, 2))
    book.debriefs.close(last, Outcome.AGREED)
    book.debriefs.change(last, learning="Ask for the cost first", relationship=-1)
    bench.driver.go(Place(NEGOTIATION, bench.negotiation_id, "meet"))
    bench.driver.go(Place(NEGOTIATION, bench.negotiation_id, "prepare", "goal"))
    return bench


def part(bench: Bench) -> LastTime:
    return goal(bench).last_time


def test_learning_and_open_promises_are_shown_with_their_flags(again: Bench) -> None:
    told = again.driver.texts(part(again))
    assert {"From last time", "Sweetcorn 2026, 24 Nov 2026", "Ask for the cost first"} <= told
    assert f"agreed; relationship {chr(0x2013)}1" in told
    table = part(again).promises.table
    assert [row.cells["text"].text for row in table.model.rows] == ["Certificates"]
    assert table.model.rows[0].cells["due"].flag is not None


def test_the_titles_of_what_was_learnt_and_of_what_was_promised_stand_in_one_line(again: Bench) -> None:
    found = part(again)
    titles = [title.findChildren(Text)[0] for title in (found.title, found.promises.title)]
    assert [title.text() for title in titles] == ["From last time", "Commitments"]
    assert len({title.mapTo(found, QPoint(0, 0)).x() for title in titles}) == 1


def test_what_is_missing_is_filled_in_by_one_key_and_taken_back_by_one(again: Bench) -> None:
    fill = part(again).fill
    assert fill.label == "Fill in 1 entry"
    fill.setFocus()
    again.keys(Key.Key_Space)
    (price,) = again.negotiation.issues
    assert (price.best, "best" in price.prefilled) == (Decimal("1.40"), True)
    assert not fill.isVisible()
    again.driver.press(Key.Key_Z, CTRL)
    assert again.negotiation.issues == ()


def test_a_promise_leads_to_the_debrief_it_stands_in(again: Bench) -> None:
    table = part(again).promises.table
    assert not table.add_field.isVisible(), "what was promised there is written there"
    assert part(again).promises.kept.isHidden()
    table.view.setFocus()
    again.keys(Key.Key_Return)
    assert (again.driver.place.part, again.driver.place.record) == ("debrief", again.negotiation_id + 1)


def test_without_anything_from_before_nothing_is_shown(bench: Bench) -> None:
    assert not part(bench).isVisible()


def test_a_goal_that_was_filled_in_says_so_until_it_is_changed(again: Bench) -> None:
    book = again.driver.logbook
    last = book.debriefs.last_of(again.negotiation.supplier_id)
    assert last is not None
    book.answers.put(last, Side.US, Question.GOAL, "Certain supply")
    again.driver.go(Place(NEGOTIATION, again.negotiation_id, "meet"))
    again.driver.go(Place(NEGOTIATION, again.negotiation_id, "prepare", "goal"))
    part(again).fill.setFocus()
    again.keys(Key.Key_Space)
    field = goal(again).questions.fields[Side.US, Question.GOAL]
    assert (field.toPlainText(), field.font().italic()) == ("Certain supply", True)
    assert field.accessibleName() == "Goal, ours, prefilled"
    field.setFocus()
    again.driver.press(Key.Key_End, CTRL)
    again.keys("!", Key.Key_Tab)
    assert again.negotiation.answers[0].prefilled == ()
    assert not field.font().italic()
