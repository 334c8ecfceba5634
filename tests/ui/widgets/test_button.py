"""tests: ui/widgets/button.py."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.glyphs import Glyph
from ui.theme import Density, Theme
from ui.widgets.button import Button, ButtonKind, IconButton


def test_an_ampersand_is_a_letter_and_no_shortcut(qtbot: QtBot, theme: Theme) -> None:
    button = Button(theme, "R&D costs")
    qtbot.addWidget(button)
    assert button.label == "R&D costs"
    assert button.shortcut().isEmpty()
    assert QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name) == "R&D costs"


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
@pytest.mark.parametrize("kind", ButtonKind)
def test_space_and_enter_press_a_button_of_every_kind(
    qtbot: QtBot, theme: Theme, kind: ButtonKind, key: Qt.Key
) -> None:
    button = Button(theme, "Open Prepare", kind, key="Return")
    qtbot.addWidget(button)
    button.show()
    with qtbot.waitSignal(button.clicked, timeout=1000):
        QTest.keyClick(button, key)
    assert not button.grab().isNull()


def test_buttons_are_as_high_as_the_density_says(qtbot: QtBot, theme: Theme) -> None:
    button, large = Button(theme, "Add"), Button(theme, "Add", large=True)
    qtbot.addWidget(button)
    qtbot.addWidget(large)
    assert (button.sizeHint().height(), large.sizeHint().height()) == (28, 32)
    theme.set_density(Density.COMPACT)
    assert button.sizeHint().height() == 26


def test_a_key_cap_makes_room_for_itself(qtbot: QtBot, theme: Theme) -> None:
    button = Button(theme, "Add")
    qtbot.addWidget(button)
    before = button.sizeHint().width()
    button.set_key("Ctrl+Return")
    assert button.sizeHint().width() > before
    button.set_key("")
    assert button.sizeHint().width() == before


def test_only_the_primary_is_filled_with_the_highlight(qtbot: QtBot, theme: Theme) -> None:
    for kind in ButtonKind:
        button = Button(theme, "", kind)
        qtbot.addWidget(button)
        button.resize(60, 28)
        middle = button.grab().toImage().pixelColor(30, 14).name()
        assert (middle == theme.color("highlight").name()) == (kind is ButtonKind.PRIMARY)


def test_a_button_with_an_icon_alone_has_a_name(qtbot: QtBot, theme: Theme) -> None:
    for button in (
        IconButton(theme, "New supplier", icon="plus", key="N"),
        IconButton(theme, "Back", glyph=Glyph.CHEVRON_LEFT),
    ):
        qtbot.addWidget(button)
        assert QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name)
        assert button.toolTip()
        assert not button.grab().isNull()


def test_the_focus_makes_no_button_the_primary_one(qtbot: QtBot, theme: Theme) -> None:
    button = Button(theme, "Leave it")
    qtbot.addWidget(button)
    with qtbot.waitActive(button):
        button.show()
        button.activateWindow()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert not button.isDefault()
