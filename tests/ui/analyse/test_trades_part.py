"""tests: ui/analyse/trades_part.py - trades and questions under the ledger, signs beside it."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt

from core.side import Basis, Side
from tests.ui.analyse.conftest import Open
from tests.ui.analyse.table import SAY
from tests.ui.conftest import NOW
from tests.ui.desk import Driver
from ui.analyse.concessions_page import ConcessionsPage
from ui.analyse.view import CONCESSIONS, AnalyseView
from ui.meet.entry import log_line, read_line


def page_of(view: AnalyseView) -> ConcessionsPage:
    view.go_view(CONCESSIONS)
    assert isinstance(view.page, ConcessionsPage)
    return view.page


def test_the_best_trade_stands_first_with_its_basis_and_what_all_rest_on(analyse: Open, empty: Driver) -> None:
    page = page_of(analyse())
    first = page.trades.trades.model.rows[0].cells
    assert first["words"].text.startswith("Give Payment, get Price: each point that it costs us brings them 1.50, ")
    assert first["basis"].text == "guess"
    assert page.trades.note.text() == "Their values are estimates: 4 said, 4 observed, 5 guesses."
    assert not page.trades.questions.isVisible()


def test_without_estimates_a_sentence_takes_their_place(analyse: Open, empty: Driver) -> None:
    page = page_of(analyse(theirs=False))
    assert not page.trades.trades.isVisible()
    assert page.trades.note.text().startswith("Trades need estimates of their side")


def test_questions_and_signs_appear_with_what_is_recorded(analyse: Open, empty: Driver) -> None:
    view = analyse()
    page = page_of(view)
    assert not page.signs.isVisible()
    found = page.presenter.negotiation
    price = found.issues[0].id
    empty.logbook.positions.add(found.id, side=Side.US, issue_id=price, interest="a steady price")
    empty.logbook.positions.add(found.id, side=Side.THEM, issue_id=price, interest="cash early", basis=Basis.OBSERVED)
    now = NOW - timedelta(minutes=30)
    reading = read_line(found, "t z stop delivery", SAY, now)
    log_line(empty.logbook, found, reading, SAY, now, reason="")
    view.show_negotiation(found.id)
    (asked,) = page.trades.questions.model.rows
    assert asked.cells["words"].text.startswith("Price: we want “a steady price”, they “cash early”.")
    assert asked.cells["basis"].text == "observed"
    assert page.trades.questions.isVisible()
    assert page.signs.isVisible()
    assert "They threatened: " in page.signs.signs.model.rows[0].cells["words"].text
    assert len(page.signs.ways.model.rows) == 3


def test_tab_reaches_the_trades(analyse: Open, empty: Driver) -> None:
    page = page_of(analyse())
    for _ in range(12):
        if page.trades.trades.view.hasFocus():
            break
        empty.press(Qt.Key.Key_Tab)
    assert page.trades.trades.view.hasFocus()
