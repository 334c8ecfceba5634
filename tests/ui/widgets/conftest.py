"""tests: the theme and the words that parts are built with."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from core.words import Words
from tests.ui.widgets.sheets import COLUMNS, Answering
from ui.style import dress
from ui.theme import Scheme, Theme
from ui.widgets.sheet import Sheet


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """Give the light theme at 100 %, with the application dressed in it."""
    theme = Theme(Scheme.LIGHT)
    dress(qapp, theme)
    yield theme
    qapp.setStyle("Fusion")


@pytest.fixture
def say() -> Words:
    """Give the words in English."""
    return Words("en", "en_GB")


@pytest.fixture
def activate(qtbot: QtBot) -> Callable[[QWidget], None]:
    """Give a call that shows a window and returns when it takes the keys."""

    def show(window: QWidget) -> None:
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()

    return show


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    sheet = Sheet(theme, Words(), "Issues", made)
    QAbstractItemModelTester(sheet.model, QAbstractItemModelTester.FailureReportingMode.Fatal, sheet)
    sheet.set_columns(COLUMNS)
    sheet.set_add_label("Add an issue")
    made.setCentralWidget(sheet)
    made.resize(700, 420)
    made.show()
    made.activateWindow()
    QTest.qWaitForWindowActive(made)
    return made


@pytest.fixture
def sheet(window: QMainWindow) -> Sheet:
    found = window.centralWidget()
    assert isinstance(found, Sheet)
    return found


@pytest.fixture
def presenter(sheet: Sheet) -> Answering:
    made = Answering(
        sheet,
        {
            1: {"issue": "Price", "unit": "EUR/can", "best": "1.38", "limit": "1.48", "batna": "1.40"},
            2: {"issue": "Payment", "unit": "days", "best": "60", "limit": "14", "batna": "30"},
            3: {"issue": "Lead time", "unit": "weeks", "best": "2", "limit": "6", "batna": "4"},
        },
    )
    sheet.cells_edited.connect(made.take)
    made.show()
    sheet.setFocus()
    sheet.go_to(1, "best")
    return made
