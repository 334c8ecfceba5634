"""tests: the page of all parts can be drawn in every way, and nothing on it is nameless."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from core.words import Words
from tests.pictures.parts import build_parts
from ui.style import dress
from ui.theme import Scheme, Theme


@pytest.mark.parametrize("factor", [1.0, 2.0])
def test_the_page_is_drawn_in_both_schemes_and_scales(qtbot: QtBot, qapp: QApplication, factor: float) -> None:
    theme = Theme(Scheme.LIGHT, factor)
    dress(qapp, theme)
    page = build_parts(theme, Words())
    qtbot.addWidget(page)
    light = page.grab().toImage()
    theme.set_scheme(Scheme.DARK)
    dark = page.grab().toImage()
    assert light.size() == dark.size()
    at = (light.width() // 2, light.height() // 2)
    assert light.pixelColor(*at).lightness() > 200
    assert dark.pixelColor(*at).lightness() < 60
    qapp.setStyle("Fusion")


def test_everything_that_takes_the_focus_has_a_name(qtbot: QtBot, qapp: QApplication) -> None:
    theme = Theme(Scheme.LIGHT)
    dress(qapp, theme)
    page = build_parts(theme, Words())
    qtbot.addWidget(page)
    # the parts themselves; what Qt builds inside its own controls is Qt's
    ours = [widget for widget in page.findChildren(QWidget) if type(widget).__module__.startswith("ui.")]
    controls = [widget for widget in ours if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(controls) > 20
    for control in controls:
        heard = QAccessible.queryAccessibleInterface(control)
        assert heard.text(QAccessible.Text.Name), control
    qapp.setStyle("Fusion")
