"""tests: the filters of a list are kept, brought back and forgotten by keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from tests.ui.desk import ALT, CTRL, Driver
from ui.filter_button import FilterButton
from ui.navigation import NEGOTIATIONS, SUPPLIERS, Place
from ui.negotiations.view import NegotiationsScreen
from ui.new_record import NewRecord
from ui.suppliers.view import SuppliersScreen


def menu(driver: Driver) -> list[str]:
    """Open the menu from the filter and return its words."""
    driver.press(Qt.Key.Key_F, CTRL)
    driver.press(Qt.Key.Key_Down, ALT)
    return [action.text() for action in shown(driver).actions()]


def shown(driver: Driver) -> QMenu:
    return next(each for each in driver.window.findChildren(QMenu) if each.isVisible())


def choose(driver: Driver, words: str) -> None:
    """Choose an entry of the menu by keys; the first is ready."""
    found = shown(driver)
    for _ in range([action.text() for action in found.actions()].index(words)):
        QTest.keyClick(found, Qt.Key.Key_Down)
    QTest.keyClick(found, Qt.Key.Key_Return)


def test_a_filter_is_kept_by_name_and_brought_back(cases: Driver) -> None:
    cases.go(Place(SUPPLIERS, 1))
    screen = cases.screen(SuppliersScreen)
    cases.press(Qt.Key.Key_F, CTRL)
    cases.write("frozen")
    assert menu(cases) == ["Keep “frozen” ..."]
    choose(cases, "Keep “frozen” ...")
    panel = cases.panel(NewRecord)
    cases.write("Cold goods")
    cases.press(Qt.Key.Key_Return)
    assert not cases.has_panel
    assert panel.problem == ""
    cases.press(Qt.Key.Key_Escape)
    assert screen.pane.filter.text() == ""
    assert menu(cases) == ["Cold goods"]
    choose(cases, "Cold goods")
    assert screen.pane.filter.text() == "frozen"
    assert screen.rows.rowCount() == 1
    assert menu(cases) == ["Cold goods", "Forget “Cold goods”"]
    choose(cases, "Forget “Cold goods”")
    cases.press(Qt.Key.Key_Escape)
    menu_button = screen.pane.findChildren(FilterButton)[0]
    menu_button.click()
    assert any("Type a filter first" in told for told in cases.answers.told)


def test_each_list_has_its_own_and_a_logbook_for_reading_only_brings_back(cases: Driver) -> None:
    cases.go(Place(NEGOTIATIONS))
    cases.press(Qt.Key.Key_F, CTRL)
    cases.write("price")
    menu(cases)
    choose(cases, "Keep “price” ...")
    cases.press(Qt.Key.Key_Return)
    desk = cases.program.desk
    assert desk is not None
    desk.files.open(cases.logbook.path, write=False)
    cases.wait(lambda: desk.session is not None and desk.session.logbook.is_read_only)
    cases.go(Place(NEGOTIATIONS))
    screen = cases.screen(NegotiationsScreen)
    assert screen.kept.isEnabled()
    for _ in range(2):  # the second time the words of it are in the filter
        screen.kept.click()
        assert [action.text() for action in shown(cases).actions()] == ["price"]
        choose(cases, "price")
    assert screen.filter.text() == "price"
    cases.go(Place(SUPPLIERS, 1))
    assert cases.screen(SuppliersScreen).pane.findChildren(FilterButton)[0].isEnabled()
