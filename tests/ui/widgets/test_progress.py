"""tests: ui/widgets/progress.py."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.words import Words
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.progress import Bar, Meter, ProgressLine
from ui.widgets.text import Text


def test_a_bar_is_filled_by_its_share(qtbot: QtBot, theme: Theme) -> None:
    bar = Bar(theme, "Readiness")
    qtbot.addWidget(bar)
    bar.resize(100, 6)
    bar.setValue(40)
    image = bar.grab().toImage()
    assert image.pixelColor(39, 3).name() == theme.color("mark").name()
    assert image.pixelColor(41, 3).name() == theme.color("line").name()


def test_a_bar_tells_its_value_to_a_screen_reader(qtbot: QtBot, theme: Theme) -> None:
    bar = Bar(theme, "Readiness")
    qtbot.addWidget(bar)
    bar.setValue(40)
    assert QAccessible.queryAccessibleInterface(bar).valueInterface().currentValue() == 40


def test_a_meter_shows_its_figure(qtbot: QtBot, theme: Theme) -> None:
    meter = Meter(theme, "Readiness")
    qtbot.addWidget(meter)
    meter.set_share(78, "78 %")
    assert [label.text() for label in meter.findChildren(Text)] == ["Readiness", "78 %"]


def test_a_running_job_is_shown_can_be_stopped_once_and_goes(qtbot: QtBot, theme: Theme, say: Words) -> None:
    line = ProgressLine(theme, say)
    qtbot.addWidget(line)
    assert line.isHidden()
    line.start("Prep report")
    assert not line.isHidden()
    line.set_progress(3, 5, "Prep report, page 3 of 5")
    bar = line.findChild(Bar)
    assert isinstance(bar, Bar)
    assert (bar.value(), bar.maximum()) == (3, 5)
    stop = line.findChild(Button)
    assert isinstance(stop, Button)
    with qtbot.waitSignal(line.stop_requested, timeout=1000):
        QTest.mouseClick(stop, Qt.MouseButton.LeftButton)
    assert not stop.isEnabled()
    line.finish()
    assert line.isHidden()
    line.start("again")
    assert stop.isEnabled()
