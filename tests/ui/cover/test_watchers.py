"""tests: what brings the cover up by itself, and how the settings rule it."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import NOW
from tests.ui.cover.door_keys import cover_key, press
from tests.ui.desk import Driver
from ui.cover.page import CoverPage
from ui.cover.watchers import Watchers
from ui.settings_store import SettingsStore


def watchers(driver: Driver) -> Watchers:
    assert driver.program.desk is not None
    return driver.program.desk.guard.watchers


def page(driver: Driver) -> CoverPage:
    assert driver.program.desk is not None
    return driver.program.desk.guard.cover.page


def change(driver: Driver, **changed: object) -> None:
    driver.program.store.change(**changed)
    watchers(driver).take_settings()


def add_a_screen(app: QApplication) -> None:
    app.screenAdded.emit(QGuiApplication.primaryScreen())


def test_a_screen_that_is_added_covers(cases: Driver, qapp: QApplication) -> None:
    add_a_screen(qapp)
    assert cases.window.is_covered
    add_a_screen(qapp)
    assert cases.window.is_covered, "another one does not bring anything back"


def test_a_screen_that_is_added_does_nothing_where_that_was_chosen(cases: Driver, qapp: QApplication) -> None:
    change(cases, cover_screen=False)
    add_a_screen(qapp)
    assert not cases.window.is_covered


def test_the_systems_lock_covers_unless_that_was_chosen_otherwise(cases: Driver) -> None:
    change(cases, cover_lock=False)
    watchers(cases).lock.on_lock()
    assert not cases.window.is_covered
    change(cases, cover_lock=True)
    watchers(cases).lock.on_active(True)
    assert cases.window.is_covered


def test_rest_covers_after_the_minutes_chosen(cases: Driver) -> None:
    idle = watchers(cases).idle
    moment = [NOW]
    idle._clock = lambda: moment[0]
    change(cases, cover_idle=5)
    moment[0] += timedelta(minutes=4)
    press(0x41, 1, text="a")  # type: ignore[arg-type]
    idle.look()
    moment[0] += timedelta(minutes=4)
    idle.look()
    assert not cases.window.is_covered
    moment[0] += timedelta(minutes=1)
    idle.look()
    assert cases.window.is_covered
    change(cases, cover_idle=0)
    cover_key()
    moment[0] += timedelta(hours=9)
    idle.look()
    assert not cases.window.is_covered


def test_who_never_came_back_by_the_keys_is_told_them(cases: Driver, qapp: QApplication) -> None:
    add_a_screen(qapp)
    assert page(cases).hint.isVisible()
    assert page(cases).hint.text() == "Esc, Esc back"
    cover_key()
    assert SettingsStore().settings.cover_known
    add_a_screen(qapp)
    assert not page(cases).hint.isVisible()


def test_covered_by_the_keys_it_needs_no_hint(cases: Driver) -> None:
    cover_key()
    assert not page(cases).hint.isVisible()
