"""A preparation at each depth by keyboard alone, from an empty logbook; the keys of each are counted and printed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from core.negotiation import Depth, Negotiation
from core.side import Side
from core.strategy import Question
from core.verdict import Light
from tests.ui.desk import ALT, CTRL, SHIFT, Driver
from ui.meet.view import MeetView
from ui.negotiation.view import NegotiationScreen
from ui.prepare.view import PrepareView

Key = Qt.Key
_NONE = Qt.KeyboardModifier.NoModifier
_SHIFTED = '!@#$%^&*()_+{}:"<>?|~'  # on the keyboard that is counted for


@dataclass
class Hands:
    """Press keys and count each of them, held ones too; a field is what text was typed into."""

    driver: Driver
    keys: int = 0
    fields: set[str] = field(default_factory=set)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = _NONE, times: int = 1) -> None:
        """Press a key with what is held beside it."""
        for _ in range(times):
            self.driver.press(key, modifiers)
            self.keys += 1 + sum(bool(modifiers & each) for each in (CTRL, SHIFT, ALT))

    def write(self, text: str) -> None:
        """Type a text sign by sign: the first one may open a cell."""
        focus = QApplication.focusWidget()
        assert focus is not None
        self.fields.add(f"{focus.accessibleName()} {len(self.fields)}")
        for sign in text:
            self.driver.write(sign)
            self.keys += 2 if sign.isupper() or sign in _SHIFTED else 1

    def row(self, *cells: str) -> None:
        """Type the cells of a row, Tab between them and Enter behind the last."""
        for at, text in enumerate(cells):
            if at:
                self.press(Key.Key_Tab)
            if text:
                self.write(text)
        self.press(Key.Key_Return)

    def next_step(self) -> None:
        """Go to the next step of the preparation."""
        self.press(Key.Key_Return, CTRL)


@pytest.fixture
def hands(empty: Driver) -> Hands:
    """Give hands on the keyboard of a program with an empty logbook."""
    empty.window.activateWindow()
    empty.wait(empty.window.isActiveWindow)
    return Hands(empty)


def matter(hands: Hands) -> Negotiation:
    return hands.driver.logbook.negotiations.load(hands.driver.place.record)


def prepare(hands: Hands) -> PrepareView:
    tab = hands.driver.screen(NegotiationScreen).tab
    assert isinstance(tab, PrepareView)
    return tab


def told(hands: Hands, depth: Depth, most: int) -> None:
    """Print what a preparation cost, and see that it is no more than it may."""
    print(f"{depth.value}: {hands.keys} keys of at most {most}, {len(hands.fields)} fields")
    assert hands.keys <= most


def test_a_sudden_talk_is_prepared_in_sixty_keys_and_six_fields(hands: Hands) -> None:
    hands.press(Key.Key_N, SHIFT)
    hands.row("Sorano", "Cans", "price 1.40..1.60 eur", "1.45", "Tarsia 1.45")
    told(hands, Depth.SUDDEN, 60)
    assert len(hands.fields) <= 6
    assert prepare(hands).step_pane.figure.text() == "100 %"
    found = matter(hands)
    (price,) = found.issues
    assert (found.supplier_name, found.title, found.depth) == ("Sorano", "Cans", Depth.SUDDEN)
    assert (price.unit, price.best, price.worst, price.limit) == ("EUR", *map(Decimal, ("1.40", "1.60", "1.45")))
    # and it is of use at once: an offer worse than the BATNA is seen when it is said
    hands.press(Key.Key_2, ALT)
    meet = hands.driver.screen(NegotiationScreen).tab
    assert isinstance(meet, MeetView)
    hands.write("t 1.50")
    hands.press(Key.Key_Return)
    line = matter(hands).lines[-1]
    assert line.stands is not None
    assert line.stands.batna is Light.CERTAIN


def test_what_matters_most_is_prepared_in_250_keys(hands: Hands) -> None:
    hands.press(Key.Key_N)
    hands.press(Key.Key_Backtab, SHIFT)
    hands.press(Key.Key_Left)
    hands.press(Key.Key_Tab)
    hands.row("Sorano", "Cans")
    assert matter(hands).depth is Depth.PRIORITY
    # goal
    hands.write("supply")
    hands.next_step()
    # issues: unit, both ends, weight, opening, fair, minimum, limit
    hands.row("Price", "EUR", "1.4", "1.6", "60", "1.4", "1.45", "1.5", "1.55")
    hands.row("Payment", "days", "60", "14", "25", "60", "45", "30", "14")
    hands.row("Lead", "weeks", "2", "8", "15", "2", "3", "4", "6")
    hands.next_step()
    # position, why and interest of both sides
    hands.row("1.45", "margin", "stable cost", "1.60", "harvest", "cash")
    hands.next_step()
    hands.row("Tarsia", "1.5", "30", "4")
    hands.next_step()
    # the plan: a question that only they can answer
    hands.press(Key.Key_Down, times=2)
    hands.press(Key.Key_Right)
    hands.press(Key.Key_Tab, times=2)
    hands.row("why now")
    told(hands, Depth.PRIORITY, 250)

    found = matter(hands)
    assert found.answer(Side.US, Question.GOAL) == "supply"
    assert [(each.name, each.fair, each.limit) for each in found.issues] == [
        ("Price", Decimal("1.45"), Decimal("1.55")),
        ("Payment", Decimal(45), Decimal(14)),
        ("Lead", Decimal(3), Decimal(6)),
    ]
    assert [(each.side, each.interest) for each in found.positions] == [(Side.US, "stable cost"), (Side.THEM, "cash")]
    assert [term.value for term in found.alternatives[0].terms] == [Decimal("1.5"), Decimal(30), Decimal(4)]
    assert [each.text for each in found.plan_points] == ["why now"]
    print(f"readiness {prepare(hands).step_pane.figure.text()}")


# A full preparation is led by the list of what is missing: here is what is typed where each entry leads to.


def _left(*texts: str) -> Callable[[Hands], None]:
    """Return what types into a field and leaves it."""

    def type_in(hands: Hands) -> None:
        hands.write(texts[0])
        hands.press(Key.Key_Tab)

    return type_in


def _row(*cells: str) -> Callable[[Hands], None]:
    return lambda hands: hands.row(*cells)


def _chosen(hands: Hands) -> None:
    hands.press(Key.Key_Down)


def _person(hands: Hands) -> None:
    hands.row("Elena Marchetti")
    hands.press(Key.Key_Left, ALT)


def _authority(hands: Hands) -> None:
    hands.write("up to 3 %")
    hands.press(Key.Key_Tab)
    hands.press(Key.Key_Left, ALT)


_ANSWERS: dict[str, Callable[[Hands], None]] = {
    "no_issues": _row("Price", "p", "EUR/can", "1.4", "1.6", "60"),
    "one_issue": _row("Payment", "pay", "days", "60", "14", "40"),
    "no_batna": _row("Tarsia", "1.5", "30"),
    "batna_open": _row("30"),
    "batna_unproven": _left("a written quote"),
    "no_goal": _left("Certain supply until March"),
    "no_limit": _row("1.5"),
    "no_minimum": _row("1.45"),
    "no_fair": _row("1.44"),
    "no_best_outcome": _row("1.42"),
    "no_opening": _row("1.4"),
    "mode_facts": _chosen,
    "no_interest_us": _row("a stable cost"),
    "no_interest_them": _row("cash before December"),
    "no_match": _row("diff"),
    "no_needs_us": _row("a line that runs until March"),
    "no_needs_them": _row("a full line until Easter"),
    "no_common_goal": _row("a line that never stands still"),
    "goal_unlinked": _row("1"),
    "goal_of_us": _row("1"),
    "few_packages": _row("Early cash"),
    "no_estimate": _row("1.43"),
    "no_their_weight": _row("30"),
    "nobody": _person,
    "no_authority": _authority,
    "no_opening_reason": _left("the index fell by 3 %"),
    "no_concession": _row("Price", "1.4", "1.42", "1.45", "Payment", "45"),
    "no_question": _row("What happens in January?"),
    "no_test": _row("What matters most to you?", "a full line"),
    "no_argument": _row("We pay early", "Everybody does"),
    "no_tactic": _row("Deadline"),
    "no_protect": _row("that the line stands"),
    "no_walk_away": _left("We think it over."),
    "no_meeting": _row("1 Dec 2026, 10:00"),
}


def _codes(hands: Hands) -> list[str]:
    """Return what is missing, what is worth most first."""
    missing = prepare(hands).presenter.prepared.readiness.missing
    return [each.advice.title.code.removeprefix("todo.") for each in missing]


def _has_focus(part: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and part.isAncestorOf(focus)


def _go(hands: Hands, code: str) -> None:
    """Go to the list of what is missing by F6 and Tab, and in it by arrows to one entry; Enter leads to its field."""
    pane = prepare(hands).step_pane
    hands.driver.wait(lambda: bool(pane.to_do.rows))
    # the platform of the tests may leave no window active when a list of choices closes
    hands.driver.window.activateWindow()
    hands.driver.wait(hands.driver.window.isActiveWindow)
    for key, part in ((Key.Key_F6, pane), (Key.Key_Tab, pane.to_do)):
        for _ in range(12):
            if _has_focus(part):
                break
            hands.press(key)
        assert _has_focus(part), code
    hands.press(Key.Key_Home)
    hands.press(Key.Key_Down, times=_codes(hands).index(code))
    hands.press(Key.Key_Return)


def test_a_full_preparation_is_led_by_what_is_missing_from_nothing_to_whole(hands: Hands) -> None:
    hands.press(Key.Key_N)
    hands.row("Sorano", "Cans")
    record = matter(hands).id
    done: list[str] = []
    while (missing := _codes(hands)) and len(done) < 60:
        code = next((each for each in missing if each in _ANSWERS), missing[0])
        before = prepare(hands).presenter.prepared.readiness.worth
        _go(hands, code)
        _ANSWERS[code](hands)
        done.append(code)
        assert hands.driver.place.record == record, code
        after = prepare(hands).presenter.prepared.readiness
        print(f"{hands.keys:5} keys {after.percent:3} % {code}")
        assert after.worth > before, code
    assert prepare(hands).step_pane.figure.text() == "100 %"
    assert [state for state in prepare(hands).presenter.steps() if not state.done] == []
    print(f"full: {hands.keys} keys, {len(hands.fields)} fields")
