"""tests: what is nobody's business is pointed out as typed, in every field for notes, and goes by one key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from core.note import Topic
from core.side import Basis
from core.words import Words
from tests.ui.desk import ALT, CTRL, SHIFT, Driver
from ui.navigation import PEOPLE, SUPPLIERS, Place
from ui.people.view import PeopleScreen
from ui.privacy_line import PrivacyLine
from ui.quick_note import QuickNote
from ui.suppliers.view import SuppliersScreen
from ui.theme import Scheme, Theme

Key = Qt.Key


def test_the_quick_note_points_it_out_and_takes_the_wording_by_one_key(cases: Driver) -> None:
    cases.go(Place(PEOPLE, 2))
    cases.press(Key.Key_N, CTRL | SHIFT)
    panel = cases.panel(QuickNote)
    assert panel.privacy.isHidden()
    cases.write("style observed is ")
    panel.line.insert("\U0001f33d ")
    cases.write("nice and she is pregnan")
    assert panel.privacy.isHidden()
    cases.write("t")
    assert panel.privacy.words == "check health. Better: “is away for some time”"
    assert panel.line.accessibleDescription() == panel.privacy.words
    cases.press(Key.Key_Return, ALT)
    assert panel.line.text() == "style observed is \U0001f33d nice and she is away for some time"
    assert panel.privacy.isHidden()
    assert "Better" not in panel.line.accessibleDescription()
    cases.press(Key.Key_Z, CTRL)
    assert panel.line.text() == "style observed is \U0001f33d nice and she is pregnant"
    assert not panel.privacy.isHidden()


def test_nothing_is_blocked(cases: Driver) -> None:
    cases.go(Place(PEOPLE, 2))
    cases.press(Key.Key_N, CTRL | SHIFT)
    cases.write("business is pregnant until March")
    cases.press(Key.Key_Return)
    assert not cases.has_panel
    assert cases.logbook.notes.of_counterpart(2)[0].text == "is pregnant until March"


def test_a_note_of_a_file_is_read_while_added_and_while_edited(cases: Driver) -> None:
    cases.go(Place(PEOPLE, 1))
    notes = cases.screen(PeopleScreen).notes
    notes.line.setFocus()
    cases.write("style is a Catholic")
    assert not notes.privacy.isHidden()
    cases.press(Key.Key_Return, ALT)
    cases.press(Key.Key_Return)
    added = cases.logbook.notes.of_counterpart(1)[0]
    assert (added.topic, added.text) == (Topic.STYLE, "asks that some days be kept free")
    notes.edit(added.id, "text")
    editor = notes.editor
    assert editor is not None
    QTest.keyClick(editor.text, Key.Key_A, CTRL)
    QTest.keyClicks(editor.text, "Is gay")
    assert "private life" in notes.privacy.words
    QTest.keyClick(editor.text, Key.Key_Return, ALT)
    assert editor.text.toPlainText() == "Values a private life"
    QTest.keyClick(editor.text, Key.Key_Return)
    assert cases.logbook.notes.of_counterpart(1)[0].text == "Values a private life"
    assert notes.privacy.isHidden()


def test_it_comes_into_view_on_a_page_that_scrolls(cases: Driver) -> None:
    cases.window.resize(1280, 720)
    cases.go(Place(PEOPLE, 1))
    screen = cases.screen(PeopleScreen)
    screen.start_note()
    cases.write("style is a Catholic")
    page = screen.main
    cases.wait(lambda: page.viewport().rect().contains(screen.notes.privacy.mapTo(page.viewport(), QPoint(4, 8))))


def test_an_opinion_is_asked_for_its_basis(cases: Driver) -> None:
    cases.go(Place(PEOPLE, 1))
    notes = cases.screen(PeopleScreen).notes
    before = cases.logbook.notes.of_counterpart(1)
    notes.line.setFocus()
    cases.write("hope I think a second plant")
    cases.press(Key.Key_Return)
    assert notes.problem == "This is an opinion. Say after “hope” what it rests on: said, observed, guess."
    assert cases.logbook.notes.of_counterpart(1) == before
    notes.line.setText("")
    cases.write("hope guess I think a second plant")
    cases.press(Key.Key_Return)
    assert cases.logbook.notes.of_counterpart(1)[0].basis is Basis.GUESS


def test_the_background_of_a_supplier_is_read_too(cases: Driver) -> None:
    cases.go(Place(SUPPLIERS, 1))
    form = cases.screen(SuppliersScreen).form
    line = form.findChild(PrivacyLine)
    assert line is not None
    assert line.isHidden()
    field = form.text("background")
    field.setFocus()
    cases.press(Key.Key_A, CTRL)
    cases.write("The owner is a socialist")
    assert not line.isHidden()
    line.button.click()
    assert field.toPlainText() == "The owner follows public affairs"
    assert field.hasFocus()
    field.setReadOnly(True)
    field.setPlainText("is a socialist")
    line.take()
    assert field.toPlainText() == "is a socialist"


def test_what_a_person_may_decide_and_is_called_are_read_too(empty: Driver) -> None:
    book = empty.logbook
    book.counterparts.add(supplier_id=book.suppliers.add(name="Sorano Canning").made, name="Elena Marchetti")
    empty.go(Place(PEOPLE, 1))
    screen = empty.screen(PeopleScreen)
    empty.press(Key.Key_F2)
    empty.write("nothing, she is pregnant")
    (line,) = [each for each in screen.authority.findChildren(PrivacyLine) if not each.isHidden()]
    assert line.words.startswith("check health")
    empty.press(Key.Key_Return, ALT)
    assert screen.authority.line("authority").text() == "nothing, she is away for some time"
    screen.show_tab("contact")
    screen.form.line("role").setFocus()
    empty.write("director, is a Catholic")
    assert any(each.isVisible() for each in screen.form.findChildren(PrivacyLine))


def test_what_is_written_of_a_contract_is_read_too(cases: Driver) -> None:
    cases.go(Place(SUPPLIERS, 1))
    screen = cases.screen(SuppliersScreen)
    screen.show_tab("company")
    screen.contracts.focus_line()
    cases.write("Frame # signed by her deputy, she is pregnant")
    assert screen.contracts.privacy is not None
    assert screen.contracts.privacy.isVisible()


@pytest.mark.parametrize(
    ("region", "line", "kind"),
    [
        ("el_GR", "style είναι έγκυος", "health"),
        ("de_DE", "style ist schwanger", "health"),
        ("pl_PL", "style jest w ciąży", "health"),
    ],
)
def test_the_language_of_the_region_is_read_beside_that_of_the_window(
    qtbot: QtBot, region: str, line: str, kind: str
) -> None:
    field = QLineEdit()
    told = PrivacyLine(Theme(Scheme.LIGHT), Words("en", region))
    qtbot.addWidget(field)
    qtbot.addWidget(told)
    told.watch(field)
    field.insert(line)
    assert told.words.startswith(f"check {kind}")
    field.setText("style is pregnant")
    assert told.words.startswith("check health")
