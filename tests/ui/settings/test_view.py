"""tests: the settings - each takes effect at once and is remembered."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QPoint, Qt

from tests.ui.desk import CTRL, Driver
from ui.cover.capture import can_leave_out
from ui.navigation import SETTINGS
from ui.settings.view import SettingsScreen
from ui.settings_store import SettingsStore
from ui.theme import Density, Scheme
from ui.widgets.text import Text


def screen(driver: Driver) -> SettingsScreen:
    driver.press(Qt.Key.Key_Comma, CTRL)
    assert driver.place.name == SETTINGS
    return driver.screen(SettingsScreen)


def test_colours_switch_live(cases: Driver) -> None:
    view = screen(cases)
    view.scheme.setFocus()
    cases.press(Qt.Key.Key_Right)
    cases.press(Qt.Key.Key_Right)
    assert cases.program.theme.scheme is Scheme.DARK
    assert cases.program.theme.dark
    assert SettingsStore().settings.scheme == "dark"


def test_size_and_density_switch_live(cases: Driver) -> None:
    view = screen(cases)
    view.scale.edited.emit("1.5")
    assert cases.program.theme.factor == 1.5
    view.density.setFocus()
    cases.press(Qt.Key.Key_Right)
    assert cases.program.theme.density is Density.COMPACT
    assert (SettingsStore().settings.scale, SettingsStore().settings.compact) == (1.5, True)


def test_a_region_shows_what_it_does(cases: Driver) -> None:
    view = screen(cases)
    view.region.edited.emit("de_DE")
    assert any("125.000,00" in text for text in cases.texts(view))
    assert SettingsStore().settings.region == "de_DE"
    assert cases.answers.told


def test_the_files_are_named(cases: Driver) -> None:
    texts = cases.texts(screen(cases))
    assert str(cases.logbook.path) in texts
    assert str(cases.program.crashes.path) in texts


def test_the_cover_follows_what_is_chosen(cases: Driver) -> None:
    view = screen(cases)
    assert (view.idle.current, view.new_screen.current, view.system_lock.current) == ("10", "yes", "yes")
    view.idle.setFocus()
    cases.press(Qt.Key.Key_Left)
    view.new_screen.setFocus()
    cases.press(Qt.Key.Key_Right)
    settings = SettingsStore().settings
    assert (settings.cover_idle, settings.cover_screen, settings.cover_lock) == (5, False, True)
    assert cases.program.desk is not None
    assert cases.program.desk.guard.watchers.idle._limit == timedelta(minutes=5)


def test_leaving_the_windows_out_of_captures_is_off_and_says_what_it_does_not_do(cases: Driver) -> None:
    view = screen(cases)
    assert view.capture.current == "no"
    assert view.capture.isEnabled() == can_leave_out()
    assert "hide from eyes or cameras" in view.capture.accessibleDescription()
    assert any("mirrored screen" in text for text in cases.texts(view))


def test_the_key_of_peek_is_chosen_and_remembered(cases: Driver) -> None:
    view = screen(cases)
    assert view.peek_key.currentText() == "F8"
    view.peek_key.setFocus()
    cases.press(Qt.Key.Key_End)
    assert view.peek_key.currentText() == "Alt alone"
    assert SettingsStore().settings.peek_key == "Alt"


def test_both_pages_stand_under_the_title(cases: Driver) -> None:
    view = screen(cases)
    left = view.tabs.mapTo(view, QPoint(0, 0)).x() + cases.program.tools.theme.space(12)
    label = next(each for each in view.findChildren(Text) if each.text() == "Colours")
    assert label.mapTo(view, QPoint(0, 0)).x() == left
    assert view.idle.height() == view.idle.sizeHint().height()
