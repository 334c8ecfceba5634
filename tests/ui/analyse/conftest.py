"""tests: Analyse in the whole program, on a negotiation in full swing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.analyse.table import play
from tests.ui.conftest import NOW
from tests.ui.desk import Driver
from ui.analyse.view import AnalyseView
from ui.navigation import NEGOTIATION, Place
from ui.negotiation.view import NegotiationScreen

Open = Callable[..., AnalyseView]


def keys(text: str) -> None:
    """Type where the focus is, key by key: the first one opens the editor of a cell."""
    for letter in text:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, letter)


@pytest.fixture
def analyse(empty: Driver) -> Open:
    """Give what plays a negotiation and shows it in Analyse."""

    def show(view: str = "", **what: Any) -> AnalyseView:
        case = play(empty.logbook, NOW - timedelta(days=1, hours=2), **what)
        screen = empty.go(Place(NEGOTIATION, case, "analyse", view))
        assert isinstance(screen, NegotiationScreen)
        assert isinstance(screen.tab, AnalyseView)
        return screen.tab

    return show
