"""tests: ui/style.py."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QLineEdit,
    QPushButton,
    QScrollBar,
    QSlider,
    QStyle,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.style import SheetStyle
from ui.theme import Scheme, Theme


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    theme = Theme(Scheme.LIGHT)
    theme.attach(qapp)
    return theme


@pytest.fixture
def style(theme: Theme) -> SheetStyle:
    return SheetStyle(theme)


def colors_of(widget: QWidget) -> set[str]:
    image = widget.grab().toImage()
    return {QColor(image.pixel(x, y)).name() for x in range(image.width()) for y in range(image.height())}


def shown(qtbot: QtBot, style: QStyle, widget: QWidget) -> QWidget:
    qtbot.addWidget(widget)
    widget.setStyle(style)
    widget.resize(120, 28)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def test_what_can_be_operated_has_the_control_edge(qtbot: QtBot, theme: Theme, style: SheetStyle) -> None:
    combo = QComboBox()
    combo.addItem("Price")
    for widget in (QPushButton("Add"), QLineEdit("1.48"), combo):
        assert theme.color("ctl").name() in colors_of(shown(qtbot, style, widget))


def test_nothing_is_shaded(qtbot: QtBot, theme: Theme, style: SheetStyle) -> None:
    # an even surface: the middle row of a wide empty button has its edges and one colour between them
    button = shown(qtbot, style, QPushButton(""))
    image = button.grab().toImage()
    row = {image.pixelColor(x, y).name() for x in range(10, 110) for y in range(4, 24)}
    assert row == {theme.color("raised").name()}


def test_a_checked_box_is_filled_and_has_a_mark(qtbot: QtBot, theme: Theme, style: SheetStyle) -> None:
    box = QCheckBox("Shared")
    shown(qtbot, style, box)
    assert theme.color("highlight").name() not in colors_of(box)
    box.setChecked(True)
    assert theme.color("highlight").name() in colors_of(box)


def test_the_chosen_tab_has_a_line_in_the_colour_of_the_mark(qtbot: QtBot, theme: Theme, style: SheetStyle) -> None:
    tabs = QTabBar()
    tabs.addTab("Prepare")
    tabs.addTab("Meet")
    shown(qtbot, style, tabs)
    tabs.resize(tabs.sizeHint())
    assert theme.color("mark").name() in colors_of(tabs)


def test_a_scroll_bar_is_flat_and_can_be_seen(qtbot: QtBot, theme: Theme, style: SheetStyle) -> None:
    bar = QScrollBar()
    shown(qtbot, style, bar)
    bar.resize(12, 200)
    assert theme.color("ctl").name() in colors_of(bar)


def test_the_ring_grows_with_the_factor(theme: Theme, style: SheetStyle) -> None:
    metric = QStyle.PixelMetric.PM_FocusFrameHMargin
    assert style.pixelMetric(metric) == 3
    theme.set_factor(2)
    assert style.pixelMetric(metric) == 6


def test_nothing_moves_but_the_caret(style: SheetStyle) -> None:
    assert style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0


def test_the_words_of_a_default_button_stand_out_from_its_fill(qtbot: QtBot, theme: Theme, style: SheetStyle) -> None:
    button = QPushButton("Save")
    button.setDefault(True)
    found = colors_of(shown(qtbot, style, button))
    assert theme.color("highlight").name() in found
    assert theme.color("on_highlight").name() in found
    assert theme.color("text").name() not in found


def test_buttons_of_dialogs_are_words_alone(qtbot: QtBot, style: SheetStyle) -> None:
    box = QDialogButtonBox()
    assert not style.styleHint(QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons, None, box)


def test_a_slider_can_be_seen_and_grows_with_the_type(qtbot: QtBot, theme: Theme, style: SheetStyle) -> None:
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setValue(50)
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        theme.set_scheme(scheme)
        assert {theme.color("ctl").name(), theme.color("mark").name()} <= colors_of(shown(qtbot, style, slider))
    before = slider.sizeHint().height()
    theme.set_factor(2.0)
    slider.updateGeometry()
    assert slider.sizeHint().height() == 2 * before
