"""tests: the suppliers' screen by keys, on a real logbook."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt

from core.note import Topic
from core.side import Basis
from tests.ui.desk import CTRL, SHIFT, Driver
from ui.navigation import NEGOTIATION, PEOPLE, SUPPLIERS, Place
from ui.new_record import NewRecord
from ui.suppliers.view import SuppliersScreen


def test_the_empty_place_says_what_it_is_for_and_n_begins(empty: Driver) -> None:
    empty.press(Qt.Key.Key_2, CTRL)
    screen = empty.screen(SuppliersScreen)
    assert not screen.rows.rowCount()
    empty.press(Qt.Key.Key_N)
    empty.write("Delva Foods")
    empty.press(Qt.Key.Key_Return)
    assert not empty.has_panel
    assert [row.name for row in empty.logbook.suppliers.rows()] == ["Delva Foods"]
    assert empty.place == Place(SUPPLIERS, 1)
    assert screen.form.line("name").text() == "Delva Foods"


def test_a_new_supplier_without_a_name_is_refused_and_nothing_is_lost(empty: Driver) -> None:
    empty.run("new_supplier")
    empty.write("   ")
    empty.press(Qt.Key.Key_Return)
    panel = empty.panel(NewRecord)
    assert "name" in panel.problem.lower()
    empty.press(Qt.Key.Key_Escape)
    assert not empty.has_panel
    assert empty.logbook.suppliers.rows() == ()


def test_a_field_commits_on_leaving_it(cases: Driver) -> None:
    cases.go(Place(SUPPLIERS, 1))
    screen = cases.screen(SuppliersScreen)
    screen.form.line("city").setFocus()
    screen.form.line("city").selectAll()
    cases.write("Salerno")
    cases.press(Qt.Key.Key_Tab)
    assert cases.logbook.suppliers.load(1).city == "Salerno"
    assert "Saved 09:18" in cases.texts(cases.window.status)


def test_a_field_commits_after_a_pause(cases: Driver) -> None:
    cases.go(Place(SUPPLIERS, 1))
    screen = cases.screen(SuppliersScreen)
    screen.form.text("background").setFocus()
    cases.press(Qt.Key.Key_End, CTRL)
    cases.write(" Third plant opens in May.")
    cases.wait(lambda: "Third plant" in cases.logbook.suppliers.load(1).background)
    assert screen.form.text("background").hasFocus()


def test_escape_brings_the_old_text_back(cases: Driver) -> None:
    cases.go(Place(SUPPLIERS, 1))
    field = cases.screen(SuppliersScreen).form.line("name")
    before = field.text()
    field.setFocus()
    cases.write("x")
    cases.press(Qt.Key.Key_Escape)
    assert field.text() == before
    cases.press(Qt.Key.Key_Tab)
    assert cases.logbook.suppliers.load(1).name == before


def test_a_share_that_is_none_is_told_under_the_field_and_stays_to_be_mended(cases: Driver) -> None:
    cases.go(Place(SUPPLIERS, 1))
    form = cases.screen(SuppliersScreen).dependence
    field = form.line("our_share_of_their_sales")
    stored = cases.logbook.suppliers.load(1).our_share_of_their_sales
    for typed in ("12o", "NaN", "1e999999", "140"):
        field.setFocus()
        field.selectAll()
        cases.write(typed)
        cases.press(Qt.Key.Key_Tab)
        assert form.problem(field), typed
        assert field.text() == typed
        assert cases.logbook.suppliers.load(1).our_share_of_their_sales == stored
    field.setFocus()
    field.selectAll()
    cases.write("12.5 %")
    cases.press(Qt.Key.Key_Tab)
    assert form.problem(field) == ""
    assert cases.logbook.suppliers.load(1).our_share_of_their_sales == Decimal("12.5")


def test_a_note_is_added_by_topic_then_sentence_and_n_goes_to_its_line(cases: Driver) -> None:
    cases.go(Place(SUPPLIERS, 1))
    screen = cases.screen(SuppliersScreen)
    screen.people.setFocus()
    cases.press(Qt.Key.Key_N)
    assert screen.notes.line.hasFocus()
    cases.write("business guess A second line starts in spring")
    cases.press(Qt.Key.Key_Return)
    note = cases.logbook.notes.of_supplier(1)[0]
    assert (note.topic, note.basis, note.text) == (Topic.BUSINESS, Basis.GUESS, "A second line starts in spring")
    assert screen.notes.line.text() == ""
    assert screen.notes.line.hasFocus()


def test_a_note_without_a_topic_is_refused_and_stays(cases: Driver) -> None:
    cases.go(Place(SUPPLIERS, 1))
    screen = cases.screen(SuppliersScreen)
    before = cases.logbook.notes.of_supplier(1)
    screen.notes.line.setFocus()
    cases.write("likes football")
    cases.press(Qt.Key.Key_Return)
    assert cases.logbook.notes.of_supplier(1) == before
    assert screen.notes.line.text() == "likes football"
    assert "authority" in screen.notes.problem


def test_delete_takes_the_supplier_and_ctrl_z_brings_it_back_to_where_it_was(cases: Driver) -> None:
    cases.go(Place(SUPPLIERS, 2))
    whole = cases.logbook.suppliers.load(2), cases.logbook.notes.of_supplier(2)
    cases.press(Qt.Key.Key_Delete)
    assert 2 not in {row.id for row in cases.logbook.suppliers.rows()}
    assert len(cases.answers.undoable) == 1
    assert cases.place.record != 2
    cases.press(Qt.Key.Key_Z, CTRL)
    assert (cases.logbook.suppliers.load(2), cases.logbook.notes.of_supplier(2)) == whole
    cases.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert 2 not in {row.id for row in cases.logbook.suppliers.rows()}


def test_people_and_negotiations_open_from_the_file(cases: Driver) -> None:
    cases.go(Place(SUPPLIERS, 1))
    screen = cases.screen(SuppliersScreen)
    screen.people.setFocus()
    cases.press(Qt.Key.Key_Return)
    assert cases.place.name == PEOPLE
    cases.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert cases.place == Place(SUPPLIERS, 1)
    screen.negotiations.setFocus()
    cases.press(Qt.Key.Key_Return)
    assert (cases.place.name, cases.place.record) == (NEGOTIATION, 1)


def test_the_filter_narrows_the_list_and_escape_widens_it(cases: Driver) -> None:
    cases.go(Place(SUPPLIERS))
    screen = cases.screen(SuppliersScreen)
    every = screen.rows.rowCount()
    cases.press(Qt.Key.Key_F, CTRL)
    cases.write("delva")
    assert screen.rows.rowCount() == 1
    cases.press(Qt.Key.Key_Escape)
    assert screen.rows.rowCount() == every


def test_markup_and_foreign_letters_are_shown_as_text(cases: Driver) -> None:
    name = '<b>&<img src=file:///etc/passwd> "אבג" 🙂'
    cases.logbook.suppliers.change(1, name=name)
    cases.go(Place(SUPPLIERS, 1))
    screen = cases.screen(SuppliersScreen)
    screen.show_place(Place(SUPPLIERS, 1))
    assert name in cases.texts(screen.header)
    assert screen.form.line("name").text() == name


def test_a_long_background_is_kept_whole(cases: Driver) -> None:
    cases.go(Place(SUPPLIERS, 1))
    field = cases.screen(SuppliersScreen).form.text("background")
    field.setFocus()
    field.selectAll()
    field.insertPlainText("word " * 2_000)
    cases.screen(SuppliersScreen).leave()
    assert cases.logbook.suppliers.load(1).background == "word " * 2_000
