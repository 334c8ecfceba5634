"""tests: Debrief inside the real window, on a talk that was typed into a real logbook file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from core.debrief import Debrief
from core.negotiation import Negotiation, Weighting
from core.term import Term
from core.words import Words
from db.logbook import Logbook
from tests.ui.conftest import NOW, standing_clock
from tests.ui.desk import CTRL, Driver
from ui.debrief.presenter import DebriefPresenter
from ui.debrief.view import DebriefView
from ui.meet.entry import log_line, read_line
from ui.navigation import NEGOTIATION, Place
from ui.negotiation.view import NegotiationScreen
from ui.widgets.data_table import DataTable

Key = Qt.Key
SAY = Words("en", "en_GB")
TALK = ("t 1.54 price", "w 1.36", "t 1.50", "w 1.40 100% prepaid", "t ok", "t ! certificates")


def play(logbook: Logbook, *lines: str, issues: int = 2) -> int:
    """File the first case of the article, log these lines of its talk, and return its id."""
    supplier = logbook.suppliers.add(name="Conservas Ribera").made
    matter = logbook.negotiations.add(
        supplier_id=supplier,
        title="Sweetcorn 340 g",
        currency="EUR",
        weighting=Weighting.MONEY,
        annual_rate=Decimal(8),
    ).made
    price = logbook.issues.add(
        matter,
        name="Price",
        alias="p",
        unit="EUR/can",
        best=Decimal("1.30"),
        worst=Decimal("1.60"),
        step=Decimal("0.01"),
        reference_quantity=Decimal(100_000),
        baseline=Decimal("1.46"),
        best_outcome=Decimal("1.38"),
        fair=Decimal("1.40"),
        minimum=Decimal("1.41"),
        limit=Decimal("1.48"),
    ).made
    if issues > 1:
        logbook.issues.add(
            matter,
            name="Prepaid",
            unit="%",
            best=Decimal(0),
            worst=Decimal(100),
            step=Decimal(1),
            money_worth=Decimal("882.78"),
            baseline=Decimal(0),
        )
    logbook.alternatives.add(matter, name="Campania", terms=(Term(issue_id=price, value=Decimal("1.42")),))
    log(logbook, matter, lines)
    return matter


def log(logbook: Logbook, matter: int, lines: Sequence[str], now: datetime = NOW) -> None:
    """Log lines as Meet does, ours past a limit with a reason."""
    for text in lines:
        found = logbook.negotiations.load(matter)
        log_line(logbook, found, read_line(found, text, SAY, now), SAY, now, "to see what they say")


@pytest.fixture
def presented(blank_logbook: Logbook) -> Callable[..., DebriefPresenter]:
    """Give what plays a talk and shows its debrief."""

    def make(*lines: str, **fields: int) -> DebriefPresenter:
        presenter = DebriefPresenter(blank_logbook, SAY, standing_clock)
        presenter.load(play(blank_logbook, *lines, **fields))
        return presenter

    return make


@dataclass
class Bench:
    """Work on one negotiation's debrief by keys."""

    driver: Driver
    matter: int

    @property
    def view(self) -> DebriefView:
        tab = self.driver.screen(NegotiationScreen).tab
        assert isinstance(tab, DebriefView)
        return tab

    @property
    def negotiation(self) -> Negotiation:
        return self.driver.logbook.negotiations.load(self.matter)

    @property
    def debrief(self) -> Debrief:
        found = self.negotiation.debrief
        assert found is not None
        return found

    @property
    def deal(self) -> dict[str, object]:
        """Return the signed deal by the names of its issues."""
        names = {issue.id: issue.name for issue in self.negotiation.issues}
        return {names[each.issue_id]: each.value for each in self.debrief.deal}

    def keys(self, *words: str | Qt.Key) -> None:
        """Type words sign by sign and press keys, each where the focus is then."""
        for word in words:
            if isinstance(word, str):
                for sign in word:
                    self.driver.write(sign)
            else:
                self.driver.press(word)

    def close(self) -> None:
        """Close as agreed, by the key."""
        self.driver.press(Key.Key_Return, CTRL)

    def undo(self) -> None:
        """Press Ctrl+Z where the focus is, as the window hears it."""
        self.driver.press(Key.Key_Z, CTRL)
        QApplication.processEvents()


def cells(table: DataTable, row_id: int | str) -> dict[str, str]:
    """Return a row in words, by column."""
    row = table.model.find(row_id)
    assert row >= 0
    return {column.key: table.model.text(row, at) for at, column in enumerate(table.model.columns)}


@pytest.fixture
def bench(empty: Driver) -> Callable[..., Bench]:
    """Give what plays a talk and shows its debrief in the window."""

    def make(*lines: str, issues: int = 2) -> Bench:
        matter = play(empty.logbook, *lines, issues=issues)
        empty.go(Place(NEGOTIATION, matter, "debrief"))
        empty.window.activateWindow()
        empty.wait(empty.window.isActiveWindow)
        return Bench(empty, matter)

    return make
