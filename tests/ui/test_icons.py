"""tests: ui/icons.py."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QApplication

from core.resources import resource_path
from ui.icons import icon_pixmap, make_icon
from ui.theme import Scheme, Theme

NAMES = [
    "sun-medium",
    "handshake",
    "building-2",
    "users",
    "user-round",
    "file-text",
    "settings",
    "menu",
    "search",
    "plus",
    "filter",
    "ellipsis",
    "list-checks",
    "scale",
    "mountain",
    "target",
    "layers",
    "message-square-text",
    "arrow-left-right",
    "sliders-horizontal",
    "copy-plus",
    "sticky-note",
    "key-round",
    "circle-help",
    "calendar-clock",
    "book-open",
    "timer",
    "pause",
    "star",
    "eye",
    "eye-off",
    "lock",
    "history",
    "undo-2",
    "redo-2",
    "trash-2",
    "table-2",
    "chart-line",
    "chart-scatter",
    "printer",
    "download",
    "file-down",
]


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    theme = Theme(Scheme.LIGHT)
    theme.attach(qapp)
    return theme


def darkest(pixmap: QPixmap) -> QColor:
    image = pixmap.toImage()
    colors = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return max(colors, key=lambda color: color.alpha())


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_of_the_looks_is_there_and_draws_something(theme: Theme, name: str) -> None:
    assert resource_path("icons", f"{name}.svg").is_file()
    assert darkest(icon_pixmap(theme, name)).alpha() > 128


def test_an_icon_has_the_colour_of_its_role_and_changes_with_the_scheme(theme: Theme) -> None:
    assert darkest(icon_pixmap(theme, "plus", role="danger", ratio=3)).name() == theme.color("danger").name()
    light = theme.color("danger")
    theme.set_scheme(Scheme.DARK)
    assert theme.pixmaps == {}
    assert darkest(icon_pixmap(theme, "plus", role="danger", ratio=3)).name() != light.name()


def test_a_sharp_screen_gets_more_pixels_and_the_same_size(theme: Theme) -> None:
    pixmap = icon_pixmap(theme, "plus", ratio=2)
    assert pixmap.width() == 32
    assert pixmap.deviceIndependentSize().width() == 16
    theme.set_factor(2)
    assert icon_pixmap(theme, "plus", ratio=2).width() == 64


def test_an_icon_is_drawn_once_a_switch(theme: Theme) -> None:
    assert icon_pixmap(theme, "plus") is icon_pixmap(theme, "plus")


def test_a_menu_icon_knows_its_disabled_state(theme: Theme) -> None:
    icon = make_icon(theme, "plus")
    assert darkest(icon.pixmap(16, QIcon.Mode.Disabled)) != darkest(icon.pixmap(16, QIcon.Mode.Normal))


def test_an_unknown_icon_is_an_error(theme: Theme) -> None:
    with pytest.raises(FileNotFoundError):
        icon_pixmap(theme, "no-such-icon")
