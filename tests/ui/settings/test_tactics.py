"""tests: the list of tactics by keys - words changed in their row, own ones added, taken away, all undone."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.ui.desk import CTRL, Driver
from ui.navigation import PEOPLE, SETTINGS, TACTICS, Place
from ui.people.view import PeopleScreen
from ui.settings.tactics import TacticsList
from ui.settings.view import SettingsScreen


def opened(driver: Driver) -> TacticsList:
    """Go to the list of tactics and return it."""
    driver.go(Place(SETTINGS, part=TACTICS))
    return driver.screen(SettingsScreen).tactics


def names(found: TacticsList) -> list[str]:
    return [found.table.model.text(row, 1) for row in range(found.table.model.rowCount())]


def test_the_words_of_a_tactic_are_changed_in_its_row_and_undone(cases: Driver) -> None:
    found = opened(cases)
    assert found.table.view.hasFocus()
    assert len(names(found)) == 24
    found.table.go_to(3)
    cases.press(Qt.Key.Key_F2)
    assert found.field is not None
    assert found.field.text().startswith("Deadline # Ask what happens after; ")
    found.field.setText("The train leaves # Take the next one")
    cases.press(Qt.Key.Key_Return)
    assert names(found)[2] == "The train leaves"
    assert found.table.model.text(2, 4) == "changed"
    cases.press(Qt.Key.Key_Z, CTRL)
    assert names(found)[2] == "Deadline"


def test_an_own_one_is_added_in_the_last_row_and_taken_away_by_delete(cases: Driver) -> None:
    found = opened(cases)
    found.focus_line()
    cases.write("The empty chair # Ask who decides")
    cases.press(Qt.Key.Key_Return)
    assert names(found)[-1] == "The empty chair"
    assert cases.logbook.tactics.all()[0].number == 25
    found.table.setFocus()
    found.table.go_to(25)
    cases.press(Qt.Key.Key_Delete)
    assert cases.logbook.tactics.all() == ()
    assert len(cases.answers.undoable) == 1


def test_one_of_the_common_list_cannot_be_deleted(cases: Driver) -> None:
    found = opened(cases)
    found.table.go_to(1)
    cases.press(Qt.Key.Key_Delete)
    assert cases.answers.codes == ["tactic.common"]
    assert [words for words, *_ in found.menu_entries(1)] == ["Change"]


def test_a_line_that_cannot_be_taken_stays_under_its_reason(cases: Driver) -> None:
    found = opened(cases)
    found.focus_line()
    cases.write("3 Deadline")
    cases.press(Qt.Key.Key_Return)
    assert found.table.add_text() == "3 Deadline"
    assert not found.problem.isHidden()


def test_the_list_is_one_key_from_a_persons_file_and_a_place_of_its_own(cases: Driver) -> None:
    cases.go(Place(PEOPLE, 1))
    cases.screen(PeopleScreen).told.tactics.edit.click()
    assert cases.place == Place(SETTINGS, part=TACTICS)
    view = cases.screen(SettingsScreen)
    view.tabs.setFocus()
    cases.press(Qt.Key.Key_Left)
    assert cases.place == Place(SETTINGS)
    assert not view.tactics.isVisible()
    cases.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert view.tactics.isVisible()


def test_a_command_goes_to_the_list(cases: Driver) -> None:
    cases.run("tactics")
    assert cases.place == Place(SETTINGS, part=TACTICS)


def test_nothing_is_written_in_a_logbook_for_reading(cases: Driver) -> None:
    desk = cases.program.desk
    assert desk is not None
    desk.files.open(cases.logbook.path, write=False)
    cases.wait(lambda: desk.session is not None and desk.session.logbook.is_read_only)
    found = opened(cases)
    found.table.go_to(3)
    cases.press(Qt.Key.Key_F2)
    assert found.field is None
    cases.press(Qt.Key.Key_Delete)
    assert cases.answers.codes == []
