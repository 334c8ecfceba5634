"""tests: ui/debrief/guesses.py - what was believed of their side is held against what it turned out to be."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt

from core.debrief import Outcome
from core.errors import BadInput
from core.estimate import Estimate, Subject
from core.side import Basis
from core.words import EN_DASH, NO_BREAK
from db.logbook import Logbook
from tests.ui.debrief.conftest import Bench, cells, play
from tests.ui.desk import CTRL
from ui.debrief.guesses import GuessesSection
from ui.debrief.presenter import DebriefPresenter

Key = Qt.Key
Presented = Callable[..., DebriefPresenter]


def believe(logbook: Logbook, matter: int) -> None:
    """Estimate their limit on the price with its range, and its weight."""
    price = logbook.negotiations.load(matter).issues[0].id
    ends: dict[str, Any] = {"low": Decimal("1.40"), "high": Decimal("1.45")}
    logbook.estimates.put(matter, price, Subject.LIMIT, likely=Decimal("1.42"), basis=Basis.GUESS, **ends)
    logbook.estimates.put(matter, price, Subject.WEIGHT, likely=Decimal(30), basis=Basis.SAID)


@pytest.fixture
def closed(bench: Callable[..., Bench]) -> Bench:
    """Give the debrief of a talk before which two figures were estimated."""
    made = bench("t 1.44 price", "w ok")
    believe(made.driver.logbook, made.matter)
    made.close()
    return made


def section(bench: Bench) -> GuessesSection:
    return bench.view.closed.guesses


def limit(bench: Bench) -> Estimate:
    return next(each for each in bench.negotiation.estimates if each.subject is Subject.LIMIT)


def test_what_a_guess_turned_out_to_be_is_typed_into_its_row_and_taken_back(closed: Bench) -> None:
    closed.view.go_step("guesses")
    table = section(closed).table
    row = cells(table, limit(closed).id)
    assert (row["what"], row["believed"].replace(NO_BREAK, " ")) == (
        "Price, their limit", "1.42 EUR/can, guess; 1.40 to 1.45"
    )  # fmt: skip
    assert row["turned_out"] == "not known"
    closed.keys("1.44", Key.Key_Return)
    assert (limit(closed).turned_out, limit(closed).turned_out_on) == (Decimal("1.44"), date(2026, 11, 24))
    row = cells(table, limit(closed).id)
    assert (row["turned_out"].replace(NO_BREAK, " "), row["state"]) == ("1.44 EUR/can", "within the range")
    closed.undo()
    assert limit(closed).turned_out is None
    assert closed.view.step == "guesses"


def test_a_text_that_is_no_figure_is_told_and_changes_nothing(closed: Bench) -> None:
    closed.view.go_step("guesses")
    closed.keys("later", Key.Key_Return)
    problem = section(closed).problem
    assert problem.reason.startswith("Price, their limit: “later” is no number.")
    assert limit(closed).turned_out is None
    assert cells(section(closed).table, limit(closed).id)["turned_out"] == "later"
    # it stands there until it is mended, whatever else is answered
    weight = next(each for each in closed.negotiation.estimates if each.subject is Subject.WEIGHT)
    section(closed).table.answer(weight.id, "4")
    closed.keys("0", Key.Key_Return)
    assert not problem.isHidden()
    section(closed).table.answer(limit(closed).id)
    closed.keys("1.44", Key.Key_Return)
    assert problem.isHidden()
    assert limit(closed).turned_out == Decimal("1.44")


def test_a_text_that_is_no_figure_is_taken_back_by_emptying_it(closed: Bench) -> None:
    closed.view.go_step("guesses")
    closed.keys("later", Key.Key_Return)
    section(closed).table.answer(limit(closed).id)
    closed.driver.press(Key.Key_A, CTRL)
    closed.keys(Key.Key_Delete, Key.Key_Return)
    assert section(closed).problem.isHidden()
    assert cells(section(closed).table, limit(closed).id)["turned_out"] != "later"


def test_what_could_not_be_read_is_told_in_its_own_negotiation_only(closed: Bench) -> None:
    closed.view.go_step("guesses")
    closed.keys("later", Key.Key_Return)
    another = play(closed.driver.logbook, "t 1.44 price", "w ok")
    closed.driver.logbook.debriefs.close(another, Outcome.AGREED, ())
    closed.view.show_negotiation(another)
    assert section(closed).problem.isHidden()
    closed.view.show_negotiation(closed.matter)
    assert cells(section(closed).table, limit(closed).id)["turned_out"] == "later"


def test_the_step_is_done_by_one_guess_that_is_cleared_up(closed: Bench) -> None:
    def steps() -> set[str]:
        return {state.key for state in closed.view.presenter.steps() if state.done}

    assert "guesses" not in steps()
    closed.view.go_step("guesses")
    closed.keys("1.5", Key.Key_Return)
    assert "guesses" in steps()
    assert cells(section(closed).table, limit(closed).id)["state"] == "wrong, higher"
    section(closed).table.answer(limit(closed).id)
    closed.keys("1.2", Key.Key_Return)
    assert cells(section(closed).table, limit(closed).id)["state"] == "wrong, lower"


def test_an_estimate_of_a_weight_is_a_number_and_can_be_unknown_again(presented: Presented) -> None:
    presenter = presented("t 1.44 price", "w ok")
    believe(presenter._logbook, presenter.negotiation.id)
    presenter.load(presenter.negotiation.id)
    weight = next(each for each in presenter.negotiation.estimates if each.subject is Subject.WEIGHT)
    with pytest.raises(BadInput):
        presenter.turn_out(weight.id, "much")
    for text, value in (("30", Decimal(30)), (EN_DASH, None)):
        presenter.turn_out(weight.id, text)
        presenter.load(presenter.negotiation.id)
        found = next(each for each in presenter.negotiation.estimates if each.id == weight.id)
        assert found.turned_out == value
    assert found.turned_out_on is None


def test_without_an_estimate_there_is_nothing_to_enter(bench: Callable[..., Bench]) -> None:
    made = bench("t 1.44 price", "w ok")
    made.close()
    assert not section(made).table.isVisible()
