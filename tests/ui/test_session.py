"""tests: one open logbook - what a change refreshes, undo across restarts, keys that walk the window."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.desk import ALT, CTRL, SHIFT, Driver
from ui.analyse.page import AnalysePage
from ui.analyse.view import AnalyseView
from ui.navigation import NEGOTIATION, NEGOTIATIONS, PEOPLE, SUPPLIERS, Place
from ui.negotiation.view import NegotiationScreen
from ui.people.view import PeopleScreen
from ui.session import REST_MS
from ui.suppliers.view import SuppliersScreen
from ui.widgets.list_pane import SECOND_LINE


def test_places_go_by_their_position_in_the_rail(cases: Driver) -> None:
    for key, name in ((Qt.Key.Key_2, SUPPLIERS), (Qt.Key.Key_3, PEOPLE), (Qt.Key.Key_1, NEGOTIATIONS)):
        cases.press(key, CTRL)
        assert cases.place.name == cases.window.rail.current == name


def test_a_click_in_the_rail_goes_there_too(cases: Driver) -> None:
    cases.window.rail.place_chosen.emit(PEOPLE)
    assert cases.place.name == PEOPLE


def test_a_change_shows_in_the_screen_in_sight_and_in_others_when_they_come(cases: Driver) -> None:
    cases.go(Place(PEOPLE, 1))
    people = cases.screen(PeopleScreen)
    cases.session.take(cases.logbook.counterparts.change(1, name="Elena M."))
    assert "Elena M." in cases.texts(people.header)
    cases.go(Place(SUPPLIERS, 1))
    screen = cases.screen(SuppliersScreen)
    screen.form.line("name").setFocus()
    cases.press(Qt.Key.Key_A, CTRL)
    cases.write("Sorano & Sons")
    cases.press(Qt.Key.Key_Tab)
    cases.go(Place(PEOPLE, 1))
    listed = [people.rows.index(row, 0).data(SECOND_LINE) for row in range(people.rows.rowCount())]
    assert "Sorano & Sons" in listed
    assert any("Sorano & Sons" in text for text in cases.texts(people.header))


def test_undo_names_what_it_takes_back_and_survives_a_restart(
    start: Callable[[Path | None], Driver], blank_path: Path
) -> None:
    first = start(blank_path)
    first.session.take(first.logbook.suppliers.add(name="Ribera"))
    first.session.take(first.logbook.suppliers.change(1, city="Murcia"))
    first.window.close()
    second = start(None)
    assert "Ribera" in second.window.commands.action("undo").text()
    second.run("undo")
    assert second.logbook.suppliers.load(1).city == ""
    second.run("undo")
    assert second.logbook.suppliers.rows() == ()
    assert not second.window.commands.action("undo").isEnabled()
    second.press(Qt.Key.Key_Z, CTRL | SHIFT)
    second.press(Qt.Key.Key_Y, CTRL)
    assert second.logbook.suppliers.load(1).city == "Murcia"
    assert second.place == Place(SUPPLIERS, 1)
    assert not second.window.commands.action("redo").isEnabled()


def test_ctrl_z_in_a_field_undoes_its_text_first_and_then_the_last_change(cases: Driver) -> None:
    cases.session.take(cases.logbook.suppliers.change(1, category="Cans"))
    cases.go(Place(SUPPLIERS, 1))
    field = cases.screen(SuppliersScreen).form.line("city")
    before = cases.logbook.suppliers.load(1)
    field.setFocus()
    cases.write("xyz")
    cases.press(Qt.Key.Key_Z, CTRL)
    assert field.text() == before.city
    assert cases.logbook.suppliers.load(1).category == "Cans"
    cases.press(Qt.Key.Key_Z, CTRL)
    assert cases.logbook.suppliers.load(1).category != "Cans"


def test_back_and_forward_go_by_keys(cases: Driver) -> None:
    cases.go(Place(SUPPLIERS, 2))
    cases.go(Place(PEOPLE, 3))
    cases.press(Qt.Key.Key_Left, ALT)
    assert cases.place == Place(SUPPLIERS, 2)
    cases.press(Qt.Key.Key_Right, ALT)
    assert cases.place == Place(PEOPLE, 3)
    assert not cases.window.commands.action("forward").isEnabled()


def test_walking_the_list_by_arrows_is_a_way_to_go_back(cases: Driver) -> None:
    cases.go(Place(SUPPLIERS, 2))
    cases.press(Qt.Key.Key_Down)
    there = cases.place
    assert there.record != 2
    cases.press(Qt.Key.Key_Left, ALT)
    assert cases.place == Place(SUPPLIERS, 2)


def test_f6_walks_the_panes_and_f9_puts_the_side_away(cases: Driver) -> None:
    cases.go(Place(SUPPLIERS, 1))
    screen = cases.screen(SuppliersScreen)
    entered = []
    for _ in range(4):
        cases.press(Qt.Key.Key_F6)
        focus = QApplication.focusWidget()
        assert focus is not None
        panes = (cases.window.rail, *screen.panes())
        entered.append(next(number for number, pane in enumerate(panes) if pane is focus or pane.isAncestorOf(focus)))
    assert entered == [2, 3, 0, 1]
    cases.press(Qt.Key.Key_F9)
    assert not screen.side_surface.isVisible()
    cases.press(Qt.Key.Key_F9)
    assert screen.side_surface.isVisible()


def test_a_pane_put_away_stays_away_at_the_next_start(
    start: Callable[[Path | None], Driver], sample_path: Path
) -> None:
    first = start(sample_path)
    first.go(Place(SUPPLIERS, 1))
    first.run("side_pane")
    first.window.close()
    second = start(None)
    assert not second.screen(SuppliersScreen).side_surface.isVisible()


def test_a_pane_put_away_in_a_view_of_analyse_stays_away_too(
    start: Callable[[Path | None], Driver], sample_path: Path
) -> None:
    def page(driver: Driver) -> AnalysePage:
        screen = driver.go(Place(NEGOTIATION, driver.logbook.negotiations.ids()[0], "analyse", "packages"))
        assert isinstance(screen, NegotiationScreen)
        assert isinstance(screen.tab, AnalyseView)
        return screen.tab.page

    first = start(sample_path)
    assert page(first).side_surface.isVisible()
    first.run("side_pane")
    first.window.close()
    assert not page(start(None)).side_surface.isVisible()


def test_the_counts_in_the_rail_follow(cases: Driver) -> None:
    before = len(cases.logbook.suppliers.rows())
    cases.session.take(cases.logbook.suppliers.add(name="Ribera"))
    told = [row.accessibleName() for row in cases.window.rail.findChildren(type(cases.window.rail.menu_row()))]
    assert f"Suppliers {before + 1}" in told


def test_what_is_being_typed_is_kept_when_the_window_closes(
    start: Callable[[Path | None], Driver], sample_path: Path
) -> None:
    first = start(sample_path)
    first.go(Place(SUPPLIERS, 1))
    first.screen(SuppliersScreen).form.line("city").setFocus()
    first.screen(SuppliersScreen).form.line("city").selectAll()
    first.write("Half typ")
    first.window.close()
    second = start(None)
    assert second.logbook.suppliers.load(1).city == "Half typ"


def test_a_writing_job_locks_the_editing_and_says_so(cases: Driver) -> None:
    cases.go(Place(SUPPLIERS, 1))
    jobs = cases.program.tools.jobs
    may_end = threading.Event()
    jobs.start("Writing", lambda _progress: may_end.wait(20), lambda _result: None, lambda error: None, writes=True)
    assert not cases.window.commands.action("new_supplier").isEnabled()
    assert cases.screen(SuppliersScreen).form.line("name").property("readOnly")
    cases.wait(lambda: any("waits" in told for told in cases.answers.told))
    may_end.set()
    cases.wait_for_jobs()
    assert cases.window.commands.action("new_supplier").isEnabled()
    assert not cases.screen(SuppliersScreen).form.line("name").property("readOnly")


def test_after_the_last_change_the_file_becomes_whole_by_itself(cases: Driver) -> None:
    log = cases.logbook.path.with_name(cases.logbook.path.name + "-wal")
    cases.session.take(cases.logbook.suppliers.add(name="Sorano"))
    assert log.stat().st_size
    assert cases.session._rest.interval() == REST_MS
    cases.session._rest.start(0)
    cases.wait(lambda: not log.stat().st_size)
    cases.wait_for_jobs()
    assert cases.answers.troubles == []


def test_the_file_becomes_whole_at_once_when_the_window_is_covered(cases: Driver) -> None:
    log = cases.logbook.path.with_name(cases.logbook.path.name + "-wal")
    cases.session.take(cases.logbook.suppliers.add(name="Sorano"))
    cases.run("cover")
    cases.wait(lambda: not log.stat().st_size)
    cases.wait_for_jobs()
    assert not cases.session._rest.isActive()
