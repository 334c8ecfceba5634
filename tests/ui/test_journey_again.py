"""A first negotiation leaves a learning, an open promise and a corrected guess; the second one begins with them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt

from core.estimate import Subject
from core.negotiation import Negotiation
from core.side import Basis, Side
from tests.ui.desk import ALT, CTRL, Driver
from tests.ui.test_journey_depths import Hands
from ui.debrief.view import DebriefView
from ui.navigation import NEGOTIATIONS, Place
from ui.negotiation.view import NegotiationScreen
from ui.prepare.steps.goal_step import GoalStep
from ui.prepare.view import PrepareView

Key = Qt.Key


def _matter(hands: Hands) -> Negotiation:
    return hands.driver.logbook.negotiations.load(hands.driver.place.record)


def _prepare(hands: Hands) -> PrepareView:
    tab = hands.driver.screen(NegotiationScreen).tab
    assert isinstance(tab, PrepareView)
    return tab


def _first(hands: Hands) -> None:
    """Prepare, hold and close a first negotiation by keys."""
    hands.press(Key.Key_N)
    hands.row("Sorano", "Cans 2026")
    hands.next_step()
    hands.row("Price", "p", "EUR/can", "1.4", "1.6", "100", "1.4", "1.42", "1.45", "1.5", "1.5")
    hands.next_step()
    hands.row("a line that runs until March")
    _prepare(hands).go_step("theirs")
    price = _matter(hands).issues[0].id
    _prepare(hands).pages["theirs"].go_spot(f"{price}:limit:", "low")
    hands.row("1.42", "1.46", "1.48", "guess", "their price list")
    hands.press(Key.Key_2, ALT)
    for line in ("t p 1.50", "t x 2", "t p 1.44", "w ok p", "t ! certificates by 1.11."):
        hands.write(line)
        hands.press(Key.Key_Return)
    hands.press(Key.Key_4, ALT)
    hands.press(Key.Key_Return, CTRL)
    tab = hands.driver.screen(NegotiationScreen).tab
    assert isinstance(tab, DebriefView)
    tab.go_step("guesses")
    hands.write("1.44")
    hands.press(Key.Key_Return)
    tab.go_step("learning")
    hands.write("Ask for the cost breakdown first")
    hands.press(Key.Key_Tab)


def test_the_second_negotiation_begins_with_what_the_first_one_taught(empty: Driver) -> None:
    empty.window.activateWindow()
    empty.wait(empty.window.isActiveWindow)
    hands = Hands(empty)
    _first(hands)
    first = _matter(hands)
    assert first.debrief is not None
    assert first.debrief.learning == "Ask for the cost breakdown first"
    (promise,) = first.commitments
    assert (promise.side, promise.done_on) == (Side.THEM, None)

    empty.go(Place(NEGOTIATIONS))
    hands.press(Key.Key_N)
    hands.row("sorano", "Cans 2027")
    second = _matter(hands)
    assert second.supplier_id == first.supplier_id

    # issues with their figures, marked until they are touched; the baseline is what was agreed
    (price,) = second.issues
    assert (price.name, price.best, price.limit, price.baseline) == ("Price", *map(Decimal, ("1.4", "1.5", "1.44")))
    assert {"best", "limit", "weight", "baseline"} <= set(price.prefilled)
    # the guess as it turned out, no guess any more
    (limit,) = [each for each in second.estimates if each.subject is Subject.LIMIT]
    assert (limit.issue_id, limit.likely, limit.basis) == (price.id, Decimal("1.44"), Basis.OBSERVED)
    assert (limit.source, limit.on, "likely" in limit.prefilled) == ("Cans 2026", date(2026, 11, 24), True)
    # their tactic with what answers it, and our need
    assert [(each.tactic, each.side, bool(each.reply)) for each in second.plan_points] == [(2, Side.THEM, True)]
    assert [each.text for each in second.needs] == ["a line that runs until March"]

    # the learning and the open promise stand in the goal, with its flag
    page = _prepare(hands).pages["goal"]
    assert isinstance(page, GoalStep)
    _prepare(hands).go_step("goal")
    told = empty.texts(page.last_time)
    assert {"From last time", "Cans 2026, 24 Nov 2026", "Ask for the cost breakdown first"} <= told
    (shown,) = page.last_time.promises.table.model.rows
    assert shown.cells["text"].text.startswith("certificates")
    assert not page.last_time.fill.isVisible()

    # a cell that is confirmed loses its mark alone, and one undo takes the whole beginning back
    _prepare(hands).go_step("issues")
    _prepare(hands).page.go_spot(str(price.id), "limit")
    hands.press(Key.Key_F2)
    hands.press(Key.Key_Return)
    assert set(price.prefilled) - set(_matter(hands).issues[0].prefilled) == {"limit"}
    for _ in range(2):
        empty.run("undo")
    assert [row.title for row in empty.logbook.negotiations.rows()] == ["Cans 2026"]
