"""tests: the theme and the words that parts are built with."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from core.words import Words
from ui.style import dress
from ui.theme import Scheme, Theme


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
